import type { Statute } from '../statute.ts';
import { shippedStatutes } from './shipped.ts';

/** Every law there is. */
export const statutes: readonly Statute[] = shippedStatutes;

const byId = new Map(statutes.map((statute) => [statute.id, statute]));

/** The law of this id. */
export function findStatute(id: string): Statute | undefined {
  return byId.get(id);
}
