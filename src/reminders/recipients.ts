/** Whom a reminder may go to, and when it is morning there. */
export interface Person {
  id: string;
  /** IANA name. */
  timeZone: string;
  active: boolean;
}

/** The people around one request. */
export interface People {
  assignee: Person | null;
  creator: Person;
  owners: readonly Person[];
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

/** The holders, and every owner who is not disabled beside them. */
export function withOwners(told: readonly Person[], people: People, muted: ReadonlySet<string>): readonly Person[] {
  const known = new Set(told.map((person) => person.id));
  const owners = people.owners.filter((owner) => owner.active && !muted.has(owner.id) && !known.has(owner.id));
  return [...told, ...owners];
}

function lastResort(people: People): readonly Person[] {
  return people.owners.length > 0 ? people.owners : [people.creator];
}
