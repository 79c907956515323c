import { optionalHolidays } from './holidays/all.ts';
import { parsePlainDate } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import { deadlineKinds } from './standing.ts';
import type { DeadlineKind } from './standing.ts';
import type { Citation } from './statute.ts';

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
  /** `add`: days off, or the name of an optional holiday (`inauguration-day`). `remove`: days that count as working days. */
  calendar?: { add?: string[]; remove?: PlainDate[] };
};

/** A fault in what was given; `pointer` is a JSON Pointer into it. */
export interface OverrideError {
  pointer: string;
  detail: string;
}

/** Reads overrides from outside. Unknown keys are errors; every rule needs its citation. Never throws. */
export function parseOverrides(value: unknown): { overrides: Overrides } | { errors: OverrideError[] } {
  const errors: OverrideError[] = [];
  const root = asObject(value, '', errors);
  for (const [key, rule] of Object.entries(root)) {
    const pointer = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (key === 'calendar') checkCalendar(rule, pointer, errors);
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

function checkCalendar(value: unknown, pointer: string, errors: OverrideError[]): void {
  for (const [key, days] of Object.entries(asObject(value, pointer, errors))) {
    if (days === undefined) continue;
    if (key !== 'add' && key !== 'remove') {
      errors.push({ pointer: `${pointer}/${key}`, detail: 'unknown; known are add, remove' });
    } else if (!Array.isArray(days)) {
      errors.push({ pointer: `${pointer}/${key}`, detail: 'must be a list of days' });
    } else {
      days.forEach((d, i) => {
        if (parsePlainDate(d) || (key === 'add' && optionalHolidays().includes(String(d)))) return;
        errors.push({ pointer: `${pointer}/${key}/${i}`, detail: 'must be a real day, YYYY-MM-DD' });
      });
    }
  }
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
