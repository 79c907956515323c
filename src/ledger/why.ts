import type { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { formatDay, type PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { subjectOf } from '../reminders/plan-input.ts';
import { visibleAmong } from '../requests/access.ts';
import type { Request } from '../requests/request.entity.ts';
import { dayIn } from '../zone.ts';
import { loadWhy } from './why-context.ts';
import { inPlaceOf } from './why-ended.ts';
import { concernsDay, whyPlanned } from './why-planned.ts';
import { aboutAll, whyUnplanned } from './why-unplanned.ts';
import type { WhyReason, WhyView } from './why.dto.ts';
import { hour } from './why-words.ts';

/** Why one person was told something of a request on one day, and why not; for whoever was let in to it. */
export async function whyOn(
  scope: Scope,
  request: Request,
  person: User,
  on: PlainDate,
  now: Instant,
): Promise<WhyView> {
  const c = await loadWhy(scope, request, person, on, now);
  const concerned = c.rows.filter((row) => concernsDay(row, c));
  const live = new Set(
    concerned.filter(({ reminder }) => reminder.state !== 'cancelled').map(({ reminder }) => reminder.id),
  );
  // What stands in its place tells the same, and what became of it.
  const planned = concerned.filter((row) => !live.has(inPlaceOf(row)?.id ?? ''));
  const covered = new Set(planned.map(({ reminder }) => subjectOf(reminder)));
  const reasons: WhyReason[] = planned.map((row) => whyPlanned(row, c));
  const sees = (await visibleAmong(scope, person, [request.id])).has(request.id);
  if (!sees) reasons.push(aboutAll('no-access', `${person.name} cannot see this request, as it stands now`));
  if (person.disabledAt !== null && person.disabledAt <= c.then) {
    const says = `${person.name} does not work at the desk any more, since ${hour(c, person.disabledAt)}`;
    reasons.push({ ...aboutAll('disabled', says), at: person.disabledAt });
  }
  if (sees) reasons.push(...(await whyUnplanned(scope, c, covered)));
  if (reasons.length === 0) reasons.push(aboutAll('nothing', 'there was no deadline of which anybody is told'));
  const told = reasons.some((one) => one.code === 'sent');
  const head =
    on > dayIn(person.timeZone, now)
      ? `What ${person.name} is to be told of ${request.number} on ${formatDay(on)}, which has not come yet:`
      : `${person.name} was ${told ? '' : 'not '}told of ${request.number} on ${formatDay(on)}${told ? '.' : ', because:'}`;
  return {
    request: { id: request.id, number: request.number },
    person: { id: person.id, name: person.name },
    ...{ on, timeZone: person.timeZone, told },
    says: [head, ...reasons.map((one) => `- ${one.says}`)].join('\n'),
    reasons,
  };
}
