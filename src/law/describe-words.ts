import { lengthInWords } from './matters/term.ts';
import type { PlainDate } from './plain-date.ts';
import type { Term } from './terms.ts';

/** Words that descriptions of laws share. */

const starts: Record<Term['from'], string> = {
  receipt: 'from receipt',
  'first-receipt': 'from receipt by the first office',
  sending: 'from sending',
  acknowledgement: 'from the acknowledgement',
  'date-of-act': 'from the date of the act',
  'notice-of-act': 'from the day the letter reached us',
  'receipt-of-appeal': 'from its receipt',
  'sending-of-appeal': 'from its sending',
  'due-date': 'from the last day of the period before',
  service: 'from service',
  accrual: 'from the first day on which one may sue',
  asking: 'from the question',
};

/** `20 working days from receipt`. */
export function termInWords(term: Term): string {
  const roll = {
    none: '',
    'next-working-day': ', moved to the next working day',
    'next-non-holiday': ', moved to the next day that is no Sunday or holiday',
    'next-court-day': ', moved to the next court day',
  }[term.roll];
  const first = term.firstDayCounts ? ' (the first day counts)' : '';
  return `${lengthInWords(term)} ${starts[term.from]}${first}${roll}`;
}

export function tracksInWords(tracks: readonly string[] | undefined): string {
  if (!tracks) return '';
  return ` (${tracks.map((track) => (track === 'plain' ? 'ordinary requests' : `track \`${track}\``)).join(', ')})`;
}

/** `read 2026-11-24`, or that nobody has. */
export function checkedInWords(checkedOn: PlainDate | null): string {
  return checkedOn ? `looked at on ${checkedOn}` : 'nobody has read it for this program';
}

export function plain(kebab: string): string {
  return kebab.replaceAll('-', ' ');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function sentence(text: string): string {
  return `${capital(text)}.`;
}
