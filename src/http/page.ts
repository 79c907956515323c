import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DeskError } from '../errors.ts';
import type { Call } from './once.ts';
import { isStorable } from './text.ts';

export const DEFAULT_LIMIT = 50;
export const LARGEST_LIMIT = 200;

/** Where a page starts again: the sort columns of the last row shown. */
export type CursorPart = string | number | null;

/** The query of every list; extend it with filters. */
export class PageQuery {
  /** How many items at most, 1 to 200. */
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: LARGEST_LIMIT, default: DEFAULT_LIMIT })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => wholeNumber(value))
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(LARGEST_LIMIT, { message: `must be at most ${LARGEST_LIMIT}` })
  limit: number = DEFAULT_LIMIT;

  /** Where the page before ended: taken from its `next`. */
  @ApiPropertyOptional({ type: String, description: 'Taken from `next` of the page before.' })
  @IsOptional()
  @IsString({ message: 'must be given once' })
  @MaxLength(2000, { message: 'is no cursor of this desk' })
  cursor?: string;
}

export interface Page<T> {
  items: T[];
  /** Path and query of the next page; null on the last one. */
  next: string | null;
}

/** What a list needs to know of its query: read `limit + 1` rows that come after `after`. */
export function pageOf(query: PageQuery, parts = 2): { limit: number; after: CursorPart[] | null } {
  return { limit: query.limit, after: query.cursor === undefined ? null : decodeCursor(query.cursor, parts) };
}

/** One page from `limit + 1` rows: the row too many only says that there is more. */
export function toPage<Row, View>(
  call: Call,
  limit: number,
  rows: Row[],
  cursorOf: (row: Row) => CursorPart[],
  view: (row: Row) => View,
): Page<View> {
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(view), next: more ? nextUrl(call.url, encodeCursor(cursorOf(last))) : null };
}

export function encodeCursor(parts: CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Throws `invalid` on anything that `encodeCursor` did not write for a list of `parts` sort columns. */
export function decodeCursor(cursor: string, parts: number): CursorPart[] {
  const read = readCursor(cursor);
  if (!Array.isArray(read) || read.length !== parts || !read.every(isPart)) {
    throw new DeskError('invalid', 'The cursor is not one that this list gave out.', {
      errors: [{ pointer: '/cursor', detail: 'must be taken from `next` of the page before' }],
    });
  }
  return read as CursorPart[];
}

/** Relative, so that it stays right behind any proxy. */
export function nextUrl(url: string, cursor: string): string {
  const there = new URL(url, 'http://desk');
  there.searchParams.set('cursor', cursor);
  return there.pathname + there.search;
}

function readCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function isPart(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  return value === null || Number.isSafeInteger(value);
}

/** A whole number as a query writes it; anything else as it is, for the validators to refuse. */
export function wholeNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
}
