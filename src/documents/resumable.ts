import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DataStore, Upload } from '@tus/server';
import type { Instant, Now } from '../now.ts';
import { shift } from '../now.ts';
import { DeskError, notFound } from '../errors.ts';
import type { DocumentFields } from './documents.dto.ts';
import { asDiskError, ignoreMissing, syncDirectory, writeAll } from './durable.ts';
import { inMebibytes } from './mebibytes.ts';
import { Waiting } from './waiting.ts';

/** An upload of which nothing is heard for longer is given up. */
const KEPT_FOR_MS = 3 * 24 * 60 * 60 * 1000;
const LEFTOVER_MS = 60 * 60 * 1000;

/** What is known of one upload that comes in pieces. */
export interface Resumable {
  id: string;
  requestId: string;
  /** Whose it is: to everybody else it does not exist. */
  userId: string;
  size: number;
  filename: string | null;
  fields: DocumentFields;
  /** As the client sent it; it gets it back. */
  metadata: Record<string, string | null>;
  /** When a piece last began or ended. */
  activeAt: Instant;
  /** The documents that it became; null while it is not finished. */
  documentIds: string[] | null;
}

const NAME = /^[0-9a-f-]{36}$/;

/**
 * Uploads that come in pieces, in a directory of the local disk: `<id>.json` says what is known, `<id>.bytes` holds what
 * has come. They count in nothing before they are finished, and no backup holds them. The tus server asks it for bytes
 * and offsets; what an upload means is asked by `Resumables`.
 */
export class ResumableStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  readonly #leftovers: Waiting;
  readonly #expected = new Map<string, Resumable>();

  constructor(
    private readonly directory: string,
    private readonly now: Now,
  ) {
    super();
    this.#leftovers = new Waiting(directory);
  }

  async open(): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
  }

  /** Whose upload the next `create` with this id is. */
  expect(upload: Resumable): void {
    this.#expected.set(upload.id, upload);
  }

  /** It was not created, or it was: either way nothing more is expected. */
  forget(id: string): void {
    this.#expected.delete(id);
  }

  /** Null for what does not exist, any more or at all. */
  async find(id: string): Promise<Resumable | null> {
    if (!NAME.test(id)) return null;
    const text = await readFile(this.#path(id, 'json'), 'utf8').catch(ignoreMissing);
    return text === undefined ? null : (JSON.parse(text) as Resumable);
  }

  /** How many of its bytes are here. */
  async offsetOf(upload: Resumable): Promise<number> {
    if (upload.documentIds) return upload.size;
    return (await stat(this.bytesOf(upload.id)).catch(ignoreMissing))?.size ?? 0;
  }

  bytesOf(id: string): string {
    return this.#path(id, 'bytes');
  }

  expiresAt({ activeAt }: Resumable): Instant {
    return shift(activeAt, KEPT_FOR_MS);
  }

  /** Remembers what it became, then lets go of its bytes. */
  async finish(upload: Resumable, documentIds: string[]): Promise<void> {
    await this.#save({ ...upload, documentIds, activeAt: this.now.instant() });
    await rm(this.bytesOf(upload.id), { force: true });
  }

  /** Gives up what nobody has continued for three days, and forgets what was finished then. Returns how many. */
  async expire(): Promise<number> {
    let gone = 0;
    for (const name of await readdir(this.directory)) {
      const upload = name.endsWith('.json') ? await this.find(name.slice(0, -'.json'.length)) : null;
      if (!upload) continue;
      // A crash came after it was noted what it became, and before its bytes went.
      if (upload.documentIds) await rm(this.bytesOf(upload.id), { force: true });
      if (this.expiresAt(upload) > this.now.instant()) continue;
      await this.remove(upload.id);
      gone += 1;
    }
    await this.#clearAway();
    return gone;
  }

  /** Half-written notes that a crash left; the bytes of an upload go before its note, so none are without one. */
  async #clearAway(): Promise<void> {
    const isLeftover = (name: string) => !/\.(json|bytes)$/.test(name);
    if (!(await readdir(this.directory)).some(isLeftover)) return;
    for await (const name of this.#leftovers.abandoned(LEFTOVER_MS)) {
      if (isLeftover(name)) await this.#leftovers.remove(name);
    }
  }

  override async create(given: Upload): Promise<Upload> {
    const upload = this.#expected.get(given.id)!;
    await this.#save(upload);
    // An empty file has no piece that would make it.
    if (upload.size === 0) await writeFile(this.bytesOf(upload.id), '', { mode: 0o600 });
    return given;
  }

  override async getUpload(id: string): Promise<Upload> {
    const upload = await this.#must(id);
    const { size, metadata } = upload;
    return new Upload({ id, size, metadata, offset: await this.offsetOf(upload) });
  }

  /** Writes what comes, and syncs it before anybody is told: an offset once given out stays true. */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const upload = await this.#must(id);
    await this.#save({ ...upload, activeAt: this.now.instant() });
    const file = await open(this.bytesOf(id), 'a', 0o600);
    let end = offset;
    try {
      for await (const piece of inMebibytes(source)) {
        await writeAll(file, piece);
        end += piece.length;
      }
    } catch (error) {
      throw asDiskError(error);
    } finally {
      await file.sync().finally(() => file.close());
    }
    await this.#save({ ...upload, activeAt: this.now.instant() });
    if ((await this.offsetOf(upload)) !== end) await this.#refuseTwo(id);
    return end;
  }

  override async remove(id: string): Promise<void> {
    await rm(this.#path(id, 'bytes'), { force: true });
    await rm(this.#path(id, 'json'), { force: true });
  }

  /** Within one process the tus server lets pieces of one upload in one by one; other processes know nothing of it. */
  async #refuseTwo(id: string): Promise<never> {
    await this.remove(id);
    throw new DeskError('conflict', 'Two processes took pieces of this upload at once. It was given up: begin anew.', {
      hint: 'Send all calls to /uploads to one and the same `serve` process.',
    });
  }

  async #must(id: string): Promise<Resumable> {
    const upload = await this.find(id);
    if (!upload) throw notFound('upload');
    return upload;
  }

  async #save(upload: Resumable): Promise<void> {
    const path = this.#path(upload.id, 'json');
    const part = join(this.directory, `${randomUUID()}.part`);
    try {
      await writeFile(part, JSON.stringify(upload), { mode: 0o600, flush: true });
      await rename(part, path);
      await syncDirectory(this.directory);
    } catch (error) {
      await rm(part, { force: true });
      throw asDiskError(error);
    }
  }

  #path(id: string, kind: 'json' | 'bytes'): string {
    return join(this.directory, `${id}.${kind}`);
  }
}
