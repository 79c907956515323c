import type { Docket } from '../docket.ts';
import { about, firstOf, note } from '../docket.ts';
import { earlierOf, formatDay } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Step } from '../standing.ts';
import { whoActs } from '../status-change.ts';
import type { StatusChange } from '../status-change.ts';
import type { Toll } from '../statute.ts';
import type { Citation } from '../terms.ts';
import { countFrom } from './term.ts';
import { step } from './duty.ts';
import type { Start } from './start.ts';

/** When a message of ours reached the agency. */
export interface Arrival {
  on: PlainDate;
  /** Presumed from the channel, not on record. */
  assumed: boolean;
}

/**
 * When a message of ours arrived: the day on record, else presumed from its channel: e-mail, portal, fax and hand the
 * day sent, mail or unknown the fifth working day after.
 */
export function arrivalOf(docket: Docket, message: StatusChange): Arrival {
  if (message.receivedOn) return { on: message.receivedOn, assumed: false };
  const { after, byLaw } = docket.law.statute.presumedArrival;
  const days = after[message.channel ?? 'unknown'];
  const fixed = message.channel !== undefined && byLaw?.includes(message.channel) === true;
  // The day sent counts as a day on record: a message by these ways arrives when it is sent.
  return { on: docket.calendar.addWorkingDays(message.on, days), assumed: days > 0 && !fixed };
}

/** When an answer was there: one of the agency's own acts (`perfected`, `mediation-ended`) on its date, one of ours when it arrived. */
export function arrivalOfAnswer(docket: Docket, answer: StatusChange): Arrival {
  return whoActs[answer.kind] === 'requester' ? arrivalOf(docket, answer) : { on: answer.on, assumed: false };
}

/**
 * When an appeal arrived, where arriving is what counts: our proof, else the agency's word, else presumed. One that came
 * the day it was sent, but after the hour the agency's rule sets, came on its next working day: 43 CFR 2.58(e).
 */
export function arrivalOfAppeal(docket: Docket, appeal: StatusChange, cutOff: string | undefined): Arrival {
  const stated = appeal.receivedOn ? null : statedForAppeal(docket, appeal);
  return stated ? { on: stated.on, assumed: false } : ownArrival(docket, appeal, cutOff);
}

/** Arrival as far as we know or presume it. */
function ownArrival(docket: Docket, appeal: StatusChange, cutOff: string | undefined): Arrival {
  const arrival = arrivalOf(docket, appeal);
  const { hourOf } = docket.law;
  if (!cutOff || !hourOf || !appeal.at || arrival.on !== appeal.on) return arrival;
  if (!docket.calendar.isWorkingDay(arrival.on) || hourOf(appeal.at) <= cutOff) return arrival;
  return { ...arrival, on: docket.calendar.addWorkingDays(arrival.on, 1) };
}

/** From which day the request runs; null while it has not been received and nothing lets us presume that it was. */
export function startOfRequest(docket: Docket): Start | null {
  const { by } = docket.law.statute.receipt;
  const received = receiptOfRequest(docket);
  // Where any office will do, it does not matter that another one had to find the records.
  const routed = by === 'right-office' ? firstOf(docket.facts, 'routed') : null;
  if (!received) return routed ? onWorkingDay(docket, routedAlone(docket, routed), routed.at) : null;
  const at = firstOf(docket.facts, 'received')?.at ?? docket.filed?.at;
  return onWorkingDay(docket, routed ? startWhenRouted(docket, received, routed) : received, at);
}

/** What comes on a day off, or after hours, comes on the next working day where the law says so. */
function onWorkingDay(docket: Docket, start: Start, at: string | undefined): Start {
  const { onDayOff, cutOff, cites } = docket.law.statute.receipt;
  if (onDayOff === 'that-day') return withNextWorkingDay(docket, start);
  const on = isAfterHours(docket, start.on, at, cutOff)
    ? docket.calendar.addWorkingDays(start.on, 1)
    : docket.calendar.onOrAfter(start.on);
  if (on === start.on) return start;
  const why = docket.calendar.isWorkingDay(start.on) ? `after ${cutOff}` : 'on a day off';
  const says = `it came ${why}, so it counts as received ${formatDay(on)}`;
  return { ...start, on, steps: [...start.steps, step(on, says, cites)] };
}

function isAfterHours(docket: Docket, on: PlainDate, at: string | undefined, cutOff: string | undefined): boolean {
  const { hourOf } = docket.law;
  // The hour counts only where the instant is of that day: a day moved by a presumption has no hour.
  if (!cutOff || !at || !hourOf || !docket.facts.some((fact) => fact.at === at && fact.on === on)) return false;
  return docket.calendar.isWorkingDay(on) && hourOf(at) > cutOff;
}

/** Receipt by the first office: on record, or stated by the agency, or presumed. */
function receiptOfRequest(docket: Docket): Start | null {
  const cites = receiptCites(docket);
  const received = firstOf(docket.facts, 'received');
  const ours = received?.receivedOn ?? received?.on ?? docket.filed?.receivedOn ?? null;
  const letter =
    docket.facts.find((fact) => fact.kind === 'acknowledged' && fact.receivedOn && !isAboutAppeal(docket, fact)) ??
    null;
  const theirs = letter?.receivedOn ?? null;
  if (ours) {
    const disputed = letter && theirs && theirs > ours;
    if (disputed)
      note(
        docket,
        'receipt-date-disputed',
        letter,
        `the agency says it received the request on ${formatDay(theirs)}; ours is ${formatDay(ours)}`,
      );
    return {
      on: ours,
      assumed: false,
      steps: [
        step(
          ours,
          `${docket.law.statute.receipt.word ?? 'received'} ${formatDay(ours)}; the day of receipt is not counted`,
          cites,
        ),
      ],
      others: theirs ? [{ policy: 'agency-receipt-date', on: theirs }] : [],
    };
  }
  if (!docket.filed) return null;
  const presumed = arrivalOf(docket, docket.filed);
  return letter && theirs
    ? statedByAgency(docket, letter, theirs, presumed)
    : presumedReceipt(docket, docket.filed, presumed);
}

function statedByAgency(docket: Docket, letter: StatusChange, theirs: PlainDate, presumed: Arrival): Start {
  const cites = receiptCites(docket);
  const disputed = !presumed.assumed && theirs > presumed.on;
  if (disputed) {
    note(
      docket,
      'receipt-date-disputed',
      letter,
      `the agency says it received on ${formatDay(theirs)} what was sent on ${formatDay(presumed.on)}`,
    );
  }
  return {
    on: theirs,
    assumed: false,
    steps: [step(theirs, `received ${formatDay(theirs)}, says the agency; the day of receipt is not counted`, cites)],
    others: disputed ? [{ policy: 'received-the-day-sent', on: presumed.on }] : [],
  };
}

function presumedReceipt(docket: Docket, filed: StatusChange, presumed: Arrival): Start {
  const cites = docket.law.statute.presumedArrival.cites;
  const by = filed.channel ? `sent by ${wayOf(filed)}` : 'sent';
  // A question dated before the presumed day shows that the request had come: on that reading it stops the period.
  const asked = docket.facts.find((fact) => fact.on < presumed.on && fact.on >= filed.on && waitsForUs(docket, fact));
  const byLaw =
    filed.channel !== undefined && docket.law.statute.presumedArrival.byLaw?.includes(filed.channel) === true;
  return {
    on: presumed.on,
    assumed: !byLaw,
    steps: [
      step(
        presumed.on,
        `${byLaw ? 'by law' : 'assumed'} received ${formatDay(presumed.on)} (${by} ${formatDay(filed.on)}); the day of receipt is not counted`,
        cites,
      ),
    ],
    others: asked ? [{ policy: 'agency-receipt-date', on: asked.on }] : [],
  };
}

/** Whether the agency asks something that can stop its period. */
function waitsForUs(docket: Docket, fact: StatusChange): boolean {
  return docket.law.statute.tolls.some((toll) => isAskedBy(toll, fact));
}

/** Whether a fact is a question of this kind. */
export function isAskedBy({ asks, only }: Toll, fact: StatusChange): boolean {
  if (fact.kind !== asks) return false;
  if (only === 'asks-answer') return 'asksAnswer' in fact && fact.asksAnswer;
  return only !== 'prepayment' || ('prepayment' in fact && fact.prepayment === true);
}

/** `e-mail`, `mail`: the way a message went, for a sentence. */
export function wayOf(message: StatusChange): string {
  return message.channel === 'email' ? 'e-mail' : (message.channel ?? 'a way not recorded');
}

function routedAlone(docket: Docket, routed: StatusChange): Start {
  const cites = receiptCites(docket);
  const steps = [
    step(
      routed.on,
      `received by the right component ${formatDay(routed.on)}; the day of receipt is not counted`,
      cites,
    ),
  ];
  return { on: routed.on, assumed: false, steps, others: [] };
}

/** The period starts when the right component has it, but no later than the cap after the first office had it. */
function startWhenRouted(docket: Docket, received: Start, routed: StatusChange): Start {
  const cap = docket.law.statute.terms['start-cap'];
  if (!cap) return { ...routedAlone(docket, routed), steps: [...received.steps, reachedStep(docket, routed)] };
  const capFrom = (on: PlainDate): PlainDate => countFrom(docket.calendar, on, cap.count, cap.unit);
  const latest = capFrom(received.on);
  const on = earlierOf(routed.on, latest);
  const reached = reachedStep(docket, routed);
  const says = `the period starts at the latest ${cap.count} working days after that: day 0 is ${formatDay(latest)}`;
  return {
    on,
    assumed: received.assumed && on === latest,
    steps:
      on === routed.on && on !== latest
        ? [...received.steps, reached]
        : [...received.steps, step(latest, says, cap.cites), reached],
    others: [
      {
        policy: 'cap-ten-calendar-days',
        on: earlierOf(routed.on, countFrom(docket.calendar, received.on, cap.count, 'calendar-day')),
      },
      ...received.others.map((other) => ({ ...other, on: earlierOf(routed.on, capFrom(other.on)) })),
    ],
  };
}

function reachedStep(docket: Docket, routed: StatusChange): Step {
  return step(routed.on, `reached the right component ${formatDay(routed.on)}`, receiptCites(docket));
}

function receiptCites(docket: Docket): Citation {
  return docket.law.statute.receipt.cites;
}

function withNextWorkingDay(docket: Docket, start: Start): Start {
  const next = docket.calendar.onOrAfter(start.on);
  return next === start.on
    ? start
    : { ...start, others: [...start.others, { policy: 'next-working-day-receipt', on: next }] };
}

function isAboutAppeal(docket: Docket, fact: StatusChange): boolean {
  const target = docket.links.targetOf(fact);
  return docket.facts.some((other) => other.id === target && other.kind === 'appealed');
}

/** From which day an appeal runs: our proof of arrival, else the agency's word, else presumed. */
export function startOfAppeal(docket: Docket, appeal: StatusChange<'appealed'>): Start {
  const stated = statedForAppeal(docket, appeal);
  const arrival = ownArrival(docket, appeal, docket.law.overrides?.['appeal-filing']?.cutOff);
  const on = appeal.receivedOn ?? stated?.on ?? arrival.on;
  const assumed = !appeal.receivedOn && !stated;
  const { presumedArrival } = docket.law.statute;
  const others: Start['others'] = [];
  if (stated && stated.on > arrival.on && !arrival.assumed) {
    const says = `the agency says it received the appeal on ${formatDay(stated.on)}; ours is ${formatDay(arrival.on)}`;
    note(docket, 'receipt-date-disputed', stated.letter, says);
    const proven = appeal.receivedOn !== undefined;
    others.push(
      proven ? { policy: 'agency-receipt-date', on: stated.on } : { policy: 'received-the-day-sent', on: arrival.on },
    );
  }
  const says = assumed
    ? `appeal assumed received ${formatDay(on)} (sent by ${wayOf(appeal)} ${formatDay(appeal.on)})`
    : `appeal received ${formatDay(on)}`;
  const steps = [
    step(on, `${says}; the day of receipt is not counted`, assumed ? presumedArrival.cites : receiptCites(docket)),
  ];
  return onWorkingDay(docket, { on, assumed, steps, others }, appeal.at);
}

/** The day on which the agency says it received the appeal. */
function statedForAppeal(docket: Docket, appeal: StatusChange): { on: PlainDate; letter: StatusChange } | null {
  for (const letter of about(docket, appeal.id, ['appeal-received', 'acknowledged'])) {
    const on = letter.receivedOn ?? (letter.kind === 'appeal-received' ? letter.on : null);
    if (on) return { on, letter };
  }
  return null;
}
