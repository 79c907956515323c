import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port that was free a moment ago. */
export async function freePort() {
  const probe = createServer();
  await new Promise((done, fail) => probe.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

/** The version of the `redis-server` on PATH, or null. */
export function redisServerOnPath() {
  const asked = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  if (asked.error || asked.status !== 0) return null;
  return /v=(\S+)/.exec(asked.stdout)?.[1] ?? 'unknown';
}

/** Starts `redis-server` in its own directory: nothing is kept on disk, so that a killed one has lost everything. */
export async function startRedisServer(dir, port, databases = 16, more = []) {
  const options = ['--port', port, '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', [...options, '--databases', databases, ...more].map(String), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (/Ready to accept connections/.test(said)) return child;
    if (child.exitCode !== null) break;
    await sleep(20);
  }
  child.kill('SIGKILL');
  throw new Error(`redis-server did not start on port ${port}:\n${said}`);
}

/** Ends a child of ours and waits until it is gone. */
export async function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await gone;
}

/**
 * The Redis of this test run: the one at REDIS_URL, else a `redis-server` from PATH, else the one that npm brings.
 * Returns `{ url, says, real, stop }`.
 */
export async function redisForThisRun() {
  if (process.env.REDIS_URL) {
    const { host } = new URL(process.env.REDIS_URL);
    return { url: process.env.REDIS_URL, says: `the one at REDIS_URL (${host})`, real: true, stop: async () => {} };
  }
  const version = redisServerOnPath();
  if (version) {
    const dir = await mkdtemp(join(tmpdir(), 'foia-redis-'));
    const port = await freePort();
    const child = await startRedisServer(dir, port, 256);
    const stop = async () => {
      await end(child, 'SIGKILL');
      await rm(dir, { recursive: true, force: true });
    };
    return { url: `redis://127.0.0.1:${port}`, says: `redis-server ${version} from PATH`, real: true, stop };
  }
  const { createRedisMock } = await import('js-redis-server');
  const mock = await createRedisMock();
  return { url: mock.url, says: 'js-redis-server, from npm', real: false, stop: () => mock.close() };
}
