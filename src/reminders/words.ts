import type { Agency } from '../agencies/agency.entity.ts';
import type { Calendar } from '../law/calendar.ts';
import type { Notifications, Role } from '../auth/user.entity.ts';
import { citationWords, explainDeadline } from '../law/explain.ts';
import { addDays, daysBetween, formatDay, type PlainDate, weekday } from '../law/plain-date.ts';
import type { Deadline, Standing } from '../law/standing.ts';
import type { Citation } from '../law/terms.ts';
import type { Request } from '../requests/request.entity.ts';
import { dayIn, instantAt, startOfDay, wordsIn } from '../zone.ts';
import { type Instant, shift } from '../now.ts';
import { nextWords, whatCame } from './kinds-in-words.ts';
import { REOPENED } from './ladder.ts';
import { ESCALATED, MOVED, OWN } from './plan-input.ts';

/** One reminder that falls due, with all that can be said of it now. */
export interface Occasion {
  request: Pick<Request, 'id' | 'number' | 'subject' | 'confidential' | 'creatorId' | 'assigneeId' | 'trackingNumbers'>;
  agency: Pick<Agency, 'name' | 'timeZone'>;
  standing: Standing;
  calendar: Calendar;
  deadline: Deadline | null;
  rung: string;
  dueOn: PlainDate | null;
  /** A person's own words. */
  text: string | null;
}

export interface Reader {
  id: string;
  timeZone: string;
  role: Role;
  notifications: Notifications | null;
}

export interface Words {
  subject: string;
  text: string;
}

const LONGEST_SUBJECT = 180;
const SOON_WORKING_DAYS = 3;

const NAMES: Record<string, string> = {
  determination: 'determination',
  'expedition-decision': 'decision on expedited processing',
  'appeal-decision': 'appeal decision',
  'answer-to-complaint': 'answer to the complaint',
  'court-production': 'court-ordered production',
  answer: 'answer to the agency',
  withdrawal: 'last day before the request counts as withdrawn',
  'appeal-filing': 'appeal',
  'review-filing': 'request for review',
  'complaint-filing': 'complaint',
  'review-decision': 'decision on the review',
  'complaint-decision': 'decision on the complaint',
  'ruling-request': 'request for a ruling',
  'suit-filing': 'lawsuit',
  estimated: "agency's own date",
};

/** A deadline's kind, for the middle of a sentence. */
export function nameOfDeadline(kind: string): string {
  return NAMES[kind] ?? kind.replaceAll('-', ' ');
}

/** What can still be done when a day of one's own has passed. */
const LEFT: Record<string, string> = {
  answer:
    'Answer at once: an answer that comes late is still an answer, and many agencies take it. If the agency closes the request, that can be appealed, or the request filed anew.',
  'appeal-filing':
    'Ask the agency to take the appeal late, giving the reason; ask for mediation; or file the request anew, which opens a new window.',
  'review-filing':
    'Ask the agency to take it late, giving the reason; complain to the overseer, if there is one; or file the request anew.',
  'complaint-filing':
    'Ask the overseer to take it late, giving the reason; or file the request anew, which opens new time limits.',
  withdrawal:
    'By law the request counts as withdrawn. Answer all the same and ask the agency to go on; else file the request anew.',
  'suit-filing': 'Filing the request anew opens new time limits. Talk to counsel.',
  'court-production': 'Tell counsel and the court today.',
};

/**
 * Puts what falls due for one person at one moment into one message: one line for each deadline, the most pressing
 * first, then a section each. Of a confidential request it gives the number and a link, nothing else.
 */
export function compose(
  occasions: readonly Occasion[],
  reader: Reader,
  now: Instant,
  urlOf: (requestId: string) => string,
): Words {
  const pieces = onePerDeadline(occasions)
    .map((occasion) => ({ occasion, rank: rankOf(occasion, now) }))
    .sort((a, b) => a.rank - b.rank || compare(a.occasion, b.occasion))
    .map(({ occasion, rank }) => ({ ...pieceOf(occasion, reader, now, urlOf), heading: headingOf(occasion, rank) }));
  const [first, ...rest] = pieces;
  if (!first) throw new Error('A message without a reminder.');
  if (rest.length === 0) return { subject: oneLine(first.line), text: `${first.section}\n` };
  const isWeek = isDigestDay(reader, now);
  const lines = isWeek ? weekOf(pieces) : pieces.map((piece) => `- ${piece.line}`).join('\n');
  const sections = pieces.map((piece) => piece.section).join(`\n\n${'-'.repeat(60)}\n\n`);
  const subject = oneLine(`${isWeek ? 'My week, ' : ''}${pieces.length} reminders: ${first.line}`);
  return { subject, text: `${lines}\n\n${'='.repeat(60)}\n\n${sections}\n` };
}

/** 0: ours, due within three working days; 1: ours, missed; 2: the agency is late; 3: the rest. */
export function rankOf({ deadline, rung, calendar, agency }: Occasion, now: Instant): number {
  if (!deadline) return rung.startsWith('late') ? 2 : 3;
  if (deadline.owedBy === 'agency') return rung.startsWith('late') ? 2 : 3;
  if (deadline.state === 'missed') return 1;
  const last = deadline.earliestReadingOn ?? deadline.dueOn;
  const today = dayIn(agency.timeZone, now);
  return last !== null && calendar.workingDaysBetween(today, last) <= SOON_WORKING_DAYS ? 0 : 3;
}

/** After an outage several rungs of one deadline fall due together; the one planned for last says it all. */
function onePerDeadline(occasions: readonly Occasion[]): Occasion[] {
  const last = new Map<string, Occasion>();
  const own: Occasion[] = [];
  for (const occasion of occasions) {
    if (occasion.rung === OWN || occasion.rung === MOVED) own.push(occasion);
    else last.set(`${occasion.request.id} ${occasion.deadline?.id ?? occasion.rung.replace(/-\d.*$/, '')}`, occasion);
  }
  return [...last.values(), ...own];
}

function compare(a: Occasion, b: Occasion): number {
  const [dayA, dayB] = [a.dueOn ?? '9', b.dueOn ?? '9'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.request.number < b.request.number ? -1 : 1;
}

const HEADINGS = ['Due', 'Missed', 'Late', 'Silent', 'Expiring later', 'Other'] as const;

/** Under what a weekly digest lists it. */
function headingOf({ rung, deadline }: Occasion, rank: number): (typeof HEADINGS)[number] {
  if (rank < 3) return HEADINGS[rank]!;
  if (rung === 'silence' || rung === 'quiet') return 'Silent';
  return deadline?.owedBy === 'requester' ? 'Expiring later' : 'Other';
}

export function isDigestDay({ timeZone, notifications }: Reader, now: Instant): boolean {
  return notifications?.digest === 'weekly' && weekday(dayIn(timeZone, now)) === notifications.digestOn;
}

function weekOf(pieces: readonly (Piece & { heading: string })[]): string {
  return HEADINGS.flatMap((heading) => {
    const own = pieces.filter((piece) => piece.heading === heading);
    return own.length > 0 ? [`${heading}:\n${own.map((piece) => `- ${piece.line}`).join('\n')}`] : [];
  }).join('\n\n');
}

interface Piece {
  /** Also the subject of a message that holds nothing else. */
  line: string;
  section: string;
}

function pieceOf(occasion: Occasion, reader: Reader, now: Instant, urlOf: (id: string) => string): Piece {
  const { request, agency } = occasion;
  const url = urlOf(request.id);
  if (request.confidential) return { line: request.number, section: `${request.number}\n${url}` };
  const what = headline(occasion, now);
  const tracking = request.trackingNumbers.length > 0 ? ` (${request.trackingNumbers.join(', ')})` : '';
  const section = [
    `${what}.`,
    `${request.number}: ${oneLine(request.subject)}`,
    `${agency.name}${tracking}`,
    '',
    ...paragraphs(occasion, reader, now).flatMap((paragraph) => [paragraph, '']),
    url,
    occasion.rung === ESCALATED
      ? 'You get this because nobody has acknowledged it.'
      : `You get this as its ${roleOf(request, reader)}.`,
  ];
  return { line: `${request.number}: ${what}`, section: section.join('\n') };
}

/** What it is, in one line: "Appeal due in 14 days, Tue 3 Nov 2026". */
function headline(occasion: Occasion, now: Instant): string {
  const { deadline, rung, dueOn, agency, standing } = occasion;
  if (rung === OWN) return oneLine(occasion.text ?? '');
  if (rung === MOVED) return 'Dates moved, though nothing was recorded';
  if (rung === 'silence') return `No sign of life since it was filed on ${dayWords(standing.filedOn)}`;
  if (rung === 'quiet') return 'Nothing was recorded for 90 days';
  if (rung === REOPENED) return `Open again: ${reopenedWords(standing)}`;
  const name = capital(nameOfDeadline(deadline?.kind ?? 'estimated'));
  if (!deadline) return `The agency's own date, ${dayWords(dueOn)}, has passed`;
  if (deadline.owedBy === 'agency') {
    return deadline.lateOnEveryReading
      ? `${name} is late: it was due ${dayWords(deadline.dueOn)}`
      : `${name} due ${dayWords(deadline.dueOn)}`;
  }
  if (deadline.state === 'missed') return `${name}: the last day was ${dayWords(deadline.dueOn)}`;
  const last = deadline.earliestReadingOn ?? deadline.dueOn;
  if (last === null) return `${name} awaited; no date is set`;
  const days = daysBetween(dayIn(agency.timeZone, now), last);
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return `${name} due ${when}, ${dayWords(last)}`;
}

function paragraphs(occasion: Occasion, reader: Reader, now: Instant): string[] {
  const { deadline, rung, standing, dueOn } = occasion;
  const facts: string[] = [];
  if (rung === OWN || rung === MOVED) facts.push(occasion.text ?? '');
  if (rung === 'silence') {
    facts.push('The agency has neither confirmed that it has the request nor acknowledged it. Ask whether it arrived.');
  }
  if (rung === 'quiet') facts.push(`It is still open (${standing.status}). Ask how it stands, or close it.`);
  if (rung === REOPENED) {
    const { closing } = standing.reopened!;
    facts.push(
      `We had closed it on ${dayWords(closing.on)}. What came since opens it again; its status is now "${standing.status}". See what is next, or close it once more.`,
    );
  }
  if (!deadline && rung.startsWith('late')) {
    facts.push(`The agency itself named ${dayWords(dueOn)}. The date binds nobody, but it is a reason to ask again.`);
  }
  if (deadline) facts.push(...aboutDeadline(deadline, occasion, reader, now));
  const open = standing.consequences.filter((consequence) => consequence.until === undefined);
  if (open.length > 0 && rung !== OWN) {
    facts.push(['What follows:', ...open.map((one) => `  ${capital(one.says)} [${labels(one.cites)}]`)].join('\n'));
  }
  facts.push(...nextWords(standing));
  return facts;
}

/** "the agency decided, Wed 5 Aug 2026". */
function reopenedWords({ reopened }: Standing): string {
  return `${whatCame(reopened!.kind)}, ${dayWords(reopened!.on)}`;
}

function aboutDeadline(deadline: Deadline, { agency, calendar }: Occasion, reader: Reader, now: Instant): string[] {
  const facts: string[] = [];
  const ours = deadline.owedBy === 'requester';
  if (ours && deadline.state === 'missed') facts.push(`What is left: ${LEFT[deadline.kind] ?? 'ask for more time.'}`);
  if (ours && deadline.state === 'running') facts.push(...cutOffWords(deadline, agency.timeZone, reader.timeZone));
  if (!ours && deadline.lateOnEveryReading && deadline.dueOn)
    facts.push(latenessWords(deadline, calendar, agency, now));
  if (deadline.assumed) {
    const on = deadline.steps[0]?.on;
    facts.push(
      `The day of receipt is presumed, not confirmed: all this holds if they received it on ${dayWords(on ?? null)}.`,
    );
  }
  facts.push(`Why:\n${explainDeadline(deadline)}`);
  return facts;
}

/** The last moment, as the clocks show it at the agency and where the reader is. */
function cutOffWords(deadline: Deadline, there: string, here: string): string[] {
  const arrive = deadline.mustArriveBy;
  const last = arrive?.on ?? deadline.earliestReadingOn ?? deadline.dueOn;
  if (last === null) return [];
  // The last minute of the day, not the first of the next: who is in a hurry reads only the date.
  const end = arrive?.cutOff
    ? instantAt(there, last, arrive.cutOff)
    : shift(startOfDay(there, addDays(last, 1)), -60_000);
  const both = there === here ? wordsIn(there, end) : `${wordsIn(there, end)} = ${wordsIn(here, end)}`;
  if (arrive) return [`It must arrive by ${both}; sending it by then is not enough.`];
  return [`Send it by ${both}.`];
}

function latenessWords(deadline: Deadline, calendar: Calendar, agency: { timeZone: string }, now: Instant): string {
  const late = calendar.workingDaysBetween(deadline.dueOn!, dayIn(agency.timeZone, now));
  const days = `${late} working day${late === 1 ? '' : 's'}`;
  return `The agency is ${days} late, whichever way the law is read.`;
}

function roleOf(request: Occasion['request'], reader: Reader): string {
  if (request.assigneeId === reader.id) return 'assignee';
  if (request.creatorId === reader.id) return 'creator';
  return reader.role === 'owner' ? "desk's owner" : 'watcher';
}

function labels(cites: readonly Citation[]): string {
  return cites.map(citationWords).join('; ');
}

function dayWords(on: PlainDate | null): string {
  return on === null ? 'an unknown day' : formatDay(on);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A line break in a subject would become a header. */
function oneLine(text: string): string {
  const flat = text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
  return flat.length <= LONGEST_SUBJECT ? flat : `${flat.slice(0, LONGEST_SUBJECT - 1)}…`;
}
