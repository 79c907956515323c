import { describe, expect, it } from '@jest/globals';
import { asRecorded } from './cases/case.ts';
import { storyChanges } from './cases/story.ts';
import { readClock } from './clock.ts';
import { asKnownAt, settle } from './history.ts';
import { day } from './plain-date.ts';
import { standingOn } from './standing-on.ts';
import type { StatusChange } from './status-change.ts';
import { usFoia } from './statutes/us-foia.ts';

const june = asRecorded([
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
]);

function correction(
  sequence: number,
  corrects: string,
  replacement: StatusChange<'corrected'>['replacement'],
): StatusChange {
  return {
    id: String(sequence),
    sequence,
    recordedAt: `2026-07-${String(sequence).padStart(2, '0')}T12:00:00Z`,
    kind: 'corrected',
    on: day('2026-07-10'),
    corrects,
    replacement,
  };
}

function dueOn(history: readonly StatusChange[]): string | null | undefined {
  const { deadlines } = standingOn(readClock(history, { statute: usFoia }), day('2026-07-15'));
  return deadlines.find((deadline) => deadline.id === 'determination:1')?.dueOn;
}

describe('a history', () => {
  it('is ordered by day, then instant, then recording; without an instant, after what was already on record', () => {
    const shuffled = asRecorded([
      { on: '2026-06-02', kind: 'acknowledged', at: '2026-06-02T15:00:00Z' },
      { on: '2026-06-02', kind: 'contacted' },
      { on: '2026-06-02', kind: 'estimated', at: '2026-06-02T14:59:00.500Z', date: '2026-12-01' },
      { on: '2026-06-01', kind: 'filed' },
    ]);
    expect(settle(shuffled).map((fact) => fact.kind)).toEqual(['filed', 'estimated', 'acknowledged', 'contacted']);
  });

  it('reads a corrected date in its place and keeps the id', () => {
    const corrected = [...june, correction(3, '2', { kind: 'received', on: day('2026-06-08') })];
    expect(dueOn(corrected)).toBe('2026-07-08');
    expect(settle(corrected)).toMatchObject([{ id: '1' }, { id: '2', sequence: 2, on: '2026-06-08' }]);
  });

  it('holds a correction true on every day, also before it was made', () => {
    const corrected = [...june, correction(3, '2', { kind: 'received', on: day('2026-06-08') })];
    const standing = standingOn(readClock(corrected, { statute: usFoia }), day('2026-06-09'));
    expect(standing.deadlines[0]).toMatchObject({ dueOn: '2026-07-08', originalDueOn: '2026-07-08' });
  });

  it('takes out what never happened', () => {
    const taken = [
      ...june,
      ...asRecorded([{ on: '2026-06-10', kind: 'withdrawn' }]).map((fact) => ({ ...fact, id: '3', sequence: 3 })),
      correction(4, '3', null),
    ];
    expect(standingOn(readClock(taken, { statute: usFoia }), day('2026-06-15')).status).toBe('processing');
  });

  it('lets the last correction of a fact win', () => {
    const twice = [
      ...june,
      correction(3, '2', { kind: 'received', on: day('2026-06-08') }),
      correction(4, '2', { kind: 'received', on: day('2026-06-02') }),
    ];
    expect(dueOn(twice)).toBe('2026-07-01');
  });

  it('lets a correction be undone, and said again', () => {
    const first = correction(3, '2', { kind: 'received', on: day('2026-06-08') });
    expect(dueOn([...june, first, correction(4, '3', null)])).toBe('2026-06-30');
    expect(dueOn([...june, first, correction(4, '3', { kind: 'received', on: day('2026-06-02') })])).toBe('2026-07-01');
    expect(dueOn([...june, first, correction(4, '3', null), correction(5, '4', null)])).toBe('2026-07-08');
  });

  it('changes the kind as well', () => {
    const [filed, received] = june as [StatusChange, StatusChange];
    const odd = [filed, { ...received, kind: 'acknowledged' } as StatusChange];
    expect(
      standingOn(
        readClock([...odd, correction(3, '2', { kind: 'received', on: day('2026-06-03') })], { statute: usFoia }),
        day('2026-06-04'),
      ).deadlines[0],
    ).toMatchObject({
      dueOn: '2026-07-02',
    });
  });

  it('leaves out redactions', () => {
    const redacted: StatusChange = {
      id: '3',
      sequence: 3,
      recordedAt: '2026-07-01T00:00:00Z',
      kind: 'redacted',
      on: day('2026-07-01'),
      redacts: '2',
      reason: 'a name',
    };
    expect(settle([...june, redacted])).toHaveLength(2);
  });

  it('can be read as it was known at an instant', () => {
    expect(asKnownAt(storyChanges, '2026-06-22T13:29:59Z').map((fact) => fact.id)).toEqual(['1', '2', '3', '4']);
    expect(asKnownAt(storyChanges, '2026-06-22T13:30:00.000Z').at(-1)?.id).toBe('5');
    const corrected = [...june, correction(3, '2', { kind: 'received', on: day('2026-06-08') })];
    expect(dueOn(asKnownAt(corrected, '2026-07-02T00:00:00Z'))).toBe('2026-06-30');
  });
});
