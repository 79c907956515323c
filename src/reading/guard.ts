import { workerData } from 'node:worker_threads';
import { OUT_OF_MEMORY } from './protocol.ts';

const LOOK_EVERY_MS = 50;

const { memoryBytes, parent } = workerData as { memoryBytes: number; parent: number };

/**
 * Runs as a thread beside the reading, which may be caught in a loop: ends the process when it grows beyond its memory,
 * and when nobody is there any more for whom it reads. Signals end it whatever the other thread does, and its group with it.
 */
setInterval(() => {
  if (process.ppid !== parent) process.kill(-process.pid, 'SIGKILL');
  if (process.memoryUsage.rss() > memoryBytes) process.kill(process.pid, OUT_OF_MEMORY);
}, LOOK_EVERY_MS);
