import { DeskError } from '../errors.ts';
import { type Overrides, parseOverrides } from '../law/overrides.ts';
import type { Standing } from '../law/standing.ts';
import type { Statute } from '../law/statute.ts';
import { findStatute, statutes } from '../law/statutes/all.ts';
import type { Instant } from '../now.ts';
import type { ClockInput } from './clock.dto.ts';
import { toFacts } from './facts.ts';
import { hoursIn, readStanding } from './reading.ts';
import { type Read, readStatusChanges } from './status-changes.pipe.ts';
import { todayIn } from './today.ts';

/** Reads a standing off facts that nobody has recorded. Nothing is stored; any date will do. */
export function calculate(input: ClockInput, now: Instant): Standing {
  const statute = mustFindStatute(input.statute, '/statute');
  const zone = input.agency?.timeZone ?? statute.timeZone;
  const overrides = readOverrides(input.agency?.overrides, '/agency/overrides');
  const law = { statute, overrides, feeCategory: input.feeCategory, hourOf: hoursIn(zone) };
  const reads =
    input.statusChanges.length > 0 ? readStatusChanges(input.statusChanges, '/statusChanges', { ids: true }) : [];
  const facts = toFacts(withIds(reads), [], law, { zone, recordedAt: now });
  return readStanding(facts, law, input.asOf ?? todayIn(zone, now));
}

/** A fact without an id of its own is called by its number, so that the same input gives the same standing. */
function withIds(reads: readonly Read[]): Read[] {
  const taken = new Set(reads.map((read) => read.id));
  return reads.map((read, i) => (read.id === undefined && !taken.has(`${i + 1}`) ? { ...read, id: `${i + 1}` } : read));
}

/** Throws `does-not-fit` with the ids there are. */
export function mustFindStatute(id: string, pointer: string): Statute {
  const statute = findStatute(id);
  if (statute) return statute;
  const accepted = statutes.map((one) => one.id);
  throw new DeskError('does-not-fit', `There is no statute "${id}" here; there is ${accepted.join(', ')}.`, {
    errors: [{ pointer, detail: 'names no statute of this desk' }],
    accepted,
  });
}

function readOverrides(value: unknown, pointer: string): Overrides | undefined {
  if (value === undefined) return undefined;
  const read = parseOverrides(value);
  if ('overrides' in read) return read.overrides;
  const errors = read.errors.map((error) => ({ pointer: pointer + error.pointer, detail: error.detail }));
  throw new DeskError('does-not-fit', `${errors[0]!.pointer.slice(1)}: ${errors[0]!.detail}.`, { errors });
}
