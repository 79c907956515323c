import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeskError, type ErrorCode } from '../errors.ts';

/** A piece of an upload. */
export const PIECE = 'application/offset+octet-stream';

const ROUTES = /\/(requests\/:id\/uploads|uploads\/:id)$/;
/** The protocol's own headers; all others were read by the desk already, or are none of the protocol's business. */
const OURS = /^(tus-|upload-|content-type$|content-length$)/;
const THEIRS = /^(tus-|upload-|location$|document-location$|cache-control$)/;

/** Lets pieces through to the routes that take them, unread. */
export function readPieces(app: NestFastifyApplication): void {
  const instance = app.getHttpAdapter().getInstance();
  instance.addContentTypeParser(
    PIECE,
    (httpRequest: FastifyRequest, _: unknown, done: (error: Error | null) => void) => {
      const here = ROUTES.test(httpRequest.routeOptions.url ?? '');
      done(here ? null : new DeskError('unsupported-media', `${PIECE} is for uploads that are resumed.`));
    },
  );
}

/** What became of calls that the tus server refused, by call. */
export class Refusals {
  readonly #thrown = new WeakMap<object, unknown>();

  keep(call: object, error: unknown): undefined {
    this.#thrown.set(call, error);
  }

  of(call: object): unknown {
    return this.#thrown.get(call);
  }
}

/**
 * Hands a call to the tus server and its answer back. What it refuses is thrown in the desk's words, so that guard,
 * limits and problem+json are the same here as everywhere.
 */
export async function handOver(
  server: Server,
  refusals: Refusals,
  httpRequest: FastifyRequest,
  reply: FastifyReply,
  begin: (call: Request) => void = () => undefined,
): Promise<void> {
  const call = toCall(httpRequest);
  begin(call);
  const answer = await server.handleWeb(call);
  for (const [name, value] of answer.headers) if (THEIRS.test(name)) void reply.header(name, value);
  const refusal = refusals.of(call);
  if (refusal !== undefined || answer.status >= 400) throw await inOurWords(answer, refusal);
  void reply.status(answer.status);
}

function toCall({ raw, method, url, headers }: FastifyRequest): Request {
  const own = Object.entries(headers).filter(([name]) => OURS.test(name)) as [string, string][];
  const body = headers['content-type'] === PIECE ? (Readable.toWeb(raw) as ReadableStream<Uint8Array>) : null;
  return new Request(new URL(url, 'http://desk'), {
    method,
    headers: own,
    ...(body && { body, duplex: 'half' }),
  });
}

const CODES: Record<number, ErrorCode> = {
  400: 'invalid',
  403: 'invalid',
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  412: 'stale',
  413: 'too-large',
  415: 'unsupported-media',
  501: 'invalid',
};

async function inOurWords(answer: Response, refusal: unknown): Promise<unknown> {
  // The faults of a file system and of the desk itself come through as they are.
  if (refusal instanceof Error) return refusal;
  const code = CODES[answer.status] ?? 'unavailable';
  if (code === 'not-found')
    return new DeskError('not-found', 'No such upload, or it is not yours, or it was given up.');
  const says = (await answer.text()).trim();
  return new DeskError(code, `The upload was refused: ${says.replace(/\.?$/, '.')}`);
}
