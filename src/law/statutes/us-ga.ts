import { day } from '../plain-date.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const code = citesOf('O.C.G.A.');
const guide = 'a guide to open government, policies of agencies and a letter of a foundation that quote it';

/** Georgia: three business days to produce, or to say when. A fee notice parks the request. */
export const usGa = write({
  id: 'us-ga',
  name: 'Open Records Act',
  jurisdiction: 'US-GA',
  cites: code('50-18-70 to 50-18-77'),
  timeZone: 'America/New_York',
  version: {
    from: day('2012-04-17'),
    to: null,
    appliesTo: 'filed-from',
    cites: code('50-18-71 as of 17 April 2012'),
    confidence: 'medium',
  },
  calendar: 'us-ga',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...told(
      code('50-18-71(b)(1)(B), (b)(3)'),
      'general accounts: where an officer is named, from his receipt; his absence delays nothing',
    ),
  },
  terms: { determination: term(3, 'working-day', 'receipt', read(code('50-18-71(b)(1)(A)'), guide)) },
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
        code('50-18-71(b)(1)(A)'),
        `${guide}: within the three days a description of the records and a timetable, without a limit`,
      ),
    },
  ],
  tolls: [
    {
      id: 'prepayment',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid'],
      // Over $500. How the days resume is not said: three new ones are the later reading.
      effect: 'restart',
      stops: 'day-after',
      ...told(code('50-18-71(d)'), guide),
    },
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'asks-answer',
      answers: ['fee-answered', 'fee-paid'],
      effect: 'restart',
      stops: 'day-after',
      ...told(
        code('50-18-71(d)'),
        `${guide}: over $25 the search may wait for our word; that three new days follow, and not the rest, is the later reading`,
      ),
    },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may sue in the superior court',
      endsWithAnswer: true,
      ...told(code('50-18-73(a)'), 'general accounts; the Act denies nothing by silence'),
    },
  ],
  adverseActs: refusals(told(code('50-18-71(d), 50-18-73(a)'), guide)),
  challenges: [
    courtWithoutWindow(
      'suit in the superior court',
      told(code('50-18-73(a)'), 'general accounts; no window was found'),
    ),
  ],
  notes: [
    "A timetable given within the three days is the answer; its day is the agency's own, and who lets it pass breaks a promise.",
    'The notice of a fee over $25 is itself due within the three days.',
    'To wait for the third day on purpose is a breach of its own, which no calendar shows.',
    'On another reading the rest of the three days runs on after we agree to a fee, which ends earlier.',
    'An unpaid bill of ours lets an agency ask for payment first (50-18-71(d)).',
  ],
});
