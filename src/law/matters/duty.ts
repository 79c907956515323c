import type { Calendar, SkippedDay } from '../calendar.ts';
import { addDays, compareDays, daysBetween, formatDay, laterOf } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { DeadlineKind, OtherReading, Step } from '../standing.ts';
import type { Party, StatusChange } from '../status-change.ts';
import type { Policy, PolicyName } from '../statute.ts';
import type { Citation, Confidence, Length } from '../terms.ts';
import { confidences } from '../terms.ts';

/** A deadline before anybody has looked at the calendar: what is owed, by when, and whether it was done. */
export interface Duty {
  id: string;
  kind: DeadlineKind;
  owedBy: Party;
  cause: StatusChange;
  /** The first day on which it exists. */
  opensOn: PlainDate;
  dueOn: PlainDate | null;
  originalDueOn: PlainDate | null;
  remaining?: Length;
  /** Done, in time or late. */
  done?: { by: StatusChange; on: PlainDate };
  /** Owed no longer, from this day. */
  endedOn?: PlainDate;
  assumed?: boolean;
  /** Its day is that of a timely extension. */
  extended?: boolean;
  expected?: boolean;
  onlyIf?: string;
  mustArriveBy?: { on: PlainDate; cutOff?: string };
  steps: Step[];
  otherReadings: OtherReading[];
  /** How sure we are of the rules behind it: as sure as of the least of them. */
  confidence: Confidence;
}

/** The least of several. */
export function leastSure(...all: Confidence[]): Confidence {
  return all.reduce((least, one) => (confidences.indexOf(one) > confidences.indexOf(least) ? one : least), 'high');
}

/** `kind:cause`, the same on every reading of the history. */
export function dutyId(kind: DeadlineKind, cause: StatusChange): string {
  return `${kind}:${cause.id}`;
}

export function step(on: PlainDate, says: string, cites?: Citation): Step {
  return cites ? { on, says, cites } : { on, says };
}

/**
 * One step for each holiday that fell into a stretch that was counted, after `from`, up to and including `to`; and for
 * each day that counts only because the agency's own calendar says so by name.
 */
export function skippedHolidays(calendar: Calendar, from: PlainDate, to: PlainDate): Step[] {
  const off = runsOf(calendar.holidaysBetween(from, to)).flatMap((run) => {
    const [first, last] = [run[0]!, run.at(-1)!];
    if (run.length > 5) {
      const days = `${formatDay(first.on)} to ${formatDay(last.on)}`;
      return [step(first.on, `${days} are not counted: ${first.name}`, calendar.citationFor(first))];
    }
    return run.map((one) =>
      step(one.on, `${formatDay(one.on)} is not counted: ${one.name}`, calendar.citationFor(one)),
    );
  });
  const back = calendar
    .putBackBetween(from, to)
    .map((one) => step(one.on, `${formatDay(one.on)} is counted: ${one.name}`, calendar.citationFor(one)));
  return back.length > 0 ? inOrderOfDays([...off, ...back]) : off;
}

/** Said of what follows from a day of receipt that is presumed, not known. */
export const ifAsAssumed = 'if it was received on the day assumed';

/** Days off that follow one another under one name, over weekends too: a decree of three months is one line, not sixty. */
function runsOf(days: readonly SkippedDay[]): SkippedDay[][] {
  const runs: SkippedDay[][] = [];
  for (const one of days) {
    const before = runs.at(-1)?.at(-1);
    if (before?.name === one.name && daysBetween(before.on, one.on) <= 3) runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** The step that closes every explanation. */
export function result(dueOn: PlainDate, cites: Citation): Step {
  return step(dueOn, `= ${formatDay(dueOn)}`, cites);
}

/** Steps in the order of their days; steps of one day stay as they were written. */
export function inOrderOfDays(steps: Step[]): Step[] {
  return steps.sort((a, b) => compareDays(a.on, b.on));
}

/** The other reading of a policy, if it gives another day. None if the law does not know the policy. */
export function otherReading(
  policies: { [K in PolicyName]?: Policy },
  policy: PolicyName,
  dueOn: PlainDate | null,
  byDefault: PlainDate | null,
): OtherReading[] {
  const rule = policies[policy];
  return rule && dueOn !== byDefault ? [{ policy, says: rule.other, dueOn, cites: rule.otherCites }] : [];
}

/**
 * The first day on which a duty is late if nothing more is recorded; null if it was done or fell away in time, or has no
 * day to miss.
 */
export function lateFrom(duty: Duty): PlainDate | null {
  if (duty.dueOn === null || duty.expected) return null;
  if (duty.done && duty.done.on <= duty.dueOn) return null;
  if (!duty.done && duty.endedOn && duty.endedOn <= duty.dueOn) return null;
  return addDays(duty.dueOn, 1);
}

/** What is said of what follows from a lapse, where another reading of the period puts the lapse later, or knows no day yet. */
export function onLatestReading({ dueOn, otherReadings }: Pick<Duty, 'dueOn' | 'otherReadings'>): string {
  if (dueOn === null) return '';
  const days = otherReadings.map((reading) => reading.dueOn);
  if (days.includes(null)) return '; on another reading not yet';
  const latest = days.reduce<PlainDate>((late, day) => laterOf(late, day!), dueOn);
  return latest > dueOn ? `; on another reading not before ${formatDay(addDays(latest, 1))}` : '';
}
