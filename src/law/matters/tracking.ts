import type { Docket } from '../docket.ts';
import { formatDay } from '../plain-date.ts';
import type { Determination } from './determination.ts';
import { dutyId, result, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { applied, countFrom, inWords } from './term.ts';

/** A tracking number for what takes longer than ten days. The text sets no day, so it is expected and never missed. */
export function readTrackingNumber(docket: Docket, determination: Determination): Duty | null {
  const rule = docket.law.statute.terms['tracking-number'];
  if (!rule) return null;
  const { duty: main, start } = determination;
  const term = applied(docket.law, 'tracking-number', rule);
  const dueOn = countFrom(docket.calendar, start.on, term.count, term.unit);
  const says = `a tracking number is due for a request that takes longer than ${inWords(term.count, term.unit)}; no day is set for it`;
  const duty: Duty = {
    id: dutyId('tracking-number', main.cause),
    kind: 'tracking-number',
    owedBy: 'agency',
    cause: main.cause,
    opensOn: main.opensOn,
    dueOn,
    originalDueOn: dueOn,
    expected: true,
    steps: [
      step(start.on, `counted from ${formatDay(start.on)}`, term.cites),
      step(start.on, says, term.cites),
      result(dueOn, term.cites),
    ],
    otherReadings: [],
    confidence: term.confidence,
  };
  const given = docket.facts.find((fact) => fact.trackingNumber);
  const ended = main.done?.on ?? main.endedOn;
  if (given) duty.done = { by: given, on: given.on };
  else if (ended) duty.endedOn = ended;
  if (start.assumed) duty.assumed = true;
  return duty;
}
