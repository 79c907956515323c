/** What pages are compared by before anybody looks at their words. */
export interface Sketch {
  /** How many words there are. */
  words: number;
  /** Of all words in their order: pages with equal ones are taken for equal. */
  digest: string;
  /** The smallest hashes of its runs of two words, ascending: the share that two pages have in common tells how alike they are. */
  lowest: readonly number[];
}

/** How many hashes are kept; the estimate of likeness is right to about a tenth. */
const KEPT = 64;
const RUN = 2;

/** Words as they are compared: in their plain letters, and whole where a line end breaks them. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/\u00ad/gu, '');
  return plain.replace(/(?<=\p{L})-[^\S\n]*\n\s*(?=\p{Ll})/gu, '').match(/\S+/gu) ?? [];
}

export function sketchOf(words: readonly string[]): Sketch {
  const hashes = words.map(hashOf);
  let [high, low] = [0x811c9dc5, 0xc2b2ae35];
  for (const hash of hashes) {
    high = mixed(high, hash);
    low = mixed(low, hash ^ 0x5bd1e995);
  }
  const digest = `${words.length}.${high.toString(36)}.${low.toString(36)}`;
  const runs = new Set<number>();
  const length = Math.min(RUN, hashes.length);
  for (let i = 0; length > 0 && i + length <= hashes.length; i += 1) {
    let run = length;
    for (let k = 0; k < length; k += 1) run = mixed(run, hashes[i + k]!);
    runs.add(run);
  }
  return { words: words.length, digest, lowest: [...runs].sort((a, b) => a - b).slice(0, KEPT) };
}

/** How alike two pages are, from 0 to 1; two without words are alike. */
export function likeness(a: Sketch, b: Sketch): number {
  if (a.digest === b.digest) return 1;
  if (a.lowest.length === 0 || b.lowest.length === 0) return 0;
  const size = Math.min(KEPT, a.lowest.length + b.lowest.length);
  let [i, j, seen, common] = [0, 0, 0, 0];
  while (seen < size && (i < a.lowest.length || j < b.lowest.length)) {
    const [x, y] = [a.lowest[i] ?? Infinity, b.lowest[j] ?? Infinity];
    if (x === y) common += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
    seen += 1;
  }
  return common / seen;
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function mixed(hash: number, with_: number): number {
  const mix = Math.imul(hash ^ with_, 0x9e3779b1);
  return (mix ^ (mix >>> 15)) >>> 0;
}
