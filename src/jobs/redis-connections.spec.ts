import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { createLog } from '../log.ts';
import { RedisConnections } from './redis-connections.ts';

describe('Connections to a Redis that hangs up on everybody', () => {
  let server: Server;
  let connections: RedisConnections;

  beforeEach(async () => {
    server = createServer((socket: Socket) => socket.on('error', () => undefined).destroy());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };
    connections = new RedisConnections({ redisUrl: `redis://127.0.0.1:${port}` }, createLog('silent'));
  });
  afterEach(async () => {
    connections.close();
    await new Promise((done) => server.close(done));
  });

  async function between(redis: Redis): Promise<void> {
    for (let waited = 0; redis.status !== 'reconnecting'; waited++) {
      if (waited > 1000) throw new Error(`Is ${redis.status}, not reconnecting, after 5 s.`);
      await sleep(5);
    }
  }

  it('end between two attempts when they are cut, the copies too, and so does what waits for an answer', async () => {
    const one = connections.waiting();
    const copy = one.duplicate();
    for (const redis of [one, copy]) {
      await between(redis);
      const ended = new Promise((done) => redis.once('end', done));
      const asked = redis.ping();
      const refused = expect(asked).rejects.toThrow('Connection is closed.');
      redis.disconnect();
      await Promise.all([ended, refused]);
      expect(redis.status).toBe('end');
    }
  }, 15_000);

  it('leave no timer behind once they have ended', async () => {
    const redis = connections.waiting();
    await between(redis);
    const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
    connections.close();
    await sleep(0);
    const before = timers();
    connections.close();
    expect(timers()).toBe(before);
  });
});
