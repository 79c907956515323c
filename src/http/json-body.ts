import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DeskError } from '../errors.ts';
import './caller.ts';
import { isStorable } from './text.ts';

const LARGEST_BODY = 1024 * 1024;
/** Of a body that is too large, this much is still taken in, so that its sender gets to read the refusal. */
const LARGEST_WASTE = 16 * LARGEST_BODY;
const DEEPEST = 64;
const ARRIVES_WITHIN_MS = 30_000;

/** Makes JSON the only body that every route reads; what a few routes read beside it is their own affair. */
export function readJsonBodies(instance: FastifyInstance): void {
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser(
    'application/json',
    async (httpRequest: FastifyRequest, payload: AsyncIterable<Buffer>) => {
      checkCharset(httpRequest.headers['content-type'] ?? '', 'JSON');
      const bytes = await bytesOf(payload as NodeJS.ReadableStream, 'A JSON body');
      httpRequest.bodySha256 = createHash('sha256').update(bytes).digest('hex');
      return bytes.length === 0 ? undefined : parseJson(bytes);
    },
  );
}

/** Reads JSON from outside. Throws `invalid` on what is no JSON, too deep, or could not be stored. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  // Before parsing: validators and the parser's users recurse, and 20 KB can nest 10,000 deep.
  checkDepth(text);
  const value = parse(text);
  if (needsWalk(text)) walk(value, '');
  return value;
}

/** Throws `unsupported-media` unless a content type says UTF-8 or nothing. */
export function checkCharset(contentType: string, what: string): void {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)"?/i.exec(contentType)?.[1]?.toLowerCase();
  if (charset === undefined || charset === 'utf-8' || charset === 'utf8') return;
  throw new DeskError('unsupported-media', `${what} is read as UTF-8, not as ${charset.slice(0, 40)}.`);
}

/** A whole body of at most a mebibyte. Throws `too-large`, or `invalid` when it breaks off or takes too long. */
export function bytesOf(payload: NodeJS.ReadableStream, what: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      payload.removeListener('data', take);
      settle();
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
      else chunks.length = 0;
      if (size > LARGEST_WASTE) end(() => reject(tooLarge(what)));
    };
    const timer = setTimeout(() => {
      end(() =>
        reject(new DeskError('invalid', `The body did not arrive within ${ARRIVES_WITHIN_MS / 1000} seconds.`)),
      );
    }, ARRIVES_WITHIN_MS);
    payload.on('data', take);
    payload.once('end', () =>
      end(() => (size > LARGEST_BODY ? reject(tooLarge(what)) : resolve(Buffer.concat(chunks)))),
    );
    payload.once('error', () => end(() => reject(new DeskError('invalid', 'The body broke off.'))));
    payload.once('close', () => end(() => reject(new DeskError('invalid', 'The body broke off.'))));
  });
}

function tooLarge(what: string): DeskError {
  return new DeskError('too-large', `${what} has at most ${LARGEST_BODY / 1024} KiB.`);
}

/** Throws `invalid` on what is not UTF-8. A byte order mark is left out. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DeskError('invalid', 'The body is not UTF-8.');
  }
}

const QUOTE = 34;
const BACKSLASH = 92;

function checkDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > DEEPEST) throw new DeskError('invalid', `The body is nested more than ${DEEPEST} deep.`);
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new DeskError('invalid', `The body is not JSON: ${(error as Error).message.slice(0, 200)}`);
  }
}

/** Only escapes can bring in what plain UTF-8 text cannot hold, and only large exponents are no numbers. */
function needsWalk(text: string): boolean {
  return /\\u|__proto__|constructor|\d[eE]\+?\d{3}/.test(text);
}

function walk(value: unknown, pointer: string): void {
  if (typeof value === 'string') checkText(value, pointer);
  else if (typeof value === 'number') {
    if (!Number.isFinite(value)) refuse(pointer, 'is a number too large to keep');
  } else if (Array.isArray(value)) value.forEach((item, i) => walk(item, `${pointer}/${i}`));
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      checkText(name, pointer);
      const below = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (name === '__proto__' || name === 'constructor') refuse(below, 'is not a known field');
      walk(item, below);
    }
  }
}

function checkText(text: string, pointer: string): void {
  if (!isStorable(text)) refuse(pointer, 'holds a NUL character or half of a surrogate pair');
}

function refuse(pointer: string, detail: string): never {
  throw new DeskError('invalid', `The body cannot be kept: ${pointer || 'it'} ${detail}.`, {
    errors: [{ pointer: pointer.replace(/[\u0000\p{Surrogate}]/gu, '\ufffd'), detail }],
  });
}
