import { day } from '../plain-date.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, write } from './write.ts';
import type { DutyRule } from '../statute.ts';
import type { Term } from '../terms.ts';

const code = citesOf('S.C. Code');
const text = "the Code in the legislature's copy of February 2026";
const paragraph = code('30-4-30(C)');

const older = 'older-than-24-months';
const production = (days: number, from: Term['from']): Term =>
  term(days, 'calendar-day', from, read(paragraph, `${text}: from the day of the determination, or of a deposit`));

const afterDetermination: Omit<DutyRule, keyof Term> = {
  kind: 'production',
  owedBy: 'agency',
  what: 'to hand over the records',
  opensWith: ['determined'],
  outcomes: ['granted', 'partly-granted'],
  metBy: ['released'],
  // Once a deposit is asked for, the days run from its receipt.
  notWhileUnpaid: true,
  endedBy: ['fee-estimated', 'fee-paid'],
};

const afterDeposit: Omit<DutyRule, keyof Term> = {
  kind: 'production',
  owedBy: 'agency',
  what: 'to hand over the records, now that the deposit is paid',
  opensWith: ['fee-paid'],
  metBy: ['released'],
  // A payment for what is already there is no deposit.
  notAfter: ['released'],
  // A determination that comes later has days of its own.
  endedBy: ['determined'],
};

/** South Carolina. Silence grants the request, and a second period follows with another unit and another start. */
export const usSc = write({
  id: 'us-sc',
  name: 'Freedom of Information Act',
  jurisdiction: 'US-SC',
  cites: code('30-4-10 to 30-4-165'),
  timeZone: 'America/New_York',
  version: {
    from: day('2017-05-19'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: '2017 Act No. 67' },
    confidence: 'low',
  },
  calendar: 'us-sc',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(paragraph, `${text}: of a written request`) },
  terms: { determination: term(10, 'working-day', 'receipt', read(paragraph, text)) },
  tracks: [
    {
      id: older,
      says: 'for records older than 24 months on the day of the request',
      determination: term(20, 'working-day', 'receipt', read(paragraph, text)),
      ...read(paragraph, text),
    },
  ],
  extensions: [
    {
      ground: 'agree',
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      ...read(paragraph, `${text}: by written mutual agreement alone`),
    },
  ],
  silence: [
    {
      effect: 'deemed-approved',
      says: 'the request must be considered approved, but for what is exempt',
      // "Must be considered approved": a letter that comes later does not take that back.
      endsWithAnswer: false,
      ...read(paragraph, text),
    },
  ],
  adverseActs: refusals(read(code('30-4-30(C), 30-4-100(A)'), text)),
  challenges: [
    {
      ...courtWithoutWindow('suit in the circuit court', read(code('30-4-100(A)'), text)),
      window: term(
        1,
        'year',
        'date-of-act',
        read(
          code('30-4-100(A)'),
          `${text}: of the alleged violation; after silence counted from the last day, to be safe`,
        ),
      ),
    },
  ],
  duties: [
    { ...afterDetermination, tracks: [older], ...production(35, 'date-of-act') },
    { ...afterDetermination, ...production(30, 'date-of-act') },
    { ...afterDeposit, tracks: [older], ...production(35, 'date-of-act') },
    { ...afterDeposit, ...production(30, 'date-of-act') },
  ],
  notes: [
    'A suit is for a citizen of the State (30-4-100(A)).',
    'An answer is in time when it is mailed, e-mailed or handed over (30-4-30(C)).',
    'If a deposit is asked for, the thirty or 35 days run from its receipt: record the demand as a prepayment, and the day the payment arrived.',
    'By when the records are due after a silence that grants the request is not said; no day is shown for it.',
    'An extension that the body takes by itself gives nothing; it needs a written agreement (30-4-30(C)).',
    'Minutes of six months, police reports of fourteen days and some other records are open at once to whoever comes in person (30-4-30(D)).',
    'Whether the last of thirty, 35 or 365 days moves off a day off was not read; it is taken not to.',
    'Before May 2017 the period was fifteen working days; not built in.',
  ],
});
