import type { Standing } from '../law/standing.ts';
import { type StatusChangeKind, whoActs } from '../law/status-change.ts';

const MOST_NEXT = 6;

/** What agencies and courts do, as news: "the agency decided". */
const NEWS: Partial<Record<StatusChangeKind, string>> = {
  undeliverable: 'a message of ours came back',
  received: 'the agency received the request',
  routed: 'the request reached the component that holds the records',
  acknowledged: 'the agency acknowledged the request',
  perfected: 'the agency calls the request complete',
  'clarification-requested': 'the agency asked what is meant',
  'interest-asked': 'the agency asked whether we are still interested',
  aggregated: 'the agency joined the request with others',
  'fee-estimated': 'the agency estimated fees',
  'fee-settled': 'the question of fees was settled',
  'fee-category-decided': 'the agency decided our fee category',
  'fee-waiver-decided': 'the agency decided on the waiver of fees',
  'expedition-decided': 'the agency decided on expedited processing',
  extended: 'the agency extended its time',
  estimated: 'the agency named a date of its own',
  consulted: 'the agency asked another body before it answers',
  transferred: 'the agency sent it on to another body',
  'ruling-requested': 'the agency asked its overseer for a ruling',
  'ruling-given': 'the overseer gave its ruling',
  'interim-release': 'the agency released first records',
  determined: 'the agency decided',
  released: 'records were released',
  'closed-by-agency': 'the agency closed the request',
  'appeal-received': 'the appeal was received',
  'appeal-decided': 'the appeal was decided',
  'mediation-ended': 'mediation ended',
  'court-ordered': 'the court made an order',
  'lawsuit-ended': 'the suit ended',
};

/** What one does oneself: "ask for mediation". */
const STEPS: Partial<Record<StatusChangeKind, string>> = {
  filed: 'send the request',
  clarified: 'answer what is meant',
  'interest-confirmed': 'say that you are still interested',
  narrowed: 'agree on a narrower scope',
  'fee-answered': 'answer the fee estimate',
  'fee-paid': 'pay the fee',
  'fee-waiver-requested': 'ask for a waiver of fees',
  'expedition-requested': 'ask for expedited processing',
  appealed: 'appeal',
  'mediation-requested': 'ask for mediation',
  'lawsuit-filed': 'sue',
  served: 'serve the complaint',
  contacted: 'call or write to the agency',
  withdrawn: 'withdraw the request',
  closed: 'close it here',
  reopened: 'reopen it',
};

/** What came, for the middle of a sentence. */
export function whatCame(kind: StatusChangeKind): string {
  return NEWS[kind] ?? `${kind.replaceAll('-', ' ')} was recorded`;
}

/**
 * What one can do oneself first; then what to record when it comes. Beside each the kind by which it is recorded. The
 * most likely are enough: all others are accepted too.
 */
export function nextWords({ nextStatusChanges }: Standing): string[] {
  const isOurs = (kind: StatusChangeKind) => whoActs[kind] === 'requester' || whoActs[kind] === 'desk';
  const ours = listOf(nextStatusChanges.filter(isOurs), STEPS);
  const theirs = listOf(
    nextStatusChanges.filter((kind) => !isOurs(kind)),
    NEWS,
  );
  const lines = [
    ...(ours ? [`What you can do next:\n${ours}`] : []),
    ...(theirs ? [`What to record if it comes:\n${theirs}`] : []),
  ];
  return lines.length > 0 ? [lines.join('\n')] : [];
}

function listOf(kinds: readonly StatusChangeKind[], words: typeof NEWS): string {
  return kinds
    .slice(0, MOST_NEXT)
    .map((kind) => (words[kind] ? `  ${words[kind]} [${kind}]` : `  ${kind}`))
    .join('\n');
}
