import { formatDay } from '../law/plain-date.ts';
import type { StatusChange, StatusChangeKind } from '../law/status-change.ts';

type Sentence = (fields: Record<string, unknown>) => string;

/** What each kind says happened. */
const sentences: Record<StatusChangeKind, Sentence> = {
  filed: () => 'The request was sent',
  undeliverable: () => 'A message came back undelivered',
  received: () => 'The agency received the request',
  routed: () => 'The request reached the component that holds the records',
  acknowledged: () => 'The agency acknowledged the request',
  perfected: () => 'The agency calls the request complete',
  'clarification-requested': (f) => `The agency asked what is meant${by(f.answerBy, ', answer by')}`,
  clarified: () => 'We answered what is meant',
  'interest-asked': (f) => `The agency asked whether we are still interested${by(f.answerBy, ', answer by')}`,
  'interest-confirmed': () => 'We said that we are still interested',
  narrowed: () => 'Scope or time frame was agreed anew',
  aggregated: () => 'The agency treats the request together with others',
  'fee-estimated': (f) => `The agency estimated fees${money(f.amount)}${by(f.answerBy, ', answer by')}`,
  'fee-answered': (f) => `We answered the fee estimate: ${words(f.answer)}`,
  'fee-paid': () => 'We paid the fee',
  'fee-settled': () => 'The question of fees was settled',
  'fee-category-decided': (f) => `The agency put us into the fee category ${words(f.category)}`,
  'fee-waiver-requested': () => 'We asked for a waiver of fees',
  'fee-waiver-decided': (f) => `The agency ${f.granted ? 'granted' : 'refused'} the waiver of fees`,
  'expedition-requested': () => 'We asked for expedited processing',
  'expedition-decided': (f) => `The agency ${f.granted ? 'granted' : 'refused'} expedited processing`,
  extended: (f) =>
    `The agency extended its time${f.of === 'appeal-decision' ? ' for the appeal' : ''}${by(f.until, ' until')}`,
  estimated: (f) => `The agency named a date of its own${by(f.date, ':')}`,
  consulted: () => 'The agency asked another body before it answers',
  transferred: (f) => `The agency sent ${f.scope === 'all' ? 'the request' : 'part of the request'} on to another body`,
  'ruling-requested': () => 'The agency asked its overseer for a ruling',
  'ruling-given': () => 'The overseer gave its ruling',
  'interim-release': (f) => `The agency released first records${pages(f.pagesReleased)}`,
  determined: (f) => `The agency decided: ${words(f.outcome)}${codes(f.exemptions)}${pages(f.pagesReleased)}`,
  released: (f) => `Records were released (${words(f.because)})`,
  'closed-by-agency': (f) => `The agency closed the request (${words(f.reason)})`,
  appealed: (f) => (f.about === null ? 'We appealed against silence' : 'We appealed'),
  'appeal-received': () => 'The appeal was received',
  'appeal-decided': (f) => `The appeal was decided: ${words(f.outcome)}`,
  'mediation-requested': () => 'We asked for mediation',
  'mediation-ended': () => 'Mediation ended',
  'lawsuit-filed': (f) => `We sued${typeof f.court === 'string' ? ` in ${f.court}` : ''}`,
  served: () => 'The complaint was served',
  'court-ordered': (f) =>
    `The court made an order (${(f.items as unknown[]).length === 1 ? 'one item' : `${(f.items as unknown[]).length} items`})`,
  'lawsuit-ended': (f) => `The suit ended: ${words(f.outcome)}`,
  contacted: () => 'We were in touch with the agency',
  withdrawn: () => 'We withdrew the request',
  closed: () => 'We closed the request',
  reopened: () => 'We reopened the request',
  corrected: (f) => (f.replacement === null ? 'An earlier entry was taken out' : 'An earlier entry was corrected'),
  redacted: (f) => `A free text was removed for good: ${String(f.reason)}`,
};

/** What a fact says, as a sentence. */
export function inWords(change: StatusChange): string {
  const fields = change as unknown as Record<string, unknown>;
  const channel =
    typeof fields.channel === 'string' ? ` (by ${fields.channel === 'email' ? 'e-mail' : fields.channel})` : '';
  const number = typeof fields.trackingNumber === 'string' ? `, tracking number ${fields.trackingNumber}` : '';
  return `${sentences[change.kind](fields)}${number}${channel}.`;
}

/** A fact by kind and day: "extended of Fri 10 Jul 2026". */
export function nameOf(change: StatusChange): string {
  return `${change.kind} of ${formatDay(change.on)}`;
}

/** Why dates moved: the facts just recorded, corrections by what they correct. */
export function becauseOf(added: readonly StatusChange[], history: readonly StatusChange[]): string {
  const names = added.map((change) => {
    if (change.kind !== 'corrected') return `${nameOf(change)} was recorded`;
    const wrong = history.find((other) => other.id === change.corrects);
    return `${wrong ? nameOf(wrong) : 'an entry'} was ${change.replacement === null ? 'taken out' : 'corrected'}`;
  });
  return names.join('; ');
}

function by(value: unknown, before: string): string {
  return typeof value === 'string' ? `${before} ${formatDay(value as StatusChange['on'])}` : '';
}

function words(value: unknown): string {
  return String(value).replaceAll('-', ' ');
}

function money(value: unknown): string {
  const amount = value as { value: number; currency: string } | undefined;
  return amount ? ` at ${amount.value} ${amount.currency}` : '';
}

function pages(value: unknown): string {
  return typeof value === 'number' ? `, ${value} ${value === 1 ? 'page' : 'pages'}` : '';
}

function codes(value: unknown): string {
  const exemptions = (value ?? []) as (string | { code: string })[];
  if (exemptions.length === 0) return '';
  return `, withholding under ${exemptions.map((one) => (typeof one === 'string' ? one : one.code)).join(', ')}`;
}
