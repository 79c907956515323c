import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { findUser } from '../auth/users.service.ts';
import type { User } from '../auth/user.entity.ts';
import { Database, type Tx } from '../database/database.ts';
import { DeskError, notFound } from '../errors.ts';
import { isId } from '../http/validators.ts';
import { addDays, formatDay, type PlainDate } from '../law/plain-date.ts';
import type { Deadline } from '../law/standing.ts';
import { Now } from '../now.ts';
import { access, visibleAmong } from '../requests/access.ts';
import { dayIn } from '../zone.ts';
import { lastDayOf } from './ladder.ts';
import { Moments } from './moments.ts';
import { mute, unmute } from './muting.ts';
import { toPerson } from './people-of.ts';
import { SINGLY, subjectOf, UNPLANNED } from './plan-input.ts';
import { zones } from './plan-store.ts';
import { type ActKind, ReminderAct } from './policy.entity.ts';
import { ReminderFollowers } from './reminder-follower.ts';
import { Reminder } from './reminder.entity.ts';
import { replanOne } from './replan.ts';
import { loadSubjects, type Subject } from './subjects.ts';

/** As followers are told. */
const DONE = { acknowledge: 'acknowledged', snooze: 'snoozed', mute: 'muted', unmute: 'unmuted' } as const;
/** Longer than this nobody can put off what has no end of its own. */
const LONGEST_DAYS = 30;

/** What is done about a reminder, by whom, and through which message if it was by its link. */
export interface Doing {
  user: User;
  row: Reminder;
  messageId: string | null;
}

/** The planner reads what was muted off its own rows; of what is told singly there is always one. */
async function planned(tx: Tx, row: Reminder): Promise<Reminder> {
  if (row.rung !== SINGLY) return row;
  const { requestId, deadlineId, recipientId } = row;
  const rows = await tx.em.findBy(Reminder, { requestId, deadlineId: deadlineId!, recipientId });
  return rows.find((one) => !UNPLANNED.includes(one.rung)) ?? row;
}

/** What people do about what they are told. Nothing of it meets a deadline: only a recorded fact does. */
@Injectable()
export class Acts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(ReminderFollowers) private readonly followers: ReminderFollowers,
  ) {}

  /** The reminder, for its recipient or who may write its request. Throws `not-found` as for what does not exist. */
  async ofReminder(tx: Tx, user: User, id: string): Promise<Doing> {
    const row = isId(id) ? await tx.em.findOneBy(Reminder, { id }) : null;
    const visible = row && (await visibleAmong(tx, user, [row.requestId])).has(row.requestId);
    if (!visible) throw notFound('reminder');
    if (row.recipientId !== user.id) await access(tx, user, row.requestId, 'write');
    return { user, row, messageId: null };
  }

  /** The newest of one's own reminders of a deadline. */
  async ofDeadline(tx: Tx, user: User, requestId: string, deadlineId: string): Promise<Doing> {
    const request = await access(tx, user, requestId, 'read');
    const own = { requestId: request.id, deadlineId, recipientId: user.id };
    const row = await tx.em.findOne(Reminder, { where: own, order: { plannedAt: 'DESC', id: 'DESC' } });
    if (!row) throw new DeskError('conflict', 'You are not told of this deadline, so there is nothing to do about it.');
    return { user, row, messageId: null };
  }

  /** Says that one knows of it: nobody else is alarmed. The reminders go on. */
  async acknowledge(tx: Tx, doing: Doing): Promise<ReminderAct> {
    await this.#subject(tx, doing);
    return this.#record(tx, doing, 'acknowledge', null);
  }

  /** Its recipient is told of nothing more about it before that day, and on that day in any case. */
  async snooze(tx: Tx, doing: Doing, until: PlainDate): Promise<ReminderAct> {
    const { subject, deadline } = await this.#subject(tx, doing);
    const recipient = await findUser(tx, doing.row.recipientId);
    const last = this.#lastSnooze(recipient, subject, deadline);
    const today = dayIn(recipient.timeZone, this.now.instant());
    if (last <= today) throw new DeskError('conflict', 'It ends too soon to be put off.');
    if (until <= today || until > last) {
      const detail = `must be a day from ${addDays(today, 1)} to ${last}`;
      const why = deadline?.owedBy === 'requester' ? ': the last working morning before its end' : '';
      throw new DeskError('does-not-fit', `until ${detail}${why}.`, {
        errors: [{ pointer: '/until', detail }],
        accepted: [last],
      });
    }
    return this.#record(tx, doing, 'snooze', until);
  }

  /** Its recipient hears no more of it; see `mute`. */
  async mute(tx: Tx, doing: Doing): Promise<ReminderAct> {
    await this.#subject(tx, doing, { onAnyDay: true });
    await mute(tx, await planned(tx, doing.row), this.now.instant());
    return this.#record(tx, doing, 'mute', null);
  }

  async unmute(tx: Tx, doing: Doing): Promise<ReminderAct> {
    await unmute(tx, doing.row);
    return this.#record(tx, doing, 'unmute', null);
  }

  /** Always refuses, and says what would do: nobody can end a deadline by saying so. */
  async done(tx: Tx, doing: Doing): Promise<never> {
    const { subject } = await this.#subject(tx, doing);
    const { request, standing } = subject;
    throw new DeskError(
      'conflict',
      `Only a recorded fact ends this. Record what was done, with POST /api/v1/requests/${request.id}/status-changes; what fits now is listed here as accepted.`,
      { accepted: standing.nextStatusChanges },
    );
  }

  /** Everything that was done about the reminders of a request, oldest first. */
  list(user: User, requestId: string): Promise<ReminderAct[]> {
    return this.database.read(async (scope) => {
      const request = await access(scope, user, requestId, 'read');
      return scope.em.find(ReminderAct, { where: { requestId: request.id }, order: { id: 'ASC' } });
    });
  }

  /** The last day to which it can be put off where its recipient is. */
  #lastSnooze(recipient: User, { calendar, agency }: Subject, deadline: Deadline | null): PlainDate {
    const now = this.now.instant();
    const longest = addDays(dayIn(recipient.timeZone, now), LONGEST_DAYS);
    if (deadline?.owedBy !== 'requester' || deadline.state === 'missed') return longest;
    const moments = new Moments(zones, calendar, agency.timeZone, now);
    const morning = moments.lastMorning(lastDayOf(deadline), toPerson(recipient));
    return morning === null ? longest : dayIn(recipient.timeZone, morning);
  }

  /** What it is about, as it stands now and locked. Throws `conflict` when that is over, or is due on another day by now. */
  async #subject(
    tx: Tx,
    { row }: Doing,
    { onAnyDay = false } = {},
  ): Promise<{ subject: Subject; deadline: Deadline | null }> {
    if (UNPLANNED.includes(row.rung) && row.rung !== SINGLY) {
      throw new DeskError(
        'conflict',
        'This is for what the planner reminds of. This message is told once, and no more.',
      );
    }
    const subject = (await loadSubjects(tx, [row.requestId], this.now.instant())).get(row.requestId)!;
    const deadline = subject.standing.deadlines.find((one) => one.id === row.deadlineId) ?? null;
    if (!deadline) return { subject, deadline };
    const stillOwed = deadline.state === 'running' || (deadline.state === 'missed' && deadline.overdue);
    if (!stillOwed) throw new DeskError('conflict', 'This is over: nobody is reminded of it any more.');
    if (deadline.dueOn !== row.dueOn && !onAnyDay) {
      const day = deadline.dueOn === null ? 'no day yet' : formatDay(deadline.dueOn);
      throw new DeskError(
        'conflict',
        `Its day has moved since: it is ${day} now. What was said of the old day is void.`,
      );
    }
    return { subject, deadline };
  }

  async #record(
    tx: Tx,
    { user, row, messageId }: Doing,
    kind: ActKind,
    untilOn: PlainDate | null,
  ): Promise<ReminderAct> {
    const { requestId, dueOn, recipientId } = row;
    const at = this.now.instant();
    const what = { kind, subject: subjectOf(row), dueOn, untilOn, at };
    const act = { id: v7(), requestId, ...what, userId: recipientId, byUserId: user.id, messageId };
    await tx.em.insert(ReminderAct, act);
    await replanOne(tx, requestId, at, { because: 'act', id: act.id, byUserId: user.id });
    const until = untilOn ?? undefined;
    await this.followers.changed(tx, { because: DONE[kind], reminders: [row], byUserId: user.id, until, at });
    return act;
  }
}
