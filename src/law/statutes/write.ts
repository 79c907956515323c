import { day } from '../plain-date.ts';
import type { AdverseAct, Challenge, PresumedArrival, Statute } from '../statute.ts';
import type { Citation, Confidence, Length, Provenance, Term, TermStart, Unit } from '../terms.ts';

/**
 * Short ways of writing a law down. What comes out is plain data; nothing here knows a law.
 */

/** The day on which the sources of the laws were last looked at. */
const lookedOn = day('2026-11-24');

const known =
  (confidence: Confidence) =>
  (cites: Citation, source: string): Provenance => ({
    cites,
    source,
    confidence,
    checkedOn: lookedOn,
  });

/** Its own text was read, or official guidance that quotes it. */
export const read = known('high');

/** Several others say so; the text itself was not read. */
export const told = known('medium');

/** Nobody has read it for this program. */
export const unread = (cites: Citation, source: string): Provenance => ({
  cites: { ...cites, unverified: true },
  source,
  confidence: 'low',
  checkedOn: null,
});

/** `cites('N.Y. Pub. Off. Law', url)('89(3)(a)')`: paragraphs of one law. */
export const citesOf =
  (law: string, url?: string) =>
  (paragraph: string): Citation => ({ label: `${law} ${paragraph}`, ...(url && { url }) });

/** A length from an event, without moving a last day that is a day off. */
export const term = (
  count: number,
  unit: Unit,
  from: TermStart,
  provenance: Provenance,
  more: Partial<Pick<Term, 'roll' | 'rollCites' | 'orAtMost' | 'otherReadings'>> = {},
): Term => ({ count, unit, from, roll: 'none', ...provenance, ...more });

export const length = (count: number, unit: Unit): Length => ({ count, unit });

/** What is presumed of messages where the law is silent: the day sent, or a week by mail. */
export const usualArrival = (law: Citation): PresumedArrival => ({
  after: { email: 0, portal: 0, fax: 0, hand: 0, phone: 0, mail: 5, unknown: 5 },
  cites: { label: `presumed: ${law.label} counts from receipt, and no day of receipt is on record` },
  source: 'a cautious convention of this program, not a rule of law',
  confidence: 'low',
  checkedOn: lookedOn,
});

/** A refusal in whole or part, and a closing without an answer. */
export const refusals = (provenance: Provenance): AdverseAct[] => [
  { kind: 'determined', when: 'not-granted', concerns: 'request', ...provenance },
  {
    kind: 'closed-by-agency',
    when: 'always',
    concerns: 'request',
    ...provenance,
    source: `${provenance.source}; by analogy: it does not speak of closing`,
    confidence: provenance.confidence === 'high' ? 'medium' : provenance.confidence,
  },
];

/** A suit for which the law sets no last day. */
export const courtWithoutWindow = (
  name: string,
  provenance: Provenance,
  against: Challenge['against'] = [
    { of: 'request', when: 'silence' },
    { of: 'request', when: 'adverse-act' },
  ],
): Challenge => ({
  id: 'court',
  name,
  level: 'court',
  filing: 'suit-filing',
  against,
  window: null,
  metBy: 'sent',
  ...provenance,
});

type Needed = Pick<
  Statute,
  'id' | 'name' | 'jurisdiction' | 'cites' | 'timeZone' | 'version' | 'calendar' | 'receipt' | 'terms' | 'adverseActs'
>;

/** A law with what it does not speak of left empty. */
export function write(given: Needed & Partial<Statute>): Statute {
  return {
    presumedArrival: usualArrival(given.cites),
    extensions: [],
    tolls: [],
    silence: [],
    challenges: [],
    duties: [],
    policies: {},
    rules: {},
    fees: [],
    exemptions: [],
    exclusions: [],
    ...given,
  };
}
