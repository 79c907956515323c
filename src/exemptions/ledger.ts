import { codeView } from './codes.ts';
import type { LedgerCounts, LedgerLine, LedgerView } from './exemptions.dto.ts';
import type { FindingKind } from './finding.entity.ts';

/** What a ledger needs of a finding. */
export interface LedgerFinding {
  code: string;
  state: 'suggested' | 'confirmed';
  about: 'pages' | 'determination';
  kind: FindingKind;
  documentId: string | null;
  /** Names the determination: its status change, else its letter. */
  determination: string | null;
  pageFrom: number | null;
  pageTo: number | null;
  withheldFrom: number | null;
  withheldTo: number | null;
  withheldCount: number | null;
  withholdingStatute: string | null;
}

/** Sets of things that are counted once; a page is named by its document and number. */
class Tally {
  readonly redacted = new Set<string>();
  readonly withheld = new Set<string>();
  /** Counts without numbers, by the sheet that tells them: the same sheet under two exemptions is one. */
  readonly counted = new Map<string, number>();
  readonly determinations = new Set<string>();

  add(finding: LedgerFinding): void {
    const { documentId, determination, pageFrom, pageTo, withheldFrom, withheldTo, withheldCount } = finding;
    if (finding.about === 'determination') {
      if (determination !== null) this.determinations.add(determination);
    }
    const of = documentId ?? determination ?? '';
    if (withheldFrom !== null) {
      eachOf(withheldFrom, withheldTo ?? withheldFrom, (page) => this.withheld.add(`${of} ${page}`));
    } else if (withheldCount !== null) {
      this.counted.set(
        `${of} ${pageFrom ?? 0}`,
        Math.max(withheldCount, this.counted.get(`${of} ${pageFrom ?? 0}`) ?? 0),
      );
    } else if (finding.about === 'pages' && pageFrom !== null) {
      const pages = finding.kind === 'redacted' ? this.redacted : this.withheld;
      // Pages of the file itself: they are counted apart from the agency's own numbers.
      const name = finding.kind === 'redacted' ? of : `${of} file`;
      eachOf(pageFrom, pageTo ?? pageFrom, (page) => pages.add(`${name} ${page}`));
    }
  }

  counts(without?: Tally): LedgerCounts {
    const left = (own: Set<string>, other?: Set<string>) => [...own].filter((one) => !other?.has(one)).length;
    let counted = 0;
    for (const [sheet, pages] of this.counted) if (!without?.counted.has(sheet)) counted += pages;
    return {
      pagesRedacted: left(this.redacted, without?.redacted),
      pagesWithheld: left(this.withheld, without?.withheld) + counted,
      determinations: left(this.determinations, without?.determinations),
    };
  }
}

function eachOf(from: number, to: number, what: (page: number) => void): void {
  for (let page = from; page <= to; page += 1) what(page);
}

class Both {
  readonly confirmed = new Tally();
  readonly suggested = new Tally();
  readonly statutes = new Set<string>();

  add(finding: LedgerFinding): void {
    this[finding.state].add(finding);
    for (const statute of finding.withholdingStatute?.split('; ') ?? []) this.statutes.add(statute);
  }

  counts(): Pick<LedgerLine, 'confirmed' | 'suggested'> {
    return { confirmed: this.confirmed.counts(), suggested: this.suggested.counts(this.confirmed) };
  }
}

/** Adds up findings as they are read, however many; the result does not depend on their order. */
export class Ledger {
  readonly #byCode = new Map<string, Both>();
  readonly #all = new Both();

  add(finding: LedgerFinding): void {
    const own = this.#byCode.get(finding.code) ?? new Both();
    this.#byCode.set(finding.code, own);
    own.add(finding);
    this.#all.add(finding);
  }

  view(): LedgerView {
    const codes = [...this.#byCode.entries()].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
    const items = codes.map(([code, both]) => ({
      ...codeView(code),
      withholdingStatutes: [...both.statutes].sort(),
      ...both.counts(),
    }));
    return { items, ...this.#all.counts() };
  }
}
