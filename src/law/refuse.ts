import type { Law } from './clock.ts';
import type { StatusChange } from './status-change.ts';

/** Why a fact cannot be recorded. */
export interface Refusal {
  status: 409 | 422;
  detail: string;
  /** What would be accepted: kinds, or ids. */
  accepted?: string[];
  /** JSON Pointer to the field at fault. */
  pointer?: string;
}

/** Null if the fact may be recorded. Only the impossible is refused. */
export function refuse(history: readonly StatusChange[], proposed: StatusChange, law: Law): Refusal | null {
  throw new Error(`not yet: ${history.length} ${proposed.kind} ${law.statute.id}`);
}

/** Which fact the proposed one is about, if it does not say so itself. */
export function resolveAbout(
  history: readonly StatusChange[],
  proposed: StatusChange,
  law: Law,
): { about: string | null | undefined } | Refusal {
  throw new Error(`not yet: ${history.length} ${proposed.kind} ${law.statute.id}`);
}
