import type { Calendar } from '../law/calendar.ts';
import { addDays, type PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import type { Instant } from '../now.ts';
import type { Ladder, Rung } from './ladder.ts';
import { type Moment, Moments } from './moments.ts';
import {
  ESCALATED,
  type NewReminder,
  type Plan,
  type PlanInput,
  type PlannedRow,
  rungKey,
  sameRung,
  SNOOZED,
  subjectOf,
  UNPLANNED,
} from './plan-input.ts';
import { BUILT_IN, type Policy } from './policy.ts';
import { beside, holders, type People, type Person } from './recipients.ts';

/** Longer than any run of days off, and than any two zones lie apart. */
const LONG_PAST_DAYS = 14;

type Group = ReadonlyMap<string, Person>;

/** A rung by its name; without a day what is told when it arises. */
interface Named {
  name: string;
  on?: PlainDate | undefined;
  urgent?: boolean | undefined;
}

/** A plan that is being put together while ladders are climbed. Pure. */
export class Planning {
  readonly people: People;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly #input: PlanInput;
  readonly #moments: Moments;
  readonly #byRung = new Map<string, PlannedRow[]>();
  readonly #mutedBy = new Map<string, Set<string>>();
  readonly #ladders = new Map<string, Ladder>();
  /** By subject; those to whom it is escalated in groups of their own. */
  readonly #told = new Map<string, Group>();
  readonly #escalated = new Map<string, Group>();
  readonly #wanted = new Set<string>();
  readonly #kept = new Set<string>();
  readonly #add: NewReminder[] = [];
  readonly #longAgo: PlainDate;

  constructor(input: PlanInput) {
    this.#input = input;
    ({ people: this.people, policy: this.policy, calendar: this.calendar } = input);
    this.#moments = new Moments(input.zones, input.calendar, input.timeZone, input.now);
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

  /** Muting silences an agency's deadline for one person; one of ours goes to whoever is next. Watchers are told beside. */
  toldOf(ladder: Ladder): readonly Person[] {
    const { owners, watchers = [] } = this.people;
    const muted = this.#mutedOf(ladder);
    const first = ladder.ours ? holders(this.people, muted) : holders(this.people).filter(({ id }) => !muted.has(id));
    const told = beside(first, [...(ladder.ownersToo ? owners : []), ...watchers], muted);
    this.#ladders.set(ladder.subject, ladder);
    this.#told.set(ladder.subject, new Map(told.map((person) => [person.id, person])));
    return told;
  }

  /** Whom to tell who is not told anyhow; nobody once somebody has acknowledged it. */
  escalatedTo(ladder: Ladder): readonly Person[] {
    const acknowledged = this.#actsOn(ladder).some((act) => act.kind === 'acknowledge');
    const told = this.#told.get(ladder.subject)!;
    const all = acknowledged ? [] : beside([], this.people.escalation ?? [], this.#mutedOf(ladder));
    const group = all.filter((person) => !told.has(person.id));
    this.#escalated.set(ladder.subject, new Map(group.map((person) => [person.id, person])));
    return group;
  }

  /** The day until which a person wants to be left in peace about this; null: they do not. */
  snoozedUntil(ladder: Ladder, person: Person): PlainDate | null {
    const own = this.#actsOn(ladder).filter((act) => act.kind === 'snooze' && act.userId === person.id);
    return own.at(-1)?.until ?? null;
  }

  /** Surely past for everybody, without asking any zone. */
  isLongPast(rung: Rung): boolean {
    return rung.on < this.#longAgo;
  }

  isLive(ladder: Ladder, rung: string, person?: Person): boolean {
    return this.#rowsOf(ladder, rung).some((row) => isLive(row) && (!person || row.recipientId === person.id));
  }

  /** Asks for one rung for one person: it is kept as planned, planned anew, or put on record as missed. */
  want(ladder: Ladder, rung: Rung, person: Person): 'ahead' | 'settled' | 'too-late' {
    const rows = this.#rowsOf(ladder, rung.name);
    this.#wanted.add(rungKey(ladder, rung.name));
    const moment = this.#moments.of(rung, ladder, person, this.snoozedUntil(ladder, person));
    const sendAt = moment.at;
    const isAhead = sendAt > this.#input.now;
    const live = rows.find((row) => isLive(row) && row.recipientId === person.id);
    if (live && (live.state === 'sending' || live.sendAt === sendAt)) {
      this.#kept.add(live.id);
      return isAhead ? 'ahead' : 'settled';
    }
    const group = this.#told.get(ladder.subject)!;
    if (isSettled(rows, person, group)) return 'settled';
    if (isAhead ? !this.#toldThatDay(ladder, person, sendAt) : takesOver(rows, person, group)) {
      this.#plan(ladder, rung, person, moment);
      return isAhead ? 'ahead' : 'settled';
    }
    if (isAhead || rows.length > 0) return 'settled';
    this.#record(ladder, rung, person, moment);
    return 'too-late';
  }

  /** The one message that tells of something when it arises, moves, or is entered late: next morning. */
  open(ladder: Ladder, person: Person, name: string): void {
    this.#wanted.add(rungKey(ladder, name));
    const group = this.#told.get(ladder.subject)!;
    this.#soon(ladder, { name, urgent: false }, person, group, null);
  }

  /** On the rung's morning, or the next one when that is over: an escalation is never too late to be told. */
  wantOrNow(ladder: Ladder, rung: Rung, person: Person): void {
    const moment = this.#moments.of(rung, ladder, person, null);
    this.#soon(ladder, { ...rung, urgent: true }, person, this.#escalated.get(ladder.subject)!, moment);
  }

  finish(): Plan {
    const cancel = this.#input.rows
      .filter((row) => !UNPLANNED.includes(row.rung) && row.state === 'planned' && !this.#kept.has(row.id))
      .map((row) => ({ id: row.id, reason: this.#whyNot(row) }));
    return { cancel, add: this.#add };
  }

  #soon(ladder: Ladder, rung: Named, person: Person, group: Group, moment: Moment | null): void {
    const rows = this.#rowsOf(ladder, rung.name);
    const live = rows.find((row) => isLive(row) && row.recipientId === person.id);
    if (live) this.#kept.add(live.id);
    else if (!isSettled(rows, person, group)) {
      const isAhead = moment !== null && moment.at > this.#input.now;
      const next = () => ({ at: this.#moments.next(ladder, person, rung.urgent ?? false), putOff: null });
      this.#plan(ladder, isAhead ? rung : { ...rung, on: undefined }, person, isAhead ? moment : next());
    }
  }

  #isSilenced(subject: string): boolean {
    return (subject === 'silence' || subject === 'quiet') && this.policy[subject] === null;
  }

  #mutedOf(ladder: Ladder): ReadonlySet<string> {
    return this.#mutedBy.get(ladder.subject) ?? new Set();
  }

  #actsOn({ subject, dueOn }: Ladder) {
    return this.#input.acts.filter((act) => act.subject === subject && act.dueOn === dueOn);
  }

  #rowsOf(ladder: Ladder, rung: string): readonly PlannedRow[] {
    return this.#byRung.get(rungKey(ladder, rung)) ?? [];
  }

  /** Of the same, on the same day: a rung that has got another name is not told twice. */
  #toldThatDay({ deadlineId, dueOn }: Ladder, { id, timeZone }: Person, sendAt: Instant): boolean {
    const { rows, zones } = this.#input;
    const told = rows.filter(
      (row) =>
        (row.state === 'sent' || row.state === 'sending') &&
        row.recipientId === id &&
        row.dueOn === dueOn &&
        row.deadlineId === deadlineId &&
        deadlineId !== null &&
        !UNPLANNED.includes(row.rung),
    );
    if (told.length === 0) return false;
    const on = zones.dayIn(timeZone, sendAt);
    return told.some((row) => zones.dayIn(timeZone, row.sendAt) === on);
  }

  #plan(ladder: Ladder, { name, on, urgent = false }: Named, person: Person, { at: sendAt, putOff }: Moment): void {
    const of = { rung: name, rungOn: on ?? null, putOff, recipientId: person.id, urgent };
    this.#add.push({ ...fieldsOf(ladder), ...of, sendAt, state: 'planned', reason: null });
  }

  /** `backdated`: over before its fact was recorded; `overtaken`: over before it was planned, as after an outage. */
  #record(ladder: Ladder, { name, on }: Named, person: Person, { at: sendAt, putOff }: Moment): void {
    const fact = this.#input.facts.find((one) => one.id === ladder.causeId);
    const reason = !fact || sendAt <= fact.recordedAt ? 'backdated' : 'overtaken';
    const of = { rung: name, rungOn: on ?? null, putOff, recipientId: person.id, urgent: false };
    this.#add.push({ ...fieldsOf(ladder), ...of, sendAt, state: 'cancelled', reason });
  }

  #whyNot(row: PlannedRow): string {
    const subject = subjectOf(row);
    const ladder = this.#ladders.get(subject);
    const byPolicy = this.policy !== BUILT_IN;
    if (!ladder) return this.#isSilenced(subject) ? 'policy' : whyEnded(row, this.#input.standing, byPolicy);
    if (ladder.dueOn !== row.dueOn) return 'moved';
    const told = this.#told.get(subject);
    if (this.#mutedBy.get(subject)?.has(row.recipientId)) return 'muted';
    if (row.rung === ESCALATED) return this.#escalated.get(subject)?.size === 0 ? 'acknowledged' : 'readdressed';
    if (told?.size === 0) return 'muted';
    if (!told?.has(row.recipientId)) return 'readdressed';
    if (this.#add.some((one) => one.recipientId === row.recipientId && sameRung(one, row))) return 'moved';
    if (row.rung.startsWith(SNOOZED)) return 'snoozed';
    const isWanted = this.#wanted.has(rungKey(row, row.rung));
    return isWanted ? whyEnded(row, this.#input.standing, false) : whyEnded(row, this.#input.standing, byPolicy);
  }
}

function fieldsOf({ deadlineId, deadlineKind, dueOn }: Ladder) {
  return { deadlineId, deadlineKind, dueOn };
}

function isLive(row: PlannedRow): boolean {
  return row.state === 'planned' || row.state === 'sending';
}

/** Told already, they or the one who had it before them; or called off by somebody. */
function isSettled(rows: readonly PlannedRow[], person: Person, group: Group): boolean {
  return rows.some((row) => {
    const wasTold = row.state === 'sent' || row.state === 'sending';
    if (row.recipientId === person.id) return wasTold || row.state === 'failed' || row.reason === 'called-off';
    return wasTold && !group.has(row.recipientId);
  });
}

/** It was promised to somebody who is not told any more, or for another hour: it is sent, even if its hour is past. */
function takesOver(rows: readonly PlannedRow[], person: Person, group: Group): boolean {
  return rows.some((row) => row.state === 'planned' && (row.recipientId === person.id || !group.has(row.recipientId)));
}

/** Why a deadline asks for no reminder any more, in one word. */
function whyEnded(row: PlannedRow, standing: Standing, byPolicy: boolean): string {
  const deadline = standing.deadlines.find((one) => one.id === row.deadlineId);
  if (!deadline && standing.status === 'closed') return 'closed';
  if (row.deadlineId === null) return 'answered';
  if (byPolicy && deadline && !deadline.metOn && ['running', 'missed'].includes(deadline.state)) return 'policy';
  if (!deadline || deadline.state === 'running') return 'ended';
  return deadline.state === 'missed' && deadline.metOn ? 'met' : deadline.state;
}
