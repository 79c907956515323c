/** A text with its accidents of typesetting taken away, and for each of its characters where it stands in the original. */
export interface PlainText {
  chars: string;
  /** For each UTF-16 unit of `chars`: where what it came from begins in the original, and where that ends. */
  starts: number[];
  ends: number[];
}

/**
 * Stands for a hyphen at the end of a line between two letters or digits: it may belong to the word (`well-known`) or
 * only break it (`investi-gation`), and nothing but the quote can tell.
 */
export const LINE_HYPHEN = '\u0001';

const DASHES = /[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/u;
const LONG_DASHES = /[\u2012-\u2015\u2212\u2e3a\u2e3b\ufe58]/u;
const QUOTES = /[\u0022\u0027\u0060\u00b4\u00ab\u00bb\u2018-\u201f\u2032-\u2037\u2039\u203a\u300c-\u300f\uff02\uff07]/u;
/** Soft hyphens, joiners and marks of direction: nothing that anybody sees. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u;

const LETTER = /[\p{L}\p{N}]/u;
const SPACE = /\s/u;
/** A character with its accents; an unpaired surrogate is one of its own. */
const PIECES = /\P{M}\p{M}*|\p{M}+/gsu;

interface Piece {
  text: string;
  from: number;
  to: number;
}

/**
 * Ligatures and wide forms in their plain letters, one kind of quote and of dash, one blank for any white space, none
 * around long dashes, and hyphens at line ends marked. Letters keep their case.
 */
export function plainText(text: string): PlainText {
  return joined(withoutGaps(withLineHyphens(pieces(text))));
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  for (const match of text.matchAll(PIECES)) {
    const raw = match[0];
    const [from, to] = [match.index, match.index + raw.length];
    if (UNSEEN.test(raw)) continue;
    if (raw.length === 1 && raw < '\u007f') {
      found.push({ text: QUOTES.test(raw) ? "'" : raw, from, to });
      continue;
    }
    if (QUOTES.test(raw)) found.push({ text: "'", from, to });
    else if (LONG_DASHES.test(raw)) found.push({ text: '\u2014', from, to });
    else if (DASHES.test(raw)) found.push({ text: '-', from, to });
    else found.push({ text: SPACE.test(raw) ? raw : raw.normalize('NFKC'), from, to });
  }
  return found;
}

const isLetter = (piece: Piece | undefined) => piece !== undefined && LETTER.test(piece.text);
const isSpace = (piece: Piece | undefined) => piece !== undefined && SPACE.test(piece.text) && piece.text.trim() === '';
const isBreak = (piece: Piece | undefined) => piece !== undefined && /[\n\r\u2028\u2029\f\v]/.test(piece.text);

function withLineHyphens(all: Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (let i = 0; i < all.length; i += 1) {
    const piece = all[i]!;
    if (piece.text !== '-' || !isLetter(kept[kept.length - 1])) {
      kept.push(piece);
      continue;
    }
    let next = i + 1;
    let broken = false;
    while (isSpace(all[next])) {
      broken ||= isBreak(all[next]);
      next += 1;
    }
    if (!broken || !isLetter(all[next])) {
      kept.push(piece);
      continue;
    }
    kept.push({ text: LINE_HYPHEN, from: piece.from, to: all[next - 1]!.to });
    i = next - 1;
  }
  return kept;
}

/** White space becomes one blank; a dash, however it is typed, stands without blanks, and so does a hyphen between two. */
function withoutGaps(all: Piece[]): Piece[] {
  const kept: Piece[] = [];
  const last = () => kept[kept.length - 1];
  for (let i = 0; i < all.length; i += 1) {
    const piece = all[i]!;
    if (isSpace(piece)) {
      if (last()?.text !== ' ' && last()?.text !== '\u2014') kept.push({ ...piece, text: ' ' });
      continue;
    }
    const next = all[i + 1];
    const doubled = piece.text === '-' && next?.text === '-';
    const alone = piece.text === '-' && last()?.text === ' ' && isSpace(next);
    if (piece.text !== '\u2014' && !doubled && !alone) {
      kept.push(piece);
      continue;
    }
    while (doubled && all[i + 1]?.text === '-') i += 1;
    const gap = last()?.text === ' ' ? kept.pop() : undefined;
    if (last()?.text !== '\u2014') kept.push({ text: '\u2014', from: gap?.from ?? piece.from, to: all[i]!.to });
  }
  return kept;
}

function joined(all: Piece[]): PlainText {
  const plain: PlainText = { chars: '', starts: [], ends: [] };
  const parts: string[] = [];
  for (const { text, from, to } of all) {
    const seen = text === '\u2014' ? '-' : text;
    parts.push(seen);
    for (let i = 0; i < seen.length; i += 1) {
      plain.starts.push(from);
      plain.ends.push(to);
    }
  }
  plain.chars = parts.join('');
  return plain;
}
