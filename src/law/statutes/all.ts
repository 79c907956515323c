import type { Statute } from '../statute.ts';
import { usFoia } from './us-foia.ts';

/** Every law that is shipped. */
export const statutes: readonly Statute[] = [usFoia];

/** The law of this id. */
export function findStatute(id: string): Statute | undefined {
  return statutes.find((statute) => statute.id === id);
}
