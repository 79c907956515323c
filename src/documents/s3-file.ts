import type { Readable } from 'node:stream';
import type { StoredFile } from './blob-store.ts';

/** Opens the bytes `from` to `to`, both included. */
export type OpenRange = (from: number, to: number) => Promise<Readable>;

/**
 * Reads an object at any place. The first read asks for just what it needs; whoever then reads on gets the rest in one
 * answer, so that a download costs two calls and not one for each MiB.
 */
export class S3File implements StoredFile {
  #body: Readable | null = null;
  #pieces: AsyncIterator<Buffer> | null = null;
  #left: Uint8Array = new Uint8Array();
  /** Where the next byte of the open answer stands in the object. */
  #at = -1;

  constructor(
    private readonly size: number,
    private readonly open: OpenRange,
  ) {}

  async read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }> {
    const wanted = Math.min(length, this.size - position);
    if (wanted <= 0) return { bytesRead: 0 };
    if (position !== this.#at) await this.#openAt(position, position + wanted - 1);
    let filled = await this.#fill(buffer.subarray(offset, offset + wanted));
    if (filled === 0 && !this.#pieces) {
      await this.#openAt(position, this.size - 1);
      filled = await this.#fill(buffer.subarray(offset, offset + wanted));
    }
    return { bytesRead: filled };
  }

  stat(): Promise<{ size: number }> {
    return Promise.resolve({ size: this.size });
  }

  close(): Promise<void> {
    this.#body?.destroy();
    this.#body = null;
    this.#pieces = null;
    this.#at = -1;
    return Promise.resolve();
  }

  async #openAt(from: number, to: number): Promise<void> {
    await this.close();
    this.#body = await this.open(from, to);
    // What breaks after `close` concerns nobody any more.
    this.#body.on('error', () => undefined);
    this.#pieces = this.#body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    this.#left = new Uint8Array();
    this.#at = from;
  }

  async #fill(target: Uint8Array): Promise<number> {
    let filled = 0;
    while (filled < target.length) {
      if (this.#left.length === 0 && !(await this.#next())) break;
      const part = this.#left.subarray(0, target.length - filled);
      target.set(part, filled);
      filled += part.length;
      this.#left = this.#left.subarray(part.length);
    }
    this.#at += filled;
    return filled;
  }

  async #next(): Promise<boolean> {
    if (!this.#pieces) return false;
    const { done, value } = await this.#pieces.next();
    if (done) this.#pieces = null;
    else this.#left = value;
    return !done;
  }
}
