import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { User } from '../auth/user.entity.ts';
import { Database, type Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError } from '../errors.ts';
import { check } from '../http/validate.ts';
import { addDays, formatDay, type PlainDate } from '../law/plain-date.ts';
import { Now } from '../now.ts';
import { visibleAmong } from '../requests/access.ts';
import { dayIn } from '../zone.ts';
import { SnoozeDto } from './acts.dto.ts';
import { Acts, type Doing } from './acts.service.ts';
import type { LinkForm } from './link-form.ts';
import { actInWords, type LinkItem, type LinkView } from './link-html.ts';
import { groupOf } from './message-group.ts';
import { SINGLY, subjectOf, UNPLANNED } from './plan-input.ts';
import { type Message, Reminder } from './reminder.entity.ts';
import { nameOfDeadline } from './words.ts';

/** What one message told, as far as its recipient may still see it. */
interface Opened {
  user: User;
  message: Message;
  rows: Reminder[];
  /** The numbers of the requests, and which of them show nothing else outside the app. */
  requests: ReadonlyMap<string, { number: string; isConfidential: boolean }>;
}

/** What can be seen and done behind the link of one message, by its recipient. */
@Injectable()
export class LinkPages {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  /** Null when there is nothing in it any more that its recipient may see. */
  async show(message: Message, news: readonly string[] = []): Promise<LinkView | null> {
    return this.database.read(async (scope) => {
      const opened = await open(scope, message);
      if (!opened) return null;
      const items = await this.#items(scope, opened);
      const tomorrow = addDays(dayIn(opened.user.timeZone, this.now.instant()), 1);
      return { title: 'What you were told', news, items, tomorrow };
    });
  }

  /** Does what a form asks for, and says in words what came of it. Throws as `Acts` does; null as `show` does. */
  async act(message: Message, form: LinkForm): Promise<string[] | null> {
    const opened = await this.database.read((scope) => open(scope, message));
    if (!opened) return null;
    if (form.get('List-Unsubscribe') === 'One-Click') return this.#muteAll(opened);
    const row = opened.rows.find((one) => one.id === form.get('item'));
    const act = form.get('act') ?? '';
    if (!row || !isKnown(act)) throw new DeskError('invalid', 'Nothing was done: choose one of the buttons.');
    try {
      await this.database.write((tx) => this.#do(tx, act, this.#doing(opened, row), form));
    } catch (error) {
      throw discreet(error, opened, row);
    }
    return [DONE[act]];
  }

  /** Everything that the message is about; what cannot be muted is said, and does not keep the rest from it. */
  async #muteAll(opened: Opened): Promise<string[]> {
    const bySubject = new Map(
      opened.rows.filter(canBeActedOn).map((row) => [`${row.requestId} ${subjectOf(row)}`, row]),
    );
    const refusals: string[] = [];
    for (const row of bySubject.values()) {
      try {
        await this.database.write((tx) => this.acts.mute(tx, this.#doing(opened, row)));
      } catch (error) {
        if (!(error instanceof DeskError) || error.code === 'unavailable') throw error;
        refusals.push(discreet(error, opened, row).message);
      }
    }
    return refusals.length < bySubject.size ? [DONE.mute, ...refusals] : refusals;
  }

  async #do(tx: Parameters<Acts['mute']>[0], act: keyof typeof DONE, doing: Doing, form: LinkForm): Promise<void> {
    if (act === 'snooze') await this.acts.snooze(tx, doing, check(SnoozeDto, { until: form.get('until') }).until);
    else await this.acts[act](tx, doing);
  }

  #doing({ user, message }: Opened, row: Reminder): Doing {
    return { user, row, messageId: message.id };
  }

  async #items(scope: Scope, { rows, requests }: Opened): Promise<LinkItem[]> {
    const acts = await sql<{
      request_id: string;
      subject: string;
      due_on: PlainDate | null;
      kind: string;
      name: string;
      until_on: PlainDate | null;
    }>(
      scope,
      `SELECT a.request_id, a.subject, a.due_on, a.kind, u.name, a.until_on FROM reminder_act a
       JOIN desk_user u ON u.id = a.by_user_id WHERE a.request_id IN (:ids) ORDER BY a.id`,
      { ids: rows.map((row) => row.requestId) },
    );
    return rows.map((row) => {
      const { number, isConfidential } = requests.get(row.requestId)!;
      const own = acts.filter(
        (act) => act.request_id === row.requestId && act.subject === subjectOf(row) && act.due_on === row.dueOn,
      );
      return {
        id: row.id,
        number,
        says: isConfidential ? '' : wordsOf(row),
        url: `${this.config.publicUrl}/api/v1/requests/${row.requestId}`,
        done: isConfidential ? [] : own.map((act) => actInWords(act.kind, act.name, act.until_on)),
        open: canBeActedOn(row),
      };
    });
  }
}

const DONE = {
  acknowledge: 'Noted that you know of it. The reminders go on.',
  snooze: 'Put off. You are told again on that day.',
  mute: 'Muted. You are told no more of it.',
  done: 'Nothing was changed.',
};

function isKnown(act: string): act is keyof typeof DONE {
  return Object.hasOwn(DONE, act);
}

async function open(scope: Scope, message: Message): Promise<Opened | null> {
  const user = await scope.em.findOneBy(User, { id: message.recipientId });
  if (!user || user.disabledAt !== null) return null;
  const told = await scope.em.find(Reminder, {
    where: { messageId: groupOf(message) },
    order: { sendAt: 'ASC', id: 'ASC' },
  });
  const seen = await visibleAmong(
    scope,
    user,
    told.map((row) => row.requestId),
  );
  const rows = told.filter((row) => row.recipientId === user.id && seen.has(row.requestId));
  if (rows.length === 0) return null;
  const found = await sql<{ id: string; number: string; confidential: boolean | number }>(
    scope,
    'SELECT r.id, r.number, r.confidential FROM request r WHERE r.id IN (:ids)',
    { ids: rows.map((row) => row.requestId) },
  );
  const requests = found.map(
    (one) => [one.id, { number: one.number, isConfidential: Boolean(one.confidential) }] as const,
  );
  return { user, message, rows, requests: new Map(requests) };
}

/** Why something was refused tells dates and what can follow: not of a confidential request, outside the app. */
function discreet(error: unknown, { requests }: Opened, row: Reminder): Error {
  if (!(error instanceof DeskError)) return error as Error;
  if (!requests.get(row.requestId)!.isConfidential) return error;
  return new DeskError(error.code, 'That cannot be done from here. Look at the request itself to see why.');
}

function canBeActedOn(row: Reminder): boolean {
  return !UNPLANNED.includes(row.rung) || row.rung === SINGLY;
}

function wordsOf({ deadlineKind, dueOn, rung, text }: Reminder): string {
  if (text !== null) return text;
  const what = deadlineKind === null ? rung.replaceAll('-', ' ') : nameOfDeadline(deadlineKind);
  const name = what.charAt(0).toUpperCase() + what.slice(1);
  return deadlineKind === null || dueOn === null ? name : `${name}, ${formatDay(dueOn)}`;
}
