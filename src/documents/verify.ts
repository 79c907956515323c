import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { BlobStore } from './blob-store.ts';
import { faultOf, lengthFault, readChunk } from './checked-read.ts';
import { CHUNK_BYTES } from './digest.ts';
import { Blob } from './document.entity.ts';

/** A file that is not what the database says, or of which it says nothing. */
export interface FileFault {
  fault: 'damaged' | 'missing' | 'orphan' | 'mixed-up';
  sha256: string | null;
  says: string;
}

export interface VerifiedFiles {
  files: number;
  bytes: number;
  faults: FileFault[];
}

type Blobs = Pick<Blob, 'sha256' | 'size' | 'chunks' | 'damagedAt'>;

const LOT = 100;
/** A younger file may belong to an upload that is just being listed. */
const SETTLED_MS = 60 * 60 * 1000;
const MOST_PARTS_NAMED = 5;

/**
 * Hashes every file, whole and in its parts, and looks for missing and orphaned ones both ways. Works beside a running
 * server. `onVerdict` learns what was found of each file, so that the marks in the database follow the disk.
 */
export async function verifyFiles(
  database: Database,
  store: BlobStore,
  onVerdict: (blob: Blobs, damage: string | null) => Promise<void>,
  progress: (says: string) => void,
): Promise<VerifiedFiles> {
  const verified: VerifiedFiles = { files: 0, bytes: 0, faults: [] };
  for await (const blob of everyBlob(database)) {
    const fault = await verifyFile(store, blob);
    verified.files += 1;
    verified.bytes += blob.size;
    if (fault) verified.faults.push({ ...fault, says: `${fault.says}${await usedBy(database, blob.sha256)}` });
    if (fault?.fault !== 'missing') await onVerdict(blob, fault ? fault.says : null);
    progress(`${verified.files} files checked`);
  }
  verified.faults.push(...(await orphans(database, store)), ...(await mixedUp(database)));
  return verified;
}

async function verifyFile(store: BlobStore, blob: Blobs): Promise<FileFault | null> {
  const file = await store.read(blob.sha256);
  const of = { sha256: blob.sha256 };
  if (!file) return { fault: 'missing', ...of, says: `file ${blob.sha256} is missing` };
  try {
    const faults = [await lengthFault(file, blob)];
    const whole = createHash('sha256');
    for (let i = 0; i * CHUNK_BYTES < blob.size; i += 1) {
      const chunk = await readChunk(file, i, blob.size);
      whole.update(chunk);
      faults.push(await faultOf(chunk, i, blob));
    }
    const found = faults.filter((fault) => fault !== null);
    // Every part as recorded and yet another whole: then the record of the parts was changed along with the file.
    if (found.length === 0 && whole.digest('hex') !== blob.sha256) found.push('its SHA-256 as a whole differs');
    const named = found.slice(0, MOST_PARTS_NAMED).join('; ');
    const more = found.length > MOST_PARTS_NAMED ? `; and ${found.length - MOST_PARTS_NAMED} more parts` : '';
    return found.length === 0
      ? null
      : { fault: 'damaged', ...of, says: `file ${blob.sha256} is damaged: ${named}${more}` };
  } finally {
    await file.close();
  }
}

/** Files that no row names. A row that appeared since the file was seen makes it none. */
async function orphans(database: Database, store: BlobStore): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  for await (const { sha256, path, ageMs } of store.list()) {
    if (ageMs < SETTLED_MS) continue;
    const listed = await database.read((scope) => scope.em.existsBy(Blob, { sha256 }));
    if (!listed) faults.push({ fault: 'orphan', sha256: null, says: `file ${path} belongs to no document` });
    else if (path !== store.pathOf(sha256))
      faults.push({ fault: 'orphan', sha256, says: `file ${path} is in the wrong place` });
  }
  return faults;
}

/** Documents that name a status change of another request; the database cannot see to that. */
async function mixedUp(database: Database): Promise<FileFault[]> {
  const rows = await database.read((scope) =>
    sql<{ id: string; sha256: string }>(
      scope,
      `SELECT d.id, d.sha256 FROM document d JOIN status_change s ON s.id = d.status_change_id
       WHERE s.request_id <> d.request_id ORDER BY d.id`,
    ),
  );
  return rows.map(({ id, sha256 }) => ({
    fault: 'mixed-up',
    sha256,
    says: `document ${id} names a status change of another request`,
  }));
}

/** By number only: what a request is about may be confidential. */
async function usedBy(database: Database, sha256: string): Promise<string> {
  const rows = await database.read((scope) =>
    sql<{ id: string; number: string }>(
      scope,
      `SELECT d.id, r.number FROM document d JOIN request r ON r.id = d.request_id WHERE d.sha256 = :sha256 ORDER BY d.id`,
      { sha256 },
    ),
  );
  return rows.map(({ id, number }) => `; document ${id} of request ${number}`).join('');
}

async function* everyBlob(database: Database): AsyncGenerator<Blobs> {
  let after = '';
  for (;;) {
    const lot = await database.read((scope) =>
      scope.em
        .createQueryBuilder(Blob, 'blob')
        .where('blob.sha256 > :after', { after })
        .orderBy('blob.sha256')
        .limit(LOT)
        .getMany(),
    );
    yield* lot;
    if (lot.length < LOT) return;
    after = lot.at(-1)!.sha256;
  }
}
