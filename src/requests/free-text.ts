import { createHash, randomBytes } from 'node:crypto';

/** One free text of a status change, on its way out of the chained body. */
export interface FreeText {
  /** Where it stood: `note`, `ground`, `items.0.what`, `replacement.note` … */
  path: string;
  salt: string;
  text: string;
}

type Fields = Record<string, unknown>;

/** What stands in the chained body in place of a free text. */
interface Digest {
  digest: string;
}

/** Shown where a text was redacted for good. */
export const REDACTED = '[redacted]';
/** Shown where a text is gone that nobody redacted: `verify` reports it as damage. */
export const MISSING = '[missing]';

/** The salted digest by which the chain knows a text: without the salt, short texts could be guessed from it. */
export function digestOf(salt: string, text: string): string {
  return createHash('sha256').update(`${salt}\n${text}`).digest('hex');
}

/** The payload with every free text replaced by its digest, and the texts. */
export function takeTexts(payload: Fields): { payload: Fields; texts: FreeText[] } {
  const texts: FreeText[] = [];
  const replaced = replaceTexts(payload, '', (path, value) => {
    if (typeof value !== 'string') return value;
    const salt = randomBytes(16).toString('hex');
    texts.push({ path, salt, text: value });
    return { digest: digestOf(salt, value) };
  });
  return { payload: replaced, texts };
}

/** The payload of a chained body with its texts put back; `lost` says what to show for one that is gone. */
export function putTexts(payload: Fields, texts: ReadonlyMap<string, string>, lost: (path: string) => string): Fields {
  return replaceTexts(payload, '', (path, value) => (isDigest(value) ? (texts.get(path) ?? lost(path)) : value));
}

/** Paths and digests of the free texts of a chained payload. */
export function digestsIn(payload: Fields): { path: string; digest: string }[] {
  const found: { path: string; digest: string }[] = [];
  replaceTexts(payload, '', (path, value) => {
    if (isDigest(value)) found.push({ path, digest: value.digest });
    return value;
  });
  return found;
}

/** Which texts of a fact a `redacted` fact names: those in `fields`, or all. */
export function isNamed(redaction: Fields, path: string): boolean {
  return redaction.fields === undefined || (redaction.fields as string[]).includes(path);
}

/** Free texts stand in `note`, `ground`, `items[].what`, and in the same places of a correction's replacement. */
function replaceTexts(fields: Fields, prefix: string, fn: (path: string, value: unknown) => unknown): Fields {
  const copy: Fields = { ...fields };
  for (const name of ['note', 'ground']) {
    if (copy[name] !== undefined) copy[name] = fn(prefix + name, copy[name]);
  }
  if (Array.isArray(copy.items)) {
    copy.items = (copy.items as Fields[]).map((item, i) => ({
      ...item,
      what: fn(`${prefix}items.${i}.what`, item.what),
    }));
  }
  if (copy.replacement) copy.replacement = replaceTexts(copy.replacement as Fields, `${prefix}replacement.`, fn);
  return copy;
}

/** Text without the removed ones, wherever it repeats them; part of a word is no repetition. */
export function withoutTexts(text: string, removed: readonly string[]): string {
  // The longest first: one removed text may hold another.
  return [...removed]
    .sort((a, b) => b.length - a.length)
    .reduce((left, gone) => left.replace(asPattern(gone), REDACTED), text);
}

function asPattern(text: string): RegExp {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const before = /^[\p{L}\p{N}]/u.test(text) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{L}\p{N}]$/u.test(text) ? '(?![\\p{L}\\p{N}])' : '';
  return new RegExp(before + literal + after, 'gu');
}

function isDigest(value: unknown): value is Digest {
  return typeof value === 'object' && value !== null && typeof (value as Digest).digest === 'string';
}
