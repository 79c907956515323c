import type { Form } from './form.ts';

/** One place in a text where an exemption is written. */
export interface Hit {
  code: string;
  kind: Form['kind'];
  /** UTF-16 units. What follows the exemption and belongs to it, such as the withholding statute, is within. */
  from: number;
  to: number;
  withholdingStatute: string | null;
  /** Whether that statute hangs on it by a dash, as only marks have it: `(b)(3)-P.L. 86-36`. */
  hangs: boolean;
}

/** (b)(3) names another statute: `50 U.S.C. § 3024(i)`, `P.L. 86-36`; OCR reads the P as B or R, and dots as anything. */
const STATUTE = new RegExp(
  [
    '^(?<gap>\\s{0,2}(?<dash>[-–—=~]?)\\s{0,2}(?:\\(?(?:per|under|by)\\s)?)(?:',
    '(?<title>\\d{1,2})\\s?U\\.?\\s?[Ss]\\.?\\s?[Cc]\\.?(?:\\s?A\\.)?\\s?(?:§{1,2}|[Ss]ections?|[Ss]ec\\.?)?\\s?',
    '(?<section>\\d{1,5}[a-z]{0,2}(?:-\\d{1,2})?)',
    // Its parts stand on the line; what looks like another exemption is one, and a capital is a marking.
    '(?<parts>(?:[ \\t]?(?!\\([ \\t]?b[ \\t]?\\)[ \\t]?\\()\\([ \\t]?[0-9a-z]{1,4}[ \\t]?\\)){0,4})',
    '|(?:[PBR]\\.?\\s?L\\.?|Pub(?:lic|\\.)\\s(?:Law|L\\.)(?:\\sNo\\.)?)[^\\p{L}\\p{N}\\n]{0,4}',
    '(?<congress>\\d{2,3})\\s?[-=~–]\\s?(?<law>\\d{1,3})',
    ')(?![\\p{L}\\p{N}])',
  ].join(''),
  'u',
);

/** Further exemptions of a list that are not written out: `(b)(1), (3) and (5)`, `(b)(7)(C), (F)`. */
const NEXT =
  /^(?:\s?[,;&/]\s?|\s(?:and|or|through)\s|,\s(?:and|or)\s)\((?<number>[1-9])\)(?:\s?\((?<letter>[A-F])\))?/u;
const NEXT_LETTER = /^(?:\s?[,;&/]\s?|\s(?:and|or)\s|,\s(?:and|or)\s)\(?(?<letter>[A-F])\)/u;

/** All places, in order; where two forms see the same place, the longer one is right. */
export function scan(text: string, forms: readonly Form[]): Hit[] {
  const found: Hit[] = [];
  for (const form of forms) {
    form.pattern.lastIndex = 0;
    for (const match of text.matchAll(form.pattern)) {
      const code = form.code(match.groups ?? {});
      if (code === null) continue;
      const [from, to] = [match.index, match.index + match[0].length];
      found.push({ code: `${form.law}:${code}`, kind: form.kind, from, to, withholdingStatute: null, hangs: false });
    }
  }
  const apart = withoutOverlaps(found);
  return withoutOverlaps(apart.flatMap((hit) => withWhatFollows(text, hit)));
}

function withoutOverlaps(hits: Hit[]): Hit[] {
  const kept: Hit[] = [];
  const rank = { mark: 0, spoken: 1, bare: 2 };
  for (const hit of hits.sort((a, b) => a.from - b.from || b.to - a.to || rank[a.kind] - rank[b.kind])) {
    const last = kept[kept.length - 1];
    if (last && hit.from < last.to) {
      // A bare form may begin a blank earlier than the mark that it is a piece of.
      if (last.kind === 'bare' && hit.kind === 'mark') kept[kept.length - 1] = hit;
      continue;
    }
    kept.push(hit);
  }
  return kept;
}

function withWhatFollows(text: string, hit: Hit): Hit[] {
  if (!hit.code.startsWith('us-foia:b')) return [hit];
  if (hit.code === 'us-foia:b3') return [withStatute(text, hit)];
  const all = [hit];
  for (;;) {
    const last = all[all.length - 1]!;
    const rest = text.slice(last.to, last.to + 30);
    const next = (last.code.startsWith('us-foia:b7') && NEXT_LETTER.exec(rest)) || NEXT.exec(rest);
    if (!next || hit.kind === 'bare')
      return all.map((one) => (one.code === 'us-foia:b3' ? withStatute(text, one) : one));
    const { number = '7', letter } = next.groups!;
    const withLetter = number === '7' ? (letter ?? '') : '';
    all.push({ ...hit, code: `us-foia:b${number}${withLetter}`, from: last.to, to: last.to + next[0].length });
  }
}

function withStatute(text: string, hit: Hit): Hit {
  const match = STATUTE.exec(text.slice(hit.to, hit.to + 80));
  if (!match) return hit;
  const { dash, title, section, parts, congress, law } = match.groups!;
  const statute = title ? `${title} U.S.C. ${section}${(parts ?? '').replace(/\s+/gu, '')}` : `P.L. ${congress}-${law}`;
  return { ...hit, to: hit.to + match[0].length, withholdingStatute: statute, hangs: dash !== '' };
}
