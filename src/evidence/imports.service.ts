import { Inject, Injectable } from '@nestjs/common';
import { AgenciesService } from '../agencies/agencies.service.ts';
import { Agency } from '../agencies/agency.entity.ts';
import { statuteOf, trackOf } from '../agencies/fitting.ts';
import { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { BlobStore } from '../documents/blob-store.ts';
import { DocumentFollowers } from '../documents/document-follower.ts';
import { Blob, Document } from '../documents/document.entity.ts';
import { keepBlobs } from '../documents/keeping.service.ts';
import { DeskError } from '../errors.ts';
import { ExemptionFinding } from '../exemptions/finding.entity.ts';
import { type Instant, Now } from '../now.ts';
import { access } from '../requests/access.ts';
import { loadClosures } from '../requests/closures.ts';
import { nextNumber } from '../requests/numbers.ts';
import { lawOf, readStanding } from '../requests/reading.ts';
import type { Request } from '../requests/request.entity.ts';
import { mustFindAgency } from '../requests/requests.service.ts';
import { Standings } from '../requests/standings.service.ts';
import { DeadlineMove, StatusChangeRow, StatusChangeText } from '../requests/status-change.entity.ts';
import { todayIn } from '../requests/today.ts';
import { type BagSource, plainWords } from './bag-source.ts';
import { findHere, mustBeFree, oneAtATime, placeholders } from './import-clashes.ts';
import { takeFiles } from './import-files.ts';
import type { DeadlineDifference, Imported } from './imports.dto.ts';
import { RequestOrigin } from './origin.entity.ts';
import { type Importable, readImport } from './read-import.ts';
import { fitting, unfit } from './unfit.ts';
import { verifyPackage, type VerifiedPackage } from './verify-package.ts';

const MOST_FAULTS_TOLD = 50;
/** Rows of one INSERT: SQLite takes 32,766 values in a statement. */
const LOT = 1000;

/** Takes a request from another desk's package, with its history as it was chained there. */
@Injectable()
export class Imports {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(BlobStore) private readonly store: BlobStore,
    @Inject(AgenciesService) private readonly agencies: AgenciesService,
    @Inject(Standings) private readonly standings: Standings,
    @Inject(DocumentFollowers) private readonly followers: DocumentFollowers,
    @Inject(Now) private readonly now: Now,
  ) {}

  /** Throws unless `user` may import at all: asked before a byte is read. */
  mayImport(user: User): void {
    if (user.role === 'viewer') throw new DeskError('forbidden', 'Requests are taken in by editors and owners.');
  }

  /**
   * All of it, or nothing: verified before anything is written, files first, then one transaction. A request that is
   * here with the same history is left alone; throws `conflict` when it has another one, `does-not-fit` for a package
   * that is not whole or not for this desk.
   */
  async import(user: User, source: BagSource): Promise<Imported> {
    this.mayImport(user);
    const verified = await verifyPackage(source);
    mustBeWhole(verified);
    const read = readImport(verified, user.id);
    fitting('request.json', () => trackOf(statuteOf(read.agency.statute), read.request.track));
    const here = await this.database.read((scope) => findHere(scope, user, read));
    if (here) return this.database.read((scope) => unchanged(scope, here, read));
    const isListed = (sha256: string) => this.database.read((scope) => scope.em.existsBy(Blob, { sha256 }));
    const at = this.now.instant();
    const files = await takeFiles(this.store, source, verified.bag, read.documents, isListed, at);
    try {
      return await this.database.write((tx) => this.#write(tx, user, read, files.blobs, at));
    } finally {
      await files.settle();
    }
  }

  async #write(tx: Tx, user: User, read: Importable, blobs: Map<string, Blob>, at: Instant): Promise<Imported> {
    await oneAtATime(tx);
    const here = await findHere(tx, user, read);
    if (here) return unchanged(tx, here, read);
    await mustBeFree(tx, read);
    const people = await placeholders(tx, read, at);
    if (people.length > 0) await tx.em.insert(User, people);
    const { agency, isNew } = await this.#agency(tx, user, read);
    const request = this.#draft(user, agency, read, await nextNumber(tx, this.config.timeZone, at), at);
    const differences = await differencesOf(tx, request, agency, read, at);
    await this.standings.apply(tx, request, agency, read.facts, {
      because: 'recorded',
      reason: '',
      added: read.facts,
      byUserId: user.id,
      at,
      isNew: true,
      save: () => saveHistory(tx, user, read, at),
    });
    for (const { document } of read.documents) {
      await keepBlobs(tx, [blobs.get(document.sha256)!]);
      await tx.em.insert(Document, document);
      await this.followers.changed(tx, { because: 'attached', document, byUserId: user.id, at });
    }
    for (const lot of lotsOf(read.findings)) await tx.em.insert(ExemptionFinding, lot);
    return answer(request, agency, read, { isNew: true, agencyIsNew: isNew, differences });
  }

  /** The one of that name under that law, with the rules that it has here; else a new one with those of the package. */
  async #agency(tx: Tx, user: User, { agency: given }: Importable): Promise<{ agency: Agency; isNew: boolean }> {
    const statuteId = given.statute;
    const known = await tx.em.find(Agency, { where: { statuteId, name: given.name }, order: { id: 'ASC' }, take: 1 });
    const { id } = known[0] ?? (await this.agencies.add(tx, user, given));
    return { agency: await mustFindAgency(tx, id), isNew: known.length === 0 };
  }

  #draft(user: User, agency: Agency, read: Importable, number: string, at: Instant): Request {
    const { subject, description, confidential, requester, feeCategory, track, feeLimit } = read.request;
    const request: Partial<Request> = {
      id: read.requestId,
      number,
      agencyId: agency.id,
      statuteId: agency.statuteId,
      subject,
      description,
      access: this.config.newRequests,
      confidential: confidential ?? false,
      sample: false,
      creatorId: user.id,
      assigneeId: null,
      requester: requester ?? null,
      feeCategory: feeCategory ?? null,
      track: track ?? null,
      feeLimit: feeLimit ?? null,
      tags: [],
      related: [],
      createdAt: at,
      chainHead: read.head,
      chainCount: read.rows.length,
      lastFactAt: read.rows.at(-1)?.recordedAt ?? null,
    };
    return request as Request;
  }

  /** Where a request came from, if it was imported. */
  async originOf(user: User, requestId: string): Promise<RequestOrigin | null> {
    return this.database.read(async (scope) => {
      await access(scope, user, requestId, 'read');
      return scope.em.findOneBy(RequestOrigin, { requestId });
    });
  }
}

function mustBeWhole({ faults }: VerifiedPackage): void {
  if (faults.length === 0) return;
  const told = faults.slice(0, MOST_FAULTS_TOLD).map(plainWords);
  const more = faults.length > 1 ? `, and ${faults.length - 1} more` : '';
  throw new DeskError('does-not-fit', `The package is not whole: ${told[0]!}${more}. Nothing of it was taken in.`, {
    errors: told.map((detail) => ({ pointer: '/file', detail })),
  });
}

async function unchanged(
  scope: Scope,
  { request, agency }: { request: Request; agency: Agency },
  read: Importable,
): Promise<Imported> {
  const differences = await differencesOf(scope, request, agency, read);
  return answer(request, agency, read, { isNew: false, agencyIsNew: false, differences });
}

async function saveHistory(tx: Tx, user: User, read: Importable, at: Instant): Promise<void> {
  const { requestId, rows, texts, moves, head, number, packageSum } = read;
  const came = { requestId, number, chainHead: head, chainCount: rows.length, packageSum };
  await tx.em.insert(RequestOrigin, { ...came, importedBy: user.id, importedAt: at });
  for (const lot of lotsOf(rows)) await tx.em.insert(StatusChangeRow, lot);
  for (const lot of lotsOf(texts)) await tx.em.insert(StatusChangeText, lot);
  for (const lot of lotsOf(moves)) await tx.em.insert(DeadlineMove, lot);
}

function lotsOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / LOT) }, (_, i) => rows.slice(i * LOT, (i + 1) * LOT));
}

/** Due days that this desk reads otherwise, as of the day of the package. A history that it cannot read at all is refused. */
async function differencesOf(
  scope: Scope,
  request: Request,
  agency: Agency,
  read: Importable,
  now?: Instant,
): Promise<DeadlineDifference[]> {
  const law = lawOf(request, agency, await loadClosures(scope));
  let deadlines: { id: string; kind: string; dueOn: DeadlineDifference['here'] }[];
  try {
    ({ deadlines } = readStanding(read.facts, law, read.asOf));
    if (now !== undefined) readStanding(read.facts, law, todayIn(agency.timeZone, now));
  } catch {
    throw unfit('status-changes.ndjson', 'is a history that the clock of this desk cannot read');
  }
  const here = new Map(deadlines.map((one) => [one.id, one]));
  const ids = new Set([...here.keys(), ...read.deadlines.keys()]);
  return [...ids].flatMap((deadlineId) => {
    const [ours, theirs] = [here.get(deadlineId), read.deadlines.get(deadlineId)];
    const days = { there: theirs?.dueOn ?? null, here: ours?.dueOn ?? null };
    const kind = (ours ?? theirs)!.kind;
    return ours && theirs && days.there === days.here ? [] : [{ deadlineId, kind, ...days }];
  });
}

function answer(
  request: Request,
  agency: Agency,
  read: Importable,
  what: { isNew: boolean; agencyIsNew: boolean; differences: DeadlineDifference[] },
): Imported {
  return {
    requestId: request.id,
    number: request.number,
    numberThere: read.number,
    isNew: what.isNew,
    facts: read.rows.length,
    documents: read.documents.length,
    exemptions: read.findings.length,
    agency: { id: agency.id, name: agency.name, isNew: what.agencyIsNew },
    differences: what.differences,
  };
}
