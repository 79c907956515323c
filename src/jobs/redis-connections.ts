import { Redis, type RedisOptions } from 'ioredis';
import type { Log } from '../log.ts';

const CONNECT_LIMIT_MS = 5000;
/** The longest that a connection waits before it tries to come back. */
export const LONGEST_PAUSE_MS = 2000;

/** Where Redis is, and whose word is believed that it is it. */
export interface RedisSettings {
  redisUrl: string;
  /** Certificates in PEM, when Redis' own is signed by none that the system knows. */
  redisTlsCa?: string | undefined;
}

/** One connection as the settings say: user, password and database stand in the URL, `rediss:` asks for TLS. */
export function openRedis({ redisUrl, redisTlsCa }: RedisSettings, options: RedisOptions): Redis {
  const tls = redisTlsCa !== undefined && redisUrl.startsWith('rediss:') ? { tls: { ca: redisTlsCa } } : {};
  return new Redis(redisUrl, { ...options, ...tls });
}

/**
 * The connections of one process to Redis: they come back by themselves for as long as the process lives, and all of
 * them, the copies that BullMQ makes included, can be cut at once. (Its own `close` waits for ever for a Redis that is
 * away: taskforcesh/bullmq#4656.)
 */
export class RedisConnections {
  readonly #all: Redis[] = [];
  #closed = false;
  #away = false;

  constructor(
    private readonly settings: RedisSettings,
    private readonly log: Log,
  ) {}

  /** For commands that somebody waits for: they fail at once while Redis is away. */
  asking(): Redis {
    return this.#open({ enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  }

  /** For a worker, which may wait as long as it takes. */
  waiting(): Redis {
    return this.#open({ maxRetriesPerRequest: null });
  }

  /** Cuts all of them, without a word to Redis. */
  close(): void {
    this.#closed = true;
    for (const redis of this.#all) redis.disconnect();
  }

  /** Says once that Redis is away, and once that it is back. */
  failed(error: Error): void {
    if (this.#away || this.#closed) return;
    this.#away = true;
    this.log.warn({ err: error }, 'Redis cannot be reached. Due jobs wait until it is back; nothing is lost.');
  }

  #open(options: RedisOptions): Redis {
    const redis = openRedis(this.settings, {
      ...options,
      connectTimeout: CONNECT_LIMIT_MS,
      keepAlive: 10_000,
      // null ends the connection for good: else a copy that is just waiting to reconnect would outlive the close.
      retryStrategy: (times) => (this.#closed ? null : Math.min(50 * 2 ** Math.min(times, 10), LONGEST_PAUSE_MS)),
    });
    const copy = redis.duplicate.bind(redis);
    redis.duplicate = (override) => this.#listen(copy(override));
    return this.#listen(redis);
  }

  #listen(redis: Redis): Redis {
    this.#all.push(redis);
    const disconnect = redis.disconnect.bind(redis);
    redis.disconnect = (reconnect) => {
      // Has ended: there is nothing to cut, and ioredis would wait two seconds for a socket to say that it is gone.
      if (redis.status === 'end') return;
      // Between two attempts ioredis would only forget the next one: no end would come, and what waits for an answer,
      // BullMQ's own close included, would wait for ever. As one that was never opened it ends.
      if (redis.status === 'reconnecting' && !reconnect) redis.status = 'wait';
      disconnect(reconnect);
    };
    redis.on('error', (error: Error) => this.failed(error));
    redis.on('ready', () => {
      if (this.#away) this.log.info('Redis is back.');
      this.#away = false;
      // One that comes back while the others are being cut.
      if (this.#closed) redis.disconnect();
    });
    return redis;
  }
}
