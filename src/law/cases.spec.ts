import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { cases } from './cases/all.ts';
import { checkCase, standingOfCase } from './cases/check.ts';
import type { Case } from './cases/case.ts';
import { findStatute, statutes } from './statutes/all.ts';

describe('worked cases', () => {
  it('have ids of their own', () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
  });

  it('are at least two for every law', () => {
    const told = (id: string): number => cases.filter((one) => (one.statute ?? 'us-foia') === id).length;
    expect(statutes.filter(({ id }) => told(id) < 2).map(({ id }) => id)).toEqual([]);
  });

  for (const one of cases) {
    it(`${one.id}: ${one.title}`, () => expect(differences(one)).toEqual([]));
  }

  it('come out as plain data: nothing is left behind on the way through JSON', () => {
    const leaves = cases.filter((one) => {
      const standing = standingOfCase(one, findStatute(one.statute ?? 'us-foia')!);
      return !isDeepStrictEqual(JSON.parse(JSON.stringify(standing)), standing);
    });
    expect(leaves.map(({ id }) => id)).toEqual([]);
  });

  it('are noticed when they do not hold', () => {
    const [one] = cases;
    const wrong: Case = {
      ...one!,
      expect: { status: 'draft', deadlines: { 'determination:1': { dueOn: '1999-01-01' } } },
    };
    expect(differences(wrong).map(({ at }) => at)).toEqual(['status', 'deadlines/determination:1/dueOn']);
  });
});

function differences(one: Case): ReturnType<typeof checkCase> {
  const statute = findStatute(one.statute ?? 'us-foia');
  if (!statute) throw new Error(`${one.id}: no law ${one.statute}`);
  return checkCase(one, statute, hoursIn(statute.timeZone));
}

function hoursIn(timeZone: string): (instant: string) => string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (instant) => clock.format(Date.parse(instant));
}
