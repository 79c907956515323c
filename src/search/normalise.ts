/** Raises with every change of what follows: an index made by another one is made anew. */
export const NORMALISED_AS = 1;

/** PostgreSQL takes no word of more than 2 KB; nobody types one of more than this. */
const LONGEST_WORD = 64;

const WORDS = '\\p{L}\\p{N}\\p{M}';
/** Not seen, so not searched: soft hyphens, joiners, marks of direction. */
const UNSEEN = '\\p{Default_Ignorable_Code_Point}';
/** Written without spaces between words: there each character is a word, and a word of theirs a phrase. */
const SPACELESS = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';

const RUN = `[[${WORDS}\\p{So}${UNSEEN}]--[${SPACELESS}]]+`;
const LINE_END = '(?:(?<=\\p{L})[\\u002d\\u2010]|(?<=\\u00ad))[ \\t]*\\r?\\n[ \\t]*(?=\\p{Ll})';
const SINGLE = `[[${WORDS}]&&[${SPACELESS}]]`;
/** What may hold words in a raw text; a word that a hyphen breaks at a line's end is one. */
const RAW = new RegExp(`${SINGLE}[\\p{M}${UNSEEN}\\uff9e\\uff9f]*|${RUN}(?:${LINE_END}${RUN})*`, 'gv');
const FOLDED = new RegExp(`${SINGLE}\\p{M}*|[[\\p{L}\\p{N}]--[${SPACELESS}]][[${WORDS}]--[${SPACELESS}]]*`, 'gv');

const INVISIBLE = new RegExp(`[${UNSEEN}]|[\\u002d\\u2010]?[ \\t]*\\r?\\n[ \\t]*`, 'gv');
/** Accents and points that people leave out when they type; the vowel signs of Indian scripts are letters. */
const ACCENTS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const PLAIN = /^[A-Za-z0-9]+$/;
const STROKES: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ς: 'σ',
};

/** `from` and `to` say where the word stands in the raw text, in UTF-16 units. False ends the walk. */
export type OnWord = (word: string, from: number, to: number) => boolean | void;

/**
 * Walks over the words of a text as both indexes and the queries know them: compatibility forms made plain, case and
 * accents taken off, everything but letters and digits a gap. So `AR-15` is the two words `ar 15`, and `Straße`
 * is `strasse`. Words hold no ASCII but letters and digits.
 */
export function eachWord(text: string, onWord: OnWord): void {
  RAW.lastIndex = 0;
  for (let found = RAW.exec(text); found; found = RAW.exec(text)) {
    const raw = found[0];
    const from = found.index;
    const { lastIndex } = RAW;
    for (const word of PLAIN.test(raw) ? [raw.toLowerCase()] : folded(raw)) {
      if (onWord(short(word), from, from + raw.length) === false) return;
    }
    // The callback may walk over another text.
    RAW.lastIndex = lastIndex;
  }
}

/** The words of a text, in order. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => void words.push(word));
  return words;
}

function folded(raw: string): string[] {
  const seen = raw.replace(INVISIBLE, '').normalize('NFKD').replace(ACCENTS, '');
  // Down, up and down: only so are ẞ, ß and SS, ſ and s alike. It may bring accents back (İ).
  const lower = seen.toLowerCase().toUpperCase().toLowerCase().normalize('NFKD').replace(ACCENTS, '');
  const plain = lower.replace(/[łøđħŧæœðþς]/g, (letter) => STROKES[letter]!).normalize('NFC');
  return plain.match(FOLDED) ?? [];
}

function short(word: string): string {
  if (word.length <= LONGEST_WORD) return word;
  const cut = word.slice(0, LONGEST_WORD);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
