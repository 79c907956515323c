import type { PlainDate } from './plain-date.ts';
import { isKind } from './status-change.ts';
import type { StatusChange } from './status-change.ts';

/**
 * From what was recorded, in any order, to what happened: corrections put in place, facts in order.
 */

/**
 * The facts that were known at an instant (ISO 8601, UTC): what was recorded later is left out, corrections included.
 * Read the clock with these to learn what was believed then.
 */
export function asKnownAt(history: readonly StatusChange[], instant: string): StatusChange[] {
  return history.filter((change) => withoutZone(change.recordedAt) <= withoutZone(instant));
}

/**
 * Order of occurrence: by day, then instant, then the order of recording. A fact without an instant is taken to have
 * come after all that was recorded before it for its day: who closes a request without saying when, closes it after the
 * letter already on record for that day, not before it.
 */
export function inOrder(facts: readonly StatusChange[]): StatusChange[] {
  const instants = new Map<StatusChange, string>();
  const latest = new Map<PlainDate, string>();
  for (const fact of facts.toSorted((a, b) => a.sequence - b.sequence)) {
    const soFar = latest.get(fact.on) ?? '';
    const instant = fact.at === undefined ? soFar : withoutZone(fact.at);
    instants.set(fact, instant);
    if (instant > soFar) latest.set(fact.on, instant);
  }
  return facts.toSorted((a, b) => {
    if (a.on !== b.on) return a.on < b.on ? -1 : 1;
    const [atA, atB] = [instants.get(a)!, instants.get(b)!];
    if (atA !== atB) return atA < atB ? -1 : 1;
    return a.sequence - b.sequence;
  });
}

/**
 * What happened: every correction has done its work, corrections and redactions are gone, facts are in order.
 *
 * A corrected fact keeps its id and its place in the sequence, so what it caused keeps its id too. A correction holds on
 * every day, whenever it was made; what was believed before is read with `asKnownAt`. A correction can itself be
 * corrected: with null it is undone, with a replacement it says that instead. The last correction recorded wins.
 */
export function settle(history: readonly StatusChange[]): StatusChange[] {
  const corrections = history.filter((change) => isKind(change, 'corrected'));
  if (corrections.length === 0) return inOrder(history.filter((change) => change.kind !== 'redacted'));
  const replacements = replacementsOf(corrections);
  const settled: StatusChange[] = [];
  for (const change of history) {
    if (change.kind === 'corrected' || change.kind === 'redacted') continue;
    const replacement = replacements.get(change.id);
    if (replacement === undefined) settled.push(change);
    else if (replacement !== null) settled.push(inPlaceOf(change, replacement));
  }
  return inOrder(settled);
}

type Replacement = StatusChange<'corrected'>['replacement'];

/** Id of a fact → what stands in its place. Later recorded corrections are heard first, since they may undo earlier ones. */
function replacementsOf(corrections: StatusChange<'corrected'>[]): Map<string, Replacement> {
  const found = new Map<string, Replacement>();
  for (const correction of corrections.toSorted((a, b) => b.sequence - a.sequence)) {
    const own = found.get(correction.id);
    if (own === null) continue;
    const replacement = own ?? correction.replacement;
    if (!found.has(correction.corrects)) found.set(correction.corrects, replacement);
  }
  return found;
}

function inPlaceOf(change: StatusChange, replacement: NonNullable<Replacement>): StatusChange {
  const { id, sequence, recordedAt } = change;
  return { ...replacement, id, sequence, recordedAt };
}

/** Instants of one form, so that they compare as text: `…:00Z` and `…:00.000Z` are the same. */
function withoutZone(instant: string): string {
  return instant.endsWith('Z') ? instant.slice(0, -1).replace(/\.0*$/, '') : instant;
}

/** Facts dated on or before a day. Facts are in order, so this is a prefix. */
export function until(facts: readonly StatusChange[], asOf: PlainDate): readonly StatusChange[] {
  let n = facts.length;
  while (n > 0 && facts[n - 1]!.on > asOf) n--;
  return n === facts.length ? facts : facts.slice(0, n);
}
