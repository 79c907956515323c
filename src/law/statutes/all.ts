import type { Statute } from '../statute.ts';
import { ukFoia2000 } from './uk-foia-2000.ts';
import { usFoia } from './us-foia.ts';
import { usPa } from './us-pa.ts';

/** Every law that is shipped. */
export const statutes: readonly Statute[] = [usFoia, usPa, ukFoia2000];

/** The law of this id. */
export function findStatute(id: string): Statute | undefined {
  return statutes.find((statute) => statute.id === id);
}
