import { formatDay, parsePlainDate, type PlainDate } from '../law/plain-date.ts';
import { nameOfDeadline } from '../reminders/words.ts';

type Promised = { rung: string; deadlineKind: string | null; dueOn: PlainDate | null };

const PLAIN: Record<string, string> = {
  opened: 'when it arose',
  'half-way': 'half-way to its day',
  missed: 'when it had been missed',
  escalated: 'because nobody had acknowledged it',
  silence: 'when there is no sign of life',
  quiet: 'when nothing has been recorded for long',
  singly: 'once more, alone, because it ended within a day',
};

const WHOLE: Record<string, string> = {
  own: 'a reminder that somebody made for themselves',
  moved: 'the news that dates had moved',
  silence: 'that there had been no sign of life since it was filed',
  quiet: 'that nothing had been recorded for long',
  reopened: 'that a closed request had been opened again',
};

/** What was promised: "the answer to the agency, due Wed 8 Jul 2026: 3 days before". */
export function promiseInWords({ rung, deadlineKind, dueOn }: Promised): string {
  const whole = WHOLE[rung] ?? (deadlineKind === null ? WHOLE[rung.split('-')[1] ?? ''] : undefined);
  if (whole !== undefined) return rung.startsWith('snoozed-') ? `${whole}, ${rungInWords(rung)}` : whole;
  const what = deadlineKind === null ? 'the request' : `the ${nameOfDeadline(deadlineKind)}`;
  return `${what}${dueOn === null ? '' : `, due ${formatDay(dueOn)}`}: ${rungInWords(rung)}`;
}

/** A rung's name as people say it: "3 days before", "5 working days before", "2nd reminder of its lateness". */
export function rungInWords(rung: string): string {
  const plain = PLAIN[rung];
  if (plain !== undefined) return plain;
  const before = /^(\d+)(w?)-before$/.exec(rung);
  if (before) return before[1] === '0' ? 'on the last day' : `${days(before[1]!, before[2] === 'w')} before`;
  const until = rung.startsWith('snoozed-') ? rung.slice(-10) : '';
  const day = parsePlainDate(until);
  if (day !== null) return `put off to ${formatDay(day)}`;
  const counted = /^(late|every)-(\d+)$/.exec(rung);
  if (counted?.[1] === 'late') return `reminder ${counted[2]} of its being late`;
  if (counted) return `reminder ${counted[2]} while no day is set`;
  const after = /^(late|missed|every)-(.+)$/.exec(rung);
  return after ? `${after[2]!.split('+').map(distance).join(' and ')} after` : rung;
}

/** `3w` is three working days, `3d` three days. */
function distance(text: string): string {
  return days(text.slice(0, -1), text.endsWith('w'));
}

function days(many: string, working: boolean): string {
  return `${many} ${working ? 'working ' : ''}day${many === '1' ? '' : 's'}`;
}
