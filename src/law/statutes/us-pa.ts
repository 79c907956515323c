import { day } from '../plain-date.ts';
import type { Citation } from '../terms.ts';
import { citesOf, read, refusals, term, told, write } from './write.ts';

const rtkl = citesOf('65 P.S.');
const opinion = (paragraph: string): Citation => ({
  label: `65 P.S. ${paragraph}; Governor's Office v. Donahue (Pa. 2014)`,
});
const rolls = { roll: 'next-working-day', rollCites: { label: '1 Pa.C.S. 1908' } } as const;
const pages = 'pages of the Office of Open Records and of the Budget Office; an earlier reading of the text';

/** Pennsylvania. Everything hangs on one officer's inbox, and silence starts the requester's time to appeal. */
export const usPa = write({
  id: 'us-pa',
  name: 'Right-to-Know Law',
  jurisdiction: 'US-PA',
  cites: rtkl('67.101 to 67.3104'),
  timeZone: 'America/New_York',
  version: { from: day('2009-01-01'), to: null, appliesTo: 'filed-from', cites: rtkl('67.3104') },
  calendar: 'us-pa',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(opinion('67.901'), 'the opinion: the period starts when the open-records officer has the request'),
  },
  terms: {
    determination: term(
      5,
      'working-day',
      'receipt',
      read(rtkl('67.901'), 'the text of the statute, on a case-law site'),
      rolls,
    ),
  },
  extensions: [
    {
      ground: 'agree',
      of: ['determination'],
      count: null,
      unit: 'calendar-day',
      from: 'due-date',
      times: null,
      late: 'void',
      ...told(rtkl('67.902(b)(2)'), `${pages}: to the day agreed in writing`),
    },
    {
      of: ['determination'],
      count: 30,
      unit: 'calendar-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...told(rtkl('67.902(b)'), `${pages}: a notice within the five days, with the reason and the day`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied, and the time to appeal runs',
      endsWithAnswer: true,
      ...read(rtkl('67.901, 67.902(b)(3)'), pages),
    },
  ],
  adverseActs: refusals(read(rtkl('67.1101(a)(1)'), pages)),
  challenges: [
    {
      id: 'appeal',
      name: 'appeal to the Office of Open Records',
      level: 'oversight',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(rtkl('67.1101(a)(1)'), pages),
      window: term(15, 'working-day', 'date-of-act', read(rtkl('67.1101(a)(1)'), pages)),
      windowAfterSilence: term(15, 'working-day', 'due-date', read(rtkl('67.1101(a)(1)'), pages), {
        otherReadings: [
          {
            policy: 'from-the-day-after',
            says: 'the day of the deemed denial is the day after the last day to answer',
            count: 16,
            cites: { label: '65 P.S. 67.1101(a)(1): "deemed denial"', unverified: true },
          },
        ],
      }),
      metBy: 'received',
      decision: {
        kind: 'appeal-decision',
        ...term(30, 'calendar-day', 'receipt-of-appeal', read(rtkl('67.1101(b)(1)'), pages), rolls),
        silence: {
          effect: 'deemed-denied',
          says: 'the appeal counts as denied, and the time to petition the court runs',
          endsWithAnswer: true,
          ...read(rtkl('67.1101(b)(2)'), pages),
        },
      },
    },
    {
      id: 'court',
      name: 'petition to the court',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'appeal', when: 'adverse-act' },
        { of: 'appeal', when: 'silence' },
      ],
      ...read(rtkl('67.1301(a), 67.1302(a)'), 'the text of the statute, edition of 2024'),
      window: term(
        30,
        'calendar-day',
        'date-of-act',
        read(rtkl('67.1301(a), 67.1302(a)'), 'the text of the statute, edition of 2024'),
        rolls,
      ),
      metBy: 'sent',
    },
  ],
  notes: [
    'Legal residents of the United States may ask.',
    'A notice that names a day more than thirty days off, without a written agreement, is a denial at once when the five days end (67.902(b)(2)); here the thirty days are counted all the same, so the time to appeal may end earlier than shown.',
    'An appeal against a body of the legislature, the courts or a district attorney goes to an officer of its own, with the same days.',
    'While a petition is before the court nothing need be released (67.1301(b)).',
    'What comes after office hours counts from the next day under the policies of some agencies; enter the day of receipt they may claim.',
    'A demand for prepayment may stop the period (67.1307(h)); that is not built in, since the Act itself does not say so.',
  ],
});
