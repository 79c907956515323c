import { type Deadline, type DeadlineKind, deadlineKinds } from '../law/standing.ts';

/**
 * When one is reminded of what, as data. What is built in is written in the same words as what a desk, a project, a
 * request or a person may put in its place. Pure.
 */

/** `working`: working days of the deadline's own calendar. */
export const dayUnits = ['calendar', 'working'] as const;
export type DayUnit = (typeof dayUnits)[number];

/** A day counted from the deadline's last day: -3 is three days before, 0 the day itself, 1 the day after. */
export interface RungRule {
  days: number;
  unit: DayUnit;
}

/** Again and again after the last rung: `times` times every `every` days, then every `thenEvery`, without end. */
export interface Repeat {
  every: number;
  unit: DayUnit;
  times?: number;
  /** Absent: there is an end after `times`, or none without `times`. */
  thenEvery?: number;
}

/** Told the morning after it arose: always, only when a rung was over before it arose, or never. */
export const openings = ['always', 'when-late', 'never'] as const;
export type Opens = (typeof openings)[number];

export interface LadderRule {
  rungs: readonly RungRule[];
  repeat: Repeat | null;
  /** So many rungs after the last day, and no more. */
  stopAfter: number | null;
  opens: Opens;
  /** One more rung in the middle between the start and the last day; only for deadlines of ours. */
  halfWay: boolean;
  /** How often one is asked while a deadline of ours has no day; null: only when it arises. */
  whenUndated: { every: number; unit: DayUnit } | null;
}

/** Whom else to tell when a deadline of ours has so many days left and nobody has acknowledged it. */
export interface Escalation {
  days: number;
  unit: DayUnit;
  /** Ids of users, and `owners` or `editors` for all of them. */
  to: readonly string[];
}

/** What is owed by whom, as ladders tell it apart. A court's order may bind either side. */
export const ladderKinds = [...deadlineKinds, 'our-court-production', 'estimated'] as const;
export type LadderKind = DeadlineKind | 'our-court-production' | 'estimated';

/** One policy as it is given: what it does not name is as it would be without it. */
export interface PolicyBody {
  ladders?: Partial<Record<LadderKind, Partial<LadderRule>>>;
  /** Since filing, without a sign of life; null: nobody asks. */
  silence?: RungRule | null;
  /** Since the last fact; null: nobody asks. */
  quiet?: RungRule | null;
  escalation?: Escalation | null;
}

/** What holds for one person and one request. */
export interface Policy {
  ladders: Partial<Record<LadderKind, LadderRule>>;
  silence: RungRule | null;
  quiet: RungRule | null;
  escalation: Escalation | null;
}

/** Bodies by how special they are; several tags of one request are equals. */
export interface PolicyLayers {
  desk: PolicyBody | null;
  tags: readonly PolicyBody[];
  request: PolicyBody | null;
  person: PolicyBody | null;
}

const calendar = (days: number): RungRule => ({ days, unit: 'calendar' });
const working = (days: number): RungRule => ({ days, unit: 'working' });
const PLAIN = { stopAfter: null, halfWay: false, whenUndated: null };

/** On the first working day after the last day, then every 20 working days six times, then every 60. */
const LATE: LadderRule = {
  ...PLAIN,
  rungs: [working(1)],
  repeat: { every: 20, unit: 'working', times: 6, thenEvery: 60 },
  opens: 'never',
};

/** Nothing before, once when it is missed: for what we owe and no law of ours names. */
const BARE_OURS = ours([]);
const COUNTDOWN = ours([30, 14, 7, 3, 1, 0]);

function ours(daysBefore: readonly number[]): LadderRule {
  const rungs = [...daysBefore.map((days) => calendar(days === 0 ? 0 : -days)), working(1)];
  return { ...PLAIN, rungs, repeat: null, opens: 'always' };
}

/** What holds where nobody has set anything. */
export const BUILT_IN: Policy = {
  ladders: {
    determination: LATE,
    'expedition-decision': LATE,
    'appeal-decision': LATE,
    'review-decision': LATE,
    'complaint-decision': LATE,
    production: LATE,
    'ruling-request': LATE,
    'court-production': LATE,
    estimated: LATE,
    'appeal-filing': COUNTDOWN,
    'review-filing': COUNTDOWN,
    'complaint-filing': COUNTDOWN,
    withdrawal: COUNTDOWN,
    'our-court-production': COUNTDOWN,
    answer: { ...ours([3, 1, 0]), halfWay: true, whenUndated: { every: 5, unit: 'working' } },
    'suit-filing': { ...ours([365, 180, 90, 30, 14, 7, 1, 0]), opens: 'when-late' },
  },
  silence: working(10),
  quiet: calendar(90),
  escalation: null,
};

/** The ladder that a deadline climbs; null: nobody is told of it. */
export function ruleFor(policy: Policy, { kind, owedBy }: Pick<Deadline, 'kind' | 'owedBy'>): LadderRule | null {
  const named = policy.ladders[ladderKindOf(kind, owedBy)] ?? null;
  return owedBy === 'requester' ? (named ?? BARE_OURS) : named;
}

export function ladderKindOf(kind: DeadlineKind, owedBy: Deadline['owedBy']): LadderKind {
  return kind === 'court-production' && owedBy === 'requester' ? 'our-court-production' : kind;
}

/** How many of a ladder's own last rungs nobody can take away. */
const FLOOR_RUNGS = 3;

/**
 * What stays of a ladder for a deadline of ours, whatever anybody sets: the last three rungs before its end, and the one
 * that says it was missed.
 */
export function floorOf(kind: LadderKind): readonly RungRule[] {
  const { rungs } = BUILT_IN.ladders[kind] ?? BARE_OURS;
  const before = rungs.filter((rung) => rung.days <= 0);
  return [...before.slice(-FLOOR_RUNGS), ...rungs.filter((rung) => rung.days > 0)];
}

/** The most special that names something wins: a person's, then the request's, its tags', the desk's. */
export function policyOf({ desk, tags, request, person }: PolicyLayers): Policy {
  const policy = { ...BUILT_IN, ladders: { ...BUILT_IN.ladders } };
  for (const body of [desk, tags.length > 0 ? densest(tags) : null, request, person]) {
    if (!body) continue;
    for (const kind of ladderKinds) {
      const given = body.ladders?.[kind];
      if (given) policy.ladders[kind] = completed(kind, given);
    }
    if (body.silence !== undefined) policy.silence = body.silence;
    if (body.quiet !== undefined) policy.quiet = body.quiet;
    if (body.escalation !== undefined) policy.escalation = body.escalation;
  }
  return policy;
}

/** What a rule does not say is as built in; of a kind that nobody is told of otherwise, only what it asks for. */
export function completed(kind: LadderKind, given: Partial<LadderRule>): LadderRule {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...(BUILT_IN.ladders[kind] ?? { ...BARE_OURS, opens: 'never' }), ...said };
}

/** Of several projects that a request belongs to, none hears less than it asked for: all their rungs, the shortest waits. */
function densest(bodies: readonly PolicyBody[]): PolicyBody {
  const ladders: Partial<Record<LadderKind, LadderRule>> = {};
  for (const kind of ladderKinds) {
    const rules = bodies.flatMap((body) => (body.ladders?.[kind] ? [completed(kind, body.ladders[kind])] : []));
    if (rules.length > 0) ladders[kind] = rules.reduce(denserOf);
  }
  const said = <T>(values: (T | undefined)[]): T[] => values.filter((value) => value !== undefined);
  const silence = said(bodies.map((body) => body.silence));
  const quiet = said(bodies.map((body) => body.quiet));
  const escalations = said(bodies.map((body) => body.escalation));
  return {
    ladders,
    ...(silence.length > 0 && { silence: silence.reduce(soonerOf) }),
    ...(quiet.length > 0 && { quiet: quiet.reduce(soonerOf) }),
    ...(escalations.length > 0 && { escalation: escalations.reduce(widerOf) }),
  };
}

function denserOf(a: LadderRule, b: LadderRule): LadderRule {
  const rungs = [...a.rungs, ...b.rungs.filter((one) => !a.rungs.some((known) => isSame(known, one)))];
  const stops = [a.stopAfter, b.stopAfter];
  return {
    rungs,
    repeat: shorterOf(a.repeat, b.repeat),
    stopAfter: stops.includes(null) ? null : Math.max(...(stops as number[])),
    opens: openings[Math.min(openings.indexOf(a.opens), openings.indexOf(b.opens))]!,
    halfWay: a.halfWay || b.halfWay,
    whenUndated: shorterOf(a.whenUndated, b.whenUndated),
  };
}

function shorterOf<T extends { every: number; unit: DayUnit }>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b;
  return lengthOf(b.every, b.unit) < lengthOf(a.every, a.unit) ? b : a;
}

function soonerOf(a: RungRule | null, b: RungRule | null): RungRule | null {
  if (a === null || b === null) return a ?? b;
  return lengthOf(b.days, b.unit) < lengthOf(a.days, a.unit) ? b : a;
}

function widerOf(a: Escalation | null, b: Escalation | null): Escalation | null {
  if (a === null || b === null) return a ?? b;
  const earlier = lengthOf(b.days, b.unit) > lengthOf(a.days, a.unit) ? b : a;
  return { ...earlier, to: [...new Set([...a.to, ...b.to])].sort() };
}

/** Roughly, in calendar days: five working days are a week. */
function lengthOf(days: number, unit: DayUnit): number {
  return unit === 'working' ? (days * 7) / 5 : days;
}

export function isSame(a: RungRule, b: RungRule): boolean {
  return a.days === b.days && (a.unit === b.unit || a.days === 0);
}
