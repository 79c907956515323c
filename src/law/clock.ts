import { openDocket } from './docket.ts';
import type { Docket } from './docket.ts';
import { settle } from './history.ts';
import { readAnswers } from './matters/answers.ts';
import { readAppeals, takenOf } from './matters/appeals.ts';
import type { Appeal } from './matters/appeals.ts';
import { readDetermination } from './matters/determination.ts';
import type { Determination } from './matters/determination.ts';
import { readDuties } from './matters/duties.ts';
import type { Duty } from './matters/duty.ts';
import { readExpedition } from './matters/expedition.ts';
import { readFeesBarred } from './matters/fees-barred.ts';
import { lapseConsequences, readLapses } from './matters/lapses.ts';
import { readMaySue } from './matters/may-sue.ts';
import { noteOddities } from './matters/oddities.ts';
import { readSilences, silenceConsequences } from './matters/silence.ts';
import { readSilenceWindows } from './matters/silence-windows.ts';
import { placeOf } from './matters/status.ts';
import type { Place } from './matters/status.ts';
import { readComplaintAnswers, readSuitWindow } from './matters/suits.ts';
import { readTrackingNumber } from './matters/tracking.ts';
import { readAppealWindows } from './matters/windows.ts';
import { lawOnTrack } from './law.ts';
import type { Law } from './law.ts';
import type { PlainDate } from './plain-date.ts';
import type { Consequence } from './standing.ts';
import type { StatusChange } from './status-change.ts';
import { lawInForce } from './versions.ts';

/** A history read once; `standingOn` answers for any day from it. Its inside is the clock's own. */
export interface Timeline {
  /** What happened: in order, corrections in place. */
  readonly facts: readonly StatusChange[];
  readonly law: Law;
  readonly whole: Fold;
}

/** Everything that follows from a set of facts, whatever the day one looks at it. */
export interface Fold {
  docket: Docket;
  determination: Determination | null;
  appeals: readonly Appeal[];
  /** All but a court's orders, of which repeated ones depend on the day. */
  duties: readonly Duty[];
  consequences: readonly Consequence[];
  place: Place;
}

/**
 * Reads a history, in any order, by a law. Facts of different days may be recorded in any order with the same result.
 * Never throws on what agencies do; throws only if the statute names a calendar that is not shipped.
 */
export function readClock(history: readonly StatusChange[], law: Law): Timeline {
  const facts = settle(history);
  return { facts, law, whole: fold(facts, law) };
}

/**
 * Reads settled facts. Each matter is read off the same facts by its own file, and none changes them. With `asOf`, by no
 * version of the law that is younger.
 */
export function fold(facts: readonly StatusChange[], law: Law, asOf?: PlainDate): Fold {
  const docket = openDocket(facts, lawOnTrack(lawInForce(law, facts, asOf)));
  const determination = readDetermination(docket);
  const expeditions = readExpedition(docket);
  const appeals = readAppeals(docket, takenOf(determination?.period ?? null));
  const decisions = appeals.flatMap((appeal) => appeal.duty ?? []);
  const silences = readSilences(docket, determination, appeals);
  const maySue = readMaySue(docket, silences, appeals, expeditions);
  const main = determination ? [determination.duty] : [];
  const feesBarred = readFeesBarred(docket, [...main, ...decisions, ...expeditions]);
  const suit = readSuitWindow(docket, maySue.find((span) => !span.consequence.issue) ?? null, appeals);
  const tracking = determination && readTrackingNumber(docket, determination);
  const lapses = readLapses(docket);
  const duties = [
    ...main,
    ...readDuties(docket, determination),
    ...expeditions,
    ...readAnswers(docket),
    ...lapses,
    ...readAppealWindows(docket, appeals, determination),
    ...readSilenceWindows(docket, silences, appeals),
    ...decisions,
    ...readComplaintAnswers(docket),
    ...(suit ? [suit] : []),
    ...(tracking ? [tracking] : []),
  ];
  noteOddities(docket);
  const consequences = [
    ...maySue.map((span) => span.consequence),
    ...silenceConsequences(silences),
    ...(feesBarred ? [feesBarred] : []),
    ...lapseConsequences(lapses),
  ];
  return { docket, determination, appeals, duties, consequences, place: placeOf(docket, determination, appeals) };
}
