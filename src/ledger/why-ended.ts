import type { PlanChange, PlannedEntry } from '../reminders/ledger.entity.ts';
import type { ReminderAct } from '../reminders/policy.entity.ts';
import { policiesFor } from './ledger-view.ts';
import type { LedgerRow } from './load-ledger.ts';
import type { WhyContext } from './why-context.ts';
import type { Known } from './why-planned.ts';
import type { WhyCode, WhyReason } from './why.dto.ts';
import { called, causeWords, dayOr, factWords, hour, listOf, policyWords } from './why-words.ts';

type Ending = (row: LedgerRow, known: Known, change: PlanChange | null, c: WhyContext) => Part;

/** A code, the end of the sentence, and what else is known. */
type Part = [code: WhyCode, says: string, more?: Partial<WhyReason>];

/** Why what was planned for that day was not told: by the word that was kept when it ended. */
export function ended(row: LedgerRow, known: Known, c: WhyContext): WhyReason {
  const step = row.steps.findLast((one) => one.ended !== undefined || one.planned?.reason !== undefined);
  const word = step?.ended?.reason ?? step?.planned?.reason ?? row.reminder.reason ?? '';
  const change = step?.change ?? null;
  const [code, says, more] = (ENDINGS[word] ?? over)(row, known, change, c);
  const { promised, ...plain } = known;
  const planned = `${promised}: planned for ${hour(c, known.plannedFor!)} under ${policyWords(known.policies, c)}`;
  const by =
    change === null || change.byUserId === null ? null : { id: change.byUserId, name: c.nameOf(change.byUserId) };
  const when = change === null ? {} : { at: change.at, by };
  const text = `${planned}; ${says}.`;
  return { code, says: text.charAt(0).toUpperCase() + text.slice(1), ...plain, ...when, ...more };
}

const byFact =
  (code: WhyCode, says: string): Ending =>
  (_, __, change, c) => {
    const fact = factOf(change, c);
    if (!fact) return [code, change === null ? says : `${says} (${causeWords(change, c)})`];
    const { id, sequence, kind } = fact;
    return [code, `${says} by ${factWords(fact, c)}`, { fact: { id, sequence, kind } }];
  };

const meanwhile = byFact('answered', 'not told, since something was recorded in the meantime');
const over = byFact('over', 'not told, since the deadline was over before');

const ENDINGS: Record<string, Ending> = {
  met: byFact('met', 'not told, since the deadline had been met before'),
  closed: byFact('closed', 'not told, since the request had been closed before'),
  answered: byFact('answered', 'not told, since what it asks about had been answered before'),
  paused: byFact('paused', 'not told, since the deadline had been made to stand still before'),
  void: over,
  ended: over,
  missed: over,
  running: over,
  moved,
  snoozed: (_, known, __, c) => actOf('snooze', known, c, 'snoozed', 'put off'),
  muted: (_, known, __, c) => actOf('mute', known, c, 'muted', 'muted'),
  unmuted: (_, known, __, c) => actOf('mute', known, c, 'muted', 'muted'),
  acknowledged: (_, known, __, c) => actOf('acknowledge', known, c, 'acknowledged', 'acknowledged'),
  policy: (_, __, change, c) => [
    'policy',
    `not told, since ${change === null ? 'the policy' : policyWords(change.policies, c)} asks for it no more (${change === null ? 'it was changed' : causeWords(change, c)})`,
    change === null ? {} : { policies: policiesFor(change.policies, c.person.id) },
  ],
  readdressed,
  'called-off': (_, __, change, c) => [
    'called-off',
    `called off${change === null ? '' : ` because ${causeWords(change, c)}`}`,
  ],
  'no-access': () => ['no-access', 'not told, since its recipient could not see the request any more'],
  backdated: () => ['backdated', 'put on record and not sent, since that hour had passed before its fact was recorded'],
  overtaken: () => ['overtaken', 'put on record and not sent, since that hour had passed before it could be planned'],
};

/** The same rung of the same day for the same person, planned when this one ended; undefined when it was not. */
export function inPlaceOf({ reminder, steps }: LedgerRow): PlannedEntry | undefined {
  const step = steps.findLast((one) => one.ended !== undefined);
  return step?.change.body.planned.find(
    ({ id, rung, to, deadlineId, dueOn }) =>
      id !== reminder.id &&
      rung === reminder.rung &&
      to === reminder.recipientId &&
      deadlineId === reminder.deadlineId &&
      dueOn === reminder.dueOn,
  );
}

/** The day of the deadline moved; or the same rung was planned for another hour. */
function moved(row: LedgerRow, known: Known, change: PlanChange | null, c: WhyContext): Part {
  const again = inPlaceOf(row);
  if (again) {
    const movedTo = { movedTo: again.sendAt, ...(again.putOff !== undefined && { putOff: again.putOff }) };
    const why = `planned again for ${hour(c, again.sendAt)}`;
    if (again.putOff !== 'snoozed') return ['rescheduled', `${why} because ${causeWords(change!, c)}`, movedTo];
    const [code, says, more] = actOf('snooze', known, c, 'snoozed', 'put off');
    return [code, `${says}, and ${why}`, { ...more, ...movedTo }];
  }
  const move = c.moves.findLast(
    (one) =>
      one.deadlineId === known.deadlineId &&
      one.fromOn === known.dueOn &&
      (change === null || one.movedAt <= change.at),
  );
  // Silence is broken, and quiet disturbed, by whatever is recorded.
  if (!move && known.deadlineId === null) return meanwhile(row, known, change, c);
  if (!move) return ['moved', `not told, since the deadline is not due on ${dayOr(known.dueOn)} any more`];
  const { fromOn: from, toOn: to, because, movedAt: at } = move;
  const fact = factOf(change, c);
  const named = fact && { fact: { id: fact.id, sequence: fact.sequence, kind: fact.kind } };
  const says = `not told, since the deadline moved from ${dayOr(from)} to ${dayOr(to)} ${hour(c, at)}, because ${because}`;
  return ['moved', says, { from, to, because, at, ...named }];
}

function readdressed({ reminder }: LedgerRow, _: Known, change: PlanChange | null, c: WhyContext): Part {
  const same = change?.body.planned.filter(
    ({ rung, to, deadlineId }) =>
      rung === reminder.rung && deadlineId === reminder.deadlineId && to !== reminder.recipientId,
  );
  const ids = [...new Set((same ?? []).map((one) => one.to))];
  const others = ids.map((id) => ({ id, name: c.nameOf(id) }));
  const instead = ids.length === 0 ? '' : `; told instead: ${listOf(ids.map((id) => called(c, id)))}`;
  const why = change === null ? '' : ` because ${causeWords(change, c)}`;
  return [
    'readdressed',
    `not told, since its recipient was not among those who are told any more${why}${instead}`,
    { others },
  ];
}

/** "put off by Ann, Tue 9 Jun 2026, 12:00 (…), until 2026-07-07". */
function actOf(kind: ReminderAct['kind'], known: Known, c: WhyContext, code: WhyCode, did: string): Part {
  const act = lastAct(kind, known.deadlineId ?? subjectOf(known.rung ?? ''), c);
  if (!act) return [code, `not told, since it had been ${did}`];
  const until = act.untilOn === null ? '' : `, until ${dayOr(act.untilOn)}`;
  const says = `not told, since ${called(c, act.byUserId)} had ${did} it ${hour(c, act.at)}${until}`;
  return [code, says, { at: act.at, by: { id: act.byUserId, name: c.nameOf(act.byUserId) } }];
}

/** The newest of its kind that was done by the end of that day; an acknowledgement is anybody's, the others one's own. */
export function lastAct(kind: ReminderAct['kind'], subject: string, c: WhyContext): ReminderAct | undefined {
  return c.acts.findLast(
    (act) =>
      act.kind === kind &&
      act.subject === subject &&
      act.at <= c.then &&
      (kind === 'acknowledge' || act.userId === c.person.id),
  );
}

function subjectOf(rung: string): string {
  return rung.startsWith('snoozed-') ? rung.split('-')[1]! : rung;
}

function factOf(change: PlanChange | null, c: WhyContext) {
  return change?.because === 'recorded' ? c.facts.find((fact) => fact.id === change.causeId) : undefined;
}
