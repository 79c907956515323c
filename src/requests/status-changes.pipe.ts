import { Injectable, type PipeTransform } from '@nestjs/common';
import { DeskError } from '../errors.ts';
import { check } from '../http/validate.ts';
import { isKind, type StatusChangeKind, statusChangeKinds } from '../law/status-change.ts';
import { type Sent, statusChangeClasses } from './status-changes.dto.ts';

/** A checked status change, and where it stood in the body. */
export interface Read {
  change: Sent;
  /** JSON pointer to it; empty for a body that is one status change. */
  at: string;
  /** A name of the caller's own, only for the calculator. */
  id?: string;
}

/** Longest array of one call. */
const MOST = 500;

/**
 * class-validator cannot choose a class at the body's root, so this does: by `kind`, for one status change or for each
 * of an array. Unknown kinds and fields of another kind are refused with exact pointers.
 */
@Injectable()
export class StatusChangesPipe implements PipeTransform<unknown, Read[]> {
  transform(value: unknown): Read[] {
    return readStatusChanges(value, '');
  }
}

/** Reads one status change or an array of them. With `ids`, each may carry an `id` of the caller's own. */
export function readStatusChanges(value: unknown, at: string, options: { ids?: boolean } = {}): Read[] {
  if (!Array.isArray(value)) return [readOne(value, at, options.ids === true)];
  if (value.length === 0) throw invalid(at, 'must not be empty');
  if (value.length > MOST) throw invalid(at, `must have at most ${MOST} status changes`);
  const read = value.map((item, i) => readOne(item, `${at}/${i}`, options.ids === true));
  refuseTwice(read);
  return read;
}

function readOne(value: unknown, at: string, mayHaveId: boolean): Read {
  if (!isObject(value)) throw invalid(at, 'must be a status change: {kind, on, …}');
  const { id, ...rest } = value;
  const fields = mayHaveId ? rest : value;
  const change = readFields(fields, at, statusChangeKinds);
  if (isKind(change as never, 'corrected')) readReplacement(change as Sent<'corrected'>, at);
  if (!mayHaveId || id === undefined) return { change, at };
  if (typeof id !== 'string' || !/^[^\s#]\S{0,63}$/.test(id)) {
    throw invalid(`${at}/id`, 'must be a short name without spaces that does not begin with #');
  }
  return { change, at, id };
}

function readReplacement(change: Sent<'corrected'>, at: string): void {
  if (change.replacement === null) return;
  const kinds = statusChangeKinds.filter((kind) => kind !== 'corrected' && kind !== 'redacted');
  change.replacement = readFields(change.replacement as Record<string, unknown>, `${at}/replacement`, kinds);
}

function readFields(fields: Record<string, unknown>, at: string, kinds: readonly StatusChangeKind[]): Sent {
  const kind = fields.kind as StatusChangeKind;
  if (!kinds.includes(kind)) {
    throw invalid(
      `${at}/kind`,
      typeof kind === 'string' ? `is not a kind: "${kind.slice(0, 100)}"` : 'is needed: the kind of fact',
      kinds,
    );
  }
  const read = check<object>(statusChangeClasses[kind], { ...fields, ...codesAsObjects(fields) }, at);
  const given = Object.entries(read).filter(([, value]) => value !== undefined);
  const change = Object.fromEntries(given) as Sent;
  if (change.on !== undefined || change.at !== undefined) return change;
  throw new DeskError('does-not-fit', `A ${kind} needs its day: give on (a day) or at (a moment).`, {
    errors: [{ pointer: `${at}/on`, detail: 'is needed, unless at is given' }],
  });
}

/** An exemption may be a plain string: the code alone. */
function codesAsObjects(fields: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(fields.exemptions)) return {};
  return { exemptions: fields.exemptions.map((item: unknown) => (typeof item === 'string' ? { code: item } : item)) };
}

function refuseTwice(read: Read[]): void {
  const seen = new Set<string>();
  for (const { id, at } of read) {
    if (id === undefined) continue;
    if (seen.has(id)) throw invalid(`${at}/id`, 'is the id of another status change of this array');
    seen.add(id);
  }
}

function invalid(pointer: string, detail: string, accepted?: readonly string[]): DeskError {
  const where = pointer.slice(1) || 'The input';
  return new DeskError('invalid', `${where} ${detail}.${accepted ? ` Known are ${accepted.join(', ')}.` : ''}`, {
    errors: [{ pointer, detail }],
    ...(accepted && { accepted }),
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
