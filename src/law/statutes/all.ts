import type { Statute } from '../statute.ts';
import { shippedStatutes } from './shipped.ts';

/** Every law there is: a live view, since law packs may add some and replace others. */
export let statutes: readonly Statute[] = shippedStatutes;

let byId = new Map(statutes.map((statute) => [statute.id, statute]));

/**
 * Lays laws over those that are shipped, in place of any laid over them before; one with the id of a shipped one replaces
 * it. Called by whoever reads law packs, at start and when they change; nobody else.
 */
export function useStatutes(added: readonly Statute[]): void {
  byId = new Map([...shippedStatutes, ...added].map((statute) => [statute.id, statute]));
  statutes = [...byId.values()];
}

/** The law of this id. */
export function findStatute(id: string): Statute | undefined {
  return byId.get(id);
}
