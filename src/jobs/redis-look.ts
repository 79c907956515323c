import { openRedis, type RedisSettings } from './redis-connections.ts';

const SAFE_POLICY = 'noeviction';

/** How Redis does, in words: `ok`, or what is wrong with it. Rejects when it cannot be reached within `withinMs`. */
export async function lookAtRedis(settings: RedisSettings, withinMs: number): Promise<string> {
  const redis = openRedis(settings, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    connectTimeout: withinMs,
    retryStrategy: () => null,
  });
  // Without a listener ioredis prints; the answer says it already.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    if ((await redis.ping()) !== 'PONG') return 'answers strangely';
    return evicting(await redis.info('memory').catch(() => ''));
  } finally {
    // One that was refused has ended; ioredis would wait two seconds for its socket to go.
    if (redis.status !== 'end') redis.disconnect();
  }
}

/** From INFO, which also those may ask who may not see its settings. One that does not say is not suspected. */
function evicting(info: string): string {
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? SAFE_POLICY;
  if (policy === SAFE_POLICY) return 'ok';
  return `its maxmemory-policy is ${policy}: it may forget that jobs are due, which then wait for a sweep; set ${SAFE_POLICY}`;
}
