import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { cases } from '../src/law/cases/all.ts';

/**
 * A day is a day wherever the machine stands: every worked case read by a Node of its own in twelve time zones, from the
 * build. The zone must be that of the process from its first moment, so each is one.
 */

const run = promisify(execFile);
const reader = fileURLToPath(new URL('./support/standings.mjs', import.meta.url));

/** The zones, with what their clocks show at noon of 15 January 2026 in Greenwich. */
const zones: [zone: string, hour: number, date: number][] = [
  ['UTC', 12, 15],
  ['Pacific/Kiritimati', 2, 16],
  ['Pacific/Niue', 1, 15],
  ['Pacific/Chatham', 1, 16],
  ['Asia/Kathmandu', 17, 15],
  ['Asia/Tokyo', 21, 15],
  ['Australia/Lord_Howe', 23, 15],
  ['Africa/Casablanca', 13, 15],
  ['Europe/Berlin', 13, 15],
  ['America/Sao_Paulo', 9, 15],
  ['America/New_York', 7, 15],
  ['America/St_Johns', 8, 15],
];

interface Reading {
  cases: number;
  hash: string;
  hourHere: number;
  dayHere: number;
}

async function readIn(zone: string): Promise<Reading> {
  const { stdout } = await run(process.execPath, [reader], { env: { PATH: process.env.PATH, TZ: zone } });
  return JSON.parse(stdout) as Reading;
}

describe('every worked case, wherever the machine stands', () => {
  const read = new Map<string, Reading>();
  beforeAll(async () => {
    for (const [zone] of zones) read.set(zone, await readIn(zone));
  }, 120_000);

  it.each(zones)('in %s', (zone, hour, date) => {
    // The process did stand there: otherwise equal hashes would say nothing.
    expect(read.get(zone)).toMatchObject({ hourHere: hour, dayHere: date, cases: cases.length });
    expect(read.get(zone)!.hash).toBe(read.get('UTC')!.hash);
  });
});
