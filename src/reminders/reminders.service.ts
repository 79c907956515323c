import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError, notFound } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { type Page, pageOf, toPage } from '../http/page.ts';
import { isId } from '../http/validators.ts';
import { addDays, formatDay, type PlainDate } from '../law/plain-date.ts';
import { type Instant, Now } from '../now.ts';
import { access, visibleAmong, visibleInSql } from '../requests/access.ts';
import type { Request } from '../requests/request.entity.ts';
import { Where } from '../requests/where.ts';
import { dayIn, instantAt, startOfDay } from '../zone.ts';
import { Acts } from './acts.service.ts';
import { channelsOf } from './messages-for.ts';
import { keepAsked } from './plan-changes.ts';
import { EMAIL } from './plan-store.ts';
import { MORNING } from './moments.ts';
import { OWN } from './plan-input.ts';
import { Reminder } from './reminder.entity.ts';
import {
  type NewReminderDto,
  type ReminderChangesDto,
  type RemindersQuery,
  type ReminderView,
  type ShownReminder,
  toReminderView,
} from './reminders.dto.ts';
import { replanOne } from './replan.ts';

/** What people do with reminders: look, set their own, call off, mute. */
@Injectable()
export class RemindersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  /** Soonest first; of requests that `user` may see. */
  list(user: User, call: Call, query: RemindersQuery): Promise<Page<ReminderView>> {
    const { limit, after } = pageOf(query, 2);
    const where = filtersOf(user, query);
    if (after) where.and('(m.send_at, m.id) > (:afterAt, :afterId)', { afterAt: after[0], afterId: after[1] });
    return this.database.read(async (scope) => {
      const rows = await shown(scope, where, limit + 1);
      return toPage(call, limit, rows, (row) => [row.sendAt, row.id], toReminderView);
    });
  }

  /** To its maker, at 09:00 of that day where they are. */
  async add(tx: Tx, user: User, requestId: string, { on, text }: NewReminderDto): Promise<ReminderView> {
    const request = await access(tx, user, requestId, 'write');
    const now = this.now.instant();
    const id = v7();
    const row: Reminder = {
      id,
      requestId: request.id,
      deadlineId: null,
      deadlineKind: null,
      dueOn: on,
      rung: OWN,
      rungKey: `${OWN}|${id}`,
      sendAt: morningOf(on, user, now),
      rungOn: on,
      putOff: null,
      channel: EMAIL,
      recipientId: user.id,
      state: 'planned',
      reason: null,
      text,
      createdBy: user.id,
      plannedAt: now,
      sentAt: null,
      messageId: null,
      urgent: true,
    };
    await tx.em.insert(Reminder, row);
    await keepAsked(tx, request, { planned: [row] }, { because: 'asked', byUserId: user.id }, now);
    return view(tx, id);
  }

  async change(tx: Tx, user: User, id: string, changes: ReminderChangesDto): Promise<ReminderView> {
    const open = await this.#open(tx, user, id);
    if (open.row.rung === OWN) await this.#changeOwn(tx, user, open, changes);
    else await this.#changePlanned(tx, user, open, changes);
    return view(tx, id);
  }

  /** Calls off a reminder of one's own; its row stays on record. */
  async remove(tx: Tx, user: User, id: string): Promise<void> {
    const { row, request } = await this.#open(tx, user, id);
    if (row.rung !== OWN) {
      throw new DeskError(
        'conflict',
        'The planner made this reminder. Call it off, or mute its deadline, with PATCH.',
        {
          accepted: ['state', 'muted'],
        },
      );
    }
    mustBeMaker(user, row);
    if (row.state === 'planned') await this.#callOff(tx, user, { row, request });
  }

  /** The reminder, with its request locked. */
  async #open(tx: Tx, user: User, id: string): Promise<Open> {
    const found = isId(id) ? await tx.em.findOneBy(Reminder, { id }) : null;
    const visible = found && (await visibleAmong(tx, user, [found.requestId])).has(found.requestId);
    if (!visible) throw notFound('reminder');
    const request = await access(tx, user, found.requestId, 'write');
    return { request, row: await tx.em.findOneByOrFail(Reminder, { id }) };
  }

  async #changeOwn(tx: Tx, user: User, open: Open, { on, text, state, muted }: ReminderChangesDto): Promise<void> {
    const { row, request } = open;
    if (muted !== undefined) throw doesNotFit('muted', 'is for reminders that the planner made');
    mustBeMaker(user, row);
    mustBePlanned(row);
    if (state === 'cancelled') return this.#callOff(tx, user, open);
    const now = this.now.instant();
    const day = on && { dueOn: on, rungOn: on, sendAt: morningOf(on, user, now) };
    const changed = { ...day, ...(text !== undefined && { text }) };
    if (Object.keys(changed).length > 0) await tx.em.update(Reminder, { id: row.id }, changed);
    if (!day) return;
    await keepAsked(tx, request, { planned: [{ ...row, ...day }] }, { because: 'asked', byUserId: user.id }, now);
  }

  async #changePlanned(tx: Tx, user: User, open: Open, changes: ReminderChangesDto): Promise<void> {
    const { row } = open;
    for (const field of ['on', 'text'] as const) {
      if (changes[field] !== undefined) throw doesNotFit(field, 'is for reminders of your own');
    }
    const now = this.now.instant();
    if (changes.state === 'cancelled') {
      mustBePlanned(row);
      await this.#callOff(tx, user, open);
    }
    if (changes.muted === true) await this.acts.mute(tx, { user, row, messageId: null });
    if (changes.muted === false) await this.acts.unmute(tx, { user, row, messageId: null });
    await replanOne(tx, row.requestId, now, { because: 'asked', byUserId: user.id });
  }

  async #callOff(tx: Tx, user: User, { row, request }: Open): Promise<void> {
    const reason = 'called-off';
    await tx.em.update(Reminder, { id: row.id, state: 'planned' }, { state: 'cancelled', reason });
    const cause = { because: 'asked' as const, byUserId: user.id };
    await keepAsked(tx, request, { ended: [{ id: row.id, reason }] }, cause, this.now.instant());
  }
}

/** A reminder with its request, which is locked. */
interface Open {
  row: Reminder;
  request: Request;
}

function filtersOf(user: User, { requestId, state, from, to }: RemindersQuery): Where {
  const where = new Where(visibleInSql(user, 'r'));
  if (requestId) where.and('m.request_id = :requestId', { requestId });
  if (state)
    where.and('m.state IN (:states)', {
      states: state.flatMap((one) => (one === 'planned' ? [one, 'sending'] : [one])),
    });
  if (from) where.and('m.send_at >= :from', { from: startOfDay(user.timeZone, from) });
  if (to) where.and('m.send_at < :to', { to: startOfDay(user.timeZone, addDays(to, 1)) });
  return where;
}

async function shown(scope: Scope, where: Where, limit: number): Promise<ShownReminder[]> {
  const rows = await sql<Omit<ShownReminder, 'channel'> & { channel: string | null }>(
    scope,
    `SELECT m.id, m.request_id AS "requestId", m.deadline_id AS "deadlineId", m.deadline_kind AS "deadlineKind",
       m.due_on AS "dueOn", m.rung, m.send_at AS "sendAt", ${CHANNEL} AS channel, m.recipient_id AS "recipientId", m.state, m.reason,
       m.text, m.sent_at AS "sentAt", m.message_id AS "messageId", u.name AS "recipientName"
     FROM reminder m JOIN request r ON r.id = m.request_id JOIN desk_user u ON u.id = m.recipient_id
     WHERE ${where.text} ORDER BY m.send_at, m.id LIMIT :limit`,
    { ...where.parameters, limit },
  );
  const open = rows.filter((row) => row.channel === null).map((row) => row.recipientId);
  const ways = await channelsOf(scope, [...new Set(open)]);
  return rows.map((row) => ({ ...row, channel: row.channel ?? ways.get(row.recipientId)![0]! }));
}

/** By which it arrived first, else by which it was sent first; null while it has not been put into words. */
const CHANNEL = `coalesce(
  (SELECT g.channel FROM message g WHERE (g.id = m.message_id OR g.copy_of = m.message_id) AND g.state = 'sent'
   ORDER BY g.sent_at, g.id LIMIT 1),
  (SELECT g.channel FROM message g WHERE g.id = m.message_id))`;

async function view(tx: Tx, id: string): Promise<ReminderView> {
  const [row] = await shown(tx, new Where({ where: 'm.id = :id', parameters: { id } }), 1);
  return toReminderView(row!);
}

function morningOf(on: PlainDate, user: User, now: Instant): Instant {
  const today = dayIn(user.timeZone, now);
  if (on < today) throw doesNotFit('on', `has passed: where you are it is ${formatDay(today)}`);
  return instantAt(user.timeZone, on, MORNING);
}

function mustBeMaker(user: User, row: Reminder): void {
  if (row.createdBy === user.id || user.role === 'owner') return;
  throw new DeskError('forbidden', 'Somebody else made this reminder for themselves.');
}

function mustBePlanned(row: Reminder): void {
  if (row.state === 'planned') return;
  const state = row.state === 'sending' ? 'on its way' : row.state;
  throw new DeskError('conflict', `This reminder is ${state}; only a planned one can be changed.`);
}

function doesNotFit(field: string, detail: string): DeskError {
  return new DeskError('does-not-fit', `${field} ${detail}.`, { errors: [{ pointer: `/${field}`, detail }] });
}
