import { optionalHolidays } from './holidays/all.ts';
import type { NamedDays } from './holidays/holiday.ts';
import { daysBetween, parsePlainDate } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import { deadlineKinds } from './standing.ts';
import type { DeadlineKind } from './standing.ts';
import type { Citation } from './terms.ts';

/** Units an agency may count in. Months and years are left to statutes: they do not mix with pauses. */
export const overrideUnits = ['working-day', 'calendar-day'] as const;
export type OverrideUnit = (typeof overrideUnits)[number];

/** What one agency's own regulation changes about one deadline. What is left out stays as the statute has it. */
export interface DeadlineOverride {
  count?: number;
  unit?: OverrideUnit;
  /** Count from the letter's date, or from the day it reached us. */
  from?: 'dated' | 'notified';
  /** Done when sent, or only when received. */
  metBy?: 'sent' | 'received';
  /** With `metBy: received`: the hour in the agency's zone after which a day no longer counts, `17:00`. */
  cutOff?: string;
  cites: Citation;
}

/** How long an agency gives for an answer when its letter sets no day. */
export interface AnswerWithin {
  count: number;
  unit: OverrideUnit;
  cites: Citation;
}

/** An agency's own rules over the statute's. */
export type Overrides = { [K in DeadlineKind]?: DeadlineOverride } & {
  answerWithin?: AnswerWithin;
  /**
   * `add`: days off, alone or with a name and a source, or the id of an optional holiday (`inauguration-day`). `remove`:
   * days that count as working days.
   */
  calendar?: { add?: (string | NamedDays)[]; remove?: (PlainDate | NamedDays)[] };
};

/** The most entries of one list of days. */
export const mostOwnDays = 1000;
/** The most days of one entry. */
export const longestSpan = 400;
/** The most days of one list. */
export const mostDaysInAll = 4000;
export const longestDayName = 200;

/** A fault in what was given; `pointer` is a JSON Pointer into it. */
export interface OverrideError {
  pointer: string;
  detail: string;
}

/**
 * Reads overrides from outside. Unknown keys are errors; every rule needs its citation. With the id of a calendar, only
 * its own optional holidays are known. Never throws.
 */
export function parseOverrides(
  value: unknown,
  calendarId?: string,
): { overrides: Overrides } | { errors: OverrideError[] } {
  const errors: OverrideError[] = [];
  const root = asObject(value, '', errors);
  for (const [key, rule] of Object.entries(root)) {
    const pointer = `/${escaped(key)}`;
    if (key === 'calendar') checkCalendar(rule, pointer, errors, optionalHolidays(calendarId));
    else if (key === 'answerWithin')
      checkRule(rule, pointer, ['count', 'unit', 'cites'], ['count', 'unit', 'cites'], errors);
    else if ((deadlineKinds as readonly string[]).includes(key)) checkRule(rule, pointer, ruleKeys, ['cites'], errors);
    else
      errors.push({
        pointer,
        detail: `unknown; known are ${[...deadlineKinds, 'answerWithin', 'calendar'].join(', ')}`,
      });
  }
  return errors.length ? { errors } : { overrides: copyOf(root) as Overrides };
}

const ruleKeys = ['count', 'unit', 'from', 'metBy', 'cutOff', 'cites'];

/** What is wrong with one value; null if nothing. */
const checks: Record<string, (value: unknown) => string | null> = {
  count: (v) =>
    Number.isInteger(v) && Number(v) >= 1 && Number(v) <= 3660 ? null : 'must be a whole number from 1 to 3660',
  unit: (v) => oneOf(v, overrideUnits),
  from: (v) => oneOf(v, ['dated', 'notified']),
  metBy: (v) => oneOf(v, ['sent', 'received']),
  cutOff: (v) =>
    typeof v === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(v) ? null : 'must be a time of day like 17:00',
};

function checkRule(
  value: unknown,
  pointer: string,
  known: string[],
  required: string[],
  errors: OverrideError[],
): void {
  const rule = asObject(value, pointer, errors);
  for (const key of required) {
    if (rule[key] === undefined) errors.push({ pointer: `${pointer}/${key}`, detail: 'is required' });
  }
  for (const [key, field] of Object.entries(rule)) {
    if (field === undefined) continue;
    if (!known.includes(key))
      errors.push({ pointer: `${pointer}/${key}`, detail: `unknown; known are ${known.join(', ')}` });
    else if (key === 'cites') checkCitation(field, `${pointer}/cites`, errors);
    else {
      const detail = checks[key]?.(field);
      if (detail) errors.push({ pointer: `${pointer}/${key}`, detail });
    }
  }
  if (rule['cutOff'] !== undefined && rule['metBy'] !== 'received') {
    errors.push({ pointer: `${pointer}/cutOff`, detail: 'needs metBy: received' });
  }
}

function checkCitation(value: unknown, pointer: string, errors: OverrideError[]): void {
  const citation = asObject(value, pointer, errors);
  if (typeof citation['label'] !== 'string' || !citation['label'].trim()) {
    errors.push({ pointer: `${pointer}/label`, detail: 'must name where the rule is written' });
  }
  if (
    citation['url'] !== undefined &&
    !(typeof citation['url'] === 'string' && /^https?:\/\/\S+$/.test(citation['url']))
  ) {
    errors.push({ pointer: `${pointer}/url`, detail: 'must be a web address' });
  }
  for (const key of Object.keys(citation)) {
    if (key !== 'label' && key !== 'url')
      errors.push({ pointer: `${pointer}/${key}`, detail: 'unknown; known are label, url' });
  }
}

function checkCalendar(value: unknown, pointer: string, errors: OverrideError[], optional: readonly string[]): void {
  for (const [key, days] of Object.entries(asObject(value, pointer, errors))) {
    const at = `${pointer}/${escaped(key)}`;
    if (days === undefined) continue;
    if (key !== 'add' && key !== 'remove') {
      errors.push({ pointer: at, detail: 'unknown; known are add, remove' });
    } else if (!Array.isArray(days)) {
      errors.push({ pointer: at, detail: 'must be a list of days' });
    } else if (days.length > mostOwnDays) {
      errors.push({ pointer: at, detail: `has ${days.length} entries; at most ${mostOwnDays} are taken` });
    } else {
      days.forEach((one: unknown, i) => {
        if (typeof one === 'object' && one !== null) checkNamedDays(one, `${at}/${i}`, errors);
        else if (!parsePlainDate(one) && !(key === 'add' && optional.includes(String(one))))
          errors.push({ pointer: `${at}/${i}`, detail: whatDay(key, optional) });
      });
      const inAll = days.reduce((sum: number, one: unknown) => sum + lengthOf(one), 0);
      if (inAll > mostDaysInAll)
        errors.push({ pointer: at, detail: `has ${inAll} days; at most ${mostDaysInAll} are taken` });
    }
  }
}

/** Days of one entry; what is none has no more than one. */
function lengthOf(one: unknown): number {
  if (typeof one !== 'object' || one === null) return 1;
  const { from, to } = one as Record<string, unknown>;
  const [first, last] = [parsePlainDate(from), parsePlainDate(to)];
  return first && last && last >= first ? daysBetween(first, last) + 1 : 1;
}

function whatDay(key: 'add' | 'remove', optional: readonly string[]): string {
  const day = 'must be a real day, YYYY-MM-DD, or {from, to?, name, cites}';
  if (key === 'remove') return day;
  if (optional.length === 0) return `${day}; this calendar has no optional holidays`;
  return `${day}, or an optional holiday: ${optional.join(', ')}`;
}

function checkNamedDays(value: object, pointer: string, errors: OverrideError[]): void {
  const days = asObject(value, pointer, errors);
  const [from, to] = [parsePlainDate(days['from']), parsePlainDate(days['to'])];
  if (!from) errors.push({ pointer: `${pointer}/from`, detail: 'must be a real day, YYYY-MM-DD' });
  if (days['to'] !== undefined) {
    const detail = to ? from && spanFault(from, to) : 'must be a real day, YYYY-MM-DD';
    if (detail) errors.push({ pointer: `${pointer}/to`, detail });
  }
  const fault = nameFault(days['name']);
  if (fault) errors.push({ pointer: `${pointer}/name`, detail: fault });
  if (days['cites'] === undefined) errors.push({ pointer: `${pointer}/cites`, detail: 'is required' });
  else checkCitation(days['cites'], `${pointer}/cites`, errors);
  for (const key of Object.keys(days)) {
    if (!['from', 'to', 'name', 'cites'].includes(key))
      errors.push({ pointer: `${pointer}/${escaped(key)}`, detail: 'unknown; known are from, to, name, cites' });
  }
}

/** What is wrong with a span of days; null if nothing. */
export function spanFault(from: PlainDate, to: PlainDate): string | null {
  if (to < from) return `is before its first day, ${from}`;
  return daysBetween(from, to) < longestSpan ? null : `must be at most ${longestSpan} days from the first`;
}

/** What is wrong with the name of a day; null if nothing. */
export function nameFault(name: unknown): string | null {
  if (typeof name !== 'string' || !name.trim()) return 'must say what the days are';
  if (name.length > longestDayName) return `must have at most ${longestDayName} characters`;
  return /[\u0000-\u001f\u007f]/.test(name) ? 'must be on one line' : null;
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function oneOf(value: unknown, known: readonly string[]): string | null {
  return typeof value === 'string' && known.includes(value) ? null : `must be one of ${known.join(', ')}`;
}

function asObject(value: unknown, pointer: string, errors: OverrideError[]): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  errors.push({ pointer, detail: 'must be an object' });
  return {};
}

/** A copy, so that what was checked cannot change afterwards. All of it is plain JSON by now. */
function copyOf(value: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(value));
}
