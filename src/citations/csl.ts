import { dayOfMonth, monthOf, type PlainDate, yearOf } from '../law/plain-date.ts';
import { titleOf } from './footnote.ts';
import { keyOf, nameOf, oneLine, type Source } from './source.ts';

/** An item of CSL-JSON, as Zotero and pandoc read it; only variables of CSL 1.0.2 are used. */
export interface CslItem {
  id: string;
  type: 'document';
  title: string;
  author: [{ literal: string }];
  genre?: string;
  issued?: { 'date-parts': [[number, number, number]] };
  /** The agency's own number, else the desk's. */
  number: string;
  /** The request that the document came by. */
  archive: string;
  /** Which stored file it is. */
  archive_location: string;
  page: string;
  annote?: string;
  note?: string;
  URL: string;
}

export function cslItem(source: Source): CslItem {
  const numbers = source.trackingNumbers.map(oneLine).filter(Boolean);
  const day = source.releasedOn ?? source.receivedOn;
  return {
    id: keyOf(source),
    type: 'document',
    title: titleOf(source.title),
    author: [{ literal: nameOf(source.agency) }],
    ...(source.letter && { genre: oneLine(source.letter) }),
    ...(day && { issued: { 'date-parts': [datePart(day)] } }),
    number: numbers.length > 0 ? numbers.join(', ') : source.requestNumber,
    archive: `Request ${source.requestNumber}`,
    archive_location: `SHA-256 ${source.prefix}`,
    page: String(source.page),
    ...(source.quote !== null && { annote: source.quote }),
    ...(source.filename && { note: `File ${oneLine(source.filename)}` }),
    URL: source.permalink,
  };
}

function datePart(day: PlainDate): [number, number, number] {
  return [yearOf(day), monthOf(day), dayOfMonth(day)];
}
