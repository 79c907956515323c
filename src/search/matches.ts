import type { Query, Term } from './query.ts';

/** Where in a text's words a term begins: each place, in order. */
export function placesOf(words: readonly string[], { words: wanted, prefix }: Term): number[] {
  const places: number[] = [];
  const last = wanted.length - 1;
  const fits = (word: string, i: number) => (prefix && i === last ? word.startsWith(wanted[i]!) : word === wanted[i]);
  for (let at = 0; at + last < words.length; at += 1) {
    let i = 0;
    while (i <= last && fits(words[at + i]!, i)) i += 1;
    if (i > last) places.push(at);
  }
  return places;
}

/** Whether a text with these words is found. What the indexes answer, told by looking. */
export function isFound(words: readonly string[], query: Query): boolean {
  if ('words' in query) return placesOf(words, query).length > 0;
  if ('any' in query) return query.any.some((one) => isFound(words, one));
  return query.all.every((one) => isFound(words, one)) && !query.none.some((one) => isFound(words, one));
}
