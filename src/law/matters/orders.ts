import type { Docket } from '../docket.ts';
import { about, allOf } from '../docket.ts';
import { addDays, addMonths, compareDays, formatDay, yearOf } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { OrderedItem, StatusChange } from '../status-change.ts';
import { dutyId, result, step } from './duty.ts';
import type { Duty } from './duty.ts';
import { inWords } from './term.ts';

/** The most months for which a repeated order is laid out; longer ones are renewed or ended before. */
const mostRounds = 600;

/** The last year that is laid out: days end in 2200. */
const lastYear = 2199;

/**
 * What a court ordered, item by item. Items that repeat are laid out up to the first one that opens after `asOf`, so that
 * the day on which it opens is known; they are counted from the first day, never chained. They end with the suit or with
 * a later order about this one.
 */
export function readOrders(docket: Docket, asOf: PlainDate): Duty[] {
  return allOf(docket.facts, 'court-ordered').flatMap((order) => {
    const ended = endOfOrder(docket, order);
    const duties = order.items
      .flatMap((item, i) =>
        roundsOf(item, asOf, ended).map((dueOn, round) => itemDuty(docket, order, item, { i, round, dueOn })),
      )
      .sort((a, b) => compareDays(a.duty.dueOn!, b.duty.dueOn!));
    meetInTurn(docket, order, duties);
    for (const { duty } of duties) if (!duty.done && ended) duty.endedOn = ended;
    return duties.map(({ duty }) => duty);
  });
}

interface ItemDuty {
  duty: Duty;
  /** A round cannot be met before the one before it was due. */
  notBefore: PlainDate | null;
}

function endOfOrder(docket: Docket, order: StatusChange): PlainDate | null {
  const superseded = about(docket, order.id, ['court-ordered'])[0];
  const over = docket.facts.find(
    (fact) => fact.kind === 'lawsuit-ended' && docket.facts.indexOf(fact) > docket.facts.indexOf(order),
  );
  const ends = [superseded?.on, over?.on, docket.closing?.on].filter((d): d is PlainDate => d !== undefined);
  return ends.sort()[0] ?? null;
}

function roundsOf(item: OrderedItem, asOf: PlainDate, ended: PlainDate | null): PlainDate[] {
  if (!item.everyMonths || item.everyMonths < 1) return [item.dueOn];
  const rounds: PlainDate[] = [];
  for (let n = 0; n < mostRounds; n++) {
    const dueOn = addMonths(item.dueOn, n * item.everyMonths);
    if (n > 0 && ((ended && dueOn > ended) || yearOf(dueOn) > lastYear)) break;
    rounds.push(dueOn);
    // A round opens the day after the one before it was due.
    if (n > 0 && rounds[n - 1]! >= asOf) break;
  }
  return rounds;
}

function itemDuty(
  docket: Docket,
  order: StatusChange<'court-ordered'>,
  item: OrderedItem,
  at: { i: number; round: number; dueOn: PlainDate },
): ItemDuty {
  const cites = docket.law.statute.rules['court-order']?.cites ?? { label: "the court's order" };
  const notBefore = at.round === 0 ? null : addMonths(item.dueOn, (at.round - 1) * (item.everyMonths ?? 0));
  const pages = item.pages ? ` (${item.pages} pages)` : '';
  const repeats = item.everyMonths ? `, then every ${inWords(item.everyMonths, 'month')}` : '';
  const duty: Duty = {
    id: `${dutyId('court-production', order)}.${at.i + 1}${item.everyMonths ? `.${at.round + 1}` : ''}`,
    kind: 'court-production',
    owedBy: item.owedBy,
    cause: order,
    opensOn: notBefore ? addDays(notBefore, 1) : order.on,
    dueOn: at.dueOn,
    originalDueOn: at.dueOn,
    steps: [
      step(
        order.on,
        `the court ordered on ${formatDay(order.on)}: ${item.what}${pages}, by ${formatDay(item.dueOn)}${repeats}`,
        cites,
      ),
      result(at.dueOn, cites),
    ],
    otherReadings: [],
    confidence: 'high',
  };
  return { duty, notBefore };
}

/** Each release about the order does the oldest item not yet done. Several releases in one month do not run ahead of the rounds. */
function meetInTurn(docket: Docket, order: StatusChange, duties: ItemDuty[]): void {
  const met = (owedBy: string, kinds: Parameters<typeof about>[2]): void => {
    for (const fact of about(docket, order.id, kinds)) {
      const next = duties.find(
        ({ duty, notBefore }) => duty.owedBy === owedBy && !duty.done && (!notBefore || fact.on > notBefore),
      );
      if (next) next.duty.done = { by: fact, on: fact.on };
    }
  };
  met('agency', ['released', 'interim-release']);
  met('requester', ['contacted', 'clarified', 'narrowed', 'fee-paid', 'fee-answered']);
}
