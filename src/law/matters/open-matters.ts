import type { Docket } from '../docket.ts';
import { about } from '../docket.ts';
import type { OpenMatter, Status } from '../standing.ts';
import type { StatusChange, StatusChangeKind } from '../status-change.ts';
import { isMainAppeal } from './appeals.ts';
import type { Appeal } from './appeals.ts';

/** What opens a matter, what it is called, and which facts about it end it. */
const matters: { [K in StatusChangeKind]?: { kind: string; endedBy: readonly StatusChangeKind[] } } = {
  'clarification-requested': { kind: 'clarification', endedBy: ['clarified', 'perfected', 'narrowed'] },
  'interest-asked': { kind: 'interest', endedBy: ['interest-confirmed', 'clarified'] },
  'fee-estimated': { kind: 'fee-estimate', endedBy: ['fee-answered', 'fee-paid', 'fee-settled'] },
  'fee-waiver-requested': { kind: 'fee-waiver', endedBy: ['fee-waiver-decided'] },
  'expedition-requested': { kind: 'expedition', endedBy: ['expedition-decided'] },
  'mediation-requested': { kind: 'mediation', endedBy: ['mediation-ended'] },
  consulted: { kind: 'consultation', endedBy: [] },
  'ruling-requested': { kind: 'ruling', endedBy: ['ruling-given'] },
};

/** Matters the request's own decision leaves behind: nothing is left to clarify or to speed up. */
const endWithDecision = ['clarification', 'interest', 'expedition', 'consultation', 'ruling'];

/** What runs beside the status. What the status itself names is not repeated here. */
export function openMatters(
  docket: Docket,
  status: Status,
  appeals: readonly Appeal[],
  decided: boolean,
  pausing: ReadonlySet<string>,
): OpenMatter[] {
  if (status === 'closed') return [];
  const open: OpenMatter[] = [];
  for (const fact of docket.facts) {
    const kind = matterOf(docket, fact, status, appeals);
    if (!kind || (decided && endWithDecision.includes(kind))) continue;
    if (status === 'paused' && pausing.has(fact.id)) continue;
    open.push({ kind, since: fact.on, about: fact.id });
  }
  return open;
}

function matterOf(docket: Docket, fact: StatusChange, status: Status, appeals: readonly Appeal[]): string | null {
  if (fact.kind === 'appealed')
    return appealMatter(
      appeals.find((appeal) => appeal.fact === fact),
      status,
    );
  // Another body answers for part of the request; its answer is a request of its own.
  if (fact.kind === 'transferred') return fact.scope === 'part' ? 'referral' : null;
  if (fact.kind === 'fee-estimated' && !fact.asksAnswer && !fact.prepayment) return null;
  const matter = matters[fact.kind];
  return matter && about(docket, fact.id, matter.endedBy).length === 0 ? matter.kind : null;
}

function appealMatter(appeal: Appeal | undefined, status: Status): string | null {
  if (!appeal || appeal.decided) return null;
  if (isMainAppeal(appeal)) return status === 'appealing' ? null : 'appeal';
  if (appeal.of === null) return 'appeal-against-silence';
  if (appeal.of.kind === 'fee-waiver-decided') return 'fee-waiver-appeal';
  return { request: 'appeal', interim: 'interim-appeal', fees: 'fee-appeal', expedition: 'expedition-appeal' }[
    appeal.concerns
  ];
}
