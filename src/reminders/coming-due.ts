import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import { DeskError } from '../errors.ts';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Deadline } from '../law/standing.ts';
import type { NewJob } from '../jobs/lease.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { PRIORITY } from '../jobs/priorities.ts';
import { Sweep } from '../jobs/sweep.ts';
import type { Log } from '../log.ts';
import { type Instant, Now } from '../now.ts';
import { deliver } from './delivery-job.ts';
import { dueRows, type LeftOut, lockPeople, peopleDue, requestsDue, type Which } from './due-rows.ts';
import { channelsOf, messagesFor } from './messages-for.ts';
import { itemOf, keepItems } from './message-items.ts';
import { PeopleOf } from './people-of.ts';
import { replan } from './plan-store.ts';
import { Message, Reminder } from './reminder.entity.ts';
import type { ChannelName } from './user-channel.entity.ts';
import { settleOwn } from './own-due.ts';
import { REOPENED } from './ladder.ts';
import { SNOOZED, subjectOf } from './plan-input.ts';
import { dropSingly, toldSingly } from './singly.ts';
import { loadSubjects, type Subject } from './subjects.ts';
import { faultOf, Unreadable } from './unreadable.ts';
import { compose, isDigestDay, type Occasion, rankOf } from './words.ts';

const MOST_LOTS = 1000;

/**
 * Turns reminders whose hour has come into messages: one for each person and channel, its text made of what stands now, and the job
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
    @Inject(Unreadable) private readonly unreadable: Unreadable,
  ) {}

  onModuleInit(): void {
    this.sweep.every('reminders', (stop) => this.run(stop));
  }

  /** Serves everybody who is due now. */
  async run(stop?: AbortSignal): Promise<void> {
    const without: LeftOut = { people: new Set(), requests: new Set() };
    for (let lot = 0; lot < MOST_LOTS && !stop?.aborted; lot++) {
      const now = this.now.instant();
      const due = await this.database.read((scope) => peopleDue(scope, now, without));
      if (due.length === 0) break;
      const served = await this.#serve(due, now, without);
      if (!served) break;
    }
    this.unreadable.onlyThese(without.requests);
  }

  /** One fault must not keep everybody else's reminders back: whoever it concerns is served alone, without what is at fault. */
  async #serve(due: readonly string[], now: Instant, without: LeftOut): Promise<boolean> {
    try {
      return await this.database.write((tx) => this.#messages(tx, due, now, { without: without.requests }));
    } catch (error) {
      // Nobody in particular is to blame for a database that is away; the next sweep tries again.
      if (error instanceof DeskError) throw error;
      if (due.length > 1) for (const one of due) await this.#serve([one], now, without);
      else await this.#leaveOut(due[0]!, now, without, error);
      return true;
    }
  }

  async #leaveOut(person: string, now: Instant, without: LeftOut, error: unknown): Promise<void> {
    const ids = await this.database.read((scope) => requestsDue(scope, person, now, without.requests));
    const faults = await this.#faultsAmong(person, ids, now);
    for (const [requestId, fault] of faults) {
      without.requests.add(requestId);
      this.unreadable.report(requestId, fault);
    }
    if (faults.size > 0) return;
    without.people.add(person);
    this.log.error({ fault: faultOf(error), recipient: person }, 'The reminders of one person could not be sent.');
  }

  /** Which of these requests cannot be told of, and why: halved again and again, each half rehearsed. */
  async #faultsAmong(person: string, ids: readonly string[], now: Instant): Promise<Map<string, unknown>> {
    if (ids.length === 0) return new Map();
    const fault = await this.#rehearse(person, ids, now);
    if (fault === null) return new Map();
    if (ids.length === 1) return new Map([[ids[0]!, fault]]);
    const half = Math.ceil(ids.length / 2);
    const first = await this.#faultsAmong(person, ids.slice(0, half), now);
    return new Map([...first, ...(await this.#faultsAmong(person, ids.slice(half), now))]);
  }

  /** Does all that would be done for these requests, and undoes it: what went wrong, or null. */
  async #rehearse(person: string, only: readonly string[], now: Instant): Promise<unknown> {
    const wentWell = new Error('Rehearsed.');
    try {
      await this.database.write(async (tx) => {
        await this.#messages(tx, [person], now, { only });
        throw wentWell;
      });
    } catch (error) {
      if (error instanceof DeskError) throw error;
      return error === wentWell ? null : error;
    }
  }

  /** Whether anything was done: what another process holds is its business. */
  async #messages(tx: Tx, due: readonly string[], now: Instant, which: Which): Promise<boolean> {
    const recipients = await lockPeople(tx, due);
    if (recipients.length === 0) return false;
    const first = await dueRows(tx, recipients, now, which);
    const subjects = await loadSubjects(
      tx,
      first.map((row) => row.requestId),
      now,
    );
    const requests = [...subjects.values()].map((one) => one.request);
    const people = await PeopleOf.load(tx, requests, recipients);
    await replan(tx, [...subjects.values()], people, now, { because: 'due' });
    await settleOwn(tx, first, subjects, people, now);
    await dropSingly(tx, first);
    // Read again: what does not hold any more has just been called off. What came meanwhile is the next round's.
    const rows = (await dueRows(tx, recipients, now, which)).filter((row) => subjects.has(row.requestId));
    const channels = await channelsOf(tx, recipients);
    const draft = (own: readonly Reminder[]) => {
      const { recipientId } = own[0]!;
      return this.#draft(people.users.get(recipientId)!, channels.get(recipientId)!, own, subjects, now);
    };
    const drafts = [...groupBy(rows).values()].map(draft);
    await save(tx, new Map(drafts.map(({ messages }) => [messages[0].recipientId, messages])), rows, 'recipientId');
    const alone = await toldSingly(tx, rows, subjects, now);
    const singles = alone.map((row) => draft([row]));
    await save(tx, new Map(singles.map(({ messages }, n) => [alone[n]!.id, messages])), alone, 'id');
    const items = [...drafts, ...singles].flatMap(({ messages, told }) =>
      told.map((row) => itemOf(messages[0].id, row, subjects.get(row.requestId)!, now)),
    );
    await keepItems(tx, items);
    await this.jobs.add(tx, ...[...drafts, ...singles].flatMap((one) => one.jobs));
    return first.length > 0;
  }

  #draft(
    reader: User,
    channels: readonly ChannelName[],
    rows: readonly Reminder[],
    subjects: ReadonlyMap<string, Subject>,
    now: Instant,
  ): { messages: [Message, ...Message[]]; told: readonly Reminder[]; jobs: NewJob[] } {
    const occasions = rows.map((row) => occasionOf(row, subjects.get(row.requestId)!));
    const words = compose(occasions, reader, now, (id) => `${this.config.publicUrl}/api/v1/requests/${id}`);
    const requests = [...new Set(rows.map((row) => row.requestId))];
    const thread = requests.length === 1 ? requests[0]! : null;
    const messages = messagesFor(reader, channels, { ...words, thread }, now, this.config.mailFrom);
    const priority = priorityOf(occasions, reader, now);
    const jobs = messages.map((message) => deliver(message, priority));
    return { messages, told: rows, jobs };
  }
}

/** By ranks 0 to 3: that of the most important thing a message tells. */
const BY_RANK = [PRIORITY.oursDue, PRIORITY.oursMissed, PRIORITY.agencyLate, PRIORITY.usual] as const;

function priorityOf(occasions: readonly Occasion[], reader: User, now: Instant): number {
  const highest = Math.min(...occasions.map((occasion) => BY_RANK[rankOf(occasion, now)]!));
  const isDigest = highest === PRIORITY.usual && occasions.length > 1 && isDigestDay(reader, now);
  return isDigest ? PRIORITY.digest : highest;
}

function occasionOf(row: Reminder, subject: Subject): Occasion {
  const deadline = subject.standing.deadlines.find((one) => one.id === row.deadlineId) ?? null;
  return { ...subject, deadline, rung: rungInWords(row, deadline), dueOn: row.dueOn, text: row.text };
}

/** What it was put off from is what it is told as. */
function rungInWords({ rung, deadlineId, deadlineKind }: Reminder, deadline: Deadline | null): string {
  if (!rung.startsWith(`${SNOOZED}-`)) return rung;
  if (deadlineKind === REOPENED) return REOPENED;
  if (deadlineId === null) return subjectOf({ deadlineId, rung });
  return deadline?.owedBy === 'requester' ? rung : 'late';
}

/** Two statements, however many there are: by its id, or its recipient's, each reminder gets the first of its messages. */
async function save(
  tx: Tx,
  groups: ReadonlyMap<string, [Message, ...Message[]]>,
  taken: readonly Reminder[],
  by: 'id' | 'recipientId',
): Promise<void> {
  if (groups.size === 0) return;
  await tx.em.insert(Message, [...groups.values()].flat());
  const cases = [...groups].map((_, n) => `WHEN :r${n} THEN :m${n}`).join(' ');
  const values = Object.fromEntries(
    [...groups].flatMap(([key, [first]], n) => [
      [`r${n}`, key],
      [`m${n}`, first.id],
    ]),
  );
  await sql(
    tx,
    `UPDATE reminder SET state = 'sending', message_id = CASE ${by === 'id' ? 'id' : 'recipient_id'} ${cases} END WHERE id IN (:ids)`,
    { ...values, ids: taken.map((row) => row.id) },
  );
}

function groupBy(rows: readonly Reminder[]): Map<string, Reminder[]> {
  const groups = new Map<string, Reminder[]>();
  for (const row of rows) groups.set(row.recipientId, [...(groups.get(row.recipientId) ?? []), row]);
  return groups;
}
