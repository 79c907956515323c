import type { Scope } from '../database/database.ts';
import { calendarFor } from '../law/calendar.ts';
import type { Calendar } from '../law/calendar.ts';
import type { PlainDate } from '../law/plain-date.ts';
import { formatDay } from '../law/plain-date.ts';
import type { Deadline, Standing } from '../law/standing.ts';
import { type Ladder, laddersFor, type Rung } from '../reminders/ladder.ts';
import { PeopleOf } from '../reminders/people-of.ts';
import type { People } from '../reminders/recipients.ts';
import { subjectOf } from '../reminders/plan-input.ts';
import { zones } from '../reminders/plan-store.ts';
import { ladderFacts } from '../reminders/planner.ts';
import type { Policy } from '../reminders/policy.ts';
import { type Policies, loadPolicies } from '../reminders/policy-store.ts';
import { backFrom } from '../reminders/rungs.ts';
import { nameOfDeadline } from '../reminders/words.ts';
import { readAsOf } from '../requests/read-as-of.ts';
import { todayIn } from '../requests/today.ts';
import type { PolicyVersionRef } from './ledger.dto.ts';
import type { LedgerRow } from './load-ledger.ts';
import { rungInWords } from './rung-words.ts';
import { isOnDay, type WhyContext } from './why-context.ts';
import { lastAct } from './why-ended.ts';
import { type Known, reason } from './why-planned.ts';
import type { WhyReason } from './why.dto.ts';
import { called, dayOr, factWords, hour, listOf, policyWords } from './why-words.ts';

/** What stood on that day as it was known by its end, and the policies that were set by then. */
interface Then {
  standing: Standing;
  calendar: Calendar;
  ladders: ReadonlyMap<string, Ladder>;
  policy: Policy;
  policies: PolicyVersionRef[];
  people: People;
}

/** Of every deadline of that day about which nothing was planned for it: why not. */
export async function whyUnplanned(scope: Scope, c: WhyContext, covered: ReadonlySet<string>): Promise<WhyReason[]> {
  const { request } = c;
  if (request.sample) return [aboutAll('sample', 'this is a sample request, of which nobody is reminded')];
  const then = await readThen(scope, c);
  if (then.standing.status === 'draft') {
    return [aboutAll('draft', 'the request had not been sent yet, and nobody is reminded of a draft')];
  }
  const climbed = [...then.ladders.values()].filter((one) => !covered.has(one.subject));
  const others = then.standing.deadlines.filter((one) => !covered.has(one.id) && !then.ladders.has(one.id));
  return [
    ...climbed.flatMap((ladder) => [...escalation(ladder, then, c), ofLadder(ladder, then, c)]),
    ...others.map((deadline) => withoutLadder(deadline, then, c)),
  ];
}

async function readThen(scope: Scope, c: WhyContext): Promise<Then> {
  const { request, person } = c;
  const today = todayIn(person.timeZone, c.now);
  const asOf = c.on < today ? c.on : undefined;
  const read = await readAsOf(scope, request, { asOf, knownAt: c.then }, c.now);
  const calendar = calendarFor(read.law.statute, read.law.overrides, read.law.suspensions);
  const set: Policies = await loadPolicies(scope, [request], c.then);
  const policy = set.of(request, person.id);
  const { standing, facts, known } = read;
  const may = ladderFacts({ standing, calendar, facts, timeZone: known.timeZone, zones });
  const people = await PeopleOf.load(scope, [request], [person.id], () => set);
  return {
    ...{ standing, calendar, policy },
    ladders: new Map(laddersFor(may, policy).map((ladder) => [ladder.subject, ladder])),
    policies: set.inForce(request, [person.id]),
    people: people.around(request),
  };
}

function ofLadder(ladder: Ladder, then: Then, c: WhyContext): WhyReason {
  const known = knownOf(ladder, then);
  const mute = lastAct('mute', ladder.subject, c);
  const unmute = lastAct('unmute', ladder.subject, c);
  if (mute && (!unmute || unmute.id < mute.id)) {
    const says = `${known.promised}: nothing was planned, since ${called(c, mute.byUserId)} had muted it ${hour(c, mute.at)}`;
    const by = { id: mute.byUserId, name: c.nameOf(mute.byUserId) };
    return { ...reason(known, 'muted', `${says}.`), at: mute.at, by };
  }
  const own = ofSubject(c.rows, ladder.subject, c);
  const others = ofSubject(c.others, ladder.subject, c);
  const stopped = own.some((row) => endedBy(row, 'readdressed', c)) && own.every((row) => !isPlanned(row, c));
  if (others.length > 0 && (own.length === 0 || stopped)) return somebodyElse(known, others, c);
  const [before, after] = around(ladder, c.on);
  if (before?.on === c.on) return askedForAndNot(before, known, ladder, c);
  const near = [
    ...(before ? [`the last before it was ${rungInWords(before.name)}, ${formatDay(before.on)}`] : []),
    ...(after ? [`the next is ${rungInWords(after.name)}, ${formatDay(after.on)}`] : []),
  ];
  const says = `${known.promised}: ${policyWords(then.policies, c)} asks for nothing on this day${near.length > 0 ? `; ${listOf(near)}` : ''}`;
  return reason(known, 'policy', `${says}.`);
}

/** The policy asks for it, and nothing is on record of that day for this person. */
function askedForAndNot(rung: Rung, known: Known, ladder: Ladder, c: WhyContext): WhyReason {
  const told = ofSubject(c.others, ladder.subject, c).filter(
    ({ reminder }) => reminder.rung === rung.name && reminder.dueOn === ladder.dueOn && reminder.state === 'sent',
  );
  const asked = { ...known, rung: rung.name };
  if (told.length > 0) {
    const others = told.map(({ reminder: { recipientId: id } }) => ({ id, name: c.nameOf(id) }));
    const says = `${known.promised}: ${rungInWords(rung.name)} was told to ${listOf(others.map((one) => called(c, one.id)))}, who had the request then, and nothing is told twice.`;
    return { ...reason(asked, 'told-to-another', says), others };
  }
  const says = `${known.promised}: ${rungInWords(rung.name)} is asked for on this day, and no plan was on record for it by then.`;
  return reason(asked, 'not-planned', says);
}

function somebodyElse(known: Known, rows: readonly LedgerRow[], c: WhyContext): WhyReason {
  const still = rows.filter((row) => !endedBy(row, 'readdressed', c));
  const that = still.filter(({ reminder }) => isOnDay(c, reminder.sendAt));
  const ids = [...new Set((that.length > 0 ? that : still).map(({ reminder }) => reminder.recipientId))];
  const others = ids.map((id) => ({ id, name: c.nameOf(id) }));
  const says = `${known.promised}: ${called(c, c.person.id)} was not among those who were to be told of it then: ${listOf(ids.map((id) => called(c, id)))}.`;
  return { ...reason(known, 'not-a-recipient', says), others };
}

/** Somebody has acknowledged it, so those to whom it would have been escalated on that day were left in peace. */
function escalation(ladder: Ladder, { policy, people, calendar, ...then }: Then, c: WhyContext): WhyReason[] {
  const { escalation: rule } = policy;
  if (rule === null || !ladder.ours || ladder.lastDay === null) return [];
  if (!(people.escalation ?? []).some((one) => one.id === c.person.id)) return [];
  if (backFrom(ladder.lastDay, { days: -rule.days, unit: rule.unit }, calendar) !== c.on) return [];
  const act = lastAct('acknowledge', ladder.subject, c);
  if (!act || act.dueOn !== ladder.dueOn) return [];
  const known = { ...knownOf(ladder, { ...then, policy, people, calendar }), rung: 'escalated' };
  const says = `${known.promised}: not escalated, since ${called(c, act.byUserId)} had acknowledged it ${hour(c, act.at)}.`;
  const by = { id: act.byUserId, name: c.nameOf(act.byUserId) };
  return [{ ...reason(known, 'acknowledged', says), at: act.at, by }];
}

/** What is met, over, paused or only expected; and kinds of which the policy tells nobody. */
function withoutLadder(deadline: Deadline, then: Then, c: WhyContext): WhyReason {
  const { id: deadlineId, kind: deadlineKind, dueOn, state, expected, metBy, metOn } = deadline;
  const promised = `the ${nameOfDeadline(deadlineKind)}${dueOn === null ? '' : `, due ${formatDay(dueOn)}`}`;
  const known = { ...NOTHING, promised, deadlineId, deadlineKind, dueOn, policies: then.policies };
  const fact = c.facts.find((one) => one.id === metBy);
  if (metOn !== undefined) {
    const by = fact ? `, by ${factWords(fact, c)}` : '';
    const named = fact && { fact: { id: fact.id, sequence: fact.sequence, kind: fact.kind } };
    return {
      ...reason(known, 'met', `${promised}: nothing was planned, since it had been met on ${dayOr(metOn)}${by}.`),
      ...named,
    };
  }
  if (expected) {
    return reason(known, 'expected', `${promised}: it is only expected, and nobody is reminded of that.`);
  }
  if (state === 'paused') return reason(known, 'paused', `${promised}: it stood still, so nothing was planned.`);
  const isOpen = state === 'running' || deadline.overdue;
  if (!isOpen) return reason(known, 'over', `${promised}: it was over, so nothing was planned.`);
  return reason(known, 'policy', `${promised}: ${policyWords(then.policies, c)} tells nobody of this kind.`);
}

const NOTHING = {
  ...{ reminderId: null, deadlineId: null, deadlineKind: null, dueOn: null, rung: null, plannedFor: null },
  policies: null,
  messages: [],
};

export function aboutAll(code: WhyReason['code'], says: string): WhyReason {
  return reason({ ...NOTHING, promised: '' }, code, `${says}.`);
}

function knownOf({ subject, deadlineId, deadlineKind, dueOn }: Ladder, { policies }: Then): Known {
  const due = dueOn === null ? '' : `, due ${formatDay(dueOn)}`;
  const promised = deadlineKind === null ? `the word "${subject}"` : `the ${nameOfDeadline(deadlineKind)}${due}`;
  return { ...NOTHING, promised, deadlineId, deadlineKind, dueOn, policies };
}

/** Rows of one subject that existed by the end of that day. */
function ofSubject(rows: readonly LedgerRow[], subject: string, c: WhyContext): LedgerRow[] {
  return rows.filter(({ reminder }) => subjectOf(reminder) === subject && reminder.plannedAt <= c.then);
}

function endedBy({ steps }: LedgerRow, word: string, c: WhyContext): boolean {
  return steps.findLast((one) => one.ended !== undefined && one.change.at <= c.then)?.ended?.reason === word;
}

/** Neither told nor ended by the end of that day. */
function isPlanned({ reminder, steps, told }: LedgerRow, c: WhyContext): boolean {
  const wasTold = told.some(({ item }) => item.wordedAt <= c.then);
  return !wasTold && reminder.plannedAt <= c.then && !steps.some((one) => one.ended && one.change.at <= c.then);
}

/** The last rung up to a day and the first after it. A ladder may have no end. */
function around({ rungs }: Ladder, on: PlainDate): [before: Rung | null, after: Rung | null] {
  let before: Rung | null = null;
  for (const rung of rungs) {
    if (rung.on > on) return [before, rung];
    before = rung;
  }
  return [before, null];
}
