import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { NewJob } from '../jobs/lease.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { Sweep } from '../jobs/sweep.ts';
import type { Log } from '../log.ts';
import { type Instant, Now } from '../now.ts';
import { timeIn } from '../zone.ts';
import { DELIVER } from './delivery.ts';
import { EMAIL, PeopleOf, replan } from './plan-store.ts';
import { Message, Reminder } from './reminder.entity.ts';
import { settleOwn } from './own-due.ts';
import { loadSubjects, type Subject } from './subjects.ts';
import { compose, type Occasion, rankOf } from './words.ts';

/** Nobody is woken, whatever has been waiting for however long. */
const DAY_BEGINS = '08:00';
const DAY_ENDS = '20:00';
/** Reminders of one transaction: on SQLite no other write runs meanwhile. */
const LOT = 200;
/** Reminders of one message at most. */
const MOST_IN_ONE = 1000;
const MOST_LOTS = 1000;
const URGENT = 1;
const ORDINARY = 5;

/**
 * Turns reminders whose hour has come into messages: one for each person, its text made of what stands now, and the job
 * that delivers it, in the same transaction. Rows whose deadline is met, moved or void by now are called off
 * instead. Safe in several processes at once: a person is served by one of them at a time.
 */
@Injectable()
export class ComingDue implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    @Inject(Now) private readonly now: Now,
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Sweep) private readonly sweep: Sweep,
  ) {}

  onModuleInit(): void {
    this.sweep.every('reminders', () => this.run());
  }

  /** Serves everybody who is due now. */
  async run(): Promise<void> {
    const failing = new Set<string>();
    for (let lot = 0; lot < MOST_LOTS; lot++) {
      const now = this.now.instant();
      const due = await this.database.read((scope) => peopleDue(scope, now, failing));
      if (due.length === 0) return;
      const served = await this.#serve(due, now, failing);
      if (!served) return;
    }
  }

  /** One fault must not keep everybody else's reminders back: whoever it concerns is served alone, or left out. */
  async #serve(due: readonly string[], now: Instant, failing: Set<string>): Promise<boolean> {
    try {
      return await this.database.write((tx) => this.#messages(tx, due, now));
    } catch (error) {
      if (due.length === 1) {
        failing.add(due[0]!);
        this.log.error({ err: error, recipient: due[0] }, 'The reminders of one person could not be sent.');
        return true;
      }
      for (const one of due) await this.#serve([one], now, failing);
      return true;
    }
  }

  /** Whether anything was done: what another process holds is its business. */
  async #messages(tx: Tx, due: readonly string[], now: Instant): Promise<boolean> {
    const recipients = await lockPeople(tx, due);
    if (recipients.length === 0) return false;
    const first = await dueRows(tx, recipients, now);
    const subjects = await loadSubjects(
      tx,
      first.map((row) => row.requestId),
      now,
    );
    const requests = [...subjects.values()].map((one) => one.request);
    const people = await PeopleOf.load(tx, requests, recipients);
    await replan(tx, [...subjects.values()], people, now);
    await settleOwn(tx, first, subjects, people);
    // Read again: what does not hold any more has just been called off. What came meanwhile is the next round's.
    const rows = (await dueRows(tx, recipients, now)).filter((row) => subjects.has(row.requestId));
    const drafts = [...groupBy(rows)].map(([recipientId, own]) => {
      return this.#draft(people.users.get(recipientId)!, own, subjects, now);
    });
    await save(
      tx,
      drafts.map((draft) => draft.message),
      rows,
    );
    await this.jobs.add(tx, ...drafts.map((draft) => draft.job));
    return first.length > 0;
  }

  #draft(
    reader: User,
    rows: readonly Reminder[],
    subjects: ReadonlyMap<string, Subject>,
    now: Instant,
  ): { message: Message; job: NewJob } {
    const occasions = rows.map((row) => occasionOf(row, subjects.get(row.requestId)!));
    const words = compose(occasions, reader, now, (id) => `${this.config.publicUrl}/api/v1/requests/${id}`);
    const id = v7();
    const rank = Math.min(...occasions.map((occasion) => rankOf(occasion, now)));
    const message: Message = {
      id,
      recipientId: reader.id,
      channel: EMAIL,
      address: reader.email,
      mailId: `<${id}@${this.config.mailFrom.split('@')[1]}>`,
      ...words,
      state: 'queued',
      createdAt: now,
      sentAt: null,
      sentBy: null,
      serverAnswer: null,
      lastError: null,
    };
    return { message, job: { kind: DELIVER, subjectId: id, priority: rank === 0 ? URGENT : ORDINARY } };
  }
}

/** Whose reminders are due and whose clocks show a decent hour; about one lot's worth of them, longest due first. */
async function peopleDue(scope: Scope, now: Instant, except: ReadonlySet<string>): Promise<string[]> {
  const zones = await sql<{ time_zone: string }>(scope, 'SELECT DISTINCT time_zone FROM desk_user');
  const awake = zones.map((row) => row.time_zone).filter((zone) => isDaytime(zone, now));
  if (awake.length === 0) return [];
  const rows = await sql<{ recipient_id: string; due: number | string }>(
    scope,
    `SELECT r.recipient_id, count(*) AS due FROM reminder r JOIN desk_user u ON u.id = r.recipient_id
     WHERE r.state = 'planned' AND r.send_at <= :now AND u.time_zone IN (:awake)
     AND r.recipient_id NOT IN (:except) GROUP BY r.recipient_id ORDER BY min(r.send_at), r.recipient_id LIMIT ${LOT}`,
    { now, awake, except: [...except, ''] },
  );
  let left = LOT;
  return rows.filter((row) => (left -= Number(row.due)) >= 0 || row === rows[0]).map((row) => row.recipient_id);
}

function isDaytime(zone: string, now: Instant): boolean {
  const time = timeIn(zone, now);
  return time >= DAY_BEGINS && time < DAY_ENDS;
}

/** On SQLite the queue of writes is the lock. The lock leaves others free to plan new reminders for the same people. */
async function lockPeople(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (tx.engine === 'sqlite') return [...ids];
  const rows = await sql<{ id: string }>(
    tx,
    'SELECT id FROM desk_user WHERE id IN (:ids) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED',
    { ids: [...ids] },
  );
  return rows.map((row) => row.id);
}

function dueRows(tx: Tx, recipients: readonly string[], now: Instant): Promise<Reminder[]> {
  return tx.em
    .createQueryBuilder(Reminder, 'reminder')
    .where("reminder.state = 'planned' AND reminder.sendAt <= :now", { now })
    .andWhere('reminder.recipientId IN (:...recipients)', { recipients })
    .orderBy('reminder.sendAt')
    .addOrderBy('reminder.id')
    .limit(MOST_IN_ONE)
    .getMany();
}

function occasionOf(row: Reminder, subject: Subject): Occasion {
  const deadline = subject.standing.deadlines.find((one) => one.id === row.deadlineId) ?? null;
  return { ...subject, deadline, rung: row.rung, dueOn: row.dueOn, text: row.text };
}

/** Three statements, however many there are. */
async function save(tx: Tx, messages: readonly Message[], taken: readonly Reminder[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.em.insert(Message, [...messages]);
  const cases = messages.map((_, n) => `WHEN :r${n} THEN :m${n}`).join(' ');
  const values = Object.fromEntries(
    messages.flatMap((one, n) => [
      [`r${n}`, one.recipientId],
      [`m${n}`, one.id],
    ]),
  );
  await sql(
    tx,
    `UPDATE reminder SET state = 'sending', message_id = CASE recipient_id ${cases} END WHERE id IN (:ids)`,
    { ...values, ids: taken.map((row) => row.id) },
  );
}

function groupBy(rows: readonly Reminder[]): Map<string, Reminder[]> {
  const groups = new Map<string, Reminder[]>();
  for (const row of rows) groups.set(row.recipientId, [...(groups.get(row.recipientId) ?? []), row]);
  return groups;
}
