import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, unread, write } from './write.ts';

const code = citesOf('Idaho Code');
const text = 'the official text of the code of 2022';
const bill2025 = { label: 'a bill of 2025 to amend Idaho Code 74-103; whether it was enacted was not found' };

/** Idaho: an answer in three days, the records in ten if more time was asked for, and at ten a denial by silence. */
export const usId = write({
  id: 'us-id',
  name: 'Public Records Act',
  jurisdiction: 'US-ID',
  cites: code('74-101 to 74-127'),
  timeZone: 'America/Boise',
  version: {
    from: day('2015-07-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: code('74-101 ff., until 2015 sections 9-337 ff.'),
    confidence: 'medium',
  },
  calendar: 'us-id',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(code('74-103(1)'), text) },
  terms: {
    determination: term(3, 'working-day', 'receipt', read(code('74-103(1)'), text), {
      otherReadings: [
        {
          policy: 'non-resident',
          says: 'a requester who does not live in Idaho is answered in 21 days, if a bill of 2025 became law',
          count: 21,
          unit: 'calendar-day',
          cites: { ...bill2025, unverified: true },
        },
      ],
    }),
  },
  tracks: [
    {
      id: 'non-resident',
      says: 'by somebody who does not live in Idaho, if a bill of 2025 became law',
      determination: term(21, 'calendar-day', 'receipt', unread(bill2025, 'summaries of the bill')),
      ...unread(bill2025, 'summaries of the bill'),
    },
  ],
  extensions: [
    {
      tracks: ['non-resident'],
      of: ['determination'],
      count: 35,
      unit: 'calendar-day',
      from: 'start',
      times: 1,
      late: 'void',
      ...unread(bill2025, 'summaries of the bill: 35 days in all'),
    },
    {
      ground: 'conver',
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      ...read(code('74-103(1)'), `${text}: conversion to another format, to a day both agree on`),
    },
    {
      of: ['determination'],
      count: 10,
      unit: 'working-day',
      from: 'start',
      times: 1,
      late: 'void',
      ...read(
        code('74-103(1)'),
        `${text}: ten days from the request in all, if notice was given; that it has to come in time is implied`,
      ),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied',
      // What the bill says of silence was not read: nothing is told of it for those whom it would give more time.
      tracks: ['plain'],
      after: term(10, 'working-day', 'receipt', read(code('74-103(2)'), text)),
      endsWithAnswer: true,
      ...read(code('74-103(2)'), text),
    },
  ],
  adverseActs: refusals(read(code('74-115(1)'), text)),
  challenges: [
    {
      id: 'court',
      name: 'petition to the district court',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(code('74-115(1)'), `${text}: the sole remedy`),
      window: term(
        180,
        'calendar-day',
        'date-of-act',
        read(code('74-115(1)'), `${text}: from the mailing of the notice`),
        {
          roll: 'next-non-holiday',
          rollCites: code('73-108, 73-109'),
          otherReadings: [
            {
              policy: 'rolled',
              says: 'a last day on a Saturday moves as well',
              roll: 'next-working-day',
              cites: { label: 'custom, against Idaho Code 73-108, which names Sunday alone', unverified: true },
            },
          ],
        },
      ),
      windowAfterSilence: term(
        180,
        'calendar-day',
        'due-date',
        unread(code('74-115(1)'), 'the text counts from a mailing and says nothing of silence; the tenth day is taken'),
      ),
      metBy: 'sent',
    },
  ],
  notes: [
    'The ten days are "following the request": counted from its receipt here, which is the later day.',
    'A bill of 2025 gives requesters who do not live in Idaho 21 days, and 35 with an extension; whether it became law was not found. For such a requester choose that track: no denial by silence is told then.',
    'A day agreed on for a conversion of formats does not move the denial by silence in this program.',
    'Requests to the legislature go to its presiding officers with a copy to the Legislative Services Office (74-126).',
    'North of the Salmon River the time is that of Los Angeles.',
  ],
});
