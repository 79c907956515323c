import { v7 } from 'uuid';
import { DeskError } from '../errors.ts';
import type { Law } from '../law/law.ts';
import { formatDay, type PlainDate } from '../law/plain-date.ts';
import { type Refusal, refuse, resolveAbout } from '../law/refuse.ts';
import type { StatusChange } from '../law/status-change.ts';
import type { Instant } from '../now.ts';
import { dayIn } from '../zone.ts';
import type { Read } from './status-changes.pipe.ts';

/** Fields that may name another fact, by id or by `#n`. */
const references = ['about', 'corrects', 'redacts'] as const;

type Fields = Record<string, unknown>;

/**
 * Makes facts of what was sent: ids, sequence, legal days, references resolved; each is held against the history before
 * it, the facts of the same array included. `latest` is the last day that may be recorded (the calculator has none),
 * `recorded` how many facts the chain holds.
 * Throws `conflict` or `does-not-fit` at the first fact that is impossible.
 */
export function toFacts(
  reads: readonly Read[],
  history: readonly StatusChange[],
  law: Law,
  context: { zone: string; recordedAt: Instant; latest?: PlainDate; recorded?: number },
): StatusChange[] {
  const ids = reads.map((read) => read.id ?? v7());
  const known = [...history];
  const first = (context.recorded ?? known.length) + 1;
  return reads.map((read, i) => {
    const fields = withDay(read, context.zone);
    if (context.latest !== undefined) refuseFuture(fields, read.at, context.latest);
    resolveNumbers(fields, ids, read.at);
    const stamp = { id: ids[i]!, sequence: first + i, recordedAt: context.recordedAt };
    const fact = withAbout({ ...fields, ...stamp } as unknown as StatusChange, known, law, read.at);
    const refusal = refuse(known, fact, law);
    if (refusal) throw refused(refusal, read.at);
    known.push(fact);
    return fact;
  });
}

/** With `at`, the legal day is its day in the agency's zone; an `on` that says otherwise does not fit. */
function withDay(read: Read, zone: string): Fields {
  const fields = dated(read.change as unknown as Fields, zone, read.at);
  if (!fields.replacement) return fields;
  return { ...fields, replacement: dated(fields.replacement as Fields, zone, `${read.at}/replacement`) };
}

function dated(fields: Fields, zone: string, pointer: string): Fields {
  if (fields.at === undefined) return { ...fields };
  const day = dayIn(zone, fields.at as Instant);
  if (fields.on === undefined || fields.on === day) return { ...fields, on: day };
  throw doesNotFit(`${pointer}/on`, `is not the day of at: that is ${day} in the agency's zone, ${zone}`);
}

function refuseFuture(fields: Fields, pointer: string, latest: PlainDate): void {
  const days: [string, unknown][] = [
    ['/on', fields.on],
    ['/replacement/on', (fields.replacement as Fields | null | undefined)?.on],
  ];
  for (const [field, day] of days) {
    if (typeof day !== 'string' || day <= latest) continue;
    throw doesNotFit(
      pointer + field,
      `is in the future: what is recorded has happened, and in the agency's zone today is ${formatDay(latest)}`,
    );
  }
}

function resolveNumbers(fields: Fields, ids: readonly string[], pointer: string): void {
  for (const name of references) {
    const value = fields[name];
    if (typeof value === 'string' && value.startsWith('#')) fields[name] = numbered(value, ids, `${pointer}/${name}`);
  }
  const replacement = fields.replacement as Fields | null | undefined;
  if (replacement) resolveNumbers(replacement, ids, `${pointer}/replacement`);
}

function numbered(value: string, ids: readonly string[], pointer: string): string {
  const n = /^#[1-9]\d{0,4}$/.test(value) ? Number(value.slice(1)) : 0;
  const id = ids[n - 1];
  if (id !== undefined) return id;
  throw doesNotFit(
    pointer,
    `names no status change of this array: it has #1${ids.length > 1 ? ` to #${ids.length}` : ''}`,
  );
}

function withAbout(fact: StatusChange, known: readonly StatusChange[], law: Law, pointer: string): StatusChange {
  const resolved = resolveAbout(known, fact, law);
  if ('detail' in resolved) throw refused(resolved, pointer);
  return resolved.about === undefined ? fact : { ...fact, about: resolved.about };
}

function refused(refusal: Refusal, pointer: string): DeskError {
  const sentence = `${refusal.detail.charAt(0).toUpperCase()}${refusal.detail.slice(1)}.`;
  return new DeskError(refusal.status === 409 ? 'conflict' : 'does-not-fit', sentence, {
    ...(refusal.accepted && { accepted: refusal.accepted }),
    errors: [{ pointer: pointer + (refusal.pointer ?? ''), detail: refusal.detail }],
  });
}

export function doesNotFit(pointer: string, detail: string): DeskError {
  return new DeskError('does-not-fit', `${pointer.slice(1)} ${detail}.`, { errors: [{ pointer, detail }] });
}
