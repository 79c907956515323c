import { fold } from './clock.ts';
import type { Fold, Timeline } from './clock.ts';
import { firstOf } from './docket.ts';
import type { Docket } from './docket.ts';
import { until } from './history.ts';
import { toDeadline, turnsOf } from './matters/deadline.ts';
import { nextKinds } from './matters/next-kinds.ts';
import { openMatters } from './matters/open-matters.ts';
import { readOrders } from './matters/orders.ts';
import { isDetermination } from './matters/determination.ts';
import type { Duty } from './matters/duty.ts';
import type { PlainDate } from './plain-date.ts';
import type { Consequence, Deadline, DeadlineKind, OpenMatter, Standing } from './standing.ts';
import type { StatusChangeKind } from './status-change.ts';
import { isBeforeVersion } from './versions.ts';

/**
 * What stands on a day. Facts dated later are ignored: without any the reading at hand is used, else the facts up to
 * that day are read anew, which is simple and costs one more reading.
 */
export function standingOn(timeline: Timeline, asOf: PlainDate): Standing {
  const facts = until(timeline.facts, asOf);
  const same = facts.length === timeline.facts.length && !isBeforeVersion(timeline.law, asOf);
  const so = same ? timeline.whole : fold(facts, timeline.law, asOf);
  const duties = dutiesOn(so, asOf);
  const deadlines = duties.filter((duty) => duty.opensOn <= asOf).map((duty) => toDeadline(duty, asOf));
  const consequences = so.consequences.filter((consequence) => consequence.from <= asOf);
  const matters = mattersOn(so);
  const { docket, place } = so;
  const estimate = estimateOf(so);
  return {
    statute: timeline.law.statute.id,
    asOf,
    status: place.status,
    outcome: place.outcome,
    openMatters: matters,
    deadlines,
    consequences,
    anomalies: docket.anomalies,
    nextStatusChanges: nextOn(so, matters, deadlines, consequences),
    trackingNumbers: [...new Set(docket.all.flatMap((fact) => fact.trackingNumber ?? []))],
    filedOn: (docket.filed ?? firstOf(docket.all, 'filed'))?.on ?? null,
    ...(docket.closing && { closedOn: docket.closing.on }),
    ...(docket.reopening && { reopened: reopenedBy(docket.reopening) }),
    ...(estimate && { estimate }),
    turnsOn: turnsOn(timeline, so, duties, asOf),
  };
}

function reopenedBy({ by, after }: NonNullable<Docket['reopening']>): Standing['reopened'] {
  return { statusChangeId: by.id, kind: by.kind, on: by.on, closing: { statusChangeId: after.id, on: after.on } };
}

/** Orders that repeat are laid out up to the day one looks. */
function dutiesOn(so: Fold, asOf: PlainDate): readonly Duty[] {
  const orders = readOrders(so.docket, asOf);
  return orders.length ? [...so.duties, ...orders] : so.duties;
}

function mattersOn({ docket, determination, appeals, place }: Fold): OpenMatter[] {
  const pausing = new Set(
    determination?.period?.pauses.filter((pause) => pause.to === null).map((pause) => pause.event.fact.id),
  );
  const decided = determination?.duty.done !== undefined || determination?.duty.endedOn !== undefined;
  return openMatters(docket, place.status, appeals, decided, pausing);
}

const filings: readonly DeadlineKind[] = ['appeal-filing', 'review-filing', 'complaint-filing'];

function nextOn(
  { docket, place }: Fold,
  matters: OpenMatter[],
  deadlines: Deadline[],
  consequences: readonly Consequence[],
): StatusChangeKind[] {
  return nextKinds(
    place.status,
    matters.map((matter) => matter.kind),
    {
      maySue: consequences.some((consequence) => consequence.kind === 'may-sue' && !consequence.until),
      mayAppeal: deadlines.some((deadline) => filings.includes(deadline.kind) && deadline.state === 'running'),
      received: docket.facts.some((fact) => fact.kind === 'received'),
      bounced: place.status === 'filed' && docket.filed === null,
      filed: docket.filed !== null,
    },
  );
}

/**
 * The agency's own date: what it estimated, or the day its extension names where the law gives less. It is forgotten once
 * the agency has decided.
 */
function estimateOf({ docket, duties }: Fold): Standing['estimate'] {
  let estimate: Standing['estimate'];
  for (const fact of docket.facts) {
    if (fact.kind === 'estimated') estimate = { date: fact.date, statusChangeId: fact.id };
    else if (fact.kind === 'extended' && fact.until) {
      const kind = fact.of ?? 'determination';
      const dueOn = duties.findLast((duty) => duty.kind === kind)?.dueOn ?? null;
      if (dueOn === null || fact.until > dueOn) estimate = { date: fact.until, statusChangeId: fact.id };
    } else if (isDetermination(fact, docket.law.statute) || fact.kind === 'appeal-decided') estimate = undefined;
  }
  return estimate;
}

/** The next later day on which something changes by itself, or on which a fact already recorded takes its place. */
function turnsOn(timeline: Timeline, so: Fold, duties: readonly Duty[], asOf: PlainDate): PlainDate | null {
  const days = [...duties.flatMap(turnsOf), ...so.consequences.map((consequence) => consequence.from)];
  const later = timeline.facts.find((fact) => fact.on > asOf);
  if (later) days.push(later.on);
  // A new version may read the same facts otherwise from its first day on, and so may those between.
  const { statute } = timeline.law;
  if (isBeforeVersion(timeline.law, asOf))
    days.push(...[statute, ...(statute.earlier ?? [])].flatMap(({ version }) => version.from ?? []));
  return days.reduce<PlainDate | null>((next, day) => (day > asOf && (next === null || day < next) ? day : next), null);
}
