import type { ShownPage } from '../reading/pages.ts';
import type { Citation } from './citation.entity.ts';
import { plainText } from './plain-text.ts';
import { findQuote, readQuote } from './quote.ts';

/** `hidden-text`: a later reading has found text under boxes on the page, and the words are no longer seen on it. */
export const reasonsToWithhold = ['hidden-text'] as const;
export type ReasonToWithhold = (typeof reasonsToWithhold)[number];

/**
 * Why the words of a citation are not told now; null when they are. Kept words may turn out to have lain under a box:
 * while nobody has decided to show what is hidden on their page, they are told only if they are seen on it all the same.
 */
export function withheldBecause(
  { found }: Pick<Citation, 'found'>,
  page: Pick<ShownPage, 'text' | 'hiddenText'> | null,
): ReasonToWithhold | null {
  if (found === null || page === null || page.hiddenText === null || page.hiddenText === 'show') return null;
  return findQuote(readQuote(found), plainText(page.text)) ? null : 'hidden-text';
}
