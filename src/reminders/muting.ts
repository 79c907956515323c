import type { Tx } from '../database/database.ts';
import { DeskError } from '../errors.ts';
import type { Instant } from '../now.ts';
import { PeopleOf } from './people-of.ts';
import { openHolders } from './recipients.ts';
import { Reminder } from './reminder.entity.ts';
import { loadSubjects } from './subjects.ts';

/**
 * Its recipient hears no more of what a reminder is about. An agency's deadline is then silent; one of ours goes to the
 * next person, so the last one who is told cannot mute it (`conflict`): only a recorded fact ends it.
 */
export async function mute(tx: Tx, row: Reminder, now: Instant): Promise<void> {
  const { request, standing } = (await loadSubjects(tx, [row.requestId], now)).get(row.requestId)!;
  const deadline = standing.deadlines.find((one) => one.id === row.deadlineId);
  if (deadline?.owedBy === 'requester') {
    const rows = await aboutTheSame(tx, row);
    const muted = new Set(rows.filter((one) => one.reason === 'muted').map((one) => one.recipientId));
    const people = (await PeopleOf.load(tx, [request])).around(request);
    if (!openHolders(people, muted.add(row.recipientId))) {
      throw new DeskError(
        'conflict',
        'Nobody else is told of this deadline of ours, so it cannot be muted. Record what was done, or give the request to somebody else.',
        { accepted: standing.nextStatusChanges },
      );
    }
  }
  // What is planned of it is ended by the plan that is made anew after this.
  await tx.em.update(Reminder, { id: row.id }, { reason: 'muted' });
}

/** Everybody hears of it again, from the next rung on. */
export async function unmute(tx: Tx, row: Reminder): Promise<void> {
  for (const one of await aboutTheSame(tx, row)) {
    if (one.reason !== 'muted') continue;
    await tx.em.update(Reminder, { id: one.id }, { reason: one.state === 'cancelled' ? 'unmuted' : null });
  }
}

function aboutTheSame(tx: Tx, { requestId, deadlineId, rung }: Reminder): Promise<Reminder[]> {
  return tx.em.findBy(Reminder, deadlineId === null ? { requestId, rung } : { requestId, deadlineId });
}
