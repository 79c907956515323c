import { describe, expect, it } from '@jest/globals';
import { day } from '../law/plain-date.ts';
import type { Deadline } from '../law/standing.ts';
import { toEntry } from './feed-items.ts';
import type { FeedRow } from './feed-rows.ts';

const dueOn = day('2026-07-10');
const base: Deadline = {
  ...{
    id: 'appeal-filing:1',
    kind: 'appeal-filing',
    owedBy: 'requester',
    dueOn,
    originalDueOn: dueOn,
    state: 'running',
  },
  ...{ causedBy: { statusChangeId: '1', kind: 'determined' }, overdue: false, lateOnEveryReading: false },
  ...{ latestReadingOn: dueOn, earliestReadingOn: dueOn, steps: [], otherReadings: [], confidence: 'high' },
};
const theirs = { kind: 'determination', owedBy: 'agency' } as const;

function entryOf(deadline: Partial<Deadline> | null, fields: Partial<FeedRow> = {}) {
  const row: FeedRow = {
    ...{ request_id: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11', deadline_id: 'appeal-filing:1', due_on: dueOn, live: 1 },
    ...{ sequence: 3, modified_at: '2026-06-01T00:00:00.000Z', missed: 0, number: '2026-0001', subject: 'Crates' },
    ...{ confidential: 0, sample: 0, tracking_numbers: '["26-1"]', request_updated_at: '2026-06-03T00:00:00.000Z' },
    ...{ agency_name: 'Army', time_zone: 'America/New_York', agency_updated_at: '2026-06-02T00:00:00.000Z' },
    body: deadline && JSON.stringify({ ...base, ...deadline }),
    ...fields,
  };
  return toEntry(row, 'http://desk.test', '2026-06-10T00:00:00.000Z');
}

const mornings = (...days: number[]) => days.map((n) => 9 + 24 * n);

describe('alarms', () => {
  it('of ours count from the earliest reading, and from the day by which it must arrive', () => {
    expect(entryOf({}).alarms).toEqual(mornings(-7, -1, 0));
    expect(entryOf({ earliestReadingOn: day('2026-07-08') }).alarms).toEqual(mornings(-9, -3, -2));
    expect(entryOf({ mustArriveBy: { on: day('2026-07-07') } }).alarms).toEqual(mornings(-10, -4, -3));
    expect(entryOf({ earliestReadingOn: day('2026-07-12') }).alarms).toEqual(mornings(-7, -1, 0));
  });

  it('of theirs are one, the morning after the latest reading; none while a reading has no day', () => {
    expect(entryOf(theirs).alarms).toEqual(mornings(1));
    expect(entryOf({ ...theirs, latestReadingOn: day('2026-07-20') }).alarms).toEqual(mornings(11));
    expect(entryOf({ ...theirs, latestReadingOn: null }).alarms).toEqual([]);
    // Also once the day has passed: a program that looks in between must not lose it.
    expect(entryOf(theirs, { missed: 1 }).alarms).toEqual(mornings(1));
  });

  it('are none for what is expected, over or a sample, and always the same for what is confidential', () => {
    expect(entryOf({ expected: true }).alarms).toEqual([]);
    expect(entryOf({}, { live: 0 }).alarms).toEqual([]);
    expect(entryOf({}, { sample: 1 }).alarms).toEqual([]);
    for (const deadline of [{}, theirs, { earliestReadingOn: day('2026-07-01') }, { expected: true }]) {
      expect(entryOf(deadline, { confidential: 1 })).toEqual(entryOf({}, { confidential: true }));
    }
  });
});

it.each([
  [{}, 'Appeal due'],
  [theirs, 'Determination due from the agency'],
  [{ ...theirs, expected: true }, 'Determination expected'],
  [{ expected: true }, 'Appeal, the careful day'],
  [{ state: 'missed' }, 'Appeal missed'],
  [{ ...theirs, state: 'missed' }, 'Determination was due'],
  [{ ...theirs, state: 'missed', lateOnEveryReading: true }, 'Determination is late'],
  [{ state: 'missed', metOn: day('2026-07-12') }, 'Appeal done'],
  [{ state: 'met', metOn: day('2026-07-01') }, 'Appeal done'],
  [{ state: 'paused', dueOn: null }, 'Appeal stands still'],
  [{ state: 'running', dueOn: null }, 'Appeal has no day now'],
  [{ state: 'void' }, 'Appeal no longer owed'],
  [null, 'No longer a deadline'],
] as [Partial<Deadline> | null, string][])('%j is told as "%s"', (deadline, says) => {
  expect(entryOf(deadline).item.title).toBe(`${says}: 2026-0001 Crates`);
});

it('was changed when the last of what it tells was', () => {
  expect(entryOf({}).item.changedAt).toBe('2026-06-03T00:00:00.000Z');
  expect(entryOf({}, { confidential: 1 }).item.changedAt).toBe('2026-06-01T00:00:00.000Z');
});
