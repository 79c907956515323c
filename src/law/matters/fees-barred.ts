import type { Docket } from '../docket.ts';
import { isOnTrack } from '../law.ts';
import { allOf } from '../docket.ts';
import { compareDays, formatDay } from '../plain-date.ts';
import type { Consequence } from '../standing.ts';
import type { FeeCategory } from '../status-change.ts';
import type { Rule } from '../statute.ts';
import { ifAsAssumed, lateFrom, onLatestReading, step } from './duty.ts';
import type { Duty } from './duty.ts';

/**
 * An agency that misses a time limit loses fees, where the law says so; which ones may depend on who asks. `limits` are
 * the duties whose limits count: in the US those of 5 U.S.C. 552(a)(6). After a timely extension the due date is the extended one, so only that counts.
 */
export function readFeesBarred(docket: Docket, limits: readonly Duty[]): Consequence | null {
  const { rules } = docket.law.statute;
  const rule = rules['fees-barred'];
  if (!rule || !isOnTrack(docket.law, rule.tracks)) return null;
  const missed = limits
    .map((duty) => ({ duty, from: lateFrom(duty) }))
    .filter((limit) => limit.from !== null)
    .sort((a, b) => compareDays(a.from!, b.from!))[0];
  if (!missed?.from) return null;
  const { duty, from } = missed;
  const pages = rules['fees-barred-pages'];
  const extended = duty.extended ? rules['fees-barred-after-extension'] : undefined;
  return {
    kind: 'fees-barred',
    from,
    says: `from ${formatDay(from)} ${barred(docket, rule)}${duty.assumed ? `, ${ifAsAssumed}` : ''}${pages ? `, ${pages.says}` : ''}${onLatestReading(duty)}`,
    cites: [rule.cites, ...(extended ? [extended.cites] : []), ...(pages ? [pages.cites] : [])],
    steps: [
      step(
        from,
        `the limit for the ${duty.kind.replaceAll('-', ' ')} passed on ${formatDay(duty.dueOn!)}`,
        duty.steps.at(-1)?.cites,
      ),
      step(from, rule.says, rule.cites),
    ],
  };
}

/** Where fees do not depend on who asks, what the rule says is all there is to say. */
function barred(docket: Docket, rule: Rule): string {
  if (docket.law.statute.fees.length === 0) return rule.says;
  const lost = new Set(
    categoriesOf(docket).map(
      (category) => docket.law.statute.fees.find((fee) => fee.category === category)?.barredWhenLate,
    ),
  );
  if (lost.size === 1 && lost.has('duplication')) return 'no duplication fees may be charged';
  if (lost.size === 1 && lost.has('search')) return 'no search fees may be charged';
  return 'no search fees may be charged, or if the requester is news media, educational or scientific no duplication fees';
}

/** The category the agency put us in and the one we claim, where known. */
function categoriesOf(docket: Docket): FeeCategory[] {
  const decided = allOf(docket.facts, 'fee-category-decided').at(-1)?.category;
  return [decided, docket.law.feeCategory].filter((category) => category != null);
}
