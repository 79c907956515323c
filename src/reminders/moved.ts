import { v7 } from 'uuid';
import type { Tx } from '../database/database.ts';
import { formatDay, type PlainDate } from '../law/plain-date.ts';
import type { Change } from '../requests/follower.ts';
import { movesBetween } from '../requests/standing-cache.ts';
import { morningAfter } from './decent-hours.ts';
import type { PeopleOf } from './people-of.ts';
import { keepAsked } from './plan-changes.ts';
import { EMAIL } from './plan-store.ts';
import { MOVED } from './plan-input.ts';
import { holders } from './recipients.ts';
import { Reminder } from './reminder.entity.ts';
import { nameOfDeadline } from './words.ts';

type Move = ReturnType<typeof movesBetween>[number];

/**
 * Tells whoever holds a request that dates of it moved although nothing was recorded: the law, a calendar or an agency's
 * rules were changed. The rows are made in the same transaction; nobody hears at night.
 */
export async function tellMoves(tx: Tx, people: PeopleOf, change: Change): Promise<void> {
  const { because, request, standing, before, reason, byUserId, at } = change;
  if (because !== 'law' || request.sample || standing.status === 'closed') return;
  const moves = movesBetween(before, standing);
  if (moves.length === 0) return;
  const text = [...moves.map(inWords), `Because: ${reason}.`].join('\n');
  const planned = holders(people.around(request)).map(({ id: recipientId, timeZone }): Reminder => {
    const id = v7();
    return {
      id,
      requestId: request.id,
      deadlineId: null,
      deadlineKind: null,
      dueOn: null,
      rung: MOVED,
      rungKey: `${MOVED}|${id}`,
      sendAt: morningAfter(timeZone, at),
      rungOn: null,
      putOff: null,
      channel: EMAIL,
      recipientId,
      state: 'planned',
      reason: null,
      text,
      createdBy: null,
      plannedAt: at,
      sentAt: null,
      messageId: null,
      urgent: true,
    };
  });
  await tx.em.insert(Reminder, planned);
  await keepAsked(tx, request, { planned }, { because, byUserId }, at);
}

/** `The appeal decision moves from Wed 18 Nov 2026 to Thu 19 Nov 2026.` */
function inWords({ deadlineKind, fromOn, toOn }: Move): string {
  return `The ${nameOfDeadline(deadlineKind)} moves from ${dayOr(fromOn)} to ${dayOr(toOn)}.`;
}

function dayOr(on: PlainDate | null): string {
  return on === null ? 'no day' : formatDay(on);
}
