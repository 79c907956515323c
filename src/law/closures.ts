import type { Law } from './law.ts';
import { addDays, formatDay, laterOf } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import type { Step } from './standing.ts';
import type { Citation } from './terms.ts';
import { spanned } from './suspensions.ts';

/** What a stretch of days does to terms that run over it. */
export const closureEffects = ['suspends', 'day-off', 'counts'] as const;

/**
 * `suspends`: every term stands still. `day-off`: no working days; terms in calendar days or months run on. `counts`: the
 * offices were shut, but the law has no exception for that: no date changes, and explanations say so.
 */
export type ClosureEffect = (typeof closureEffects)[number];

/** A stretch of days that somebody decreed or announced, both ends included. */
export interface Closure {
  from: PlainDate;
  to: PlainDate;
  effect: ClosureEffect;
  /** What happened, for the middle of a sentence: `the government was shut for want of appropriations`. */
  says: string;
  cites: Citation;
}

/** The law with what was decreed or announced under it; what an agency takes out of its own calendar stays out. */
export function withClosures(law: Law, closures: readonly Closure[]): Law {
  if (closures.length === 0) return law;
  const of = (effect: ClosureEffect) => closures.filter((one) => one.effect === effect);
  const suspensions = of('suspends').map(({ from, to, says, cites }) => ({ from, to, says, cites }));
  const off = of('day-off').map(({ from, to, says, cites }) => ({ from, to, name: says, cites }));
  const counting = of('counts').map(({ from, to, says, cites }) => ({ from, to, says, cites }));
  const { overrides = {} } = law;
  const { calendar = {} } = overrides;
  return {
    ...law,
    ...(suspensions.length > 0 && { suspensions: [...(law.suspensions ?? []), ...suspensions] }),
    ...(counting.length > 0 && { counting: [...(law.counting ?? []), ...counting] }),
    ...(off.length > 0 && {
      overrides: { ...overrides, calendar: { ...calendar, add: [...(calendar.add ?? []), ...off] } },
    }),
  };
}

/** One step for each closure that a period runs over without standing still. */
export function countingSteps({ counting = [] }: Law, start: PlainDate, end: PlainDate): Step[] {
  return spanned(counting, start, end).map(({ from, to, says, cites }) => ({
    on: laterOf(from, addDays(start, 1)),
    says: `${spanInWords(from, to)}: ${says}; ${from === to ? 'that day counts' : 'those days count'} all the same`,
    cites,
  }));
}

/** What a closure is, for the middle of a sentence. */
export function closureInWords({ from, to, effect, says, cites }: Closure): string {
  const days = spanInWords(from, to);
  const does = {
    suspends: `terms stand still (${days})`,
    'day-off': `${from === to ? 'no working day' : 'no working days'} (${days})`,
    counts: `a closure that counts (${days})`,
  };
  return `${does[effect]}: ${says} [${cites.label}]`;
}

function spanInWords(from: PlainDate, to: PlainDate): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}
