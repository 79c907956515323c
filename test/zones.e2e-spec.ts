import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../src/law/cases/all.ts';
import { addDays } from '../src/law/plain-date.ts';
import { statutes } from '../src/law/statutes/all.ts';
import { count, seed } from './support/counts.ts';
import { histories } from './support/histories.ts';

/**
 * A day is a day wherever the machine stands: every worked case, and random histories under every law, read by a Node of
 * its own in twelve time zones, from the build. The zone must be that of the process from its first moment, so each is one.
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

/** Spread over the laws, each read some days after its last fact. */
const RANDOM = count(760, 100_000);

interface Reading {
  cases: number;
  histories: number;
  hash: string;
  hourHere: number;
  dayHere: number;
}

function randomHistories(): object[] {
  const later = fc.integer({ min: 0, max: 400 });
  const drawn = fc.sample(fc.record({ facts: histories, later }), { numRuns: RANDOM, seed });
  return drawn.map(({ facts, later: days }, n) => ({
    statuteId: statutes[n % statutes.length]!.id,
    facts,
    asOf: addDays(facts.at(-1)!.on, days),
  }));
}

async function readIn(zone: string, file: string): Promise<Reading> {
  const { stdout } = await run(process.execPath, [reader, file], { env: { PATH: process.env.PATH, TZ: zone } });
  return JSON.parse(stdout) as Reading;
}

describe('every worked case and random histories, wherever the machine stands', () => {
  const read = new Map<string, Reading>();
  beforeAll(
    async () => {
      const dir = await mkdtemp(join(tmpdir(), 'foia-zones-'));
      const file = join(dir, 'histories.json');
      await writeFile(file, JSON.stringify(randomHistories()));
      for (const [zone] of zones) read.set(zone, await readIn(zone, file));
      await rm(dir, { recursive: true });
    },
    count(120_000, 1_200_000),
  );

  it.each(zones)('in %s', (zone, hour, date) => {
    // The process did stand there: otherwise equal hashes would say nothing.
    expect(read.get(zone)).toMatchObject({ hourHere: hour, dayHere: date, cases: cases.length, histories: RANDOM });
    expect(read.get(zone)!.hash).toBe(read.get('UTC')!.hash);
  });
});
