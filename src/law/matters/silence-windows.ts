import type { Docket } from '../docket.ts';
import { firstOf } from '../docket.ts';
import { formatDay } from '../plain-date.ts';
import type { OtherReading } from '../standing.ts';
import type { StatusChange } from '../status-change.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Challenge } from '../statute.ts';
import type { Term } from '../terms.ts';
import { windowFrom } from './adverse.ts';
import type { Appeal } from './appeals.ts';
import { dutyId, ifAsAssumed, result, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { plainReadings } from './readings.ts';
import type { SilenceSpan } from './silence.ts';
import { whatIsMissing } from './silence.ts';
import { startOf } from './start.ts';
import { applied, ofFirstDay } from './term.ts';
import type { AppliedTerm } from './term.ts';
import { file, stepsOfWindow } from './windows.ts';

/**
 * The requester's time to challenge a silence: it begins by itself, without a fact, on the last day on which an answer
 * would have been in time.
 */
export function readSilenceWindows(docket: Docket, spans: readonly SilenceSpan[], appeals: readonly Appeal[]): Duty[] {
  const duties = new Map<string, Duty>();
  for (const span of spans) {
    for (const challenge of docket.law.statute.challenges) {
      const opens = challenge.against.find((one) => one.of === span.of && one.when === 'silence');
      if (!opens) continue;
      const duty = windowOfSilence(
        docket,
        span,
        { ...challenge, ...(opens.window !== undefined && { windowAfterSilence: opens.window }) },
        appeals,
      );
      // Two effects of one silence open one window; the earlier one is told.
      if (duty && !duties.has(duty.id)) duties.set(duty.id, duty);
    }
  }
  return [...duties.values()];
}

function windowOfSilence(
  docket: Docket,
  span: SilenceSpan,
  challenge: Challenge,
  appeals: readonly Appeal[],
): Duty | null {
  const rule = challenge.windowAfterSilence === undefined ? challenge.window : challenge.windowAfterSilence;
  if (!rule || rule.from === 'accrual') return null;
  const term = applied(docket.law, challenge.filing, rule, challenge.metBy);
  const window = windowFrom(docket.law, term, startOfWindow(docket, span, rule));
  const counted = window.start === span.lastDay ? ofFirstDay(term) : `counted from ${formatDay(window.start)}`;
  const opens = `${whatIsMissing(span)}; ${counted}${span.assumed ? ` (${ifAsAssumed})` : ''}`;
  const duty: Duty = {
    id: dutyId(challenge.filing, span.cause),
    kind: challenge.filing,
    owedBy: 'requester',
    cause: span.cause,
    opensOn: span.from,
    dueOn: window.dueOn,
    originalDueOn: window.dueOn,
    steps: [
      step(span.lastDay, opens, span.rule.cites),
      ...stepsOfWindow(docket, challenge, window),
      result(window.dueOn, term.cites),
    ],
    otherReadings: [
      ...plainReadings(docket, term, window.start, window.dueOn),
      ...(window.start === span.lastDay ? readingsOfSilence(docket, span, term, window.dueOn) : []),
    ],
    confidence: term.confidence,
  };
  if (rule === challenge.windowAfterSilence && challenge.windowAfterSilence?.expected) duty.expected = true;
  if (span.assumed) duty.assumed = true;
  if (term.metBy === 'received') duty.mustArriveBy = { on: window.dueOn, ...(term.cutOff && { cutOff: term.cutOff }) };
  const filed = filedAgainst(docket, span, challenge, appeals);
  if (filed) file(docket, duty, filed, window);
  else {
    const suit = firstOf(docket.facts, 'lawsuit-filed');
    const after = suit && suit.on >= span.from ? suit.on : undefined;
    const ended = [span.until, after, docket.closing?.on].filter((day) => day !== undefined).sort()[0];
    if (ended) duty.endedOn = ended;
  }
  return duty;
}

/** Where the period itself is disputed, so is the day on which its silence began. */
function readingsOfSilence(
  docket: Docket,
  { duty }: SilenceSpan,
  term: AppliedTerm,
  byDefault: PlainDate,
): OtherReading[] {
  return (duty?.otherReadings ?? []).flatMap((reading) => {
    if (reading.dueOn === null) return [];
    const { dueOn } = windowFrom(docket.law, term, reading.dueOn);
    return dueOn === byDefault ? [] : [{ ...reading, dueOn }];
  });
}

/** The last day on which an answer would have been in time, unless the law counts from the request. */
function startOfWindow(docket: Docket, span: SilenceSpan, { from }: Term): PlainDate {
  const ofRequest = from === 'receipt' || from === 'sending' || from === 'acknowledgement';
  return (ofRequest ? startOf(docket, from)?.on : undefined) ?? span.lastDay;
}

/** An appeal against silence at this level, or before a court a suit, once there was a silence. */
function filedAgainst(
  docket: Docket,
  span: SilenceSpan,
  { level }: Challenge,
  appeals: readonly Appeal[],
): StatusChange | null {
  const answered = span.until;
  const inTime = (fact: StatusChange): boolean => fact.on >= span.from && (!answered || fact.on <= answered);
  const appeal = appeals.find((one) => one.level === level && one.of === null && inTime(one.fact))?.fact;
  if (appeal || level !== 'court') return appeal ?? null;
  return docket.facts.find((fact) => fact.kind === 'lawsuit-filed' && inTime(fact)) ?? null;
}
