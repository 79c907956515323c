import type { DocumentRole } from '../documents/document.entity.ts';
import type { StatusChange } from '../law/status-change.ts';
import { writtenDay } from './days.ts';

const BY_ROLE: Record<DocumentRole, string> = {
  request: 'request letter',
  acknowledgement: 'acknowledgement',
  question: 'letter with a question',
  answer: 'answer',
  'fee-letter': 'fee letter',
  determination: 'determination letter',
  release: 'release',
  appeal: 'appeal',
  'appeal-decision': 'appeal decision',
  court: 'court paper',
  internal: 'internal document',
};

/** What a fact is called where its own name would not do as a noun. */
const BY_KIND: Partial<Record<StatusChange['kind'], string>> = {
  filed: 'request',
  acknowledged: 'acknowledgement',
  determined: 'determination',
  'interim-release': 'interim release',
  released: 'release',
  'appeal-decided': 'appeal decision',
  appealed: 'appeal',
  'clarification-requested': 'question',
  clarified: 'answer',
  'fee-estimated': 'fee estimate',
  extended: 'extension',
  transferred: 'transfer',
  'court-ordered': 'court order',
  'lawsuit-filed': 'complaint',
  'closed-by-agency': 'closing letter',
};

/** Roles whose paper is the fact itself: no need to say both. */
const SAME: Partial<Record<DocumentRole, StatusChange['kind'][]>> = {
  request: ['filed'],
  acknowledgement: ['acknowledged'],
  question: ['clarification-requested', 'interest-asked'],
  answer: ['clarified', 'interest-confirmed', 'narrowed'],
  'fee-letter': ['fee-estimated'],
  determination: ['determined'],
  release: ['released', 'interim-release'],
  appeal: ['appealed'],
  'appeal-decision': ['appeal-decided'],
};

/** Which letter a document is or came with, for the middle of a footnote: `release with the determination of March 4, 2026`. */
export function letterOf(
  role: DocumentRole | null,
  fact: Pick<StatusChange, 'kind' | 'on'> | null,
  monthFirst: boolean,
): string | null {
  const paper = role === null ? null : BY_ROLE[role];
  if (!fact) return paper;
  const day = writtenDay(fact.on, monthFirst);
  if (paper && SAME[role!]?.includes(fact.kind)) return `${paper} of ${day}`;
  const act = BY_KIND[fact.kind] ?? `fact “${fact.kind.replaceAll('-', ' ')}”`;
  return paper ? `${paper} with the ${act} of ${day}` : `with the ${act} of ${day}`;
}
