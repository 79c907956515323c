import { v7 } from 'uuid';
import { markOf } from '../exemptions/detection.service.ts';
import { type ExemptionFinding, findingKinds, type Place } from '../exemptions/finding.entity.ts';
import { isBox, MOST_PAGES, MOST_WITHHELD } from '../exemptions/exemptions.dto.ts';
import { isId, isWords } from '../http/validators.ts';
import type { Instant } from '../now.ts';
import { isInstant, unfit } from './unfit.ts';
import type { ToldFinding } from './verify-exemptions.ts';
import { isObject, type ReadHistory } from './verify-history.ts';
import type { VerifiedPackage } from './verify-package.ts';

/** Far beyond any release that is known; what is more is there to fill a desk. */
const MOST_FINDINGS = 200_000;
/** Pages of all findings together. Ledgers walk over them. */
const MOST_PAGES_TOLD = 5_000_000;

/** Rows of what another desk has confirmed, each field held to the rules of an entry by hand. Throws `does-not-fit`. */
export function findingsOf({ findings, history }: VerifiedPackage, importedBy: string): ExemptionFinding[] {
  if (findings.length > MOST_FINDINGS) throw unfit('exemptions.json', `tells more than ${MOST_FINDINGS} findings`);
  const marks = new Set<string>();
  let pages = 0;
  return findings.map((told, i) => {
    const at = `exemptions.json/findings/${i}`;
    const row = rowOf(told, history, importedBy, at);
    pages += spanOf(row.pageFrom, row.pageTo) + spanOf(row.withheldFrom, row.withheldTo);
    if (pages > MOST_PAGES_TOLD)
      throw unfit(at, `makes more than ${MOST_PAGES_TOLD} pages together with those before it`);
    if (row.mark !== null) {
      const mark = `${row.documentId} ${row.mark}`;
      if (marks.has(mark)) throw unfit(at, 'is there twice');
      marks.add(mark);
    }
    return row;
  });
}

function spanOf(from: number | null, to: number | null): number {
  return from === null ? 0 : to! - from + 1;
}

function rowOf(told: ToldFinding, history: ReadHistory, importedBy: string, at: string): ExemptionFinding {
  const { about, documentId, statusChangeId, code, raw, withholdingStatute, kind, source, place, confirmedAt } = told;
  const must = (fits: boolean, detail: string): void => {
    if (!fits) throw unfit(at, detail);
  };
  must(about === 'pages' || about === 'determination', 'is about nothing that is known here');
  must(documentId === null || isId(documentId), 'has an odd document');
  must(statusChangeId === null || isId(statusChangeId), 'has an odd status change');
  must(documentId !== null || (about === 'determination' && statusChangeId !== null), 'is about nothing');
  must(isWords(code, 250, false) && /^[a-z0-9-]+:\S+$/.test(code), 'has no exemption');
  must(isWords(raw, 2000, false), 'does not say what was written');
  must(withholdingStatute === null || isWords(withholdingStatute, 2000, false), 'has an odd statute');
  must((findingKinds as readonly unknown[]).includes(kind), 'has an odd kind');
  must(source === 'hand' || (source === 'detected' && documentId !== null), 'has an odd source');
  must(place === null || isPlace(place), 'has an odd place');
  must(isInstant(confirmedAt), 'was confirmed at no moment');
  const numbers = numbersOf(told, must);
  must(source === 'hand' || numbers.pageFrom !== null, 'was found on no page');
  const own = { about, code, raw, withholdingStatute, kind, ...numbers } as Omit<ExemptionFinding, 'id'>;
  return {
    ...own,
    id: v7(),
    requestId: history.requestId,
    documentId: documentId as string | null,
    statusChangeId: documentId === null ? (statusChangeId as string) : null,
    state: 'confirmed',
    source: source as ExemptionFinding['source'],
    place: place as Place | null,
    note: `Confirmed at another desk, taken over with the package of request ${history.number}.`,
    mark: source === 'detected' ? markOf(numbers.pageFrom!, own) : null,
    createdBy: source === 'detected' ? null : importedBy,
    createdAt: confirmedAt as Instant,
    decidedBy: importedBy,
    decidedAt: confirmedAt as Instant,
  };
}

function numbersOf(told: ToldFinding, must: (fits: boolean, detail: string) => void) {
  const read = (name: string): number | null => {
    const value = told[name];
    must(
      value === null || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_PAGES),
      `has an odd ${name}`,
    );
    return value as number | null;
  };
  const [pageFrom, pageTo] = [read('pageFrom'), read('pageTo')];
  const [withheldFrom, withheldTo, withheldCount] = [read('withheldFrom'), read('withheldTo'), read('withheldCount')];
  const isRange = (from: number | null, to: number | null, most: number) =>
    (from === null) === (to === null) && (from === null || (from <= to! && to! - from < most));
  must(isRange(pageFrom, pageTo, MOST_PAGES), 'has pages that are no range');
  must(isRange(withheldFrom, withheldTo, MOST_WITHHELD), 'has withheld pages that are no range');
  return { pageFrom, pageTo, withheldFrom, withheldTo, withheldCount };
}

function isPlace(value: unknown): value is Place {
  if (!isObject(value)) return false;
  const names = Object.keys(value).sort().join();
  if (names === 'box') return isBox(value.box);
  return (
    names === 'at,length,times' && Object.values(value).every((one) => Number.isSafeInteger(one) && Number(one) >= 0)
  );
}
