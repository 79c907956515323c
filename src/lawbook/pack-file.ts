import { DeskError } from '../errors.ts';
import { checkCase } from '../law/cases/check.ts';
import type { Case } from '../law/cases/case.ts';
import { lawOfCase, problemsOfPack, statuteBeside } from '../law/pack/lint-pack.ts';
import { below, type Pack, type PackError } from '../law/pack/pack.ts';
import type { Statute } from '../law/statute.ts';
import { hoursIn } from '../requests/reading.ts';
import { readStatusChanges } from '../requests/status-changes.pipe.ts';
import { isZone } from '../zone.ts';
import { shapeProblems } from './shape.ts';

/** The largest file, in bytes. All laws that are shipped come to less than half of it. */
export const MOST_BYTES = 5 * 1024 * 1024;
const MOST_DEPTH = 40;
const MOST_ERRORS = 100;
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** A pack in which nothing is wrong, or everything that is. */
export type ReadPack = { pack: Pack; errors?: undefined } | { pack?: undefined; errors: PackError[] };

/**
 * Reads the bytes of a pack file: bounded, its keys harmless, of the published shape, its parts fitting each other, its
 * own cases holding. Each layer is looked at only once the one before has let it pass. Never throws.
 */
export function readPack(bytes: Uint8Array): ReadPack {
  const value = parse(bytes);
  if ('errors' in value) return value;
  for (const layer of [keyProblems, shapeProblems, senseProblems, caseProblems]) {
    const errors = layer(value.json as Pack);
    if (errors.length > 0) return { errors: cut(errors) };
  }
  return { pack: value.json as Pack };
}

/** As many as anybody reads. */
function cut(errors: PackError[]): PackError[] {
  if (errors.length <= MOST_ERRORS) return errors;
  return [...errors.slice(0, MOST_ERRORS), { pointer: '', detail: `and ${errors.length - MOST_ERRORS} faults more` }];
}

function parse(bytes: Uint8Array): { json: unknown } | { errors: PackError[] } {
  const wrong = (detail: string) => ({ errors: [{ pointer: '', detail }] });
  if (bytes.length > MOST_BYTES) return wrong(tooLarge(bytes.length));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return wrong('is not UTF-8');
  }
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return wrong(`is not JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'it cannot be read'}`);
  }
}

/** Why a file is not even read. */
export function tooLarge(size: number): string {
  return `has ${size} bytes; a law pack may have ${MOST_BYTES} at most`;
}

/** Keys that reach into every object of the program when a careless hand copies them, and nesting without end. */
function keyProblems(value: unknown, at = '', depth = 0): PackError[] {
  if (typeof value !== 'object' || value === null) return [];
  if (depth >= MOST_DEPTH) return [{ pointer: at, detail: `is nested more than ${MOST_DEPTH} deep` }];
  return Object.entries(value).flatMap(([key, one]) => {
    const pointer = below(at, key);
    return FORBIDDEN.includes(key)
      ? [{ pointer, detail: 'is a key that no pack may have' }]
      : keyProblems(one, pointer, depth + 1);
  });
}

function senseProblems(pack: Pack): PackError[] {
  const zones = (pack.statutes ?? []).flatMap((statute, i) =>
    [statute, ...(statute.earlier ?? [])].flatMap(({ timeZone }, version) =>
      isZone(timeZone)
        ? []
        : [
            {
              pointer: below('/statutes', i, ...(version > 0 ? ['earlier', version - 1] : []), 'timeZone'),
              detail: 'must be an IANA time zone, such as America/New_York',
            },
          ],
    ),
  );
  return [...zones, ...problemsOfPack(pack)];
}

/** A pack says with its cases what its laws are meant to give: one that gives something else is wrong somewhere. */
function caseProblems(pack: Pack): PackError[] {
  return (pack.cases ?? []).flatMap((one, i) =>
    problemsOfCase(one, statuteBeside(pack, lawOfCase(one))!, below('/cases', i)),
  );
}

function problemsOfCase(one: Case, statute: Statute, at: string): PackError[] {
  try {
    readStatusChanges(one.facts.length > 0 ? one.facts : [{ kind: 'filed', on: one.asOf }], below(at, 'facts'));
    return checkCase(one, statute, hoursIn(statute.timeZone)).map((difference) => ({
      pointer: `${below(at, 'expect')}/${difference.at}`,
      detail: `expects ${inWords(difference.expected)} and the law gives ${inWords(difference.found)}`,
    }));
  } catch (error) {
    if (error instanceof DeskError && error.errors) return [...error.errors];
    return [{ pointer: at, detail: `cannot be read: ${error instanceof Error ? error.message : String(error)}` }];
  }
}

function inWords(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 500);
}
