import { day } from '../plain-date.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const rigl = citesOf('R.I. Gen. Laws');
const text = 'the General Laws in a public release of March 2023';

/** Rhode Island. Ten working days, and no fee for who is late. */
export const usRi = write({
  id: 'us-ri',
  name: 'Access to Public Records Act',
  jurisdiction: 'US-RI',
  cites: rigl('38-2-1 to 38-2-16'),
  timeZone: 'America/New_York',
  version: { from: day('2012-09-01'), to: null, appliesTo: 'filed-from', cites: rigl('38-2-3'), confidence: 'low' },
  calendar: 'us-ri',
  receipt: {
    by: 'body',
    onDayOff: 'next-working-day',
    cutOff: '16:30',
    ...told(
      { label: 'R.I. Gen. Laws 38-2-3(e); Attorney General, PR 23-36 (7 April 2023)' },
      'the finding accepts that what comes after business hours comes on the next business day; the hour is that of the state offices',
    ),
  },
  terms: { determination: term(10, 'working-day', 'receipt', read(rigl('38-2-3(e), 38-2-7(a)'), text)) },
  tracks: [
    {
      id: 'arrest-log',
      says: 'for the log of arrests of the last five days',
      determination: term(48, 'hour', 'receipt', told(rigl('38-2-3.2'), 'the heading and a summary'), {
        otherReadings: [
          {
            policy: 'over-a-weekend',
            says: 'over a weekend or a holiday it is 72 hours',
            count: 72,
            cites: rigl('38-2-3.2'),
          },
        ],
      }),
      ...told(rigl('38-2-3.2'), 'the heading and a summary'),
    },
  ],
  extensions: [
    {
      of: ['determination'],
      count: 20,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...read(
        rigl('38-2-3(e), 38-2-7(b)'),
        `${text}: an additional twenty, explained in writing for this request; a late notice gives nothing, as we read "forthwith"`,
      ),
    },
  ],
  tolls: [
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid', 'fee-settled'],
      effect: 'toll',
      stops: 'day-after',
      evenOnLastDay: true,
      ...read(rigl('38-2-7(b)'), `${text}: nothing is late while payment properly charged is awaited`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied',
      tracks: ['plain'],
      endsWithAnswer: true,
      ...read(rigl('38-2-7(b)'), text),
    },
  ],
  rules: {
    'fees-barred': {
      says: 'no fee for search, retrieval or copies may be charged',
      tracks: ['plain'],
      ...read(rigl('38-2-7(b)'), text),
    },
  },
  adverseActs: refusals(read(rigl('38-2-7, 38-2-8'), text)),
  challenges: [
    {
      id: 'review',
      name: 'petition to the chief administrative officer',
      level: 'agency',
      filing: 'review-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(rigl('38-2-8(a)'), text),
      window: null,
      metBy: 'received',
      decision: {
        kind: 'review-decision',
        ...term(
          10,
          'working-day',
          'receipt-of-appeal',
          read(rigl('38-2-8(a)'), `${text}: of the submission of the petition; counted from its receipt`),
          {
            otherReadings: [
              {
                policy: 'from-submission',
                says: 'the ten days run from the day the petition was sent',
                from: 'sending-of-appeal',
                cites: rigl('38-2-8(a)'),
              },
            ],
          },
        ),
      },
    },
    {
      id: 'complaint',
      name: 'complaint to the Attorney General',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
        { of: 'review', when: 'adverse-act' },
      ],
      ...read(rigl('38-2-8(b)'), text),
      window: null,
      metBy: 'received',
    },
    courtWithoutWindow('suit in the Superior Court', read(rigl('38-2-8(b)'), text), [
      { of: 'request', when: 'silence' },
      { of: 'request', when: 'adverse-act' },
      { of: 'review', when: 'adverse-act' },
    ]),
  ],
  notes: [
    'A body with other hours than 8:30 to 16:30: enter the day of receipt itself.',
    'The petition to the chief administrative officer is optional; the Attorney General and the court are open without it.',
    'A log of arrests is owed in 48 hours, or 72 over a weekend or holiday; which of them holds is not worked out, so nothing is told to follow from its lateness.',
    'A general limitation for suits was not read.',
    'Rhode Island Independence Day, 4 May, is in the list of holidays although offices are open.',
  ],
});
