import type { DocumentRole } from '../documents/document.entity.ts';
import type { Form } from './form.ts';
import type { FindingKind } from './finding.entity.ts';
import { marks } from './marks.ts';
import { type Hit, scan } from './scan.ts';
import { isSheet, withheldPages } from './sheets.ts';

/** What one page of a document suggests. One for each exemption and stretch of pages, however often it stands there. */
export interface Suggestion {
  about: 'pages' | 'determination';
  code: string;
  raw: string;
  withholdingStatute: string | null;
  kind: FindingKind;
  withheldFrom: number | null;
  withheldTo: number | null;
  withheldCount: number | null;
  /** The first place on the page, and how often. */
  place: { at: number; length: number; times: number };
}

/** How a document is read: what an agency's letter says is claimed as a whole, what stands on released pages is claimed there. */
export type Reading = 'letter' | 'release' | 'nothing';

/** Our own papers, and those that only pass exemptions on, claim nothing. */
export function readingOf(role: DocumentRole | null): Reading {
  if (role === 'determination' || role === 'appeal-decision') return 'letter';
  return role === null || role === 'release' ? 'release' : 'nothing';
}

/** What a page suggests, read as a part of a letter or of released records. Pure; the time grows with the page's length. */
export function detect(text: string, forms: readonly Form[], reading: Reading): Suggestion[] {
  if (reading === 'nothing' || forms.length === 0) return [];
  if (reading === 'letter' || isLetter(text)) return collected(claims(text, forms), 'determination', text);
  const gone = withheldPages(text, forms).map(toSuggestion);
  if (gone.length > 0) return gone;
  return collected(marks(text, forms), 'pages', text);
}

/** A cover letter that is bound with the records it comes with. */
function isLetter(text: string): boolean {
  return (
    /^\s{0,12}(?:Dear\s|Sehr geehrte|Madame, Monsieur|Estimad[oa])/mu.test(text) &&
    /exempt|withh?eld|redact|refus|den(?:y|ied)|Ausnahme|§|exception/iu.test(text)
  );
}

function claims(text: string, forms: readonly Form[]): Hit[] {
  return scan(text, forms).filter((hit) => hit.kind !== 'bare');
}

function collected(hits: readonly Hit[], about: Suggestion['about'], text: string): Suggestion[] {
  const byCode = new Map<string, Suggestion>();
  const kind: FindingKind =
    about === 'pages' && isSheet(text) ? 'withheld' : about === 'pages' ? 'redacted' : 'withheld';
  for (const { code, from, to, withholdingStatute } of hits) {
    const known = byCode.get(code);
    if (known) {
      known.place.times += 1;
      known.withholdingStatute = joinedStatutes(known.withholdingStatute, withholdingStatute);
      continue;
    }
    const raw = text.slice(from, to).replace(/\s+/gu, ' ').trim();
    const none = { withheldFrom: null, withheldTo: null, withheldCount: null };
    byCode.set(code, {
      about,
      code,
      raw,
      withholdingStatute,
      kind,
      ...none,
      place: { at: from, length: to - from, times: 1 },
    });
  }
  return [...byCode.values()];
}

/** One exemption may be claimed with several statutes on a page. */
function joinedStatutes(known: string | null, another: string | null): string | null {
  if (another === null || known?.split('; ').includes(another)) return known;
  return known === null ? another : `${known}; ${another}`;
}

function toSuggestion({
  code,
  raw,
  at,
  withholdingStatute,
  from,
  to,
  count,
}: ReturnType<typeof withheldPages>[0]): Suggestion {
  return {
    about: 'pages',
    code,
    raw,
    withholdingStatute,
    kind: 'withheld',
    withheldFrom: from,
    withheldTo: to,
    withheldCount: count,
    place: { at, length: raw.length, times: 1 },
  };
}
