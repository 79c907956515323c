import { describe, expect, it } from '@jest/globals';
import { asRecorded } from './cases/case.ts';
import type { WrittenFact } from './cases/case.ts';
import { storyChanges } from './cases/story.ts';
import { refuse, resolveAbout } from './refuse.ts';
import { statusChangeKinds } from './status-change.ts';
import type { StatusChange } from './status-change.ts';
import { usFoia } from './statutes/us-foia.ts';

const law = { statute: usFoia };

/** A fact not yet recorded, as the next one. */
function next(fact: WrittenFact): StatusChange {
  return { ...asRecorded([fact])[0]!, id: 'new', sequence: 99 };
}

describe('what can be recorded', () => {
  it('is only filing or withdrawal before the request is filed', () => {
    for (const kind of statusChangeKinds) {
      if (kind === 'corrected' || kind === 'redacted') continue;
      const refusal = refuse([], next({ on: '2026-06-01', kind } as WrittenFact), law);
      if (kind === 'filed' || kind === 'withdrawn') expect(refusal).toBeNull();
      else expect(refusal).toMatchObject({ status: 409, accepted: ['filed', 'withdrawn'], pointer: '/kind' });
    }
  });

  it('is nothing before the day of filing', () => {
    expect(refuse(storyChanges, next({ on: '2026-05-31', kind: 'contacted' }), law)).toMatchObject({
      status: 409,
      pointer: '/on',
    });
    expect(refuse(storyChanges, next({ on: '2026-06-01', kind: 'contacted' }), law)).toBeNull();
  });

  it('is everything else, in whatever order', () => {
    for (const kind of statusChangeKinds) {
      if (kind === 'corrected' || kind === 'redacted') continue;
      const extra = kind === 'court-ordered' ? { items: [] } : {};
      expect(
        refuse([...storyChanges].reverse(), next({ on: '2026-06-02', kind, ...extra } as WrittenFact), law),
      ).toBeNull();
    }
  });

  it('is about a fact that fits', () => {
    const about = (kind: string, id: string | null) =>
      refuse(storyChanges, next({ on: '2026-11-01', kind, about: id } as WrittenFact), law);
    expect(about('clarified', '4')).toBeNull();
    expect(about('clarified', '7')).toMatchObject({ status: 409, accepted: ['4'], pointer: '/about' });
    expect(about('clarified', 'nothing')).toMatchObject({ status: 409, accepted: ['4'] });
    expect(about('contacted', '7')).toBeNull();
    expect(about('appealed', null)).toBeNull();
    expect(about('appealed', '4')).toMatchObject({ status: 409, accepted: ['7'] });
    expect(about('appeal-decided', '8')).toBeNull();
    // What came back is a message of ours; a letter of the agency's cannot be taken off the record by saying so.
    expect(about('undeliverable', '8')).toBeNull();
    expect(about('undeliverable', '7')).toMatchObject({ status: 409, accepted: ['1', '5', '8'] });
  });

  it('is a correction that names a fact and leaves a possible history', () => {
    const corrected = (corrects: string, replacement: WrittenFact | null) =>
      refuse(storyChanges, next({ on: '2026-11-01', kind: 'corrected', corrects, replacement } as WrittenFact), law);
    expect(corrected('3', null)).toBeNull();
    expect(corrected('6', { kind: 'extended', on: '2026-07-15', ground: 'volume' })).toBeNull();
    expect(corrected('nothing', null)).toMatchObject({ status: 409, pointer: '/corrects' });
    expect(corrected('1', null)).toMatchObject({ status: 409, pointer: '/corrects' });
    expect(corrected('1', { kind: 'filed', on: '2026-06-03' })).toMatchObject({ status: 409, pointer: '/replacement' });
    expect(corrected('4', null)).toMatchObject({ status: 409 });
    expect(corrected('5', { kind: 'clarified', on: '2026-05-01', about: '4' })).toMatchObject({ status: 409 });
  });

  it('is a redaction that names a fact', () => {
    const redacted = (redacts: string) =>
      refuse(storyChanges, next({ on: '2026-11-01', kind: 'redacted', redacts, reason: 'a name' }), law);
    expect(redacted('3')).toBeNull();
    expect(redacted('nothing')).toMatchObject({ status: 409, pointer: '/redacts' });
  });
});

describe('what a fact is about', () => {
  const known = (facts: readonly WrittenFact[], proposed: WrittenFact) =>
    resolveAbout(asRecorded(facts), next(proposed), law);
  const filed: WrittenFact = { on: '2026-06-01', kind: 'filed', channel: 'email' };
  const denied: WrittenFact = { on: '2026-06-30', kind: 'determined', outcome: 'denied' };
  const refused: WrittenFact = { on: '2026-06-10', kind: 'fee-waiver-decided', granted: false };
  const appeal: WrittenFact = { on: '2026-07-20', kind: 'appealed' };

  it('is what it says', () => {
    expect(known([filed, denied], { ...appeal, about: null })).toEqual({ about: null });
  });

  it('is the only open adverse act for an appeal', () => {
    expect(known([filed, denied], appeal)).toEqual({ about: '2' });
    expect(known([filed], appeal)).toEqual({ about: null });
    expect(known([filed, { ...denied, outcome: 'granted' }], appeal)).toEqual({ about: null });
  });

  it('has to be said if there are several', () => {
    expect(known([filed, refused, denied], appeal)).toMatchObject({
      status: 422,
      accepted: ['2', '3'],
      pointer: '/about',
    });
    expect(known([filed, refused, denied, { on: '2026-07-01', kind: 'appealed', about: '2' }], appeal)).toEqual({
      about: '3',
    });
  });

  it('is an act whose window is open, before one whose window is over', () => {
    const late: WrittenFact = { on: '2026-09-20', kind: 'appealed' };
    expect(known([filed, refused, denied], late)).toEqual({ about: '3' });
    expect(known([filed, denied], { on: '2027-06-01', kind: 'appealed' })).toEqual({ about: '2' });
  });

  it('is again the act whose appeal came back', () => {
    expect(
      known(
        [filed, denied, { on: '2026-07-01', kind: 'appealed' }, { on: '2026-07-02', kind: 'undeliverable' }],
        appeal,
      ),
    ).toEqual({ about: '2' });
  });

  it('is the open question, estimate, request or appeal', () => {
    const asked: WrittenFact = { on: '2026-06-05', kind: 'clarification-requested' };
    const estimate: WrittenFact = { on: '2026-06-05', kind: 'fee-estimated', asksAnswer: true };
    expect(known([filed, asked], { on: '2026-06-06', kind: 'clarified' })).toEqual({ about: '2' });
    expect(
      known([filed, asked, { on: '2026-06-06', kind: 'clarified' }], { on: '2026-06-07', kind: 'clarified' }),
    ).toEqual({ about: undefined });
    expect(known([filed, estimate], { on: '2026-06-06', kind: 'fee-answered', answer: 'agreed' })).toEqual({
      about: '2',
    });
    expect(
      known([filed, estimate, estimate], { on: '2026-06-06', kind: 'fee-answered', answer: 'agreed' }),
    ).toMatchObject({ status: 422, accepted: ['2', '3'] });
    expect(known([filed, denied, appeal], { on: '2026-07-25', kind: 'appeal-received' })).toEqual({ about: '3' });
    expect(known([filed, denied, appeal], { on: '2026-08-25', kind: 'appeal-decided', outcome: 'affirmed' })).toEqual({
      about: '3',
    });
    expect(
      known([filed, denied, appeal], { on: '2026-08-01', kind: 'extended', ground: 'volume', of: 'appeal-decision' }),
    ).toEqual({ about: '3' });
    expect(known([filed], { on: '2026-08-01', kind: 'extended', ground: 'volume' })).toEqual({ about: undefined });
    expect(known([filed], { on: '2026-08-01', kind: 'contacted' })).toEqual({ about: undefined });
  });

  it('is nothing that happened later', () => {
    expect(known([filed, denied], { on: '2026-06-15', kind: 'appealed' })).toEqual({ about: null });
  });
});
