import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import { Database } from '../database/database.ts';
import { parseAllowed } from '../http/addresses.ts';
import { Outgoing } from '../http/outgoing.ts';
import { hostOnly } from '../http/without-secrets.ts';
import type { Log } from '../log.ts';
import { Now } from '../now.ts';
import { claimed } from './shared-moment.ts';

const EVERY_MS = 60_000;
const LIMIT_MS = 10_000;
const BEAT = 'heartbeat';

/**
 * Tells somebody outside that the desk is at work, by calling HEARTBEAT_URL after a sweep in which nothing failed. The
 * URL is the operator's own, so it may lie where people's URLs may not: its very host and port are allowed, nothing else.
 */
@Injectable()
export class Heartbeat {
  readonly #url: string | undefined;
  readonly #outgoing: Outgoing;
  #works = true;

  constructor(
    @Inject(CONFIG) { heartbeatUrl }: Pick<Config, 'heartbeatUrl'>,
    @Inject(LOG) private readonly log: Log,
    @Inject(Now) private readonly now: Now,
    @Inject(Database) private readonly database: Database,
  ) {
    this.#url = heartbeatUrl;
    this.#outgoing = new Outgoing(heartbeatUrl === undefined ? [] : hostOf(heartbeatUrl));
  }

  /** At most once a minute, whichever process sweeps. Never rejects: a call that fails is logged, and made again a minute later. */
  async beat(stop: AbortSignal): Promise<void> {
    if (this.#url === undefined || stop.aborted) return;
    try {
      if (!(await claimed(this.database, BEAT, this.now.instant(), EVERY_MS))) return;
      const { status } = await this.#outgoing.get(this.#url, { signal: stop, limitMs: LIMIT_MS });
      if (status < 200 || status >= 300) throw new Error(`It answered ${status}.`);
      if (!this.#works) this.log.info('The heartbeat is heard again.');
      this.#works = true;
    } catch (error) {
      if (stop.aborted) return;
      this.#works = false;
      this.log.warn({ err: error, host: hostOnly(this.#url) }, 'The heartbeat could not be told.');
    }
  }
}

function hostOf(url: string) {
  const { host, protocol, port } = new URL(url);
  const allowed = parseAllowed(port === '' ? `${host}:${protocol === 'https:' ? 443 : 80}` : host);
  return allowed ? [allowed] : [];
}
