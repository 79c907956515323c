import { describe, expect, it } from '@jest/globals';
import { shift } from '../now.ts';
import { Turnstile } from './turnstile.ts';

const NOW = '2026-06-01T16:00:00.000Z';

describe('The turnstile before other people’s endpoints', () => {
  it('lets five in at one host, and others elsewhere all the same', () => {
    const turnstile = new Turnstile(100, 0);
    const inside = Array.from({ length: 5 }, () => turnstile.enter('a', false)!);
    expect([turnstile.enter('a', false), typeof turnstile.enter('b', false)]).toEqual([null, 'function']);
    inside[0]!();
    expect(typeof turnstile.enter('a', false)).toBe('function');
    expect(turnstile.enter('a', false)).toBeNull();
  });

  it('keeps places free of those that failed last time', () => {
    const turnstile = new Turnstile(2, 0);
    const leave = turnstile.enter('a', true)!;
    turnstile.enter('b', true);
    expect([turnstile.enter('c', true), typeof turnstile.enter('c', false)]).toEqual([null, 'function']);
    leave();
    expect(typeof turnstile.enter('d', true)).toBe('function');
  });

  it('counts calls of a host in any minute', () => {
    const turnstile = new Turnstile(1, 2);
    expect([turnstile.call('a', NOW), turnstile.call('a', shift(NOW, 20_000))]).toEqual([0, 0]);
    expect([turnstile.call('a', shift(NOW, 30_000)), turnstile.call('b', shift(NOW, 30_000))]).toEqual([30_000, 0]);
    expect(turnstile.call('a', shift(NOW, 60_000))).toBe(0);
    expect(turnstile.call('a', shift(NOW, 60_001))).toBe(19_999);
    expect(new Turnstile(1, 0).call('a', NOW)).toBe(0);
  });
});
