import type { NewJob } from '../jobs/lease.ts';
import { PRIORITY } from '../jobs/priorities.ts';
import { EMAIL } from './plan-store.ts';
import type { Message } from './reminder.entity.ts';

export const DELIVER = 'deliver-message';
/** With the waits between them more than four days: a mail server may be away over a long weekend. */
const DELIVER_TRIES = 30;

/** The job that sends one message, in the line of its channel. */
export function deliver({ id, channel }: Pick<Message, 'id' | 'channel'>, priority: number = PRIORITY.usual): NewJob {
  const lane = channel === EMAIL ? 'mail' : 'chat';
  return { kind: DELIVER, subjectId: id, lane, priority, maxAttempts: DELIVER_TRIES };
}
