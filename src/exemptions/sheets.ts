import type { Form } from './form.ts';
import { type Hit, scan } from './scan.ts';

/** Pages that are not in the file, and why, as a sheet or a line in their place tells. */
export interface Withheld {
  code: string;
  raw: string;
  at: number;
  withholdingStatute: string | null;
  /** As the agency counts; null where only their number is known. */
  from: number | null;
  to: number | null;
  count: number | null;
}

/** `Page 12 ~ b6; b7C`, `Page 4 through Page 19 ~ Referral/Direct`. */
const LISTED =
  /^[ \t]*Pages?[ \t]+(?<from>\d{1,6})(?:[ \t]*(?:-|–|to|through|thru)[ \t]*(?:Page[ \t]+)?(?<to>\d{1,6}))?[ \t]*(?:~|--?|–|—|:)[ \t]*(?<why>\S.{0,200})$/gimu;
const SHEET = /DELETED\s+PAGE|TOTAL\s+DELETED\s+PAGE|PAGE\(?S?\)?\s+(?:WITHHELD|DENIED|DELETED)|WITHHELD\s+PAGE/iu;
/** `pages 12-15 withheld in full`, with its exemptions somewhere on the line. */
const IN_FULL =
  /pages?\s+(?<from>\d{1,6})(?:\s{0,2}(?:-|–|to|through|and|&)\s{0,2}(?<to>\d{1,6}))?[^.\n]{0,60}?(?:with(?:h)?eld|denied|deleted|removed|exempt(?:ed)?)(?:\s(?:in\s(?:full|(?:its|their)\sentirety)|entirely))?/iu;
const COUNTED =
  /(?<count>\d{1,6})\s{0,2}pages?(?:\(s\))?\s(?:(?:were|was|are|is|have\sbeen|has\sbeen)\s)?(?:with(?:h)?eld|denied|deleted)\s(?:entirely|in\s(?:full|(?:its|their)\sentirety))/iu;
const ONE =
  /(?:this\s)?(?:page|document)\s(?:is\s|was\s|has\sbeen\s)?(?:with(?:h)?eld|denied|deleted|removed)|(?:with(?:h)?eld|denied)\sin\s(?:full|(?:its|their)\sentirety)|DENIED\s+IN\s+FULL/iu;
const TICKED = /(?:\[\s?[xX✓✔]\s?\]|[☒☑✓✔])\s{0,3}$/u;
/** A page with more words of its own than this is no sheet. */
const SHORT = 700;
/** So many exemptions are not claimed at once: a list of them all, to be ticked. */
const FORM_LIST = 7;

/** What a page tells of pages that were taken out. */
export function withheldPages(text: string, forms: readonly Form[]): Withheld[] {
  const listed = [...text.matchAll(LISTED)];
  const tilde = listed.some((match) => match[0].includes('~'));
  if (listed.length > 0 && (tilde || SHEET.test(text)))
    return merged(listed.flatMap((match) => ofListed(match, forms)));
  return [...lines(text)].flatMap(({ line, at }) => ofLine(line, at, forms)).concat(ofSheet(text, forms));
}

/** Whether a page is a sheet in the place of pages: nearly nothing but that something was taken out. */
export function isSheet(text: string): boolean {
  return text.replace(/\s+/gu, ' ').length < SHORT && (ONE.test(text) || COUNTED.test(text) || SHEET.test(text));
}

function ofListed(match: RegExpExecArray, forms: readonly Form[]): Withheld[] {
  const { from, to, why } = match.groups!;
  const range = { from: Number(from), to: Number(to ?? from) };
  if (range.to < range.from) return [];
  const base = { raw: match[0].trim(), at: match.index, ...range, count: null };
  const hits = distinct(scan(why!, forms));
  if (hits.length > 0) return hits.map((hit) => ({ ...base, ...facts(hit) }));
  const reason = /refer|consult/i.test(why!)
    ? 'referral'
    : /duplicat/i.test(why!)
      ? 'duplicate'
      : /seal/i.test(why!)
        ? 'sealed'
        : 'unstated';
  return [{ ...base, code: `reason:${reason}`, withholdingStatute: null }];
}

function ofLine(line: string, at: number, forms: readonly Form[]): Withheld[] {
  const match = IN_FULL.exec(line);
  if (!match) return [];
  const { from, to } = match.groups!;
  const range = { from: Number(from), to: Number(to ?? from) };
  const hits = distinct(scan(line, forms));
  if (range.to < range.from || hits.length === 0) return [];
  return hits.map((hit) => ({ ...facts(hit), raw: line.trim().slice(0, 300), at, ...range, count: null }));
}

function ofSheet(text: string, forms: readonly Form[]): Withheld[] {
  const counted = COUNTED.exec(text);
  const isTold = [...lines(text)].some(({ line }) => IN_FULL.test(line));
  if (isTold || (!counted && !isSheet(text))) return [];
  // In a letter this is a sentence; its exemptions are those of the determination.
  if (!SHEET.test(text) && text.replace(/\s+/gu, ' ').length >= SHORT) return [];
  const all = distinct(scan(text, forms));
  const chosen =
    all.length < FORM_LIST ? all : all.filter((hit) => TICKED.test(text.slice(Math.max(0, hit.from - 8), hit.from)));
  const count = counted ? Number(counted.groups!.count) : 1;
  const raw = (counted?.[0] ?? ONE.exec(text)?.[0] ?? SHEET.exec(text)?.[0] ?? '').replace(/\s+/gu, ' ');
  const base = { raw, at: counted?.index ?? 0, from: null, to: null, count };
  if (chosen.length === 0) return [{ ...base, code: 'reason:unstated', withholdingStatute: null }];
  return chosen.map((hit) => ({ ...base, ...facts(hit) }));
}

function facts({ code, withholdingStatute }: Hit): Pick<Withheld, 'code' | 'withholdingStatute'> {
  return { code, withholdingStatute };
}

/** Each exemption once, with its statute if it has one anywhere. */
function distinct(hits: readonly Hit[]): Hit[] {
  const byCode = new Map<string, Hit>();
  for (const hit of hits) {
    const known = byCode.get(hit.code);
    if (!known || (known.withholdingStatute === null && hit.withholdingStatute !== null)) byCode.set(hit.code, hit);
  }
  return [...byCode.values()];
}

/** Pages that follow one another for the same reason are one stretch. */
function merged(all: Withheld[]): Withheld[] {
  const done: Withheld[] = [];
  const open = new Map<string, Withheld>();
  for (const one of all.sort((a, b) => a.from! - b.from!)) {
    const last = open.get(one.code);
    if (last && one.from! <= last.to! + 1) {
      last.to = Math.max(last.to!, one.to!);
      continue;
    }
    open.set(one.code, one);
    done.push(one);
  }
  return done;
}

function* lines(text: string): Generator<{ line: string; at: number }> {
  let at = 0;
  for (const line of text.split('\n')) {
    yield { line, at };
    at += line.length + 1;
  }
}
