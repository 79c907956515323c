import { describe, expect, it } from '@jest/globals';
import { msBetween, shift } from '../now.ts';
import { MOST_ATTEMPTS, nextTryAt, restsUntil, WAITS_MS } from './webhook-schedule.ts';

const now = '2026-06-01T16:00:00.000Z';
const plain = { status: 500, retryAfter: null };

describe('When a webhook is tried again', () => {
  it('ten times in about 75 hours, each wait up to a tenth longer', () => {
    let [soonest, latest] = [now, now];
    for (let attempts = 1; attempts < MOST_ATTEMPTS; attempts++) {
      soonest = nextTryAt(soonest, attempts, plain, 0)!;
      latest = nextTryAt(latest, attempts, plain, 1)!;
    }
    const hours = (end: string) => msBetween(now, end) / 3_600_000;
    expect(hours(soonest)).toBeCloseTo(75.6, 1);
    expect(hours(latest)).toBeCloseTo(75.6 * 1.1, 1);
    expect(nextTryAt(now, MOST_ATTEMPTS, plain)).toBeNull();
    expect(WAITS_MS.map((ms) => ms / 1000)).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
  });

  it('not sooner than it asks for, within a day', () => {
    expect(nextTryAt(now, 1, { status: 503, retryAfter: 600 }, 0)).toBe(shift(now, 600_000));
    expect(nextTryAt(now, 2, { status: 503, retryAfter: 60 }, 0)).toBe(shift(now, 300_000));
    expect(nextTryAt(now, 1, { status: 429, retryAfter: 99_999_999 }, 0)).toBe(shift(now, 86_400_000));
  });

  it('and how long the endpoint is left alone meanwhile', () => {
    expect([1, 2, 3, 4, 99].map((n) => msBetween(now, restsUntil(now, n, plain)) / 1000)).toEqual([
      5, 30, 120, 300, 300,
    ]);
    for (const status of [429, 502, 504]) {
      expect(restsUntil(now, 1, { status, retryAfter: null })).toBe(shift(now, 60_000));
      expect(restsUntil(now, 1, { status, retryAfter: 7200 })).toBe(shift(now, 7_200_000));
    }
  });
});
