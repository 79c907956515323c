import type { Status } from '../standing.ts';
import type { StatusChangeKind } from '../status-change.ts';

/** What usually comes next, by status; most likely first. */
const usual: Record<Status, readonly StatusChangeKind[]> = {
  draft: ['filed', 'withdrawn'],
  filed: [
    'received',
    'acknowledged',
    'undeliverable',
    'clarification-requested',
    'fee-estimated',
    'determined',
    'transferred',
  ],
  processing: [
    'determined',
    'extended',
    'clarification-requested',
    'fee-estimated',
    'interim-release',
    'estimated',
    'routed',
    'acknowledged',
    'consulted',
    'transferred',
    'interest-asked',
    'closed-by-agency',
  ],
  paused: ['clarified', 'fee-answered', 'narrowed', 'extended', 'closed-by-agency', 'determined'],
  decided: ['appealed', 'released', 'fee-paid', 'mediation-requested', 'closed', 'determined'],
  appealing: ['appeal-decided', 'appeal-received', 'extended', 'released', 'mediation-requested', 'lawsuit-filed'],
  litigating: ['served', 'court-ordered', 'released', 'interim-release', 'determined', 'lawsuit-ended'],
  closed: ['reopened'],
};

/** What the open matters call for, each by the kind of the matter. */
const forMatter: Record<string, readonly StatusChangeKind[]> = {
  clarification: ['clarified'],
  interest: ['interest-confirmed'],
  'fee-estimate': ['fee-answered', 'fee-paid', 'fee-settled'],
  'fee-waiver': ['fee-waiver-decided'],
  expedition: ['expedition-decided'],
  mediation: ['mediation-ended'],
  ruling: ['ruling-given'],
  referral: ['released'],
  appeal: ['appeal-decided', 'appeal-received'],
  'appeal-against-silence': ['appeal-decided', 'appeal-received'],
  'fee-waiver-appeal': ['appeal-decided', 'appeal-received'],
  'fee-appeal': ['appeal-decided', 'appeal-received'],
  'interim-appeal': ['appeal-decided', 'appeal-received'],
  'expedition-appeal': ['appeal-decided', 'appeal-received'],
};

/** What the desk can do on almost every day of a live request. */
const always: readonly StatusChangeKind[] = [
  'contacted',
  'fee-waiver-requested',
  'expedition-requested',
  'withdrawn',
  'closed',
];

/** Kinds that make sense next, most likely first. `owed` are kinds the requester owes or may now do. */
export function nextKinds(
  status: Status,
  matters: readonly string[],
  now: { maySue: boolean; mayAppeal: boolean; received: boolean; bounced: boolean; filed: boolean },
): StatusChangeKind[] {
  if (status === 'draft') return [...usual.draft];
  if (status === 'closed') return now.filed ? [...usual.closed] : ['filed'];
  // What came back has to be sent again.
  if (now.bounced) return ['filed', 'received', 'contacted', 'withdrawn', 'closed'];
  const kinds = [...matters.flatMap((matter) => (ours.has(matter) ? (forMatter[matter] ?? []) : [])), ...usual[status]];
  if (now.mayAppeal && status !== 'appealing') kinds.push('appealed');
  kinds.push(...matters.flatMap((matter) => forMatter[matter] ?? []));
  if (now.maySue && status !== 'litigating') kinds.push('lawsuit-filed');
  const known = new Set([...kinds, ...always]);
  if (!now.mayAppeal) known.delete('appealed');
  if (now.received) known.delete('received');
  return [...known];
}

/** Matters that wait for the requester: they come first. */
const ours: ReadonlySet<string> = new Set(['clarification', 'interest', 'fee-estimate']);
