import { explainStanding } from '../law/explain.ts';
import { ledgerCsv } from '../ledger/ledger-csv.ts';
import { GENESIS } from '../requests/chain.ts';
import { digestsIn } from '../requests/free-text.ts';
import type { ChainedBody } from '../requests/chain.ts';
import { type Member, textMember } from './bag.ts';
import { chronologyHtml } from './chronology-html.ts';
import { chronologyOf, chronologyCsv } from './chronology.ts';
import type { Gathered } from './gather.ts';
import { toCsv } from '../csv.ts';

/** The payload of a package, in no order: pure, so that the same rows give the same bytes. */
export function payloadOf(gathered: Gathered): Member[] {
  const { documents, parts } = gathered;
  const chronology = chronologyOf(gathered);
  const files: [path: string, text: string][] = [
    ['request.json', json(requestOf(gathered))],
    ['agency.json', json(agencyOf(gathered))],
    ['chronology.html', chronologyHtml(gathered, chronology)],
    ['chronology.csv', chronologyCsv(chronology)],
    ['documents.json', json(documentsOf(gathered))],
    ['documents.csv', documentsCsv(gathered)],
    ['deadlines.json', json(gathered.standing)],
    ['deadlines.txt', `${explainStanding(gathered.standing)}\n`],
    ...historyOf(gathered),
    ['law/statute.json', json(gathered.law.statute)],
    ['law/calendars.json', json(gathered.law.calendars)],
    ['law/closures.json', json(gathered.law.closures)],
    ['law/versions.json', json(gathered.law.versions)],
    ...deskOf(gathered),
    ...parts.map((file): [string, string] => [file.path, file.text]),
  ];
  return [
    ...files.map(([path, text]) => textMember(`data/${path}`, text)),
    ...documents.map(({ path, size, document }) => ({ path: `data/${path}`, size, sha256: document.sha256 })),
  ];
}

/** The request as it was asked: not what the desk keeps for itself (tags, relations, who sees it). */
function requestOf({ request, agency, law, asOf, standing }: Gathered): object {
  const { id, number, subject, description, requester, feeCategory, track, feeLimit, createdAt } = request;
  return {
    id,
    number,
    agency: { id: agency.id, name: agency.name },
    statute: { id: law.statute.id, name: law.statute.name },
    subject,
    description,
    requester,
    feeCategory,
    track,
    feeLimit,
    confidential: request.confidential,
    trackingNumbers: standing.trackingNumbers,
    createdAt,
    asOf,
    status: standing.status,
    outcome: standing.outcome,
    filedOn: standing.filedOn,
  };
}

function agencyOf({ agency }: Gathered): object {
  const { id, name, abbreviation, statuteId, timeZone, contacts, overrides } = agency;
  return { id, name, abbreviation, statuteId, timeZone, contacts, overrides };
}

function documentsOf({ documents }: Gathered): object[] {
  return documents.map(({ document, size, mediaType, path }) => {
    const { id, filename, sha256, label, role, releasedOn, receivedOn, statusChangeId, addedBy, addedAt } = document;
    const said = { label, role, releasedOn, receivedOn, statusChangeId, addedBy, addedAt };
    return { path, id, filename, mediaType, size, sha256, ...said };
  });
}

function documentsCsv({ documents }: Gathered): string {
  const head = ['path', 'filename', 'role', 'label', 'released_on', 'received_on', 'added_at', 'bytes', 'sha256', 'id'];
  const rows = documents.map(({ document: one, size, path }) => {
    const said = [one.role, one.label, one.releasedOn, one.receivedOn, one.addedAt];
    return [path, one.filename, ...said, size, one.sha256, one.id];
  });
  return toCsv(head, rows);
}

/** The chain exactly as it was hashed, and beside it the free texts by which its digests can be checked. */
function historyOf({ request, rows, texts, moves }: Gathered): [string, string][] {
  const { chainHead: head, chainCount: count } = request;
  const known = new Map(texts.map((text) => [`${text.statusChangeId} ${text.path}`, text]));
  const lines = rows.flatMap((row) => {
    const { payload } = JSON.parse(row.body) as ChainedBody;
    return digestsIn(payload).map(({ path, digest }) => {
      const text = known.get(`${row.id} ${path}`);
      const at = { statusChangeId: row.id, path, digest };
      return text ? { ...at, salt: text.salt, text: text.text } : { ...at, redacted: true };
    });
  });
  const chain = { requestId: request.id, algorithm: 'SHA-256', before: GENESIS, count, head };
  return [
    ['history/status-changes.ndjson', rows.map((row) => `${row.body}\n`).join('')],
    ['history/hashes.txt', rows.map((row) => `${row.hash}\n`).join('')],
    ['history/chain.json', json(chain)],
    ['history/texts.ndjson', ndjson(lines)],
    ['history/moved-deadlines.ndjson', ndjson(moves.map(({ requestId: _, ...move }) => move))],
  ];
}

function deskOf({ desk }: Gathered): [string, string][] {
  const files: [string, string][] = [];
  const called = (id: string) => desk.calledOf.get(id) ?? null;
  if (desk.notes) {
    const notes = desk.notes.map(({ authorId, text, createdAt }) => ({ createdAt, author: called(authorId), text }));
    files.push(['desk/notes.ndjson', ndjson(notes)]);
  }
  if (desk.reminders) {
    const reminders = desk.reminders.map(({ sendAt, recipientId, deadlineKind, dueOn, rung, state, sentAt, text }) => {
      return { sendAt, to: called(recipientId), deadlineKind, dueOn, rung, state, sentAt, text };
    });
    files.push(['desk/reminders.ndjson', ndjson(reminders)]);
  }
  if (desk.ledger) {
    files.push(['desk/reminder-ledger.json', json(desk.ledger)], ['desk/reminder-ledger.csv', ledgerCsv(desk.ledger)]);
  }
  if (desk.assignee !== undefined) files.push(['desk/assignee.json', json(desk.assignee)]);
  if (desk.members) files.push(['desk/members.json', json(desk.members)]);
  return files;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function ndjson(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
