import { type Ladder, type LadderFacts, laddersFor, type Rung } from './ladder.ts';
import { ESCALATED, type Plan, type PlanInput, SNOOZED } from './plan-input.ts';
import { Planning } from './planning.ts';
import type { Policy } from './policy.ts';
import type { Person } from './recipients.ts';
import { backFrom } from './rungs.ts';

/**
 * Which reminders a request should have: compares what its ladders ask for with what is planned, sent and cancelled.
 * Pure: it knows neither the time nor zones but what it is handed, and the same input gives the same plan.
 */

type LadderInput = Pick<PlanInput, 'standing' | 'calendar' | 'facts' | 'timeZone' | 'zones'>;

/** Of a ladder, so many rungs that are long past are kept on record. */
const PAST_KEPT = 8;

/** The plan that brings what exists in line with the standing. Applying it and planning again gives an empty one. */
export function planReminders(input: PlanInput): Plan {
  const planning = new Planning(input);
  const ladders = new Ladders(input);
  for (const subject of ladders.subjects()) planSubject(subject, ladders, planning);
  return planning.finish();
}

/** The ladders by whose policy they are made; most people share one. */
class Ladders {
  readonly #input: PlanInput;
  readonly #facts: LadderFacts;
  readonly #byPolicy = new Map<Policy, Map<string, Ladder>>();

  constructor(input: PlanInput) {
    this.#input = input;
    this.#facts = ladderFacts(input);
  }

  of(person?: Person): Map<string, Ladder> {
    const policy = person?.policy ?? this.#input.policy;
    const known = this.#byPolicy.get(policy);
    if (known) return known;
    const found = new Map(laddersFor(this.#facts, policy).map((ladder) => [ladder.subject, ladder]));
    this.#byPolicy.set(policy, found);
    return found;
  }

  /** What anybody at all is to be told of. */
  subjects(): Iterable<string> {
    const { assignee, creator, owners, watchers = [] } = this.#input.people;
    const everybody = [creator, ...(assignee ? [assignee] : []), ...owners, ...watchers];
    return new Set([undefined, ...everybody].flatMap((person) => [...this.of(person).keys()]));
  }

  /** What all of its ladders have in common can be read off any of them. */
  anyOf(subject: string, people: PlanInput['people']): Ladder {
    const own = this.of().get(subject);
    if (own) return own;
    const { assignee, creator, owners, watchers = [] } = people;
    for (const person of [creator, ...(assignee ? [assignee] : []), ...owners, ...watchers]) {
      const ladder = this.of(person).get(subject);
      if (ladder) return ladder;
    }
    throw new Error(`Nobody has a ladder for ${subject}.`);
  }
}

/** What ladders may look at, of what a plan is made from. */
export function ladderFacts({ standing, calendar, facts, timeZone, zones }: LadderInput): LadderFacts {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const newest = facts
    .map((fact) => fact.recordedAt)
    .sort()
    .at(-1);
  return {
    standing,
    calendar,
    dayOfFact: (id: string) => byId.get(id)?.on,
    recordedOn: (id: string) => {
      const fact = byId.get(id);
      return fact && zones.dayIn(timeZone, fact.recordedAt);
    },
    quietSince: newest === undefined ? null : zones.dayIn(timeZone, newest),
  };
}

function planSubject(subject: string, ladders: Ladders, planning: Planning): void {
  const common = ladders.anyOf(subject, planning.people);
  const told = planning.toldOf(common);
  const climbs = told.flatMap((person) => {
    const ladder = ladders.of(person).get(subject);
    return ladder ? [{ ladder, person, wasLate: climb(ladder, person, planning) }] : [];
  });
  for (const { ladder, person, wasLate } of climbs) {
    snooze(ladder, person, planning);
    const opens = ladder.opens === 'always' || (ladder.opens === 'when-late' && wasLate);
    if (ladder.opens !== 'never' && (opens || planning.isLive(ladder, ladder.opensAs, person))) {
      planning.open(ladder, person, ladder.opensAs);
    }
  }
  escalate(common, planning);
}

/** Asks for every rung; whether one was over before it could be told. */
function climb(ladder: Ladder, person: Person, planning: Planning): boolean {
  let past = 0;
  let wasLate = false;
  for (const rung of ladder.rungs) {
    if (planning.isLongPast(rung) && ++past > PAST_KEPT && !planning.isLive(ladder, rung.name)) continue;
    const result = planning.want(ladder, rung, person);
    if (result === 'too-late') wasLate = true;
    // A ladder without end is climbed one rung at a time: the next is planned when this one has been sent.
    if (ladder.endless && result === 'ahead') break;
  }
  return wasLate;
}

/** Who asked to be left in peace until a day is told on that day, whether or not a rung falls on it. */
function snooze(ladder: Ladder, person: Person, planning: Planning): void {
  const until = planning.snoozedUntil(ladder, person);
  if (until === null) return;
  const name = ladder.deadlineId === null ? `${SNOOZED}-${ladder.subject}-${until}` : `${SNOOZED}-${until}`;
  const rung: Rung = { name, on: until, onceBegun: false, urgent: true };
  planning.want(ladder, rung, person);
}

/** When so few days are left of ours and nobody has said that they know. */
function escalate(ladder: Ladder, planning: Planning): void {
  const { escalation } = planning.policy;
  if (escalation === null || !ladder.ours || ladder.lastDay === null) return;
  const group = planning.escalatedTo(ladder);
  const on = backFrom(ladder.lastDay, { days: -escalation.days, unit: escalation.unit }, planning.calendar);
  const rung: Rung = { name: ESCALATED, on, onceBegun: false, urgent: true };
  for (const person of group) planning.wantOrNow(ladder, rung, person);
}
