import type { Law } from './law.ts';
import type { PlainDate } from './plain-date.ts';
import type { StatusChange } from './status-change.ts';
import type { Statute } from './statute.ts';

/** Which version of a law a request falls under. */

/**
 * The law with the version in force for these facts. Without a day the newest version there will be is considered; with
 * one, only what is in force on it.
 */
export function lawInForce(law: Law, facts: readonly StatusChange[], asOf?: PlainDate): Law {
  const { statute } = law;
  if (!statute.earlier || statute.earlier.length === 0) return law;
  const versions = [statute, ...statute.earlier].filter(
    ({ version }) => !asOf || !version.from || version.from <= asOf,
  );
  const chosen = versions.find((one) => reaches(one, facts)) ?? statute.earlier.at(-1)!;
  const newer = versions.slice(0, versions.indexOf(chosen));
  const other = newer.findLast((one) => mayReach(one, facts));
  return { ...law, statute: chosen, newer, ...(other && { otherVersion: other }) };
}

/** Whether a standing on that day may be read by another version than one on a later day. */
export function isBeforeVersion({ statute }: Law, asOf: PlainDate): boolean {
  return statute.earlier !== undefined && statute.version.from !== null && asOf < statute.version.from;
}

/** The version that governs what an event of that day starts: a newer one only where it goes by the event. */
export function versionOn({ statute, newer }: Law, on: PlainDate): Statute {
  return newer?.find(({ version }) => version.appliesTo === 'event-from' && version.from! <= on) ?? statute;
}

function reaches({ version }: Statute, facts: readonly StatusChange[]): boolean {
  const { from, appliesTo } = version;
  if (from === null) return true;
  const filed = facts.find((fact) => fact.kind === 'filed');
  const received = facts.find((fact) => fact.kind === 'received');
  const began = (filed ?? facts[0])?.on;
  if (began === undefined) return true;
  if (appliesTo === 'received-from') return (received?.on ?? filed?.receivedOn ?? began) >= from;
  if (appliesTo === 'pending-too') return began >= from || !isDecidedBefore(facts, from);
  return began >= from;
}

/** Whether nobody is sure that a newer version leaves the request alone, which was pending when it came. */
function mayReach({ version }: Statute, facts: readonly StatusChange[]): boolean {
  const { from, confidence } = version;
  return from !== null && confidence !== undefined && confidence !== 'high' && !isDecidedBefore(facts, from);
}

function isDecidedBefore(facts: readonly StatusChange[], day: PlainDate): boolean {
  return facts.some((fact) => (fact.kind === 'determined' || fact.kind === 'closed-by-agency') && fact.on < day);
}
