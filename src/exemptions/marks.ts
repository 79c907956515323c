import type { Form } from './form.ts';
import { type Hit, scan } from './scan.ts';

/** Before an exemption that a sentence speaks of: "pursuant to section 552", "under", "Exemption". */
const SPOKEN_OF =
  /(?:exemptions?|exceptions?|(?<!\p{L})sections?|(?<!\p{L})sec\.|§|subsections?|paragraphs?|U\.?\s?S\.?\s?C\.?|C\.?F\.?R\.?|(?<!\p{L})Act|F\.?O\.?I\.?A\.?|Code|Law|under|pursuant\sto|meaning\sof|purposes\sof|invok\p{L}{1,4}|assert\p{L}{0,4}|claim\p{L}{0,4}|cit\p{L}{1,4}|(?<!\p{L})see|by)[\s,:"“(]{0,3}(?:(?:5\s?)?U\.?\s?S\.?\s?C\.?\s?§?\s?)?(?:552a?\s?)?$/iu;
/** Behind it: "of title 5", "exempts", "which". */
const SPOKEN_ON =
  /^[\s,]{0,2}(?:of\s(?:the|title|this|section)|exempts?|protects?|permits?|applies|covers?|requires?|which|because|authoriz|provides?|allows?|shields?|des\s(?:IFG|Gesetzes)|du\s(?:code|livre))/iu;
const GLUE = /^[\s,;&]{0,4}(?:and|or|through|und|et|y)?[\s,;&]{0,4}(?:\/\s?)?$/iu;
/** What may stand beside exemptions on a line that holds nothing else. */
const BESIDE =
  /(?<![\p{L}])(?:per|and|or|foia|pa|exempt(?:ions?|ed)?|ex|redacted|withh?eld|under|pursuant|to|release[d]?|denied|in|part|full|cia|fbi|nsa|dod|doj|dhs|ice|cbp|state|oga|usss|dea|osd|outside|scope|non-?responsive|1\.4\([a-h]\)|e\.?o\.?|1\d{4}|acp|dpp|awp|wif|dp|ac|wp|§|u\.?s\.?c\.?|p\.?l\.?|ifg|atia|aia|pipa|oia|rti)(?![\p{L}])/giu;
const MOST_NOISE = 3;
/** So many different exemptions on one page are a list that explains them. */
const LIST_OF_ALL = 7;

/** A line with exemptions on it, looked at once however many there are. */
interface Line {
  from: number;
  to: number;
  hits: Hit[];
  /** It holds exemptions, and nothing else but what belongs to them and some noise of OCR. */
  alone: boolean;
  /** Those from here on stand at its end, one behind the other. */
  edgeFrom: number;
}

/**
 * Marks of redactions. One that stands alone on its line, or that carries its statute on a dash, counts by itself; at the
 * edge of a line or within one it counts when it is not spoken of and the page has another such.
 */
export function marks(text: string, forms: readonly Form[]): Hit[] {
  const hits = scan(text, forms).filter((hit) => hit.kind !== 'spoken');
  if (hits.length === 0 || isExplanation(text, hits)) return [];
  const counted: Hit[] = [];
  const perhaps: Hit[] = [];
  let spokenTo: number | null = null;
  for (const line of linesOf(text, hits)) {
    for (const hit of line.hits) {
      const goesOn = spokenTo !== null && hit.from - spokenTo < 20 && GLUE.test(text.slice(spokenTo, hit.from));
      if (!hit.hangs && (goesOn || isSpokenOf(text, hit, line.alone))) {
        spokenTo = hit.to;
        continue;
      }
      if (line.alone || hit.hangs) counted.push(hit);
      else if (hit.kind === 'mark' || isAtEdge(text, hit, line)) perhaps.push(hit);
    }
  }
  const all = counted.length + perhaps.length;
  const bare = counted.length + perhaps.filter((hit) => hit.kind === 'bare').length;
  return [...counted, ...perhaps.filter((hit) => (hit.kind === 'mark' ? all >= 2 : bare >= 3))];
}

function isExplanation(text: string, hits: readonly Hit[]): boolean {
  return /EXPLANATION\s+OF\s+EXEMPTIONS/iu.test(text) || new Set(hits.map((hit) => hit.code)).size >= LIST_OF_ALL;
}

function isSpokenOf(text: string, hit: Hit, alone: boolean): boolean {
  const before = text.slice(Math.max(0, hit.from - 60), hit.from);
  if (!alone) return SPOKEN_OF.test(before) || SPOKEN_ON.test(text.slice(hit.to, hit.to + 30));
  // A line of prose that was broken right before it: "was withheld under exemption".
  const prose = /([^\n]{0,60})\n\s*$/u.exec(before)?.[1]?.trimEnd() ?? '';
  return SPOKEN_OF.test(prose) && (prose.match(/\p{Ll}{2,}/gu)?.length ?? 0) >= 3;
}

/** At a line's end others may follow it; at its beginning nothing may stand before. */
function isAtEdge(text: string, hit: Hit, line: Line): boolean {
  return hit.from >= line.edgeFrom || (hit === line.hits[0] && text.slice(line.from, hit.from).trim() === '');
}

function linesOf(text: string, hits: readonly Hit[]): Line[] {
  const lines: Line[] = [];
  for (const hit of hits) {
    const last = lines[lines.length - 1];
    if (last && hit.from < last.to) {
      last.hits.push(hit);
      continue;
    }
    const end = text.indexOf('\n', hit.to);
    const to = end < 0 ? text.length : end;
    lines.push({ from: text.lastIndexOf('\n', hit.from - 1) + 1, to, hits: [hit], alone: false, edgeFrom: to });
  }
  for (const line of lines) {
    line.alone = isAlone(text, line);
    line.edgeFrom = edgeOf(text, line);
  }
  return lines;
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length;

function isAlone(text: string, line: Line): boolean {
  const rest: string[] = [];
  let at = line.from;
  for (const hit of line.hits) {
    rest.push(text.slice(at, Math.max(at, hit.from)));
    at = Math.max(at, hit.to);
  }
  rest.push(text.slice(at, line.to));
  return letters(rest.join(' ').replace(BESIDE, ' ')) <= MOST_NOISE;
}

function edgeOf(text: string, line: Line): number {
  let end = line.to;
  for (const hit of line.hits.toReversed()) {
    if (letters(text.slice(hit.to, end)) > MOST_NOISE) break;
    end = hit.from;
  }
  return end;
}
