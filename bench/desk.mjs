import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** A child process of the bench; `stop()` ends it by its id and waits. */
export function start(file, args, env = {}) {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { child, stop };
}

/** The first whole line that a child prints. */
export async function firstLine(child) {
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  child.stdout.resume();
  return text.split('\n')[0];
}

/** A desk of ours, ready to answer. */
export async function startDesk(env, args = ['serve']) {
  const desk = start(MAIN, args, { LOG_LEVEL: 'warn', RATE_LIMIT: '1000000', ...env });
  if (process.env.BENCH_LOG) desk.child.stdout.pipe(process.stderr);
  else desk.child.stdout.resume();
  if (args[0] === 'serve') await ready(env.PORT);
  return desk;
}

async function ready(port) {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`The desk on port ${port} is not ready after a minute.`);
}

/** A call to the desk that must succeed. */
export async function api(port, key, method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${key}`, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
