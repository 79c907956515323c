import { existsSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { at, heartbeatMs, root, say, seconds, Stop, textOf } from './small.mjs';

const lockFile = at('.ready', 'lock');

/** Runs `work` while no other start of this checkout installs or builds. A crashed owner's lock is taken over. */
export async function underLock(work) {
  mkdirSync(at('.ready'), { recursive: true });
  const me = `${process.pid}@${hostname()}`;
  const waitingSince = Date.now();
  let said = 0;
  while (!takeLock(me)) {
    if (Date.now() - said > heartbeatMs) {
      say(`Another start is installing or building; waiting (${seconds(waitingSince)}) …`);
      said = Date.now();
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  const beat = setInterval(() => existsSync(lockFile) && utimesSync(lockFile, new Date(), new Date()), heartbeatMs);
  const release = () => textOf(lockFile) === me && rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    clearInterval(beat);
    release();
  }
}

function takeLock(me) {
  try {
    writeFileSync(lockFile, me, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw new Stop(`Cannot write to ${root}: ${error.message}`);
    if (!lockIsStale()) return false;
    rmSync(lockFile, { force: true });
    return takeLock(me);
  }
}

/** Its owner is gone: no such process here, or no sign of life for two minutes. */
function lockIsStale() {
  const owner = textOf(lockFile);
  if (owner === null) return false;
  const [pid, host] = owner.split('@');
  if (host === hostname() && !isAlive(Number(pid))) return true;
  try {
    return Date.now() - statSync(lockFile).mtimeMs > 120_000;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
