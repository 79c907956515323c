import { findStatute } from '../law/statutes/all.ts';
import type { Form } from './form.ts';
import { elsewhereForms } from './forms-elsewhere.ts';
import { sourcedForms } from './forms-sourced.ts';
import { stateForms } from './forms-states.ts';
import { usFoiaForms, usPrivacyForms } from './forms-us.ts';

/** Why pages are not there, where it is no exemption: `reason:referral`. */
export const REASON = 'reason';

const federal = [...usFoiaForms, ...usPrivacyForms];
const others: readonly Form[] = [...stateForms, ...elsewhereForms, ...sourcedForms];
const byLaw = new Map<string, readonly Form[]>([
  ['us-foia', federal],
  ['us-privacy-act', federal],
]);

/** The ways in which exemptions are written in what is released under this law; none where we know of none. */
export function formsOf(statuteId: string): readonly Form[] {
  const known = byLaw.get(statuteId) ?? others.filter((form) => form.law === statuteId);
  byLaw.set(statuteId, known);
  return known;
}

const LONGEST = 100;

/**
 * The code of what a person typed, for a request under this law: `(b)(7)(C)`, `b7C` and `us-foia:b7C` are one. Under a
 * law whose forms are not known, the words as typed, without blanks. Null when nothing in the text is an exemption of it.
 */
export function codeOf(statuteId: string, typed: string): string | null {
  const text = typed.trim();
  const forms = formsOf(statuteId);
  const [prefix, rest] = split(text);
  const laws = new Set([statuteId, REASON, ...forms.map((form) => form.law)]);
  const [law, own] = rest !== null && laws.has(prefix) ? [prefix, rest.trim()] : [null, text];
  if (law === REASON) return /^[a-z-]{2,40}$/.test(own) ? `${REASON}:${own}` : null;
  const known = law === null ? forms : forms.filter((form) => form.law === law);
  for (const form of known) {
    const code = wholeMatch(form, own) ?? wholeMatch(form, `s ${own}`);
    if (code !== null) return `${form.law}:${code}`;
  }
  const isOpen = known.every((form) => form.isOpen);
  return isOpen && own.length > 0 && own.length <= LONGEST ? `${law ?? statuteId}:${own.replace(/\s+/gu, '')}` : null;
}

function wholeMatch({ pattern, code }: Form, text: string): string | null {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  return match?.index === 0 && match[0].length === text.length ? code(match.groups ?? {}) : null;
}

function split(code: string): [law: string, own: string | null] {
  const at = code.indexOf(':');
  return at < 0 ? [code, null] : [code.slice(0, at), code.slice(at + 1)];
}

const REASONS: Record<string, string> = {
  referral: 'sent to another agency, whose records they are',
  duplicate: 'the same page stands elsewhere in the release',
  sealed: 'under seal of a court',
  unstated: 'the sheet does not say, or not so that it can be read',
};

/** A code for people. */
export interface CodeView {
  code: string;
  /** As the law's readers write it: `(b)(7)(C)`. */
  label: string;
  /** What it protects, where the law's data says so. */
  says: string | null;
}

export function codeView(code: string): CodeView {
  const [law, own] = split(code);
  if (own === null) return { code, label: code, says: null };
  if (law === REASON) return { code, label: own, says: REASONS[own] ?? null };
  const federalParts = /^([a-z])(\d)([A-Z])?$/.exec(own);
  const isFederal = law === 'us-foia' || law === 'us-privacy-act';
  const label =
    isFederal && federalParts
      ? federalParts
          .slice(1)
          .filter(Boolean)
          .map((part) => `(${part})`)
          .join('')
      : own;
  const statute = findStatute(law);
  const rule = statute?.exemptions.find((one) => one.code.replace(/\s+/gu, '') === label);
  return { code, label, says: rule?.summary ?? null };
}
