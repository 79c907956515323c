import { formatDay, type PlainDate } from '../law/plain-date.ts';
import { isKind, type StatusChange } from '../law/status-change.ts';
import { inWords } from '../requests/in-words.ts';
import type { ActItem, FactItem, TimelineItem } from '../requests/timeline.dto.ts';
import { dayIn } from '../zone.ts';
import type { Gathered } from './gather.ts';
import { toCsv } from '../csv.ts';
import type { PackedDocument, Told } from './part.ts';

/** One line of a request's life, as a stranger reads it. */
export interface Line {
  on: PlainDate;
  /** Only of facts. */
  id: string | null;
  /** The kind of a fact, `document` or `deadline-moved`. */
  what: string;
  says: string;
  /** Free texts and the like, each with its name. */
  details: [name: string, text: string][];
  /** The fact was corrected or taken out since. */
  struck: boolean;
  documents: PackedDocument[];
  recordedAt: string;
  recordedBy: string;
  /** Only of facts. */
  sequence: number | null;
  hash: string | null;
}

/** Facts in legal order, deadlines that moved, and documents on the day on which they came. */
export function chronologyOf(gathered: Gathered): Line[] {
  const { timeline, documents, agency, desk } = gathered;
  const called = (id: string) => desk.calledOf.get(id) ?? '';
  // Legal holds are the desk's own affair.
  const told = timeline.items.filter((item) => item.type !== 'act' || item.kind === 'document-removed');
  const lines = told.map((item) => lineOf(item, documents, called));
  const linked = new Set(lines.flatMap((line) => line.documents));
  const loose = documents
    .filter((one) => !linked.has(one))
    .map((one) => documentLine(one, agency.timeZone, called))
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  for (const line of loose) {
    const after = lines.findLastIndex((other) => other.on <= line.on);
    lines.splice(after + 1, 0, line);
  }
  return lines.map((line) => withTold(line, gathered.told));
}

/** What other features tell of a fact and of the documents that came with it. */
function withTold(line: Line, told: readonly Told[]): Line {
  const ids = [...(line.id === null ? [] : [line.id]), ...line.documents.map(({ document }) => document.id)];
  const details = ids.flatMap((id) => told.filter(({ of }) => of === id));
  if (details.length === 0) return line;
  return { ...line, details: [...line.details, ...details.map(({ name, text }): [string, string] => [name, text])] };
}

function lineOf(item: TimelineItem, documents: readonly PackedDocument[], called: (id: string) => string): Line {
  if (item.type === 'status-change') return factLine(item, documents, called);
  if (item.type === 'act') return removalLine(item, called);
  const { on, says, movedAt } = item;
  const stamp = { recordedAt: movedAt, recordedBy: 'the desk', sequence: null, hash: null };
  return { on, id: null, what: 'deadline-moved', says, details: [], struck: false, documents: [], ...stamp };
}

/** A document that is no longer there: by its digest alone, since its name and why it went may be nobody's business. */
function removalLine(item: ActItem, called: (id: string) => string): Line {
  const { on, says, actedAt, actedBy, document } = item;
  const details: Line['details'] = document ? [['SHA-256', document.sha256]] : [];
  const stamp = {
    recordedAt: actedAt,
    recordedBy: called(actedBy.id) || 'a person of the desk',
    sequence: null,
    hash: null,
  };
  return { on, id: null, what: item.kind, says, details, struck: false, documents: [], ...stamp };
}

function factLine(item: FactItem, documents: readonly PackedDocument[], called: (id: string) => string): Line {
  const { statusChange: fact, correctedBy } = item;
  const details = wordsOf(fact);
  if (isKind(fact, 'corrected') && fact.replacement) {
    const stands = fact.replacement as StatusChange;
    details.push(['in its place', `${formatDay(stands.on)}: ${inWords(stands)}`], ...wordsOf(stands));
  }
  for (const anomaly of item.anomalies) details.push(['does not fit', anomaly.says]);
  if (correctedBy) details.push([correctedBy.takenOut ? 'taken out' : 'corrected', `by an entry of ${correctedBy.at}`]);
  return {
    on: item.on,
    id: fact.id,
    what: fact.kind,
    says: item.says,
    details,
    struck: correctedBy !== undefined,
    documents: documents.filter(({ document }) => item.documentIds.includes(document.id)),
    recordedAt: item.recordedAt,
    recordedBy: called(item.recordedBy.id),
    sequence: fact.sequence,
    hash: item.hash,
  };
}

/** What people wrote of a fact in their own words. */
function wordsOf(fact: StatusChange): [name: string, text: string][] {
  const { ground, note, items } = fact as { ground?: string; note?: string; items?: { what: string }[] };
  return [
    ...(ground === undefined ? [] : [['ground', ground] as [string, string]]),
    ...(note === undefined ? [] : [['note', note] as [string, string]]),
    ...(items ?? []).map(({ what }): [string, string] => ['ordered', what]),
  ];
}

/** A document that belongs to no fact stands on the day on which it came, else on which it was attached. */
function documentLine(packed: PackedDocument, zone: string, called: (id: string) => string): Line {
  const { role, label, filename, receivedOn, releasedOn, addedAt, addedBy } = packed.document;
  const kind = role === null ? 'document' : `document (${role.replaceAll('-', ' ')})`;
  const released = releasedOn && releasedOn !== receivedOn ? `, released ${formatDay(releasedOn)}` : '';
  return {
    on: receivedOn ?? releasedOn ?? dayIn(zone, addedAt),
    id: null,
    what: 'document',
    says: `${kind[0]!.toUpperCase()}${kind.slice(1)}: ${label ?? filename}${released}.`,
    details: [],
    struck: false,
    documents: [packed],
    recordedAt: addedAt,
    recordedBy: called(addedBy),
    sequence: null,
    hash: null,
  };
}

export function chronologyCsv(lines: readonly Line[]): string {
  const head = [
    'on',
    'what',
    'says',
    'details',
    'corrected',
    'documents',
    'recorded_at',
    'recorded_by',
    'fact',
    'hash',
  ];
  const rows = lines.map((line) => [
    line.on,
    line.what,
    line.says,
    line.details.map(([name, text]) => `${name}: ${text}`).join('\n'),
    line.struck ? 'yes' : '',
    line.documents.map(({ path }) => path).join('\n'),
    line.recordedAt,
    line.recordedBy,
    line.sequence,
    line.hash,
  ]);
  return toCsv(head, rows);
}
