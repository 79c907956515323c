import type { Calendar } from '../law/calendar.ts';
import { addDays, type PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import type { Instant } from '../now.ts';
import { type Ladder, type LadderFacts, laddersFor, type Rung } from './ladder.ts';
import { holders, type People, type Person, withOwners } from './recipients.ts';

/**
 * Which reminders a request should have: compares what its ladders ask for with what is planned, sent and cancelled.
 * Pure: it knows neither the time nor zones but what it is handed, and the same input gives the same plan.
 */

/** Time as clocks on walls show it; `zone.ts` in life. */
export interface Zones {
  instantAt(zone: string, day: PlainDate, time: string): Instant;
  startOfDay(zone: string, day: PlainDate): Instant;
  dayIn(zone: string, instant: Instant): PlainDate;
}

/** A reminder that exists already, whatever became of it. */
export interface PlannedRow {
  id: string;
  deadlineId: string | null;
  dueOn: PlainDate | null;
  rung: string;
  sendAt: Instant;
  recipientId: string;
  state: 'planned' | 'sending' | 'sent' | 'cancelled' | 'failed';
  reason: string | null;
}

/** A fact, as far as planning looks at it. */
export interface PlannedFact {
  id: string;
  on: PlainDate;
  recordedAt: Instant;
}

export interface PlanInput {
  now: Instant;
  standing: Standing;
  facts: readonly PlannedFact[];
  calendar: Calendar;
  /** The agency's. */
  timeZone: string;
  people: People;
  rows: readonly PlannedRow[];
  zones: Zones;
}

export interface NewReminder {
  deadlineId: string | null;
  deadlineKind: string | null;
  dueOn: PlainDate | null;
  rung: string;
  sendAt: Instant;
  recipientId: string;
  state: 'planned' | 'cancelled';
  reason: string | null;
}

export interface Plan {
  cancel: { id: string; reason: string }[];
  add: NewReminder[];
}

/** A person's own reminder; no ladder made it, and no plan ends it. */
export const OWN = 'own';
/** Tells of dates that moved though nothing was recorded; made where they move, and no plan ends it. */
export const MOVED = 'moved';
/** What no ladder has made. */
const UNPLANNED: readonly string[] = [OWN, MOVED];
export const MORNING = '09:00';
/** Of a ladder, so many rungs that are long past are kept on record. */
const PAST_KEPT = 8;
/** Longer than any run of days off, and than any two zones lie apart. */
const LONG_PAST_DAYS = 14;

/** The plan that brings what exists in line with the standing. Applying it and planning again gives an empty one. */
export function planReminders(input: PlanInput): Plan {
  const context = new Context(input);
  for (const ladder of laddersFor(ladderFacts(input))) planLadder(ladder, context);
  return context.finish();
}

function ladderFacts({ standing, calendar, facts, timeZone, zones }: PlanInput): LadderFacts {
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

function planLadder(ladder: Ladder, context: Context): void {
  const told = context.toldOf(ladder);
  if (told.length === 0) return;
  let past = 0;
  let wasLate = false;
  for (const rung of ladder.rungs) {
    const isPast = context.isLongPast(rung);
    if (isPast && ++past > PAST_KEPT && !context.isLive(ladder, rung.name)) continue;
    const results = told.map((person) => context.want(ladder, rung, person));
    if (results.includes('too-late')) wasLate = true;
    // A ladder without end is climbed one rung at a time: the next is planned when this one has been sent.
    if (ladder.endless && results.includes('ahead')) break;
  }
  const opens = ladder.opens === 'always' || (ladder.opens === 'when-late' && wasLate);
  if (!opens && !context.isLive(ladder, ladder.opensAs)) return;
  if (ladder.opens !== 'never') for (const person of told) context.open(ladder, person);
}

/** What is being put together while the ladders are walked. */
class Context {
  readonly #input: PlanInput;
  readonly #byRung = new Map<string, PlannedRow[]>();
  readonly #mutedBy = new Map<string, Set<string>>();
  readonly #ladders = new Map<string, Ladder>();
  readonly #told = new Map<Ladder, ReadonlyMap<string, Person>>();
  readonly #kept = new Set<string>();
  readonly #add: NewReminder[] = [];
  readonly #longAgo: PlainDate;

  constructor(input: PlanInput) {
    this.#input = input;
    this.#longAgo = addDays(input.zones.dayIn('UTC', input.now), -LONG_PAST_DAYS);
    for (const row of input.rows) {
      if (UNPLANNED.includes(row.rung)) continue;
      const key = rungKey(row, row.rung);
      this.#byRung.set(key, [...(this.#byRung.get(key) ?? []), row]);
      if (row.reason !== 'muted') continue;
      const muted = this.#mutedBy.get(subjectOf(row)) ?? new Set();
      this.#mutedBy.set(subjectOf(row), muted.add(row.recipientId));
    }
  }

  /** Muting ends an agency's ladder; one of ours goes to whoever is next. */
  toldOf(ladder: Ladder): readonly Person[] {
    const { people } = this.#input;
    const muted = this.#mutedBy.get(ladder.subject) ?? new Set();
    const first = muted.size > 0 && !ladder.ours ? [] : holders(people, muted);
    const told = ladder.ownersToo ? withOwners(first, people, muted) : first;
    this.#ladders.set(ladder.subject, ladder);
    this.#told.set(ladder, new Map(told.map((person) => [person.id, person])));
    return told;
  }

  /** Surely past for everybody, without asking any zone. */
  isLongPast(rung: Rung): boolean {
    return rung.on < this.#longAgo;
  }

  isLive(ladder: Ladder, rung: string): boolean {
    return this.#rowsOf(ladder, rung).some(isLive);
  }

  /** Asks for one rung for one person: it is kept as planned, planned anew, or put on record as missed. */
  want(ladder: Ladder, rung: Rung, person: Person): 'ahead' | 'settled' | 'too-late' {
    const rows = this.#rowsOf(ladder, rung.name);
    const sendAt = this.#momentOf(rung, person);
    const isAhead = sendAt > this.#input.now;
    const live = rows.find((row) => isLive(row) && row.recipientId === person.id);
    if (live && (live.state === 'sending' || live.sendAt === sendAt)) {
      this.#kept.add(live.id);
      return isAhead ? 'ahead' : 'settled';
    }
    if (this.#isSettled(ladder, rows, person)) return 'settled';
    if (isAhead || this.#takesOver(ladder, rows, person)) {
      this.#plan(ladder, rung.name, person, sendAt);
      return isAhead ? 'ahead' : 'settled';
    }
    if (rows.length > 0) return 'settled';
    this.#record(ladder, rung.name, person, sendAt);
    return 'too-late';
  }

  /** The one message that tells of something when it arises, moves, or is entered late: next morning. */
  open(ladder: Ladder, person: Person): void {
    const rows = this.#rowsOf(ladder, ladder.opensAs);
    const live = rows.find((row) => isLive(row) && row.recipientId === person.id);
    if (live) this.#kept.add(live.id);
    else if (!this.#isSettled(ladder, rows, person)) {
      this.#plan(ladder, ladder.opensAs, person, this.#nextMorning(person, ladder.openBy));
    }
  }

  finish(): Plan {
    const cancel = this.#input.rows
      .filter((row) => !UNPLANNED.includes(row.rung) && row.state === 'planned' && !this.#kept.has(row.id))
      .map((row) => ({ id: row.id, reason: this.#whyNot(row) }));
    return { cancel, add: this.#add };
  }

  #rowsOf(ladder: Ladder, rung: string): readonly PlannedRow[] {
    return this.#byRung.get(rungKey(ladder, rung)) ?? [];
  }

  /** 09:00 where the person is, on the rung's day, or on the first working day after it has begun at the agency. */
  #momentOf(rung: Rung, person: Person): Instant {
    const { zones, timeZone, calendar } = this.#input;
    const begins = rung.onceBegun ? zones.startOfDay(timeZone, rung.on) : '';
    for (let on = rung.on; ; on = calendar.addWorkingDays(on, 1)) {
      const morning = zones.instantAt(person.timeZone, on, MORNING);
      if (morning >= begins) return morning;
    }
  }

  #nextMorning(person: Person, openBy: PlainDate | null): Instant {
    const { now, zones, calendar } = this.#input;
    const today = zones.dayIn(person.timeZone, now);
    const soonest = zones.instantAt(person.timeZone, today, MORNING) > now ? today : addDays(today, 1);
    const working = calendar.onOrAfter(soonest);
    // A weekend is better than too late.
    const on = openBy !== null && working > openBy ? soonest : working;
    return zones.instantAt(person.timeZone, on, MORNING);
  }

  /** Told already, they or the one who had it before them; or called off by somebody. */
  #isSettled(ladder: Ladder, rows: readonly PlannedRow[], person: Person): boolean {
    const told = this.#told.get(ladder);
    return rows.some((row) => {
      const wasTold = row.state === 'sent' || row.state === 'sending';
      if (row.recipientId === person.id) return wasTold || row.state === 'failed' || row.reason === 'called-off';
      return wasTold && !told?.has(row.recipientId);
    });
  }

  /** It was promised to somebody who is not told any more, or for another hour: it is sent, even if its hour is past. */
  #takesOver(ladder: Ladder, rows: readonly PlannedRow[], person: Person): boolean {
    const told = this.#told.get(ladder);
    return rows.some(
      (row) => row.state === 'planned' && (row.recipientId === person.id || !told?.has(row.recipientId)),
    );
  }

  #plan(ladder: Ladder, rung: string, person: Person, sendAt: Instant): void {
    this.#add.push({ ...fieldsOf(ladder), rung, sendAt, recipientId: person.id, state: 'planned', reason: null });
  }

  /** `backdated`: over before its fact was recorded; `overtaken`: over before it was planned, as after an outage. */
  #record(ladder: Ladder, rung: string, person: Person, sendAt: Instant): void {
    const fact = this.#input.facts.find((one) => one.id === ladder.causeId);
    const reason = !fact || sendAt <= fact.recordedAt ? 'backdated' : 'overtaken';
    this.#add.push({ ...fieldsOf(ladder), rung, sendAt, recipientId: person.id, state: 'cancelled', reason });
  }

  #whyNot(row: PlannedRow): string {
    const ladder = this.#ladders.get(subjectOf(row));
    if (!ladder) return whyEnded(row, this.#input.standing);
    if (ladder.dueOn !== row.dueOn) return 'moved';
    const told = this.#told.get(ladder);
    if (this.#mutedBy.get(ladder.subject)?.has(row.recipientId) || told?.size === 0) return 'muted';
    if (!told?.has(row.recipientId)) return 'readdressed';
    const isReplaced = this.#add.some((one) => one.recipientId === row.recipientId && sameRung(one, row));
    return isReplaced ? 'moved' : whyEnded(row, this.#input.standing);
  }
}

function fieldsOf({ deadlineId, deadlineKind, dueOn }: Ladder) {
  return { deadlineId, deadlineKind, dueOn };
}

/** Why a deadline asks for no reminder any more, in one word. */
function whyEnded(row: PlannedRow, standing: Standing): string {
  const deadline = standing.deadlines.find((one) => one.id === row.deadlineId);
  if (!deadline && standing.status === 'closed') return 'closed';
  if (row.deadlineId === null) return 'answered';
  if (!deadline || deadline.state === 'running') return 'ended';
  return deadline.state === 'missed' && deadline.metOn ? 'met' : deadline.state;
}

function isLive(row: PlannedRow): boolean {
  return row.state === 'planned' || row.state === 'sending';
}

type About = Pick<PlannedRow, 'deadlineId' | 'dueOn'>;

/** What one and the same rung is recognised by: if its day moves, it is another. */
export function rungKey({ deadlineId, dueOn }: About, rung: string): string {
  return `${deadlineId ?? ''}|${rung}|${dueOn ?? ''}`;
}

function sameRung(a: About & { rung: string }, b: About & { rung: string }): boolean {
  return rungKey(a, a.rung) === rungKey(b, b.rung);
}

function subjectOf(row: PlannedRow): string {
  return row.deadlineId ?? row.rung;
}
