import { describe, expect, it } from '@jest/globals';
import { cases } from './cases/all.ts';
import { asRecorded } from './cases/case.ts';
import type { Case, ExpectedDeadline } from './cases/case.ts';
import { readClock } from './clock.ts';
import { explainDeadline } from './explain.ts';
import { parseOverrides } from './overrides.ts';
import { day } from './plain-date.ts';
import type { Consequence, Deadline, Standing } from './standing.ts';
import { standingOn } from './standing-on.ts';
import { usFoia } from './statutes/us-foia.ts';

describe('worked cases', () => {
  it('have ids of their own', () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
  });

  for (const one of cases) {
    it(`${one.id}: ${one.title}`, () => check(one, standingOf(one)));
  }
});

const inWashington = new Intl.DateTimeFormat('en-GB', {
  timeZone: usFoia.timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const hourOf = (instant: string): string => inWashington.format(Date.parse(instant));

function standingOf(one: Case): Standing {
  const read = parseOverrides(one.overrides ?? {});
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  const law = { statute: usFoia, overrides: read.overrides, feeCategory: one.feeCategory ?? null, hourOf };
  return standingOn(readClock(asRecorded(one.facts), law), day(one.asOf));
}

function check({ expect: expected }: Case, standing: Standing): void {
  const seen = {
    status: standing.status,
    outcome: standing.outcome,
    maySue: standing.consequences.filter((c) => c.kind === 'may-sue').map(spanOf),
    feesBarred: standing.consequences.find((c) => c.kind === 'fees-barred')?.from ?? null,
    anomalies: standing.anomalies.map((anomaly) => `${anomaly.kind}:${anomaly.statusChangeId}`),
    openMatters: standing.openMatters.map((matter) => matter.kind),
    estimate: standing.estimate?.date,
    filedOn: standing.filedOn,
    closedOn: standing.closedOn,
    reopened: standing.reopened?.statusChangeId,
    turnsOn: standing.turnsOn,
    next: standing.nextStatusChanges.slice(0, expected.next?.length),
  };
  const { deadlines, feesSay, ...plain } = expected;
  expect(seen).toMatchObject(plain);
  if (feesSay) expect(standing.consequences.find((c) => c.kind === 'fees-barred')?.says).toContain(feesSay);
  for (const [id, wanted] of Object.entries(deadlines ?? {})) {
    checkDeadline(
      id,
      wanted,
      standing.deadlines.find((deadline) => deadline.id === id),
    );
  }
}

function checkDeadline(id: string, wanted: ExpectedDeadline | null, deadline: Deadline | undefined): void {
  if (!wanted) return expect(deadline).toBeUndefined();
  if (!deadline) throw new Error(`no deadline ${id}`);
  const { says, otherReadings, remaining, ...plain } = wanted;
  expect(deadline).toMatchObject({ id, ...plain });
  if (remaining !== undefined) expect(deadline.remaining?.count).toBe(remaining);
  if (otherReadings)
    expect(Object.fromEntries(deadline.otherReadings.map((r) => [r.policy, r.dueOn]))).toEqual(otherReadings);
  for (const words of says ?? []) expect(explainDeadline(deadline)).toContain(words);
}

function spanOf({ from, until, issue }: Consequence): string {
  return `${from}${until ? `/${until}` : ''}${issue ? ` (${issue})` : ''}`;
}
