import { setImmediate as breathe } from 'node:timers/promises';
import { toCsv } from '../csv.ts';
import type { FeedItem } from './feed-items.ts';

/** The ending of a feed's URL says in which format it comes. */
export const feedFormats = {
  ics: 'text/calendar; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
} as const;
export type FeedFormat = keyof typeof feedFormats;

const LOT = 200;

/** In the order of a table's columns. */
const FIELDS = [
  ...['dueOn', 'title', 'status', 'number', 'subject', 'agency', 'trackingNumbers', 'kind', 'owedBy', 'state'],
  ...['lateOnEveryReading', 'explanation', 'url', 'uid', 'sequence', 'changedAt'],
] as (keyof FeedItem)[];

/** Made in lots, between which others have their turn. */
export async function asCsv(items: readonly FeedItem[]): Promise<string> {
  const head = toCsv(FIELDS, []);
  const lots = [head];
  for (let i = 0; i < items.length; i += LOT) {
    const rows = items.slice(i, i + LOT).map((item) => FIELDS.map((field) => cellOf(item[field])));
    lots.push(toCsv(FIELDS, rows).slice(head.length));
    await breathe();
  }
  return lots.join('');
}

function cellOf(value: FeedItem[keyof FeedItem]): string | number | null {
  return typeof value === 'boolean' ? String(value) : value;
}

export function asJson(name: string, items: readonly FeedItem[]): string {
  const rows = items.map((item) => Object.fromEntries(FIELDS.map((field) => [field, item[field]])));
  return `${JSON.stringify({ name, items: rows })}\n`;
}
