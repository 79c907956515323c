import { LINE_HYPHEN, type PlainText, plainText } from './plain-text.ts';

/** A stretch of a page's text, in UTF-16 units: from `from` up to, not including, `to`. */
export interface Span {
  from: number;
  to: number;
}

/** Where a quote stands on a page. */
export interface Found extends Span {
  /** The parts between the quote's ellipses, in order. */
  parts: Span[];
}

/** A quote made ready to be looked for on any number of pages. */
export interface Quote {
  /** One pattern for each part; empty when the quote has no letter or digit. */
  patterns: RegExp[];
  /** Its words in lower case, for finding what is near. */
  words: string[];
}

/** What leaves something out: …, [...], ". . .", and a fourth dot that ends a sentence. */
const ELLIPSIS = /\[\s*(?:\.\s*){3}\]|(?:\.\s?){3}\.?/;
/** Scripts that put no blanks between words, and so break lines anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * Reads a quote as people write it: `…`, `...` and `[…]` leave something out, `[T]he` changes a capital, `[sic]` is the
 * writer's own. Everything else must stand on the page, letter by letter.
 */
export function readQuote(text: string): Quote {
  const plain = plainText(text).chars.replace(/\s?\[\s*sic\s*\]/giu, '');
  const parts = plain
    .split(ELLIPSIS)
    .map((part) => part.trim())
    .filter((part) => WORD_CHARACTER.test(part));
  return { patterns: parts.map(patternOf), words: wordsIn(plain).map((word) => word.text) };
}

/** The first place of the quote on a page: all parts, in order. Null when it is not there. */
export function findQuote(quote: Quote, page: PlainText): Found | null {
  if (quote.patterns.length === 0) return null;
  const parts: Span[] = [];
  let at = 0;
  for (const pattern of quote.patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(page.chars);
    if (!match) return null;
    at = match.index + match[0].length;
    parts.push({ from: page.starts[match.index]!, to: page.ends[at - 1]! });
  }
  return { from: parts[0]!.from, to: parts[parts.length - 1]!.to, parts };
}

/** How much of the quote a text holds: the share of its words, each as often as it occurs, from 0 to 1. */
export function shareOf(quote: Quote, text: string): number {
  if (quote.words.length === 0) return 0;
  const there = counted(wordsIn(text).map((word) => word.text));
  let common = 0;
  for (const [word, times] of counted(quote.words)) common += Math.min(times, there.get(word) ?? 0);
  return common / quote.words.length;
}

export interface Near extends Span {
  /** The share of the quote's words that the passage has, from 0 to 1. */
  share: number;
}

/** The passage, as long as the quote, that has most of its words; null when none is on the page. */
export function nearestPassage(quote: Quote, text: string): Near | null {
  if (quote.words.length === 0) return null;
  const words = wordsIn(text);
  const wanted = counted(quote.words);
  const length = Math.min(quote.words.length, words.length);
  const inside = new Map<string, number>();
  let common = 0;
  let best: { first: number; common: number; begins: boolean } | null = null;
  for (let end = 0; end < words.length; end += 1) {
    const entering = words[end]!.text;
    inside.set(entering, (inside.get(entering) ?? 0) + 1);
    if (inside.get(entering)! <= (wanted.get(entering) ?? 0)) common += 1;
    if (end >= length) {
      const leaving = words[end - length]!.text;
      if (inside.get(leaving)! <= (wanted.get(leaving) ?? 0)) common -= 1;
      inside.set(leaving, inside.get(leaving)! - 1);
    }
    const first = Math.max(0, end - length + 1);
    const begins = wanted.has(words[first]!.text);
    // Of passages that are as near, one that begins as the quote does reads better.
    const better = common > (best?.common ?? 0) || (common === best?.common && begins && !best.begins);
    if (better) best = { first, common, begins };
  }
  if (!best) return null;
  const last = words[Math.min(words.length, best.first + length) - 1]!;
  return { from: words[best.first]!.from, to: last.to, share: best.common / quote.words.length };
}

/** Words in lower case; those that are broken at a line's end are put together. */
function wordsIn(text: string): (Span & { text: string })[] {
  const plain = plainText(text);
  const chars = plain.chars.replaceAll(LINE_HYPHEN, '\u00ad');
  const found: (Span & { text: string })[] = [];
  for (const match of chars.matchAll(/[\p{L}\p{N}]+(?:\u00ad[\p{L}\p{N}]+)*/gu)) {
    const last = match.index + match[0].length - 1;
    const word = match[0].replaceAll('\u00ad', '').toLowerCase();
    found.push({ text: word, from: plain.starts[match.index]!, to: plain.ends[last]! });
  }
  return found;
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** A pattern that bears line ends where the page may have them, and nothing else. */
function patternOf(part: string): RegExp {
  const units = [...part];
  let source = '';
  for (let i = 0; i < units.length; i += 1) {
    const unit = units[i]!;
    const [before, next] = [units[i - 1], units[i + 1]];
    if (unit === '[' && units[i + 2] === ']' && next !== undefined && /\p{L}/u.test(next)) {
      source += `\\[?${eitherCase(next)}\\]?`;
      i += 2;
    } else if (unit === '-' && next === ' ' && isWordly(before)) {
      source += `(?:- |${LINE_HYPHEN})`;
      i += 1;
    } else if (unit === '-') source += isWordly(before) && isWordly(next) ? `[-${LINE_HYPHEN}]` : '-';
    else if (unit === LINE_HYPHEN) source += `[-${LINE_HYPHEN}]?`;
    else if (unit === ' ' && isUnspaced(before) && isUnspaced(next)) continue;
    else source += escaped(unit);
    const after = units[i + 1];
    if (isUnspaced(unit) && isUnspaced(after === ' ' ? units[i + 2] : after)) source += ' ?';
    else if (isWordly(units[i]) && isWordly(after)) source += `${LINE_HYPHEN}?`;
  }
  return new RegExp(
    `${edge(units[0]!, '(?<![\\p{L}\\p{N}])')}${source}${edge(units.at(-1)!, '(?![\\p{L}\\p{N}])')}`,
    'gu',
  );
}

/** A quote does not begin or end within a word. */
function edge(unit: string, boundary: string): string {
  return isWordly(unit) && !isUnspaced(unit) ? boundary : '';
}

function isWordly(unit: string | undefined): boolean {
  return unit !== undefined && WORD_CHARACTER.test(unit);
}

function isUnspaced(unit: string | undefined): boolean {
  return unit !== undefined && UNSPACED.test(unit);
}

function eitherCase(letter: string): string {
  return `(?:${escaped(letter.toLowerCase())}|${escaped(letter.toUpperCase())})`;
}

function escaped(unit: string): string {
  return unit.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
