import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LessThan } from 'typeorm';
import type { User } from '../auth/user.entity.ts';
import { Database, type Tx } from '../database/database.ts';
import { DeskError } from '../errors.ts';
import { Sweep } from '../jobs/sweep.ts';
import { type Instant, Now, shift } from '../now.ts';
import { IdempotencyKey } from './idempotency-key.entity.ts';

export const KEPT_FOR_MS = 24 * 60 * 60 * 1000;
const LONGEST_KEY = 255;

/** One authenticated call over HTTP, as far as a controller needs to know it. */
export class Call {
  /** Headers of the answer that a replay repeats. */
  readonly headers: Record<string, string> = {};

  constructor(
    readonly user: User,
    readonly apiKeyId: string,
    readonly requestId: string,
    /** Method and path, without the query. */
    readonly route: string,
    /** Path and query, as called: lists build their `next` from it. */
    readonly url: string,
    /** Digest of the query and of the body's bytes. */
    readonly fingerprint: string,
    readonly ifMatch: string | undefined,
    readonly idempotencyKey: string | undefined,
    private readonly reply: FastifyReply,
  ) {}

  static of(httpRequest: FastifyRequest, reply: FastifyReply): Call {
    const caller = httpRequest.caller;
    if (!caller) throw new DeskError('internal', 'A route that asks who calls must not be @Public().');
    const { url } = httpRequest;
    const [path, query = ''] = splitOnce(url, '?');
    const fingerprint = createHash('sha256')
      .update(`${query}\n${httpRequest.bodySha256 ?? ''}`)
      .digest('hex');
    const header = (name: string) => httpRequest.headers[name] as string | undefined;
    return new Call(
      caller.user,
      caller.apiKeyId,
      String(httpRequest.id),
      `${httpRequest.method} ${path}`,
      url,
      fingerprint,
      header('if-match'),
      header('idempotency-key'),
      reply,
    );
  }

  header(name: string, value: string): void {
    this.headers[name] = value;
    void this.reply.header(name, value);
  }

  status(code: number): void {
    void this.reply.status(code);
  }
}

/** The call at hand: `@ThisCall() call: Call`. */
export const ThisCall = createParamDecorator((_: unknown, context: ExecutionContext): Call => {
  const http = context.switchToHttp();
  return Call.of(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});

export interface OnceOptions {
  /** Fields of the answer that are shown once and never stored; a replay has null in their place. */
  secrets?: readonly string[];
}

/**
 * Writes that may be tried again: with an `Idempotency-Key`, the first answer is kept for 24 hours in the very
 * transaction of its effect, and every later call with the same key, route and body gets that answer.
 */
@Injectable()
export class Once implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Sweep) private readonly sweep: Sweep,
  ) {}

  onModuleInit(): void {
    this.sweep.every('old idempotency keys', () => this.forget());
  }

  /** Runs `fn` in one write, at most once per key. A refusal (an error) is not kept: nothing happened. */
  async write<T>(call: Call, status: number, fn: (tx: Tx) => Promise<T>, options: OnceOptions = {}): Promise<T> {
    const key = call.idempotencyKey;
    if (key === undefined) return this.database.write(fn);
    if (key.length === 0 || key.length > LONGEST_KEY) {
      throw new DeskError('invalid', `An Idempotency-Key has 1 to ${LONGEST_KEY} characters.`);
    }
    return this.database.write(async (tx) => {
      const earlier = await this.#reserve(tx, call, key);
      if (earlier) return this.#replay(call, earlier) as T;
      const body = await fn(tx);
      await this.#keep(tx, call, key, status, body, options);
      return body;
    });
  }

  /** Forgets what is older than 24 hours. */
  async forget(): Promise<void> {
    const old = { createdAt: LessThan(shift(this.now.instant(), -KEPT_FOR_MS)) };
    if (!(await this.database.read((scope) => scope.em.existsBy(IdempotencyKey, old)))) return;
    await this.database.write((tx) => tx.em.delete(IdempotencyKey, old));
  }

  /**
   * The earlier answer, or null when the key is ours now. The insert is what decides: on PostgreSQL it waits for a
   * call in flight with the same key to commit or to give up; on SQLite writes come one after another anyway.
   */
  async #reserve(tx: Tx, call: Call, key: string): Promise<IdempotencyKey | null> {
    const where = { apiKeyId: call.apiKeyId, route: call.route, idempotencyKey: key };
    const createdAt = this.now.instant();
    const reservation = { ...where, fingerprint: call.fingerprint, status: 0, headers: {}, body: null, createdAt };
    await this.#dropExpired(tx, where, createdAt);
    await tx.em.createQueryBuilder().insert().into(IdempotencyKey).values(reservation).orIgnore().execute();
    const row = await tx.em.findOneByOrFail(IdempotencyKey, where);
    // A committed row has a status: one without it can only be our own.
    return row.status === 0 ? null : row;
  }

  async #dropExpired(tx: Tx, where: Partial<IdempotencyKey>, now: Instant): Promise<void> {
    await tx.em.delete(IdempotencyKey, { ...where, createdAt: LessThan(shift(now, -KEPT_FOR_MS)) });
  }

  #replay(call: Call, earlier: IdempotencyKey): unknown {
    if (earlier.fingerprint !== call.fingerprint) {
      throw new DeskError(
        'does-not-fit',
        'This Idempotency-Key was used with another body. Use a new key for a new write.',
      );
    }
    for (const [name, value] of Object.entries(earlier.headers)) call.header(name, value);
    call.header('Idempotency-Replayed', 'true');
    call.status(earlier.status);
    return earlier.body === null ? undefined : (JSON.parse(earlier.body) as unknown);
  }

  async #keep<T>(tx: Tx, call: Call, key: string, status: number, body: T, options: OnceOptions): Promise<void> {
    const where = { apiKeyId: call.apiKeyId, route: call.route, idempotencyKey: key };
    const hidden = new Set(options.secrets ?? []);
    const text = JSON.stringify(body, (name, value: unknown) => (hidden.has(name) ? null : value));
    await tx.em.update(IdempotencyKey, where, { status, headers: call.headers, body: text ?? null });
  }
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
