import { parsePlainDate } from '../plain-date.ts';
import { below, type PackError } from './pack.ts';

const dateShaped = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What can be wrong anywhere in a law or a calendar: days that are none, rules that nobody has read and that do not say so.
 * With `quoted`, what was read may be another text than the one cited, which itself stays unverified.
 */
export function plainProblems(value: unknown, at: string, quoted = false): PackError[] {
  if (typeof value === 'string')
    return dateShaped.test(value) && !parsePlainDate(value)
      ? [{ pointer: at, detail: `"${value}" is no day from 1900 to 2200` }]
      : [];
  if (Array.isArray(value)) return value.flatMap((one, i) => plainProblems(one, below(at, i), quoted));
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Record<string, unknown>;
  return [
    ...citationProblems(fields, at, quoted),
    ...Object.entries(fields).flatMap(([name, one]) => plainProblems(one, below(at, name), quoted)),
  ];
}

function citationProblems(fields: Record<string, unknown>, at: string, quoted: boolean): PackError[] {
  const found: PackError[] = [];
  const label = fields['label'];
  if (typeof label === 'string' && label.trim() === '')
    found.push({ pointer: below(at, 'label'), detail: 'must name where the rule is written' });
  const cites = fields['cites'] as { unverified?: true } | undefined;
  if (fields['checkedOn'] === undefined || !cites) return found;
  const read = fields['checkedOn'] !== null;
  if (read && cites.unverified && !quoted)
    found.push({
      pointer: below(at, 'cites', 'unverified'),
      detail: 'says that nobody has read it, checkedOn says when',
    });
  if (!read && !cites.unverified)
    found.push({
      pointer: below(at, 'cites'),
      detail: 'was read by nobody (checkedOn is null): say "unverified": true',
    });
  return found;
}
