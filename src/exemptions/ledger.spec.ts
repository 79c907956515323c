import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { Ledger, type LedgerFinding } from './ledger.ts';

const none: LedgerFinding = {
  code: 'us-foia:b6',
  state: 'confirmed',
  about: 'pages',
  kind: 'redacted',
  documentId: 'a',
  determination: 'a',
  pageFrom: 1,
  pageTo: 1,
  withheldFrom: null,
  withheldTo: null,
  withheldCount: null,
  withholdingStatute: null,
};
const ledger = (...findings: Partial<LedgerFinding>[]) => {
  const sum = new Ledger();
  for (const one of findings) sum.add({ ...none, ...one });
  return sum.view();
};
const counts = (pagesRedacted: number, pagesWithheld: number, determinations = 0) => ({
  pagesRedacted,
  pagesWithheld,
  determinations,
});

describe('A ledger', () => {
  it('counts each page once for each exemption, and once in all', () => {
    const view = ledger(
      { pageFrom: 1, pageTo: 3 },
      { pageFrom: 3, pageTo: 4 },
      { code: 'us-foia:b7C', pageFrom: 2, pageTo: 2 },
      { documentId: 'b', pageFrom: 1, pageTo: 1 },
    );
    expect(view.items.map((line) => [line.label, line.confirmed])).toEqual([
      ['(b)(6)', counts(5, 0)],
      ['(b)(7)(C)', counts(1, 0)],
    ]);
    expect(view.confirmed).toEqual(counts(5, 0));
  });

  it('knows pages that were taken out by the agency\u2019s numbers, or by their count', () => {
    const sheet = { kind: 'withheld', pageFrom: 9, pageTo: 9 } as const;
    const view = ledger(
      { ...sheet, withheldFrom: 12, withheldTo: 15 },
      { ...sheet, withheldFrom: 15, withheldTo: 16, code: 'us-foia:b5' },
      { ...sheet, pageFrom: 20, pageTo: 20, withheldCount: 7 },
      { ...sheet, pageFrom: 20, pageTo: 20, withheldCount: 7, code: 'us-foia:b5' },
      { ...sheet, pageFrom: 30, pageTo: 31 },
    );
    expect(view.items.map((line) => line.confirmed.pagesWithheld)).toEqual([9, 4 + 7 + 2]);
    expect(view.confirmed).toEqual(counts(0, 5 + 7 + 2));
  });

  it('keeps what is suggested apart, without what is confirmed of the same pages', () => {
    const view = ledger({}, { state: 'suggested' }, { state: 'suggested', pageFrom: 2, pageTo: 2 });
    expect([view.confirmed, view.suggested]).toEqual([counts(1, 0), counts(1, 0)]);
  });

  it('counts determinations, and gathers the statutes that withhold', () => {
    const claim = { about: 'determination', kind: 'withheld', code: 'us-foia:b3' } as const;
    const view = ledger(
      { ...claim, withholdingStatute: '50 U.S.C. 3024(i); P.L. 86-36' },
      { ...claim, determination: 'b', withholdingStatute: 'P.L. 86-36' },
    );
    expect(view.items).toMatchObject([
      { withholdingStatutes: ['50 U.S.C. 3024(i)', 'P.L. 86-36'], confirmed: counts(0, 0, 2) },
    ]);
  });

  it('does not depend on the order, and never has a page twice', () => {
    const finding = fc.record({
      code: fc.constantFrom('us-foia:b5', 'us-foia:b6'),
      state: fc.constantFrom('suggested' as const, 'confirmed' as const),
      kind: fc.constantFrom('redacted' as const, 'withheld' as const),
      documentId: fc.constantFrom('a', 'b'),
      pageFrom: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 20 }), (all) => {
        const rows = all.map((one) => ({ ...one, pageTo: one.pageFrom + 2 }));
        const view = ledger(...rows);
        expect(ledger(...rows.toReversed())).toEqual(view);
        expect(ledger(...rows, ...rows)).toEqual(view);
        expect(view.confirmed.pagesRedacted + view.suggested.pagesRedacted).toBeLessThanOrEqual(22);
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});
