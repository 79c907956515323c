import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { DeskError } from '../errors.ts';

const WINDOW_S = 60;
/** So many failures for one address as a part of a key's calls: 30 when RATE_LIMIT is 600. */
const FAILURES_SHARE = 20;

/** How often one key may call, and how often one address may fail to say who it is. Counted by each process for itself. */
@Injectable()
export class RateLimits {
  readonly #calls: RateLimiterMemory;
  readonly #failures: RateLimiterMemory;

  constructor(@Inject(CONFIG) config: Config) {
    const failures = Math.max(1, Math.ceil(config.rateLimit / FAILURES_SHARE));
    this.#calls = new RateLimiterMemory({ points: config.rateLimit, duration: WINDOW_S });
    this.#failures = new RateLimiterMemory({ points: failures, duration: WINDOW_S });
  }

  /** Counts one call of this key and tells it what is left. Throws `too-many` beyond the limit. */
  async spend(apiKeyId: string, reply: FastifyReply): Promise<void> {
    const { fits, left } = await consume(this.#calls, apiKeyId);
    const seconds = secondsOf(left);
    void reply.header('RateLimit-Limit', String(this.#calls.points));
    void reply.header('RateLimit-Remaining', String(Math.max(0, left.remainingPoints)));
    void reply.header('RateLimit-Reset', String(seconds));
    if (fits) return;
    throw new DeskError('too-many', `At most ${this.#calls.points} calls a minute for one key.`, {
      retryAfter: seconds,
    });
  }

  /** Counts one failed attempt from this address. Throws `too-many` beyond the limit. */
  async failed(address: string): Promise<void> {
    const { fits, left } = await consume(this.#failures, address);
    if (fits) return;
    throw new DeskError('too-many', 'Too many calls without a valid key from this address.', {
      retryAfter: secondsOf(left),
    });
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<{ fits: boolean; left: RateLimiterRes }> {
  try {
    return { fits: true, left: await limiter.consume(key) };
  } catch (left) {
    if (left instanceof RateLimiterRes) return { fits: false, left };
    throw left;
  }
}

function secondsOf(left: RateLimiterRes): number {
  return Math.max(1, Math.ceil(left.msBeforeNext / 1000));
}
