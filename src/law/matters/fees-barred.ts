import type { Docket } from '../docket.ts';
import { allOf } from '../docket.ts';
import { compareDays, formatDay } from '../plain-date.ts';
import type { Consequence } from '../standing.ts';
import type { FeeCategory } from '../status-change.ts';
import { ifAsAssumed, lateFrom, step } from './duty.ts';
import type { Duty } from './duty.ts';

/**
 * An agency that misses a time limit loses fees: which ones depends on who asks. `limits` are the duties whose limits
 * stand in 5 U.S.C. 552(a)(6). After a timely extension the due date is the extended one, so only that counts.
 */
export function readFeesBarred(docket: Docket, limits: readonly Duty[]): Consequence | null {
  const missed = limits
    .map((duty) => ({ duty, from: lateFrom(duty) }))
    .filter((limit) => limit.from !== null)
    .sort((a, b) => compareDays(a.from!, b.from!))[0];
  if (!missed?.from) return null;
  const { rules } = docket.law.statute;
  const { duty, from } = missed;
  return {
    kind: 'fees-barred',
    from,
    says: `from ${formatDay(from)} ${barred(docket)}${duty.assumed ? `, ${ifAsAssumed}` : ''}, ${rules['fees-barred-pages'].says}`,
    cites: [
      rules['fees-barred'].cites,
      ...(duty.extended ? [rules['fees-barred-after-extension'].cites] : []),
      rules['fees-barred-pages'].cites,
    ],
    steps: [
      step(
        from,
        `the limit for the ${duty.kind.replaceAll('-', ' ')} passed on ${formatDay(duty.dueOn!)}`,
        duty.steps.at(-1)?.cites,
      ),
      step(from, `${rules['fees-barred'].says}`, rules['fees-barred'].cites),
    ],
  };
}

function barred(docket: Docket): string {
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
