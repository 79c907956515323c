import { postgresForThisRun } from './postgres-server.mjs';
import { redisForThisRun } from './servers.mjs';

/** Starts PostgreSQL and Redis once for the whole run, unless only unit tests under `src/` were asked for. */
export default async function setUp(globalConfig) {
  const asked = globalConfig.testPathPatterns?.patterns ?? [];
  if (asked.length > 0 && asked.every((pattern) => /(^|\/)src\//.test(pattern))) return;
  // One after the other: a PostgreSQL that cannot start must not leave a Redis behind.
  const postgres = await postgresForThisRun();
  const redis = await redisForThisRun();
  process.env.FOIA_TEST_POSTGRES = postgres.url;
  process.env.FOIA_TEST_REDIS = redis.url;
  process.env.FOIA_TEST_REDIS_IS_REAL = String(redis.real);
  globalThis.foiaTestServers = [postgres, redis];
  console.log(`\nPostgreSQL: ${postgres.says}\nRedis: ${redis.says}`);
}
