import type { DocumentChange } from '../documents/document-follower.ts';
import type { Deadline, Standing } from '../law/standing.ts';
import type { ReminderChange } from '../reminders/reminder-follower.ts';
import type { Change } from '../requests/follower.ts';
import type { Event } from './event.entity.ts';
import type { EventType } from './event-types.ts';

/** An event that is about to be written. */
export type Happened = Pick<Event, 'type' | 'requestId' | 'byUserId' | 'at' | 'data'>;

type What = Pick<Happened, 'type' | 'data'>;

/** What a change of a request tells: the request itself, the facts in their order, then the deadlines. */
export function happenedTo(change: Change): Happened[] {
  const { request, byUserId, at, because, before, added } = change;
  const itself: What[] = [];
  if (before === null) itself.push({ type: 'request.created', data: { version: request.version } });
  else if (because === 'edited') itself.push({ type: 'request.edited', data: { version: request.version } });
  const facts = added.map(({ id, kind, on }): What => {
    return { type: 'status-change.recorded', data: { statusChangeId: id, kind, on } };
  });
  const all = [...itself, ...facts, ...deadlinesBetween(before, change.standing)];
  return all.map((what) => ({ ...what, requestId: request.id, byUserId, at }));
}

/** What became of each deadline from one standing to the next; of what is only expected nobody is told. */
export function deadlinesBetween(before: Standing | null, after: Standing): What[] {
  const old = new Map(told(before).map((deadline) => [deadline.id, deadline]));
  const now = told(after);
  const kept = new Set(now.map((deadline) => deadline.id));
  const gone = [...old.values()].filter((deadline) => !kept.has(deadline.id) && isOpen(deadline));
  return [
    ...gone.map((deadline) => about('deadline.voided', deadline)),
    ...now.flatMap((deadline) => becameOf(old.get(deadline.id), deadline)),
  ];
}

function becameOf(was: Deadline | undefined, is: Deadline): What[] {
  const all: What[] = [];
  if (!was) all.push(about('deadline.opened', is));
  else if (was.dueOn !== is.dueOn) all.push(about('deadline.moved', is, { fromOn: was.dueOn }));
  const wasIn = was?.state ?? 'running';
  if (is.state !== wasIn) {
    if (is.state === 'met') all.push(about('deadline.met', is, { metOn: is.metOn ?? null }));
    if (is.state === 'missed') all.push(about('deadline.missed', is));
    if (is.state === 'void') all.push(about('deadline.voided', is));
  }
  // Done at last, but late.
  const doneLate = is.state === 'missed' && is.metOn !== undefined && was?.metOn === undefined;
  if (doneLate) all.push(about('deadline.met', is, { metOn: is.metOn! }));
  return all;
}

function about(type: EventType, { id, kind, owedBy, dueOn }: Deadline, more: What['data'] = {}): What {
  return { type, data: { deadlineId: id, kind, owedBy, dueOn, ...more } };
}

function told(standing: Standing | null): Deadline[] {
  return standing?.deadlines.filter((deadline) => !deadline.expected) ?? [];
}

function isOpen({ state }: Deadline): boolean {
  return state === 'running' || state === 'paused';
}

export function happenedToDocument({ because, document, byUserId, at }: DocumentChange): Happened {
  const { id, requestId } = document;
  return { type: `document.${because}`, requestId, byUserId, at, data: { documentId: id } };
}

export function happenedToReminders({ because, reminders, byUserId, until, at }: ReminderChange): Happened[] {
  return reminders.map(({ id, requestId, deadlineId, rung, recipientId }) => {
    const data = { reminderId: id, rung, deadlineId, recipientId, ...(until !== undefined && { until }) };
    return { type: `reminder.${because}` as const, requestId, byUserId, at, data };
  });
}
