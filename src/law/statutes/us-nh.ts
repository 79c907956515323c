import { day } from '../plain-date.ts';
import type { Statute } from '../statute.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, unread, write } from './write.ts';

const rsa = citesOf('N.H. RSA');
const text = 'the section as a city manual, decisions and a copy of 2024 give it';
const general = "the text on the General Court's site";
const rollCites = { label: 'N.H. RSA 21:35', unverified: true } as const;

const afterRuling = term(30, 'calendar-day', 'date-of-act', read(rsa('91-A:7-c'), 'the page of the Judicial Branch'), {
  otherReadings: [
    {
      policy: 'last-day-moves',
      says: 'a last day on a Saturday, Sunday or holiday moves to the next working day',
      roll: 'next-working-day',
      cites: rollCites,
    },
  ],
});

const withOmbudsman = write({
  id: 'us-nh',
  name: 'New Hampshire Right-to-Know Law',
  jurisdiction: 'US-NH',
  cites: rsa('91-A:1 to 91-A:15'),
  timeZone: 'America/New_York',
  version: {
    from: day('2022-07-01'),
    to: null,
    appliesTo: 'event-from',
    cites: { label: '2022 N.H. Laws 250:7' },
    confidence: 'medium',
  },
  calendar: 'us-nh',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(rsa('91-A:4, IV(b)'), `${text}: "within 5 business days of a request"; receipt is the cautious reading`),
  },
  terms: {
    determination: term(5, 'working-day', 'receipt', read(rsa('91-A:4, IV(b)'), text), {
      otherReadings: [
        {
          policy: 'from-sending',
          says: 'the five days run from the day on which the request was sent',
          from: 'sending',
          cites: rsa('91-A:4, IV(b): "of a request"'),
        },
      ],
    }),
  },
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
        rsa('91-A:4, IV(b)(3)'),
        `${text}: a written statement of the time reasonably needed and the reason; no most is set`,
      ),
    },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may petition the superior court',
      endsWithAnswer: true,
      ...read(rsa('91-A:7, I'), 'the text on the page of the Secretary of State'),
    },
  ],
  adverseActs: refusals(read(rsa('91-A:7, I'), 'the text on the page of the Secretary of State')),
  challenges: [
    {
      id: 'ombudsman',
      name: 'complaint to the Right-to-Know Ombudsman',
      level: 'oversight',
      filing: 'review-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      window: null,
      metBy: 'sent',
      ...told(
        rsa('91-A:7-b, I'),
        `${general}; the sunset of July 2025 was to be moved, and that act was not read; vacant from then on`,
      ),
      // Whether the sections still stand is what nobody has read.
      confidence: 'low',
    },
    courtWithoutWindow(
      'petition to the superior court',
      read(rsa('91-A:7, I'), 'the text on the page of the Secretary of State'),
      [
        { of: 'request', when: 'silence' },
        { of: 'request', when: 'adverse-act' },
        { of: 'ombudsman', when: 'adverse-act', window: afterRuling },
      ],
    ),
  ],
  duties: [
    {
      kind: 'answer-to-complaint',
      owedBy: 'agency',
      what: 'to answer the complaint to the ombudsman',
      ...term(20, 'calendar-day', 'date-of-act', read(rsa('91-A:7-b, II'), general), {
        roll: 'next-working-day',
        rollCites,
        otherReadings: [
          {
            policy: 'last-day-stays',
            says: 'a last day on a Saturday, Sunday or holiday stays',
            roll: 'none',
            cites: rsa('91-A:7-b, II'),
          },
        ],
      }),
      opensWith: ['appeal-received'],
      metBy: ['contacted', 'determined', 'released'],
      endedBy: ['appeal-decided', 'lawsuit-filed'],
      // The ombudsman may give more time, and no fact tells of it.
      expected: true,
    },
  ],
  notes: [
    'The law speaks of every citizen.',
    "The time that a timely statement gives is the body's own: who lets it pass breaks a promise, while the five days were kept.",
    'Who has gone to court can no longer go to the ombudsman; who has gone to the ombudsman cannot go to court until the ruling or its last day (91-A:7, II to IV). That is not built in: the court is always shown as open.',
    'The office was vacant from 1 July 2025, and its cases waited. Whether its sections still stand beyond 2027 was not read.',
    'The ombudsman rules within 30 days of the answers of the parties (91-A:7-b); no fact tells of them, so no day is shown.',
    'Record the day on which the ombudsman gave the complaint to the body as its receipt: its 20 days run from it.',
    'State offices also close on the day after Thanksgiving, which is no legal holiday: add it per agency.',
  ],
});

const until2022: Statute = {
  ...withOmbudsman,
  version: { from: null, to: day('2022-06-30'), appliesTo: 'filed-from', cites: rsa('91-A:4, 91-A:7 (before 2022)') },
  challenges: [
    courtWithoutWindow(
      'petition to the superior court',
      unread(rsa('91-A:7 (before 2022)'), 'general knowledge: only the court'),
    ),
  ],
  duties: [],
  notes: ['The law speaks of every citizen.', 'There was no ombudsman before 1 July 2022.'],
};

/** New Hampshire. Two doors, court and ombudsman, of which one at a time may be used. */
export const usNh: Statute = { ...withOmbudsman, earlier: [until2022] };
