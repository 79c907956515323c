/** Every kind of event, in one closed list: subscriptions and filters name these. */
export const eventTypes = [
  'request.created',
  'request.edited',
  'status-change.recorded',
  'deadline.opened',
  'deadline.moved',
  'deadline.met',
  'deadline.missed',
  'deadline.voided',
  'document.attached',
  'document.edited',
  'document.read',
  'document.removed',
  'reminder.sent',
  'reminder.failed',
  'reminder.acknowledged',
  'reminder.snoozed',
  'reminder.muted',
  'reminder.unmuted',
] as const;
export type EventType = (typeof eventTypes)[number];

/** How any event of a confidential request is called outside: that something happened, not what. */
export const TOUCHED = 'request.touched';
/** Sent to a webhook to try it out; no event of any request. */
export const PING = 'ping';

export const shownTypes = [...eventTypes, TOUCHED] as const;
export type ShownType = (typeof shownTypes)[number];
