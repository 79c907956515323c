import type { DeadlineAtGlance, StandingDifferences } from './compare.ts';
import { formatDay } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import type { Consequence, Deadline, DeadlineState, Standing, Step } from './standing.ts';
import type { Citation } from './terms.ts';

/** Why a deadline falls on its day: a headline, one line a step, other readings at the end. Plain text. */
export function explainDeadline(deadline: Deadline): string {
  const lines = [headline(deadline), ...deadline.steps.map(stepLine)];
  if (deadline.mustArriveBy)
    lines.push(`  must arrive by ${formatDay(deadline.mustArriveBy.on)}${atHour(deadline.mustArriveBy.cutOff)}`);
  for (const other of deadline.otherReadings) {
    const gives = other.dueOn ? formatDay(other.dueOn) : 'no date yet';
    lines.push(`  another reading: ${gives}, if ${other.says} [${citationWords(other.cites)}]`);
  }
  return lines.join('\n');
}

/** What differs between two standings, a line each; says so if nothing does. */
export function explainDifferences({ status, outcome, deadlines, consequences }: StandingDifferences): string {
  const lines = [
    ...(status ? [`status: ${status.first} → ${status.second}`] : []),
    ...(outcome ? [`outcome: ${outcome.first ?? 'none'} → ${outcome.second ?? 'none'}`] : []),
    ...deadlines.map(({ id, first, second }) => `${id}: ${glanceInWords(first)} → ${glanceInWords(second)}`),
    ...consequences.map(({ kind, first, second }) => `${words(kind)}: ${spanInWords(first)} → ${spanInWords(second)}`),
  ];
  return lines.length > 0 ? list('Differences', lines) : 'No differences.';
}

function glanceInWords(glance: DeadlineAtGlance | null): string {
  if (!glance) return 'none';
  const due = glance.dueOn ? `, due ${formatDay(glance.dueOn)}` : ', no day';
  return `${glance.state}${due}${glance.metOn ? `, done ${formatDay(glance.metOn)}` : ''}`;
}

function spanInWords(span: { from: PlainDate; until?: PlainDate } | null): string {
  if (!span) return 'no';
  return `from ${formatDay(span.from)}${span.until ? ` until ${formatDay(span.until)}` : ''}`;
}

/** A citation in words. One whose text nobody has read says so. */
export function citationWords({ label, unverified }: Citation): string {
  return unverified ? `${label} (not verified)` : label;
}

/** A whole standing in words, for a terminal. */
export function explainStanding(standing: Standing): string {
  return [
    overview(standing),
    ...standing.deadlines.map(explainDeadline),
    ...standing.consequences.map(explainConsequence),
    list(
      'Does not fit',
      standing.anomalies.map((anomaly) => `${anomaly.says} (${anomaly.kind}, fact ${anomaly.statusChangeId})`),
    ),
    list('Next', standing.nextStatusChanges.map(String)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function overview(standing: Standing): string {
  const lines = [
    `As of ${formatDay(standing.asOf)}: ${standing.status}${standing.outcome ? `, ${words(standing.outcome)}` : ''}`,
  ];
  if (standing.filedOn) lines.push(`  filed ${formatDay(standing.filedOn)}`);
  if (standing.closedOn) lines.push(`  closed ${formatDay(standing.closedOn)}`);
  if (standing.trackingNumbers.length) lines.push(`  tracking number ${standing.trackingNumbers.join(', ')}`);
  if (standing.estimate) lines.push(`  the agency's own date: ${formatDay(standing.estimate.date)}`);
  for (const matter of standing.openMatters)
    lines.push(`  open since ${formatDay(matter.since)}: ${words(matter.kind)}`);
  if (standing.turnsOn) lines.push(`  next change by itself: ${formatDay(standing.turnsOn)}`);
  return lines.join('\n');
}

const said: Record<DeadlineState, string> = {
  running: 'due',
  paused: 'stands still',
  met: 'met, due',
  missed: 'missed, due',
  void: 'no longer owed, was due',
};

/** State and day: `missed, due Tue 28 Jul 2026`. */
function stateInWords({ state, dueOn, expected }: Deadline): string {
  if (!dueOn) return state === 'running' ? 'open, without a day' : (said[state].split(',')[0] ?? '');
  if (expected && state === 'running') return `expected around ${formatDay(dueOn)}`;
  return `${said[state]} ${formatDay(dueOn)}`;
}

function headline(deadline: Deadline): string {
  const who = deadline.owedBy === 'agency' ? 'the agency' : 'you';
  const rest = deadline.remaining ? `, ${deadline.remaining.count} ${words(deadline.remaining.unit)}s left` : '';
  const done = deadline.metOn ? `, done ${formatDay(deadline.metOn)}` : '';
  const late = deadline.overdue ? ', still owed' : '';
  const mine = deadline.owedBy === 'requester';
  const notes = [
    deadline.assumed && 'if received as assumed',
    deadline.onlyIf
      ? `${mine ? 'needed' : 'owed'} only ${deadline.onlyIf}`
      : deadline.expected && deadline.dueOn && unset(mine),
    deadline.owedBy === 'agency' &&
      deadline.state === 'missed' &&
      !deadline.lateOnEveryReading &&
      'not late on every reading',
    deadline.confidence === 'low' && !deadline.expected && 'the rule was not verified',
  ].filter(Boolean);
  return `${words(deadline.kind)} (${who}): ${stateInWords(deadline)}${rest}${done}${late}${notes.length ? ` (${notes.join('; ')})` : ''}`;
}

/** Of a day that nobody misses: an agency's is guidance, our own is the careful one where a window may have no end. */
function unset(mine: boolean): string {
  return mine ? 'the careful day: it may not bind you' : 'the law sets no day';
}

function stepLine(step: Step): string {
  return `  ${step.on}  ${step.says}${step.cites ? ` [${citationWords(step.cites)}]` : ''}`;
}

function explainConsequence(consequence: Consequence): string {
  const span = `from ${formatDay(consequence.from)}${consequence.until ? ` until ${formatDay(consequence.until)}` : ''}`;
  const cites = consequence.cites.map(citationWords).join('; ');
  return [
    `${words(consequence.kind)} ${span}: ${consequence.says} [${cites}]`,
    ...consequence.steps.map(stepLine),
  ].join('\n');
}

function list(title: string, items: string[]): string {
  return items.length ? [`${title}:`, ...items.map((item) => `  ${item}`)].join('\n') : '';
}

function words(kebab: string): string {
  return kebab.replaceAll('-', ' ');
}

function atHour(cutOff: string | undefined): string {
  return cutOff ? ` at ${cutOff}` : '';
}
