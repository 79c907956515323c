import { day } from '../plain-date.ts';
import type { Statute, Toll } from '../statute.ts';
import type { Provenance } from '../terms.ts';
import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const sunshine = citesOf('RSMo');
const text = 'the section in copies of the statutes';
const note = "a municipal law firm's note on HB 145 (2025), and the press; the number of the subsection is less sure";
const newFees = { label: 'RSMo 610.026 as changed by HB 145 (2025)' };

/** By the letter's words: without the warning in it nothing lapses. */
const lapsing = (id: string, asked: string, asks: Pick<Toll, 'asks' | 'only' | 'answers'>): Toll => {
  const known: Provenance = told(newFees, `${note}; the notice must warn of it`);
  return {
    id,
    limit: null,
    ...asks,
    // How many days are left after our answer is not said: three new ones are the later reading.
    effect: 'restart',
    // An answer on the third day that asks for something is an answer in time.
    stops: 'same-day',
    lapses: term(90, 'calendar-day', 'asking', known, {
      otherReadings: [
        {
          policy: 'fees-over-1000',
          says: 'the fees exceed 1,000 dollars: then it is 150 days',
          count: 150,
          cites: newFees,
        },
      ],
    }),
    ...unread(newFees, `${asked}: that the three days wait as well is a cautious reading of this program; ${note}`),
  };
};

const since2025 = write({
  id: 'us-mo',
  name: 'Missouri Sunshine Law',
  jurisdiction: 'US-MO',
  cites: sunshine('610.010 to 610.035'),
  timeZone: 'America/Chicago',
  version: { from: day('2025-08-28'), to: null, appliesTo: 'event-from', cites: newFees, confidence: 'low' },
  calendar: 'us-mo',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(sunshine('610.023.3'), `${text}: received by the custodian of records`),
  },
  terms: { determination: term(3, 'working-day', 'receipt', read(sunshine('610.023.3'), text)) },
  extensions: [
    {
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      promise: true,
      noticedBy: ['extended', 'estimated'],
      ...read(
        sunshine('610.023.3'),
        `${text}: a detailed explanation with the place and the earliest time and date; no most is set`,
      ),
    },
  ],
  tolls: [
    lapsing('fee', 'all fees may be asked for first', {
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid'],
    }),
    lapsing('clarification', 'a question about the request', {
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
    }),
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may sue over the delay',
      endsWithAnswer: true,
      ...told(sunshine('610.027'), 'others that describe it; no silence counts as a denial'),
    },
  ],
  adverseActs: refusals(told(sunshine('610.023.4, 610.027'), text)),
  challenges: [
    {
      id: 'court',
      name: 'suit in the circuit court',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'request', when: 'silence' },
        { of: 'request', when: 'adverse-act' },
      ],
      window: term(
        1,
        'year',
        'accrual',
        told(
          { label: 'RSMo 610.027.5; Missouri Landowners Alliance v. Grain Belt Express (Mo. App. 2018)' },
          'two summaries of the opinion: a year from when the violation could be known, at most two years',
        ),
      ),
      metBy: 'sent',
      ...told(sunshine('610.027'), 'others that describe it'),
    },
  ],
  notes: [
    'Only the custodian of records starts the days: record the day on which the request reached that office.',
    'On request a written statement of the grounds of a denial is owed by the end of the third working day after that request (610.023.4); no fact tells of such a request, so no day is shown.',
    'A notice without the warning that the request will be withdrawn ends nothing: record the estimate without prepayment then.',
    'Local bodies keep other holidays than the State (12 February, 8 May): take those days out per agency.',
    "The place and time that a timely explanation gives are the body's own: who lets them pass breaks a promise, while the three days were kept.",
    'The Attorney General hears complaints without times.',
  ],
});

const until2025: Statute = {
  ...since2025,
  version: { from: null, to: day('2025-08-27'), appliesTo: 'filed-from', cites: sunshine('610.023 (2004)') },
  tolls: [],
};

/** Missouri. The requester's silence ends the request, after 90 or 150 days. */
export const usMo: Statute = { ...since2025, earlier: [until2025] };
