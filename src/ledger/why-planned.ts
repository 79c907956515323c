import { CALLED_BACK } from '../reminders/delivery.ts';
import { isDaytime, nextDecentHour } from '../reminders/decent-hours.ts';
import { weekday } from '../law/plain-date.ts';
import { dayIn } from '../zone.ts';
import type { SentView } from './ledger.dto.ts';
import { historyOf, policiesFor, toSentView } from './ledger-view.ts';
import type { LedgerRow, Told } from './load-ledger.ts';
import { promiseInWords } from './rung-words.ts';
import { isOnDay, type WhyContext } from './why-context.ts';
import type { WhyReason } from './why.dto.ts';
import { ended } from './why-ended.ts';
import { called, causeWords, hour, policyWords, putOffWords, sentWords } from './why-words.ts';

/** What is known of a reason before it is known why. */
export type Known = Omit<WhyReason, 'code' | 'says'> & { promised: string };

/** Whether a reminder has to do with that day: planned for it, asked for on it, or told on it. */
export function concernsDay({ reminder, steps, told }: LedgerRow, c: WhyContext): boolean {
  return (
    isOnDay(c, reminder.sendAt) ||
    reminder.rungOn === c.on ||
    steps.some(({ planned }) => planned && (isOnDay(c, planned.sendAt) || planned.rungOn === c.on)) ||
    told.some((one) => wasInHand(one, c))
  );
}

/** Why it was told on that day, or was not. */
export function whyPlanned(row: LedgerRow, c: WhyContext): WhyReason {
  const known = knownOf(row, c);
  const telling = row.told.findLast((one) => wasInHand(one, c));
  if (telling) {
    const reason = whyTold(row, telling, known, c);
    if (reason) return reason;
  }
  return row.reminder.state === 'cancelled' ? ended(row, known, c) : open(row, known, c);
}

function knownOf({ reminder, steps, told }: LedgerRow, c: WhyContext): Known {
  const plannings = steps.filter((step) => step.planned !== undefined);
  // As it was planned for that day, if it has been planned for another since.
  const then = plannings.findLast(({ planned }) => isOnDay(c, planned.sendAt) || planned.rungOn === c.on);
  const step = then ?? plannings.at(-1);
  const plannedFor = then?.planned.sendAt ?? reminder.sendAt;
  const telling = told.findLast((one) => wasInHand(one, c)) ?? told.at(-1);
  return {
    promised: promiseInWords(reminder),
    reminderId: reminder.id,
    deadlineId: reminder.deadlineId,
    deadlineKind: reminder.deadlineKind,
    dueOn: step?.planned.dueOn ?? reminder.dueOn,
    rung: reminder.rung,
    plannedFor,
    policies: step ? policiesFor(step.change.policies, reminder.recipientId) : null,
    ...(telling && { history: historyOf(telling.item), together: telling.together }),
    messages: telling?.messages.map(toSentView) ?? [],
  };
}

/** It was put into words on that day, or a process had it in hand. */
function wasInHand({ item, messages }: Told, c: WhyContext): boolean {
  if (isOnDay(c, item.wordedAt)) return true;
  return messages.some(
    ({ message, attempts }) => isOnDay(c, message.sentAt) || attempts.some((attempt) => isOnDay(c, attempt.at)),
  );
}

/** Null: what was put into words was called back, and what became of the reminder after that says more. */
function whyTold({ reminder }: LedgerRow, { messages, together }: Told, known: Known, c: WhyContext): WhyReason | null {
  const views = messages.map(toSentView);
  const ways = views.map((one) => sentWords(one, c)).join('; ');
  const planned = `${known.promised}: planned for ${hour(c, known.plannedFor!)} under ${policyWords(known.policies, c)}`;
  const others = together ? ', in one message with other reminders' : '';
  const sent = views.filter((one) => one.state === 'sent').sort((a, b) => (a.sentAt! < b.sentAt! ? -1 : 1))[0];
  if (sent) {
    const code = isOnDay(c, sent.sentAt) ? 'sent' : 'sent-later';
    return reason(
      known,
      code,
      `${planned}; ${code === 'sent' ? 'sent' : 'not sent on that day but later'}${others}: ${ways}.`,
    );
  }
  if (views.some((one) => one.state === 'queued')) return onItsWay(views, planned, known, c, ways);
  if (reminder.state !== 'failed') {
    if (reminder.state === 'cancelled') return null;
    const says = `${planned}; called back before it could be sent: ${CALLED_BACK} It is planned again for ${hour(c, reminder.sendAt)}.`;
    return reason(known, 'called-back', says);
  }
  return reason(known, failure(views), `${planned}; put into words${others}, and never taken: ${ways}.`);
}

/** What refuses for good is the address or the message; else it was tried until the job had no tries left. */
function failure(views: readonly SentView[]): 'refused' | 'failed' {
  return views.some((one) => one.attempts.at(-1)?.outcome === 'refused') ? 'refused' : 'failed';
}

function onItsWay(views: readonly SentView[], planned: string, known: Known, c: WhyContext, ways: string): WhyReason {
  const job = views.map((one) => c.waiting.get(one.id)).find((one) => one !== undefined);
  const next = job && job.runAt > c.now ? ` It is tried again ${hour(c, job.runAt)}.` : '';
  const held = views.every((one) => one.attempts.at(-1)?.outcome === 'postponed');
  if (held && views.length > 0) {
    const until = views[0]!.attempts.at(-1)!.nextAt!;
    const says = `${planned}; held back until ${hour(c, until)}, since its recipient is told nothing at such hours: ${ways}.`;
    return { ...reason(known, 'quiet-hours', says), movedTo: until };
  }
  return reason(known, 'on-its-way', `${planned}; put into words and not taken so far: ${ways}.${next}`);
}

/** Not ended, and not in hand on that day. */
function open({ reminder, steps, told }: LedgerRow, known: Known, c: WhyContext): WhyReason {
  const { sendAt } = reminder;
  const asked = steps.findLast((step) => step.planned !== undefined && step.planned.sendAt === sendAt);
  const planned = `${known.promised}: planned under ${policyWords(known.policies, c)}`;
  if (told.length === 0 && isOnDay(c, reminder.sentAt)) {
    // From before messages said what they told.
    return reason(known, 'sent', `${planned}; sent ${hour(c, reminder.sentAt!)}; how is not on record.`);
  }
  if (!isOnDay(c, sendAt)) {
    // Its maker changed the day, or the rung's own day is another than the one on which it is told.
    const isOwn = asked?.change.because === 'asked' && known.plannedFor !== sendAt;
    if (isOwn) {
      const by = asked.change.byUserId;
      const says = `${known.promised}: it was to come ${hour(c, known.plannedFor!)}, and was changed to ${hour(c, sendAt)} because ${causeWords(asked.change, c)}.`;
      const who = by === null ? null : { id: by, name: c.nameOf(by) };
      return { ...reason(known, 'rescheduled', says), movedTo: sendAt, at: asked.change.at, by: who };
    }
    return putOff(reminder, planned, known, c, told);
  }
  if (reminder.state === 'sent' || reminder.state === 'sending') {
    const at = reminder.sentAt === null ? '' : ` ${hour(c, reminder.sentAt)}`;
    return reason(known, 'sent-later', `${planned} for ${hour(c, sendAt)}; told later${at}.`);
  }
  if (sendAt > c.now) return reason(known, 'waiting', `${planned} for ${hour(c, sendAt)}, which has not come yet.`);
  return notTakenUp(reminder.urgent, planned, known, c);
}

function putOff(
  { sendAt, putOff: why, state }: LedgerRow['reminder'],
  planned: string,
  known: Known,
  c: WhyContext,
  told: readonly Told[],
): WhyReason {
  const act = why === 'snoozed' ? snoozeOf(known, c) : undefined;
  const because = act
    ? `${called(c, act.byUserId)} put it off ${hour(c, act.at)} until ${act.untilOn}`
    : why === null
      ? 'it was planned so'
      : putOffWords[why];
  const then = state === 'sent' && told.length > 0 ? 'was told' : 'is told';
  const says = `${planned}; asked for on this day, and ${then} ${hour(c, sendAt)} instead, because ${because}.`;
  const found = { ...reason(known, why === 'snoozed' ? 'snoozed' : 'put-off', says), movedTo: sendAt };
  return {
    ...found,
    ...(why !== null && { putOff: why }),
    ...(act && { at: act.at, by: { id: act.byUserId, name: c.nameOf(act.byUserId) } }),
  };
}

function snoozeOf({ deadlineId, rung }: Known, c: WhyContext) {
  return c.acts.findLast(
    (act) =>
      act.kind === 'snooze' && act.userId === c.person.id && (act.subject === deadlineId || act.subject === rung),
  );
}

/** Its hour has come, and no process has put it into words. */
function notTakenUp(urgent: boolean, planned: string, known: Known, c: WhyContext): WhyReason {
  const { timeZone, notifications } = c.person;
  const due = `${planned} for ${hour(c, known.plannedFor!)}`;
  const rests = notifications?.workingDaysOnly === true && [0, 6].includes(weekday(dayIn(timeZone, c.now)));
  if (rests && !urgent) return reason(known, 'days-off', `${due}; its recipient is told nothing on days off.`);
  if (!isDaytime(timeZone, c.now, notifications)) {
    const until = nextDecentHour(timeZone, c.now, notifications)!;
    const says = `${due}; it waits until ${hour(c, until)}, since its recipient is told nothing at such hours.`;
    return { ...reason(known, 'quiet-hours', says), movedTo: until };
  }
  return reason(known, 'due', `${due}; it is due, and no process of the desk has taken it up yet.`);
}

export function reason({ promised: _, ...known }: Known, code: WhyReason['code'], says: string): WhyReason {
  return { code, says: says.charAt(0).toUpperCase() + says.slice(1), ...known };
}
