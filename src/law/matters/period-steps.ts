import { countingSteps } from '../closures.ts';
import type { Docket } from '../docket.ts';
import { note } from '../docket.ts';
import { addDays, formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Step } from '../standing.ts';
import type { StatusChange } from '../status-change.ts';
import type { ExtensionRule } from '../statute.ts';
import { suspendedBetween } from '../suspensions.ts';
import { inOrderOfDays, result, skippedHolidays, step } from './duty.ts';
import type { Pause } from './pauses.ts';
import type { PeriodInput, PeriodNote, PeriodResult } from './period.ts';
import { inWords, lengthInWords, rollSteps } from './term.ts';
import type { AppliedTerm } from './term.ts';

/** A period with what it takes to explain it. */
export interface Explained {
  docket: Docket;
  input: PeriodInput;
  result: PeriodResult;
  start: PlainDate;
  /** Steps that led to the start. */
  startSteps: Step[];
  /** `to decide`, `to decide the appeal`. */
  what: string;
  term: AppliedTerm;
}

/** Every step from the start to the date: the count, each holiday left out, each pause, the extension, the day. */
export function explainPeriod(period: Explained): Step[] {
  const { docket, result: end, start, term } = period;
  const steps = [
    ...period.startSteps,
    step(start, `${lengthInWords(term)} ${period.what}${firstDay(period)}`, term.cites),
    ...pauseSteps(period),
    ...extensionSteps(period),
  ];
  if (countsWorkingDays(term)) steps.push(...holidaySteps(period));
  else if (end.endsOn) steps.push(...suspensionSteps(docket, start, end.endsOn));
  if (end.endsOn) steps.push(...countingSteps(docket.law, start, end.endsOn));
  inOrderOfDays(steps);
  if (end.endsOn) steps.push(...rollSteps(docket.calendar, term, end.endsOn));
  if (end.dueOn) steps.push(result(end.dueOn, end.extensions.at(-1)?.rule.cites ?? term.cites));
  return steps;
}

function countsWorkingDays({ unit, orAtMost }: AppliedTerm): boolean {
  return [unit, orAtMost?.unit].some((one) => one === 'working-day' || one === 'working-week');
}

/** Of days and weeks, the first that counts; months keep the day of the month and need none. */
function firstDay({ docket, start, term: { unit } }: Explained): string {
  if (unit === 'month' || unit === 'year' || unit === 'hour') return '';
  const working = unit === 'working-day' || unit === 'working-week';
  return `; the first is ${formatDay(working ? docket.calendar.addWorkingDays(start, 1) : addDays(start, 1))}`;
}

function pauseSteps({ docket, result: end }: Explained): Step[] {
  return end.pauses.flatMap((pause) => {
    const { event } = pause;
    const says = `${askedInWords(event)} ${formatDay(event.fact.on)}: the period stands still after ${inWords(pause.used.count, pause.used.unit)}`;
    const steps = [step(event.fact.on, says, event.toll.cites)];
    if (!event.answeredOn) return steps;
    const presumed = event.assumed ? 'assumed to have reached' : 'reached';
    const { answeredOn } = event;
    const still = end.pauses.some((p) => p !== pause && p.from <= addDays(answeredOn, 1) && (p.to ?? '9') > answeredOn);
    const resumes = `the answer ${presumed} the agency ${formatDay(answeredOn)}${still ? '; another question still keeps the period still' : goesOn(pause)}`;
    return [
      ...steps,
      step(event.answeredOn, resumes, docket.law.statute.rules['toll-span']?.cites ?? event.toll.cites),
    ];
  });
}

/** What stopped the period. */
function askedInWords({ fact, toll }: Pause['event']): string {
  if (fact.kind === 'mediation-requested') return 'mediation asked for';
  if (fact.kind === 'ruling-requested') return 'a ruling asked for';
  return toll.id === 'fee' ? 'a question about fees sent' : 'a question sent';
}

function goesOn({ restarts, left }: Pause): string {
  if (restarts) return ': the period begins anew, that day is not counted';
  return `: counting goes on the day after, ${inWords(left.count, left.unit)} left`;
}

function extensionSteps({ result: end }: Explained): Step[] {
  return end.extensions.map(({ event, rule, used }) => {
    const { ground, until } = event;
    const { on } = event.fact;
    const says = `extended ${formatDay(on)} (${ground}): `;
    if (rule.count === null)
      return step(
        on,
        `${says}${until ? `to ${formatDay(until)}, the agency's own day` : 'no new day is named'}`,
        rule.cites,
      );
    if (rule.from === 'start' || rule.from === 'acknowledgement') {
      const since = rule.from === 'start' ? 'from the start' : 'from the acknowledgement';
      return step(on, `${says}${inWords(rule.count, rule.unit)} in all ${since}${ownDay(end, until)}`, rule.cites);
    }
    const added = inWords(used, rule.unit);
    if (rule.from === 'notice') return step(on, `${says}${added} from that day${ownDay(end, until)}`, rule.cites);
    if (!end.baseDueOn || !end.dueOn) return step(on, `${says}${added} more once the rest has run`, rule.cites);
    return step(on, `${says}${added} more after ${formatDay(end.baseDueOn)}${ownDay(end, until)}`, rule.cites);
  });
}

function ownDay({ endsOn }: PeriodResult, until: PlainDate | undefined): string {
  return until && until === endsOn ? `, to the agency's own day` : '';
}

/** Holidays in the stretches that were counted; inside a pause there is nothing to leave out. */
function holidaySteps({ docket, result: end, start }: Explained): Step[] {
  const steps: Step[] = [];
  let at = start;
  for (const { from, to } of end.pauses) {
    if (from > at) steps.push(...skippedHolidays(docket.calendar, at, addDays(from, -1)));
    if (to === null) return steps;
    if (to > at) at = to;
  }
  return end.endsOn ? [...steps, ...skippedHolidays(docket.calendar, at, end.endsOn)] : steps;
}

/** What a term that nothing stops left out on its way, and what it did not: days off or decrees, and closures that count. */
export function passedSteps(
  docket: Docket,
  { unit }: Pick<AppliedTerm, 'unit'>,
  start: PlainDate,
  end: PlainDate,
): Step[] {
  const working = unit === 'working-day' || unit === 'working-week';
  const left = working ? skippedHolidays(docket.calendar, start, end) : suspensionSteps(docket, start, end);
  return inOrderOfDays([...left, ...countingSteps(docket.law, start, end)]);
}

/** One step for each decree that moved the end of a term in calendar days or months. */
function suspensionSteps(docket: Docket, start: PlainDate, end: PlainDate): Step[] {
  return suspendedBetween(docket.calendar.suspensions, start, end).map(({ from, to, says, cites }) =>
    step(
      from,
      from === to
        ? `${formatDay(from)} is not counted: ${says}`
        : `${formatDay(from)} to ${formatDay(to)} are not counted: ${says}`,
      cites,
    ),
  );
}

const noteSays: Record<PeriodNote, string> = {
  'toll-before-start': 'asked before the period started: it stops nothing',
  'toll-after-expiry': 'asked when no day of the period was left: it stops nothing',
  'toll-during-extension': 'asked during the added days, which no question stops',
  'toll-on-appeal': 'asked during the appeal, whose period no question stops',
  'second-question': 'a second question about the records: only one stops the period',
  'question-late': 'asked later than the law allows: it stops nothing',
  'extension-late': 'the notice of extension came later than the law allows: it gives nothing',
  'extension-repeated': 'a second extension of the same stage: it gives nothing',
  'extension-not-provided': 'the law gives no such extension: its day is kept as an estimate',
  'extension-without-date': 'an extension without a new day: the law sets none, and the agency names none',
  'extension-days-spent': 'the days of extension were used up before the appeal: it gives nothing',
  'extension-beyond-ten-days': 'the agency names a later day than the law allows; it is kept as its estimate',
};

/** Puts on record what did nothing, or less than it said. */
export function noteAnomalies(docket: Docket, end: PeriodResult): void {
  for (const { event, note: kind } of end.notes) note(docket, kind, event.fact, noteSays[kind]);
  for (const { event, rule } of end.extensions) {
    const { until } = event;
    if (rule.count !== null && end.dueOn && until && until > end.dueOn) sayBeyond(docket, event.fact, rule);
  }
}

function sayBeyond(docket: Docket, extended: StatusChange, { count, unit }: ExtensionRule): void {
  const ten = count === 10 && unit === 'working-day';
  const kind = ten ? 'extension-beyond-ten-days' : 'extension-beyond-limit';
  note(docket, kind, extended, noteSays['extension-beyond-ten-days']);
}
