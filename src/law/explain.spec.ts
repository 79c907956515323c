import { describe, expect, it } from '@jest/globals';
import { asRecorded } from './cases/case.ts';
import type { WrittenFact } from './cases/case.ts';
import { readClock } from './clock.ts';
import type { Law } from './law.ts';
import { explainStanding } from './explain.ts';
import { day } from './plain-date.ts';
import { standingOn } from './standing-on.ts';
import { usFoia } from './statutes/us-foia.ts';

function told(facts: readonly WrittenFact[], asOf: string, more: Partial<Law> = {}): string {
  return explainStanding(standingOn(readClock(asRecorded(facts), { statute: usFoia, ...more }), day(asOf)));
}

const filed: WrittenFact = { on: '2026-06-01', kind: 'filed', channel: 'mail' };

describe('an explanation', () => {
  it('says what was assumed, skipped and expected', () => {
    const text = told([filed], '2026-06-10');
    expect(text).toContain('As of Wed 10 Jun 2026: filed\n  filed Mon 1 Jun 2026');
    expect(text).toContain('determination (the agency): due Wed 8 Jul 2026 (if received as assumed)');
    expect(text).toContain('2026-06-08  assumed received Mon 8 Jun 2026 (sent by mail Mon 1 Jun 2026)');
    expect(text).toContain(
      '2026-06-19  Fri 19 Jun 2026 is not counted: Juneteenth National Independence Day [5 U.S.C. 6103(a); Pub. L. 117-17 (2021)]',
    );
    expect(text).toContain(
      'tracking number (the agency): expected around Thu 18 Jun 2026 (if received as assumed; the law sets no day)',
    );
  });

  it('says how much is left, what is open, and what does not fit', () => {
    const text = told(
      [
        filed,
        { on: '2026-06-09', kind: 'received' },
        { on: '2026-06-10', kind: 'fee-waiver-requested' },
        { on: '2026-06-12', kind: 'clarification-requested' },
        { on: '2026-06-15', kind: 'estimated', date: '2026-12-01' },
      ],
      '2026-06-20',
    );
    expect(text).toContain('determination (the agency): stands still, 17 working days left');
    expect(text).toContain("the agency's own date: Tue 1 Dec 2026");
    expect(text).toContain('open since Wed 10 Jun 2026: fee waiver');
    expect(text).toContain('the letter sets no day for the answer (no-answer-date, fact 4)');
  });

  it('says where something must have arrived, and by when', () => {
    const cites = { label: '43 CFR 2.58(a)' };
    const overrides = {
      'appeal-filing': { count: 90, unit: 'working-day', metBy: 'received', cutOff: '17:00', cites },
    } as const;
    const text = told([filed, { on: '2026-06-30', kind: 'determined', outcome: 'denied' }], '2026-07-01', {
      overrides,
    });
    expect(text).toContain('must arrive by Fri 6 Nov 2026 at 17:00');
  });

  it('says when there is nothing but a draft, and when it is over', () => {
    expect(told([], '2026-06-01')).toBe('As of Mon 1 Jun 2026: draft\n\nNext:\n  filed\n  withdrawn');
    expect(told([filed, { on: '2026-06-02', kind: 'withdrawn' }], '2026-06-03')).toContain('closed Tue 2 Jun 2026');
  });

  it('says whose text nobody has read, and that not every reading calls it late', () => {
    const received: WrittenFact = { on: '2026-06-01', kind: 'received' };
    const asked: WrittenFact = { on: '2026-06-08', kind: 'fee-estimated', asksAnswer: true, answerBy: '2026-07-08' };
    const disputed: WrittenFact = { on: '2026-06-10', kind: 'fee-answered', answer: 'disputed', channel: 'email' };
    const text = told([filed, received, asked, disputed], '2026-07-06');
    expect(text).toContain('28 CFR 16.6, on any disputed fee matter (not verified)]');
    expect(text).toContain('missed, due Thu 2 Jul 2026, still owed (not late on every reading)');
    expect(told([filed, received, asked, disputed], '2026-07-07')).toContain(
      'missed, due Thu 2 Jul 2026, still owed\n',
    );
  });

  it('does not call anybody late without a word on what was assumed', () => {
    const text = told([filed], '2026-07-10');
    expect(text).toContain('one may sue, if it was received on the day assumed [');
    expect(text).toMatch(/fees barred .*, if it was received on the day assumed, unless/);
  });

  it('does not send anybody to appeal what was granted', () => {
    const received: WrittenFact = { on: '2026-06-01', kind: 'received' };
    const late = (outcome: 'granted' | 'denied'): WrittenFact => ({ on: '2026-07-10', kind: 'determined', outcome });
    expect(told([filed, received, late('granted')], '2026-07-11')).toContain(
      'grants the request: there is nothing left',
    );
    expect(told([filed, received, late('denied')], '2026-07-11')).toContain('came before suit: appeal it first');
  });

  it('says that another question is still open', () => {
    const text = told(
      [
        filed,
        { on: '2026-06-01', kind: 'received' },
        { on: '2026-06-08', kind: 'clarification-requested', answerBy: '2026-12-31' },
        { on: '2026-06-10', kind: 'fee-estimated', asksAnswer: true, answerBy: '2026-12-31' },
        { on: '2026-06-12', kind: 'fee-answered', answer: 'agreed', channel: 'email' },
      ],
      '2026-06-15',
    );
    expect(text).toContain(
      'the answer reached the agency Fri 12 Jun 2026; another question still keeps the period still',
    );
    expect(text).not.toContain('counting goes on');
  });

  it('says which reading has no date yet', () => {
    const text = told(
      [
        filed,
        { on: '2026-06-01', kind: 'received' },
        { on: '2026-06-30', kind: 'clarification-requested', answerBy: '2026-08-01' },
      ],
      '2026-07-10',
    );
    expect(text).toContain('another reading: no date yet, if the day on which the agency asks does not count');
  });
});
