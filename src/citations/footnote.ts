import { writtenDay } from './days.ts';
import { nameOf, oneLine, type Source } from './source.ts';

/** How a format writes the parts of a footnote that are not its own words. */
export interface Hand {
  /** Words from the desk: names, labels, numbers. */
  words(text: string): string;
  /** The title in its quotes, with the comma that follows. */
  title(quoted: string, source: Source): string;
  link(url: string): string;
}

/**
 * The footnote, much as Chicago has it for unpublished documents: who, “what,” with which letter, when, which request,
 * which page, where. A part that is not known leaves nothing behind.
 */
export function footnote(source: Source, hand: Hand): string {
  const { words } = hand;
  const when = dayPart(source);
  const file = source.filename === null ? null : oneLine(source.filename);
  const parts = [
    source.letter && words(oneLine(source.letter)),
    file && `file ${words(file)}`,
    when,
    requestPart(source, words),
    `p. ${source.page}`,
    `SHA-256 ${source.prefix}`,
    hand.link(source.permalink),
  ].filter(Boolean);
  const title = titleOf(source.title);
  const lead = [
    nameOf(source.agency) && `${words(nameOf(source.agency))},`,
    title && hand.title(`“${title},”`, source),
  ];
  return `${[...lead, parts.join(', ')].filter(Boolean).join(' ')}.`;
}

/** The footnote in plain text. */
export function plainFootnote(source: Source): string {
  return footnote(source, { words: (text) => text, title: (quoted) => quoted, link: (url) => url });
}

/** Quotes within the quotes of a title are single ones, and its own last comma or point goes. */
export function titleOf(text: string): string {
  return oneLine(text)
    .replace(/["“”„«»]/gu, (quote) => (quote === '“' || quote === '„' || quote === '«' ? '‘' : '’'))
    .replace(/[\s.,;:]+$/u, '');
}

function dayPart({ releasedOn, receivedOn, monthFirst }: Source): string | null {
  if (releasedOn) return `released ${writtenDay(releasedOn, monthFirst)}`;
  return receivedOn ? `received ${writtenDay(receivedOn, monthFirst)}` : null;
}

function requestPart({ requestNumber, trackingNumbers }: Source, words: Hand['words']): string {
  const numbers = trackingNumbers.map(oneLine).filter(Boolean).map(words);
  const agencys = numbers.length === 0 ? '' : ` (agency no. ${numbers.join(', ')})`;
  return `request ${words(requestNumber)}${agencys}`;
}
