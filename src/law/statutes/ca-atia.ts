import { day } from '../plain-date.ts';
import { citesOf, length, read, refusals, term, write } from './write.ts';

const act = citesOf('Access to Information Act', 'https://laws-lois.justice.gc.ca/eng/acts/A-1/');
const interpretation = citesOf('Interpretation Act, R.S.C. 1985, c. I-21,');
const text = "the text of the Act in the Department of Justice's own data, consolidated to July 2026";
const rolls = { roll: 'next-non-holiday', rollCites: interpretation('ss. 26, 35') } as const;

/** The Treasury Board's manual: what its institutions go by, and a day or two later than the Act. */
const saturdayMoves = {
  policy: 'saturday-moves',
  says: 'a last day on a Saturday moves to the next working day too',
  roll: 'next-working-day',
  cites: { label: 'Treasury Board of Canada Secretariat, Access to Information Manual', unverified: true },
} as const;

/** Canada, federal. Sundays and holidays move a last day, Saturdays do not; who is silent is taken to have refused. */
export const caAtia = write({
  id: 'ca-atia',
  name: 'Access to Information Act',
  jurisdiction: 'CA',
  cites: act('(R.S.C. 1985, c. A-1)'),
  timeZone: 'America/Toronto',
  version: {
    from: day('2019-06-21'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'S.C. 2019, c. 18' },
    confidence: 'medium',
  },
  calendar: 'ca-federal',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(interpretation('s. 27(2), (5)'), text) },
  terms: {
    determination: term(30, 'calendar-day', 'receipt', read(act('s. 7'), text), {
      ...rolls,
      otherReadings: [saturdayMoves],
    }),
  },
  extensions: [
    {
      of: ['determination'],
      count: null,
      unit: 'calendar-day',
      from: 'start',
      times: null,
      late: 'void',
      noticeWithin: length(30, 'calendar-day'),
      ...read(act('s. 9(1)'), `${text}: a reasonable period, with notice within thirty days after receipt`),
    },
  ],
  tolls: [
    {
      id: 'approval-to-decline',
      limit: null,
      asks: 'ruling-requested',
      answers: ['ruling-given'],
      effect: 'toll',
      stops: 'same-day',
      ...read(act('s. 6.1(1.2), (1.3)'), `${text}: from the day of asking to the day the decision is received`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the head of the institution is deemed to have refused, and one may complain to the Information Commissioner',
      endsWithAnswer: true,
      ...read(act('s. 10(3)'), text),
    },
  ],
  adverseActs: refusals(read(act('ss. 10, 30(1)'), text)),
  challenges: [
    {
      id: 'complaint',
      name: 'complaint to the Information Commissioner',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(act('s. 30'), text),
      window: term(60, 'calendar-day', 'notice-of-act', read(act('s. 31'), text), rolls),
      metBy: 'sent',
    },
    {
      id: 'court',
      name: 'review by the Federal Court',
      level: 'court',
      filing: 'suit-filing',
      against: [{ of: 'complaint', when: 'adverse-act' }],
      ...read(act('s. 41'), text),
      // The report counts as received on the fifth business day after its date; thirty more follow.
      window: term(
        35,
        'working-day',
        'date-of-act',
        read(
          act('ss. 3 "business day", 41(1), (6)'),
          `${text}; the days of the recess of the courts count here: the rules no longer name it as the Act does`,
        ),
      ),
      metBy: 'sent',
    },
  ],
  notes: [
    'An extension of n days is a total from receipt (30 + n days, moved once at the end; Treasury Board practice as quoted by others): record the day it gives as the day of the extension. Some add it to the day to which the first period had moved; if the letter can be read so, record the later day.',
    'The Treasury Board also moves a last day off a Saturday, the Act does not: on its reading the institution is late a day or two later.',
    'While the Commissioner is asked to let the institution off a request (s. 6.1) the period stands still: record the day on which the decision was received.',
    'For the court, 21 December to 7 January count as business days; if the recess of the courts is left out (s. 3), the last day is later, never earlier.',
    'A request transferred within fifteen days counts as received on the first day (s. 8(2)): keep that day.',
    'A request needs the application fee with it (s. 11(1)); by regulation five dollars, which was not verified.',
    'Third parties are heard first (ss. 27, 28, 44), which may take sixty days and more; not built in.',
    'The text before 21 June 2019, without s. 6.1, is not written down here.',
  ],
});
