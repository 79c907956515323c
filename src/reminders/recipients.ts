import type { Policy } from './policy.ts';

/** When and how often a person wants to be told; whatever is not said is as built in. */
export interface Ways {
  /** `HH:mm` where they are, up to 20:00: nothing comes from then on. */
  quietFrom: string;
  /** `HH:mm` where they are, from 08:00: nothing comes before. */
  quietUntil: string;
  /** Never on a Saturday or Sunday where they are, unless it would be too late. */
  workingDaysOnly: boolean;
  /** `weekly`: what can wait comes on that day of the week, together. */
  digest: 'daily' | 'weekly';
  /** 0 is Sunday. */
  digestOn: number;
}

/** Whom a reminder may go to, and when it is morning there. */
export interface Person {
  id: string;
  /** IANA name. */
  timeZone: string;
  active: boolean;
  ways?: Ways;
  /** What holds for this person; absent: what holds for the request. */
  policy?: Policy;
}

/** The people around one request. */
export interface People {
  assignee: Person | null;
  creator: Person;
  owners: readonly Person[];
  /** Told beside whoever holds it; all of them see the request. */
  watchers?: readonly Person[];
  /** Told when nobody acknowledges; all of them see the request. */
  escalation?: readonly Person[];
}

/**
 * Who is told: the assignee, else the creator, else every owner; whoever is disabled, or has muted it, is passed over.
 * Never nobody: when all are passed over, owners are told even so, and without owners the creator.
 */
export function holders(people: People, muted: ReadonlySet<string> = new Set()): readonly Person[] {
  return openHolders(people, muted) ?? openHolders(people, new Set()) ?? lastResort(people);
}

/** Who would be told; null when all are disabled or have muted it. */
export function openHolders(people: People, muted: ReadonlySet<string>): readonly Person[] | null {
  const chain = [people.assignee ? [people.assignee] : [], [people.creator], people.owners];
  for (const group of chain) {
    const open = group.filter((person) => person.active && !muted.has(person.id));
    if (open.length > 0) return open;
  }
  return null;
}

/** The first ones, and whoever of the others is not disabled and has not muted it, each once. */
export function beside(
  first: readonly Person[],
  others: readonly Person[],
  muted: ReadonlySet<string>,
): readonly Person[] {
  const told = new Map(first.map((person) => [person.id, person]));
  for (const other of others) {
    if (other.active && !muted.has(other.id) && !told.has(other.id)) told.set(other.id, other);
  }
  return [...told.values()];
}

function lastResort(people: People): readonly Person[] {
  return people.owners.length > 0 ? people.owners : [people.creator];
}
