import { afterAll, beforeAll, describe } from '@jest/globals';
import { jobRunnerContract } from './contracts/job-runner.ts';
import { eachEngine } from './support/engines.ts';
import { newRedisDatabase, type RedisDatabase } from './support/redis.ts';
import { Workshop } from './support/workshop.ts';

eachEngine((engine) => jobRunnerContract('The database runner', () => Workshop.open(engine)));

describe('Rung by Redis', () => {
  let redis: RedisDatabase;
  beforeAll(async () => void (redis = await newRedisDatabase()));
  afterAll(() => redis.release());
  eachEngine((engine) => jobRunnerContract('The BullMQ runner', () => Workshop.open(engine, redis.url)));
});
