import type { StatusChangeKind } from '../law/status-change.ts';

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

/** What came, for the middle of a sentence. */
export function whatCame(kind: StatusChangeKind): string {
  return NEWS[kind] ?? `${kind.replaceAll('-', ' ')} was recorded`;
}
