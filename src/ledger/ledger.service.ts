import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope } from '../database/database.ts';
import { DeskError } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { pageOf, toPage } from '../http/page.ts';
import { access } from '../requests/access.ts';
import type { Request } from '../requests/request.entity.ts';
import { nameUsers } from '../requests/user-names.ts';
import { ledgerCsv } from './ledger-csv.ts';
import type { ExportQuery, LedgerEntry, LedgerList, LedgerQuery } from './ledger.dto.ts';
import { peopleIn, toLedgerEntry } from './ledger-view.ts';
import { type LedgerRow, loadLedger } from './load-ledger.ts';
import { seesAll } from './who-sees.ts';

/** A ledger as a file. */
export interface Exported {
  filename: string;
  mediaType: string;
  text: string;
}

/** What was promised, planned, sent and answered, as it was kept. */
@Injectable()
export class Ledger {
  constructor(@Inject(Database) private readonly database: Database) {}

  list(user: User, call: Call, requestId: string, query: LedgerQuery): Promise<LedgerList> {
    const { limit, after } = pageOf(query, 2);
    return this.database.read(async (scope) => {
      const request = await access(scope, user, requestId, 'read');
      const { of, recipientId } = await whose(scope, user, request, query.person);
      const from = after ? { after: { sendAt: String(after[0]), id: String(after[1]) } } : {};
      const rows = await loadLedger(scope, { requestId: request.id, recipientId, limit: limit + 1, ...from });
      const nameOf = await nameUsers(scope, rows.flatMap(peopleIn));
      const cursorOf = ({ reminder }: LedgerRow) => [reminder.sendAt, reminder.id];
      return { of, ...toPage(call, limit, rows, cursorOf, (row) => toLedgerEntry(row, nameOf)) };
    });
  }

  /** All of it at once, as it stood at one moment. */
  export(user: User, requestId: string, { format, person }: ExportQuery): Promise<Exported> {
    return this.database.snapshot(async (scope) => {
      const request = await access(scope, user, requestId, 'read');
      const { of, recipientId } = await whose(scope, user, request, person);
      const items = await entriesOf(scope, request, recipientId);
      const { id, number, chainCount: facts, chainHead: head } = request;
      const filename = `reminder-ledger-${number}.${format}`;
      if (format === 'csv') return { filename, mediaType: 'text/csv; charset=utf-8', text: ledgerCsv(items) };
      const ledger = { request: { id, number }, history: { facts, head }, of, items };
      return { filename, mediaType: 'application/json', text: `${JSON.stringify(ledger, null, 2)}\n` };
    });
  }
}

/** The whole ledger of a request, for whoever was let in to it. */
export async function entriesOf(
  scope: Scope,
  request: Pick<Request, 'id'>,
  recipientId?: string,
): Promise<LedgerEntry[]> {
  const rows = await loadLedger(scope, { requestId: request.id, recipientId });
  const nameOf = await nameUsers(scope, rows.flatMap(peopleIn));
  return rows.map((row) => toLedgerEntry(row, nameOf));
}

async function whose(
  scope: Scope,
  user: User,
  request: Request,
  person: string | undefined,
): Promise<{ of: LedgerList['of']; recipientId?: string }> {
  const all = await seesAll(scope, user, request);
  if (!all && person !== undefined && person !== user.id) throw aboutOthers();
  if (!all) return { of: 'me', recipientId: user.id };
  return { of: 'everybody', ...(person !== undefined && { recipientId: person }) };
}

export function aboutOthers(): DeskError {
  return new DeskError(
    'forbidden',
    'What others were told is for owners, and for editors who made this request, hold it or are members of it. Ask about yourself.',
  );
}
