import { DeskError } from '../errors.ts';
import { cleanFilename } from './filename.ts';

/** A file that was found in another one, not read yet. */
export interface Member {
  /** Where it stands there, to be shown: no part of it is ever a path here. */
  path: string;
  /** What it is called, unlike every other one of the same source. */
  filename: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** What may come out of one file. */
export interface Limits {
  members: number;
  /** All together, in bytes. */
  bytes: number;
}

/** Says which member is wrong, and how; `name` may hold anything. */
export function refusedMember(name: string, detail: string): DeskError {
  const shown = JSON.stringify(name.toWellFormed().slice(0, 200));
  return refusedSource(`the member ${shown} ${detail}`);
}

/** Nothing of it is taken; the file itself can be attached without `unpack`. */
export function refusedSource(detail: string): DeskError {
  const says = `It cannot be unpacked: ${detail}. Nothing was kept of what is in it; attached without \`unpack\` it is kept as it is.`;
  return new DeskError('does-not-fit', says, { errors: [{ pointer: '/unpack', detail }] });
}

/** The bytes of one member; throws once they or all together are more than was allowed. */
export class Allowance {
  #members = 0;
  #bytes = 0;

  constructor(private readonly limits: Limits) {}

  async *take({ path, bytes }: Member): AsyncGenerator<Uint8Array> {
    this.#members += 1;
    if (this.#members > this.limits.members) throw refusedSource(`it holds more than ${this.limits.members} files`);
    for await (const piece of bytes) {
      this.#bytes += piece.length;
      if (this.#bytes > this.limits.bytes) {
        throw refusedMember(
          path,
          `brings what is in it over the ${this.limits.bytes} bytes that this desk takes at once`,
        );
      }
      yield piece;
    }
  }
}

/** Gives names out once each: the second `a.pdf` is `a (2).pdf`. The same names in the same order always get the same. */
export class Names {
  readonly #given = new Set<string>();

  give(sent: string | undefined): string {
    const name = cleanFilename(sent);
    const [, stem, extension] = /^(.*?)(\.[a-z0-9]{1,12})?$/iu.exec(name) as unknown as [string, string, string?];
    for (let n = 1; ; n += 1) {
      const given = n === 1 ? name : cleanFilename(`${stem.slice(0, 200)} (${n})${extension ?? ''}`);
      if (this.#given.has(given.toLowerCase())) continue;
      this.#given.add(given.toLowerCase());
      return given;
    }
  }
}
