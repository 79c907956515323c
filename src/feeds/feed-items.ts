import { v5 } from 'uuid';
import { explainDeadline } from '../law/explain.ts';
import { daysBetween, earlierOf, laterOf, type PlainDate } from '../law/plain-date.ts';
import type { Deadline } from '../law/standing.ts';
import type { Instant } from '../now.ts';
import { nameOfDeadline } from '../reminders/words.ts';
import { deadlineNow } from '../requests/deadline-lists.service.ts';
import type { FeedRow } from './feed-rows.ts';

/** One entry as every format tells it. Of a confidential request all that is not a day, a number or a link is null. */
export interface FeedItem {
  /** The same for one deadline for ever, whatever becomes of it. */
  uid: string;
  /** Higher than before whenever the day has moved, or the entry has ended or come back. */
  sequence: number;
  /** `tentative`: no day that binds. `cancelled`: done, no longer owed, standing still, or gone. */
  status: 'confirmed' | 'tentative' | 'cancelled';
  /** The legal day, in the agency's zone. */
  dueOn: PlainDate;
  title: string;
  number: string;
  subject: string | null;
  agency: string | null;
  trackingNumbers: string | null;
  kind: Deadline['kind'] | null;
  owedBy: Deadline['owedBy'] | null;
  state: Deadline['state'] | null;
  /** Missed or done late, whichever reading of the law is taken. */
  lateOnEveryReading: boolean | null;
  /** Why it is that day, step by step. */
  explanation: string | null;
  url: string;
  changedAt: Instant;
}

/** With what only calendars are told. */
export interface Entry {
  item: FeedItem;
  /** Hours from the first moment of the day, each an alarm. */
  alarms: readonly number[];
}

/** In the morning, where the reader is. */
const MORNING = 9;
const DAYS_BEFORE = [7, 1, 0];

export function toEntry(row: FeedRow, publicUrl: string, now: Instant): Entry {
  const deadline = row.body === null ? null : deadlineNow({ ...row, body: row.body }, now);
  const item = row.confidential ? veiled(row, publicUrl) : open(row, deadline, publicUrl);
  return { item, alarms: item.status === 'cancelled' || row.sample ? [] : alarmsOf(row, deadline) };
}

function open(row: FeedRow, deadline: Deadline | null, publicUrl: string): FeedItem {
  const about = `${row.number} ${row.subject}`;
  const tentative = deadline?.expected ? 'tentative' : 'confirmed';
  return {
    ...bare(row, publicUrl),
    status: row.live ? tentative : 'cancelled',
    title: `${deadline ? headline(deadline) : 'No longer a deadline'}: ${about}`,
    subject: row.subject,
    agency: row.agency_name,
    trackingNumbers: (JSON.parse(row.tracking_numbers) as string[]).join(', '),
    kind: deadline?.kind ?? null,
    owedBy: deadline?.owedBy ?? null,
    state: deadline?.state ?? null,
    lateOnEveryReading: deadline?.lateOnEveryReading ?? null,
    explanation: deadline ? explainDeadline(deadline) : GONE,
    changedAt: [row.modified_at, row.request_updated_at, row.agency_updated_at].sort().at(-1)!,
  };
}

const GONE = 'What it followed from was corrected or taken out.';

/** The number and a link, nothing else: not even that something was recorded lately. */
function veiled(row: FeedRow, publicUrl: string): FeedItem {
  const nothing = { subject: null, agency: null, trackingNumbers: null, kind: null, owedBy: null, state: null };
  return {
    ...bare(row, publicUrl),
    ...nothing,
    lateOnEveryReading: null,
    explanation: null,
    status: row.live ? 'confirmed' : 'cancelled',
    title: row.number,
    changedAt: row.modified_at,
  };
}

function bare(row: FeedRow, publicUrl: string) {
  const { request_id: requestId, deadline_id: deadlineId, sequence, due_on: dueOn, number } = row;
  // A deadline's id tells its kind: it stays inside.
  const uid = v5(deadlineId, requestId);
  return { uid, sequence, dueOn, number, url: `${publicUrl}/api/v1/requests/${requestId}` };
}

/** What it is, in a few words: calendars cut what is long. */
function headline(deadline: Deadline): string {
  const { kind, owedBy, state, metOn, expected, lateOnEveryReading } = deadline;
  const name = nameOfDeadline(kind);
  const what = name.charAt(0).toUpperCase() + name.slice(1);
  const ours = owedBy === 'requester';
  if (state === 'paused') return `${what} stands still`;
  if (deadline.dueOn === null) return `${what} has no day now`;
  if (state === 'void') return `${what} no longer owed`;
  if (metOn !== undefined) return `${what} done`;
  if (state === 'missed') return ours ? `${what} missed` : lateOnEveryReading ? `${what} is late` : `${what} was due`;
  if (expected) return ours ? `${what}, the careful day` : `${what} expected`;
  return ours ? `${what} due` : `${what} due from the agency`;
}

/** Ours count from the earliest reading; an agency's is told once, when its day is over on every reading. */
function alarmsOf(row: FeedRow, deadline: Deadline | null): number[] {
  const { due_on: dueOn } = row;
  // The same for all of them: when alarms ring must not tell whose deadline it is.
  if (row.confidential) return DAYS_BEFORE.map((days) => MORNING - 24 * days);
  if (!deadline || deadline.expected) return [];
  if (deadline.owedBy === 'agency') {
    const { latestReadingOn } = deadline;
    if (latestReadingOn === null) return [];
    return [24 * (daysBetween(dueOn, laterOf(dueOn, latestReadingOn)) + 1) + MORNING];
  }
  const careful = [deadline.earliestReadingOn ?? dueOn, deadline.mustArriveBy?.on ?? dueOn].reduce(earlierOf, dueOn);
  const lead = daysBetween(careful, dueOn);
  return DAYS_BEFORE.map((days) => MORNING - 24 * (days + lead));
}
