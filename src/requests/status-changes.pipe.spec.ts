import { describe, expect, it } from '@jest/globals';
import type { DeskError } from '../errors.ts';
import { statusChangeKinds } from '../law/status-change.ts';
import { statusChangeClasses } from './status-changes.dto.ts';
import { readStatusChanges } from './status-changes.pipe.ts';

const fault = (value: unknown, options = {}) => {
  try {
    readStatusChanges(value, '', options);
  } catch (error) {
    const { code, errors } = error as DeskError;
    return [code, errors?.[0]?.pointer];
  }
  return null;
};

describe('reading status changes', () => {
  it('knows a class for every kind of the law, and no other', () => {
    expect(Object.keys(statusChangeClasses)).toEqual(statusChangeKinds);
  });

  it('leaves out what was not sent', () => {
    const [read] = readStatusChanges({ kind: 'filed', on: '2026-06-01' }, '');
    expect(read).toEqual({ change: { kind: 'filed', on: '2026-06-01' }, at: '' });
  });

  it('makes objects of plain exemptions and instants in UTC of moments', () => {
    const sent = {
      kind: 'determined',
      at: '2026-06-01T10:00:00-04:00',
      outcome: 'denied',
      exemptions: ['(b)(6)', { code: '(b)(5)' }],
    };
    expect(readStatusChanges([sent], '/statusChanges')).toEqual([
      {
        at: '/statusChanges/0',
        change: {
          kind: 'determined',
          at: '2026-06-01T14:00:00.000Z',
          outcome: 'denied',
          exemptions: [{ code: '(b)(6)' }, { code: '(b)(5)' }],
        },
      },
    ]);
  });

  it('keeps null where it means something, and refuses it elsewhere', () => {
    const [silence] = readStatusChanges({ kind: 'appealed', on: '2026-06-01', about: null }, '');
    expect(silence!.change.about).toBeNull();
    const [out] = readStatusChanges({ kind: 'corrected', on: '2026-06-01', corrects: 'a', replacement: null }, '');
    expect(out!.change).toMatchObject({ replacement: null });
    expect(fault({ kind: 'filed', on: null })).toEqual(['invalid', '/on']);
    expect(fault({ kind: 'filed', on: '2026-06-01', note: null })).toEqual(['invalid', '/note']);
  });

  it('points into the replacement of a correction', () => {
    const corrected = (replacement: unknown) => ({ kind: 'corrected', on: '2026-06-01', corrects: 'a', replacement });
    expect(fault(corrected({ kind: 'filed', on: '2026-02-30' }))).toEqual(['invalid', '/replacement/on']);
    expect(fault(corrected({ kind: 'filed' }))).toEqual(['does-not-fit', '/replacement/on']);
    expect(fault(corrected({ kind: 'redacted', on: '2026-06-01' }))).toEqual(['invalid', '/replacement/kind']);
    expect(fault(corrected([]))).toEqual(['invalid', '/replacement']);
    expect(fault(corrected(undefined))).toEqual(['invalid', '/replacement']);
  });

  it('takes ids only where they are asked for, each once', () => {
    const filed = { kind: 'filed', on: '2026-06-01', id: 'a' };
    expect(fault(filed)).toEqual(['invalid', '/id']);
    expect(fault(filed, { ids: true })).toBeNull();
    expect(fault([filed, filed], { ids: true })).toEqual(['invalid', '/1/id']);
  });

  it.each<[unknown, string]>([
    [null, ''],
    ['filed', ''],
    [[], ''],
    [[[]], '/0'],
    [Array.from({ length: 501 }, () => ({ kind: 'filed', on: '2026-06-01' })), ''],
    [{ kind: '__proto__', on: '2026-06-01' }, '/kind'],
    [{ kind: 'toString', on: '2026-06-01' }, '/kind'],
  ])('refuses %j', (value, pointer) => {
    expect(fault(value)).toEqual(['invalid', pointer]);
  });
});
