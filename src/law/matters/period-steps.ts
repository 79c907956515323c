import type { Docket } from '../docket.ts';
import { note } from '../docket.ts';
import { addDays, formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Step } from '../standing.ts';
import type { StatusChange } from '../status-change.ts';
import type { Citation } from '../statute.ts';
import { inOrderOfDays, result, skippedHolidays, step } from './duty.ts';
import type { PeriodInput, PeriodNote, PeriodResult } from './period.ts';
import { inWords } from './term.ts';

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
  cites: Citation;
}

/** Every step from the start to the date: the count, each holiday left out, each pause, the extension, the day. */
export function explainPeriod(period: Explained): Step[] {
  const { docket, input, result: end, start } = period;
  const { unit } = input;
  const first = unit === 'working-day' ? docket.calendar.addWorkingDays(start, 1) : addDays(start, 1);
  const steps = [
    ...period.startSteps,
    step(start, `${inWords(input.count, unit)} ${period.what}; the first is ${formatDay(first)}`, period.cites),
    ...pauseSteps(period),
    ...extensionSteps(period),
  ];
  if (unit === 'working-day') steps.push(...holidaySteps(period));
  inOrderOfDays(steps);
  if (end.dueOn) steps.push(result(end.dueOn, end.extension ? docket.law.statute.terms.extension.cites : period.cites));
  return steps;
}

function pauseSteps({ docket, input, result: end }: Explained): Step[] {
  const { tolls, rules } = docket.law.statute;
  return end.pauses.flatMap((pause) => {
    const { event } = pause;
    const asked = event.toll === 'fee' ? 'a question about fees' : 'a question';
    const says = `${asked} sent ${formatDay(event.fact.on)}: the period stands still after ${inWords(pause.used, input.unit)}`;
    const steps = [step(event.fact.on, says, tolls[event.toll].cites)];
    if (!event.answeredOn) return steps;
    const left = inWords(input.count - pause.used, input.unit);
    const presumed = event.assumed ? 'assumed to have reached' : 'reached';
    const { answeredOn } = event;
    const still = end.pauses.some((p) => p !== pause && p.from <= addDays(answeredOn, 1) && (p.to ?? '9') > answeredOn);
    const goesOn = still
      ? '; another question still keeps the period still'
      : `: counting goes on the day after, ${left} left`;
    const resumes = `the answer ${presumed} the agency ${formatDay(answeredOn)}${goesOn}`;
    return [...steps, step(event.answeredOn, resumes, rules['toll-span'].cites)];
  });
}

function extensionSteps({ docket, result: end, input }: Explained): Step[] {
  if (!end.extension) return [];
  const { event, used } = end.extension;
  const { ground, until, on } = event.fact;
  const cites = docket.law.statute.terms.extension.cites;
  const added = inWords(used, input.extension.unit);
  if (!end.baseDueOn || !end.dueOn) {
    return [step(on, `extended ${formatDay(on)} (${ground}): ${added} more once the rest has run`, cites)];
  }
  const own = until === end.dueOn ? `, to the agency's own day` : '';
  return [
    step(on, `extended ${formatDay(on)} (${ground}): ${added} more after ${formatDay(end.baseDueOn)}${own}`, cites),
  ];
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
  return end.dueOn ? [...steps, ...skippedHolidays(docket.calendar, at, end.dueOn)] : steps;
}

const noteSays: Record<PeriodNote, string> = {
  'toll-before-start': 'asked before the period started: it stops nothing',
  'toll-after-expiry': 'asked when no day of the period was left: it stops nothing',
  'toll-during-extension': 'asked during the added days, which no question stops',
  'toll-on-appeal': 'asked during the appeal, whose period no question stops',
  'second-question': 'a second question about the records: only one stops the period',
  'extension-late': 'the notice of extension came when the period had ended: it gives nothing',
  'extension-repeated': 'a second extension of the same stage: it gives nothing',
  'extension-days-spent': 'the days of extension were used up before the appeal: it gives nothing',
  'extension-beyond-ten-days': 'the agency names a later day than the law allows; it is kept as its estimate',
};

/** Puts on record what did nothing, or less than it said. */
export function noteAnomalies(docket: Docket, end: PeriodResult): void {
  for (const { event, note: kind } of end.notes) note(docket, kind, event.fact, noteSays[kind]);
  const until = end.extension?.event.fact.until;
  if (end.extension && end.dueOn && until && until > end.dueOn) sayBeyond(docket, end.extension.event.fact);
}

function sayBeyond(docket: Docket, extended: StatusChange): void {
  note(docket, 'extension-beyond-ten-days', extended, noteSays['extension-beyond-ten-days']);
}
