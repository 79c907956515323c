import { statuteOf, trackOf } from '../agencies/fitting.ts';
import { DeskError } from '../errors.ts';
import { withClosures } from '../law/closures.ts';
import { compareStandings, type StandingDifferences } from '../law/compare.ts';
import { explainDifferences, explainStanding } from '../law/explain.ts';
import { type Overrides, parseOverrides } from '../law/overrides.ts';
import type { Standing } from '../law/standing.ts';
import type { Instant } from '../now.ts';
import { checkDays } from './closures.ts';
import type { ClockInput } from './clock.dto.ts';
import { toFacts } from './facts.ts';
import { hoursIn, readStanding } from './reading.ts';
import { type Read, readStatusChanges } from './status-changes.pipe.ts';
import { todayIn } from './today.ts';

/** A standing, and what another history beside it would give. */
export interface Calculated extends Standing {
  whatIf?: { standing: Standing; differences: StandingDifferences };
}

/** Reads a standing off facts that nobody has recorded, and a second one beside it if asked. Nothing is stored; any date will do. */
export function calculate(input: ClockInput, now: Instant): Calculated {
  const { whatIf, ...first } = input;
  const standing = standingOf(first, now, '');
  if (!whatIf) return standing;
  const changed = Object.fromEntries(Object.entries(whatIf).filter(([, value]) => value !== undefined));
  const second = standingOf({ ...first, ...changed }, now, '/whatIf');
  return { ...standing, whatIf: { standing: second, differences: compareStandings(standing, second) } };
}

/** The same for people. */
export function calculatedInWords({ whatIf, ...standing }: Calculated): string {
  if (!whatIf) return explainStanding(standing);
  return [
    explainStanding(standing),
    `What if:\n\n${explainStanding(whatIf.standing)}`,
    explainDifferences(whatIf.differences),
  ].join('\n\n');
}

function standingOf(input: Omit<ClockInput, 'whatIf'>, now: Instant, at: string): Standing {
  const statute = statuteOf(input.statute);
  const zone = input.agency?.timeZone ?? statute.timeZone;
  const overrides = readOverrides(input.agency?.overrides, statute.calendar, `${at}/agency/overrides`);
  const track = trackOf(statute, input.track);
  const closures = input.closures ?? [];
  closures.forEach((one, i) => checkDays(one, `${at}/closures/${i}`));
  const own = { statute, overrides, feeCategory: input.feeCategory, track, hourOf: hoursIn(zone) };
  const law = withClosures(own, closures);
  const reads =
    input.statusChanges.length > 0 ? readStatusChanges(input.statusChanges, `${at}/statusChanges`, { ids: true }) : [];
  const facts = toFacts(withIds(reads), [], law, { zone, recordedAt: now });
  return readStanding(facts, law, input.asOf ?? todayIn(zone, now));
}

/** A fact without an id of its own is called by its number, so that the same input gives the same standing. */
function withIds(reads: readonly Read[]): Read[] {
  const taken = new Set(reads.map((read) => read.id));
  return reads.map((read, i) => (read.id === undefined && !taken.has(`${i + 1}`) ? { ...read, id: `${i + 1}` } : read));
}

function readOverrides(value: unknown, calendar: string, pointer: string): Overrides | undefined {
  if (value === undefined) return undefined;
  const read = parseOverrides(value, calendar);
  if ('overrides' in read) return read.overrides;
  const errors = read.errors.map((error) => ({ pointer: pointer + error.pointer, detail: error.detail }));
  throw new DeskError('does-not-fit', `${errors[0]!.pointer.slice(1)}: ${errors[0]!.detail}.`, { errors });
}
