import { NewAgencyDto } from '../agencies/agencies.dto.ts';
import type { ExemptionFinding } from '../exemptions/finding.entity.ts';
import { isId, isWords } from '../http/validators.ts';
import { check } from '../http/validate.ts';
import { parsePlainDate, type PlainDate } from '../law/plain-date.ts';
import type { StatusChange } from '../law/status-change.ts';
import { entriesOf, factsOf } from '../requests/history.ts';
import { FileRequest } from '../requests/requests.dto.ts';
import type { DeadlineMove, StatusChangeRow, StatusChangeText } from '../requests/status-change.entity.ts';
import { readStatusChanges } from '../requests/status-changes.pipe.ts';
import { readDocuments, type ImportedDocument } from './read-documents.ts';
import { findingsOf } from './read-exemptions.ts';
import { fitting, isInstant, unfit } from './unfit.ts';
import { isObject, objectIn, parsed } from './verify-history.ts';
import type { VerifiedPackage } from './verify-package.ts';

/** What a package holds for another desk, each field held to the rules that hold for whoever writes here. */
export interface Importable {
  requestId: string;
  /** What the other desk calls it. */
  number: string;
  head: string;
  packageSum: string;
  request: FileRequest;
  agency: NewAgencyDto;
  rows: StatusChangeRow[];
  texts: StatusChangeText[];
  facts: StatusChange[];
  moves: DeadlineMove[];
  documents: ImportedDocument[];
  /** Exemptions that the other desk has confirmed. */
  findings: ExemptionFinding[];
  /** Due days as the other desk tells them, by the deadline's id. */
  deadlines: Map<string, { kind: string; dueOn: PlainDate | null }>;
  asOf: PlainDate;
}

const LOT = 500;
/** Far beyond any request that is known; what is more is there to fill a desk. */
const MOST_FACTS = 20_000;
const MOST_PEOPLE = 200;

/**
 * Sums and a chain show that a package was not changed, not that it was made by a desk: anybody can make one. So
 * everything in it is read as if somebody had sent it. Throws `does-not-fit` with where it does not.
 */
export function readImport(verified: VerifiedPackage, importedBy: string): Importable {
  const { bag, history } = verified;
  const faults: string[] = [];
  const request = objectIn(bag.texts, 'data/request.json', faults);
  const agency = objectIn(bag.texts, 'data/agency.json', faults);
  const standing = objectIn(bag.texts, 'data/deadlines.json', faults);
  if (faults.length > 0) throw unfit('', faults[0]!);
  const { requestId } = history;
  if (!isId(requestId)) throw unfit('request.json/id', 'is no id');
  if (history.rows.length > MOST_FACTS) throw unfit('status-changes.ndjson', `has more than ${MOST_FACTS} facts`);
  if (!history.texts.every(({ salt }) => /^[0-9a-f]{1,128}$/.test(salt)))
    throw unfit('texts.ndjson', 'has an odd salt');
  if (!isWords(history.number, 50, false)) throw unfit('request.json/number', 'is no number of a request');
  const rows = rowsOf(verified);
  const texts = history.texts.map((one) => ({
    statusChangeId: one.status_change_id,
    path: one.path,
    salt: one.salt,
    text: one.text,
  }));
  if (new Set(rows.map((row) => row.recordedBy)).size > MOST_PEOPLE) {
    throw unfit('status-changes.ndjson', `was recorded by more than ${MOST_PEOPLE} people`);
  }
  const facts = factsOf(entriesOf(rows, texts));
  mustBeFacts(facts);
  return {
    requestId,
    number: history.number,
    head: history.head,
    packageSum: bag.found.get('tagmanifest-sha256.txt')!.sha256,
    request: requestOf(request, agency),
    agency: agencyOf(agency),
    rows,
    texts,
    facts,
    moves: movesOf(verified),
    documents: readDocuments(verified),
    findings: findingsOf(verified, importedBy),
    deadlines: deadlinesOf(standing.deadlines),
    asOf: parsePlainDate(standing.asOf) ?? refuse('deadlines.json/asOf', 'is no day'),
  };
}

function requestOf(request: Record<string, unknown>, agency: Record<string, unknown>): FileRequest {
  const { subject, description, requester, feeCategory, track, feeLimit, confidential } = request;
  const given = { agencyId: agency.id, subject, description, requester, feeCategory, track, feeLimit, confidential };
  return fitting('request.json', () => check(FileRequest, withoutGaps(given)));
}

function agencyOf(agency: Record<string, unknown>): NewAgencyDto {
  const { name, abbreviation, statuteId: statute, timeZone, contacts, overrides } = agency;
  return fitting('agency.json', () =>
    check(NewAgencyDto, withoutGaps({ name, abbreviation, statute, timeZone, contacts, overrides })),
  );
}

function rowsOf({ history }: VerifiedPackage): StatusChangeRow[] {
  return history.rows.map((row, i) => {
    const at = `status-changes.ndjson, line ${i + 1}`;
    if (!isId(row.id) || !isId(row.recorded_by)) throw unfit(at, 'has no ids');
    if (!isInstant(row.recorded_at) || (row.at !== null && !isInstant(row.at))) throw unfit(at, 'has no moment');
    if (parsePlainDate(row.on_day) === null) throw unfit(at, 'has no day');
    return {
      id: row.id,
      requestId: history.requestId,
      sequence: row.sequence,
      kind: row.kind as StatusChangeRow['kind'],
      onDay: row.on_day as PlainDate,
      at: row.at,
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by,
      body: row.body,
      previousHash: row.previous_hash,
      hash: row.hash,
    };
  });
}

/** Kinds and fields as the API takes them. Whether they were possible was for the other desk to say. */
function mustBeFacts(facts: readonly StatusChange[]): void {
  for (let from = 0; from < facts.length; from += LOT) {
    const lot = facts.slice(from, from + LOT).map(({ id: _, sequence: __, recordedAt: ___, ...fields }) => fields);
    fitting('status-changes.ndjson', () => readStatusChanges(lot, ''));
  }
}

function movesOf({ bag, history }: VerifiedPackage): DeadlineMove[] {
  const lines = (bag.texts.get('data/history/moved-deadlines.ndjson') ?? '').split('\n').filter(Boolean);
  return lines.map((line, i) => {
    const move = parsed(line);
    const at = `moved-deadlines.ndjson, line ${i + 1}`;
    if (!isObject(move)) throw unfit(at, 'cannot be read');
    const { id, deadlineId, deadlineKind, fromOn, toOn, because, movedAt } = move;
    const days = [fromOn, toOn].map((day) => (day === null ? null : (parsePlainDate(day) ?? undefined)));
    const fits =
      isId(id) &&
      isWords(deadlineId, 200, false) &&
      isWords(deadlineKind, 100, false) &&
      isWords(because, 20_000, true) &&
      isInstant(movedAt) &&
      !days.includes(undefined);
    if (!fits) throw unfit(at, 'is no deadline that moved');
    const [from, to] = days as [PlainDate | null, PlainDate | null];
    const said = { deadlineId, deadlineKind, because, movedAt } as Pick<DeadlineMove, 'deadlineId' | 'deadlineKind' | 'because' | 'movedAt'>; // prettier-ignore
    return { id, requestId: history.requestId, ...said, fromOn: from, toOn: to };
  });
}

/** Only told beside what this desk reads; what cannot be read of it is left out. */
function deadlinesOf(value: unknown): Importable['deadlines'] {
  const deadlines = Array.isArray(value) ? value.filter(isObject) : [];
  return new Map(
    deadlines
      .filter(({ id, kind }) => isWords(id, 200, false) && isWords(kind, 100, false))
      .map(({ id, kind, dueOn }) => [String(id), { kind: String(kind), dueOn: parsePlainDate(dueOn) }]),
  );
}

function refuse(where: string, detail: string): never {
  throw unfit(where, detail);
}

function withoutGaps(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}
