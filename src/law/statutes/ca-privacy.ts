import { day } from '../plain-date.ts';
import { citesOf, length, read, refusals, term, write } from './write.ts';

const act = citesOf('Privacy Act', 'https://laws-lois.justice.gc.ca/eng/acts/P-21/');
const text = "the text of the Act in the Department of Justice's own data, consolidated to July 2026";
const interpretation = citesOf('Interpretation Act, R.S.C. 1985, c. I-21,');
const rolls = { roll: 'next-non-holiday', rollCites: interpretation('ss. 26, 35') } as const;
/** The Treasury Board's manual: what its institutions go by, and a day or two later than the Act. */
const saturdayMoves = {
  policy: 'saturday-moves',
  says: 'a last day on a Saturday moves to the next working day too',
  roll: 'next-working-day',
  cites: { label: 'Treasury Board of Canada Secretariat, Access to Information Manual', unverified: true },
} as const;
const noticed = { times: null, late: 'void', noticeWithin: length(30, 'calendar-day') } as const;
const reasonable = { count: null, unit: 'calendar-day', from: 'start', ...noticed } as const;

/** Canada, federal: one's own file. */
export const caPrivacy = write({
  id: 'ca-privacy',
  name: 'Privacy Act',
  jurisdiction: 'CA',
  cites: act('(R.S.C. 1985, c. P-21)'),
  timeZone: 'America/Toronto',
  version: { from: day('1983-07-01'), to: null, appliesTo: 'filed-from', cites: act('(R.S.C. 1985, c. P-21)') },
  calendar: 'ca-federal',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(interpretation('s. 27(2), (5)'), text) },
  terms: {
    determination: term(30, 'calendar-day', 'receipt', read(act('s. 14'), text), {
      ...rolls,
      otherReadings: [saturdayMoves],
    }),
  },
  extensions: [
    {
      ...reasonable,
      of: ['determination'],
      ground: 'translat',
      ...read(act('s. 15(b)'), `${text}: a reasonable period for translation`),
    },
    {
      ...reasonable,
      of: ['determination'],
      // Not "format": that is in "information", which every ground may name.
      ground: 'alternative-format',
      ...read(act('s. 15(b)'), `${text}: a reasonable period for another format`),
    },
    {
      ...reasonable,
      of: ['determination'],
      ground: 'conver',
      ...read(act('s. 15(b)'), `${text}: a reasonable period to convert it into another format`),
    },
    {
      ...noticed,
      of: ['determination'],
      count: 60,
      unit: 'calendar-day',
      from: 'start',
      otherReadings: [
        {
          policy: 'thirty-days-added-to-moved-day',
          says: 'thirty days are added to the day to which the first thirty had moved',
          count: 30,
          from: 'moved-due-date',
          cites: act('s. 15(a)'),
        },
      ],
      ...read(act('s. 15(a)'), `${text}: at most thirty days more, with notice within thirty days after receipt`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the head of the institution is deemed to have refused, and one may complain to the Privacy Commissioner',
      endsWithAnswer: true,
      ...read(act('s. 16(3)'), text),
    },
  ],
  adverseActs: refusals(read(act('ss. 16, 29(1)'), text)),
  challenges: [
    {
      id: 'complaint',
      name: 'complaint to the Privacy Commissioner',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(act('s. 29'), `${text}, which sets no last day`),
      window: null,
      metBy: 'sent',
    },
    {
      id: 'court',
      name: 'review by the Federal Court',
      level: 'court',
      filing: 'suit-filing',
      against: [{ of: 'complaint', when: 'adverse-act' }],
      ...read(act('s. 41'), text),
      window: term(
        45,
        'calendar-day',
        'notice-of-act',
        read(act('s. 41'), `${text}: after the results are reported; the Court may allow more`),
        rolls,
      ),
      metBy: 'sent',
    },
  ],
  notes: [
    'The Treasury Board also moves a last day off a Saturday, the Act does not: on its reading the institution is late a day or two later.',
    'Requests to correct a file have no clock here.',
  ],
});
