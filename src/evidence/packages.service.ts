import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { Database } from '../database/database.ts';
import { BlobStore } from '../documents/blob-store.ts';
import { Blob } from '../documents/document.entity.ts';
import { DocumentsService } from '../documents/documents.service.ts';
import { DeskError } from '../errors.ts';
import { Now } from '../now.ts';
import { release } from '../release.ts';
import { toBag } from './bag.ts';
import { gather, type Gathered } from './gather.ts';
import { slugOf } from './names.ts';
import { type Extra, extras, type PackageQuery } from './package.dto.ts';
import { PackageParts, type PackedDocument } from './part.ts';
import { readmeOf } from './readme.ts';
import { payloadOf } from './sections.ts';
import { faultAtAGlance, faultOf, storedFile } from './stored-file.ts';
import { toZip } from './zip-out.ts';

/** Up to here every file is read once before the first byte leaves, so that a damaged one is told by its name. */
const READ_BEFOREHAND_BYTES = 256 * 1024 * 1024;
const LONGEST_SLUG = 60;

/** One package, ready to be sent. */
export interface Package {
  filename: string;
  /** In bytes. */
  length: number;
  stream: Readable;
}

/** Makes evidence packages: a request's history and files as one bag that can be checked without this desk. */
@Injectable()
export class Packages {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BlobStore) private readonly store: BlobStore,
    @Inject(DocumentsService) private readonly documents: DocumentsService,
    @Inject(PackageParts) private readonly parts: PackageParts,
    @Inject(Now) private readonly now: Now,
  ) {}

  /**
   * The package as of one moment. Rows are read in one snapshot, which is over before the first byte leaves: a slow
   * reader holds nothing but one open file. Throws `conflict` when a file is damaged, or its redactions hide nothing.
   */
  async make(user: User, requestId: string, query: PackageQuery): Promise<Package> {
    const now = this.now.instant();
    const gathered = await this.database.snapshot((scope) => gather(scope, user, requestId, query, this.parts, now));
    await this.#mustBeWhole(gathered.documents);
    const base = baseOf(gathered);
    const bag = toBag(payloadOf(gathered), await infoOf(gathered), readmeOf(gathered));
    const zip = toZip(base, bag, ({ sha256 }) => this.#open(sha256));
    return { filename: `${base}.zip`, ...zip };
  }

  #open(sha256: string): Readable {
    const mark = (hash: string, says: string) => this.documents.markDamaged(hash, says);
    return storedFile(this.store, () => this.#blob(sha256), mark);
  }

  #blob(sha256: string): Promise<Blob> {
    return this.database.read((scope) => scope.em.findOneByOrFail(Blob, { sha256 }));
  }

  /** A file that is found damaged only on its way, in a package too large to be read twice, breaks the package off. */
  async #mustBeWhole(documents: readonly PackedDocument[]): Promise<void> {
    const faults: string[] = [];
    const total = documents.reduce((sum, { size }) => sum + size, 0);
    for (const packed of documents) {
      const fault = packed.damagedAt === null ? await this.#faultOf(packed, total) : packed.damage;
      if (fault !== null) faults.push(`${packed.document.filename} (document ${packed.document.id}): ${fault}`);
    }
    if (faults.length === 0) return;
    throw new DeskError(
      'conflict',
      `The stored copy of a file is damaged, and a damaged file is not handed out: ${faults.join('; ')}. Attach the same file again, or have it restored from a backup.`,
      { hint: 'Copy the file back from a backup into DATA_DIR/files, then run `foia-desk verify`.' },
    );
  }

  async #faultOf({ document: { sha256 }, size }: PackedDocument, total: number): Promise<string | null> {
    const glance = await faultAtAGlance(this.store, { sha256, size });
    if (glance !== null || total > READ_BEFOREHAND_BYTES) return glance;
    const fault = await faultOf(this.store, await this.#blob(sha256));
    if (fault !== null) await this.documents.markDamaged(sha256, fault);
    return fault;
  }
}

/** What the ZIP and the folder in it are called: of a confidential request by its number alone. */
function baseOf({ request }: Gathered): string {
  const slug = request.confidential ? '' : slugOf(request.subject, LONGEST_SLUG);
  return ['request', request.number, slug].filter(Boolean).join('-');
}

async function infoOf(gathered: Gathered): Promise<[string, string][]> {
  const { request, agency, law, asOf, include } = gathered;
  const list = (some: readonly Extra[]) => some.join(', ') || 'none';
  return [
    ['Bagging-Date', asOf],
    ['Bag-Software-Agent', `FOIA Desk ${await release()}`],
    ['External-Identifier', request.number],
    ['Internal-Sender-Identifier', request.id],
    ['External-Description', `Record of the request "${request.subject}" to ${agency.name}, ${law.statute.name}`],
    ['Package-Format', '1'],
    ['As-Of', asOf],
    ['Recorded-Until', request.lastFactAt ?? 'nothing is recorded'],
    ['Chain-Head', request.chainHead],
    ['Chain-Count', String(request.chainCount)],
    ['Included', list(extras.filter((extra) => include.has(extra)))],
    ['Left-Out', list(extras.filter((extra) => !include.has(extra)))],
  ];
}
