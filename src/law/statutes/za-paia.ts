import { day } from '../plain-date.ts';
import type { Opening } from '../statute.ts';
import { citesOf, length, read, refusals, term, told, unread, write } from './write.ts';

const act = citesOf('PAIA', 'https://www.gov.za/documents/promotion-access-information-act');
const text = 'the section in a public copy of the Act';
const remembered = 'general knowledge';
const computing = { label: 'Interpretation Act 33 of 1957, s. 4' } as const;
/** Off Sundays and public holidays, not off Saturdays. */
const rolls = { roll: 'next-non-holiday', rollCites: computing } as const;
/** Reminders for one's own last days go by the day that does not move. */
const stays = {
  policy: 'last-day-stays',
  says: 'a last day on a Sunday or a public holiday stays where it is',
  roll: 'none',
  cites: computing,
} as const;

/** After the internal appeal; where there is none, at once. */
const afterAppeal: Opening[] = [
  { of: 'appeal', when: 'adverse-act' },
  { of: 'appeal', when: 'silence' },
  { of: 'request', when: 'adverse-act', tracks: ['no-internal-appeal'] },
  { of: 'request', when: 'silence', tracks: ['no-internal-appeal'] },
];

/** South Africa, public bodies: thirty days, a deemed refusal, an internal appeal, and a hundred and eighty days after it. */
export const zaPaia = write({
  id: 'za-paia',
  name: 'Promotion of Access to Information Act',
  jurisdiction: 'ZA',
  cites: act('(Act 2 of 2000)'),
  timeZone: 'Africa/Johannesburg',
  version: {
    from: day('2021-06-30'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'Protection of Personal Information Act 4 of 2013, s. 110' },
    confidence: 'medium',
  },
  calendar: 'za',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(act('s. 25(1)'), text) },
  terms: {
    determination: term(30, 'calendar-day', 'receipt', read(act('s. 25(1)'), text), rolls),
  },
  tracks: [
    {
      id: 'no-internal-appeal',
      says: 'to a body that is neither a department of state nor a municipality',
      determination: term(30, 'calendar-day', 'receipt', read(act('s. 25(1)'), text), rolls),
      ...told(act('s. 74(1)'), `${text}: its beginning`),
    },
    {
      id: 'third-party',
      says: 'for a record about a third party who must be told first',
      determination: null,
      ...unread(act('s. 49(1)'), remembered),
    },
  ],
  extensions: [
    {
      of: ['determination'],
      count: 30,
      unit: 'calendar-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      noticeWithin: length(30, 'calendar-day'),
      otherReadings: [
        {
          policy: 'added-to-moved-day',
          says: 'the added days follow the day to which the first thirty had moved',
          from: 'moved-due-date',
          cites: act('s. 26'),
        },
      ],
      ...told(act('s. 26'), `${text}: its beginning, and the like section for private bodies in full`),
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
      stops: 'same-day',
      stopsExtensions: true,
      otherReadings: [
        {
          policy: 'deposit-stops-nothing',
          says: 'the thirty days run on while a fee or deposit is unpaid',
          effect: 'none',
          cites: act('s. 25(1)'),
        },
      ],
      ...unread(act('s. 22(1), (2)'), `${remembered}: the request is not processed further until it is paid`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the information officer is regarded as having refused, and the time to challenge that runs',
      endsWithAnswer: true,
      ...read(act('s. 27'), text),
    },
  ],
  adverseActs: refusals(told(act('s. 74(1)'), `${text}: its beginning`)),
  challenges: [
    {
      id: 'appeal',
      name: 'internal appeal',
      level: 'agency',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act', tracks: ['plain', 'third-party'] },
        { of: 'request', when: 'silence', tracks: ['plain', 'third-party'] },
      ],
      ...told(act('ss. 74, 75'), `${text}: their beginnings`),
      window: term(60, 'calendar-day', 'notice-of-act', read(act('s. 75(1)(a)'), text), {
        ...rolls,
        otherReadings: [
          {
            policy: 'thirty-days-with-third-party',
            says: 'where a third party had to be told, thirty days',
            count: 30,
            cites: act('s. 75(1)(a)(ii)'),
          },
          stays,
        ],
      }),
      metBy: 'sent',
      decision: {
        kind: 'appeal-decision',
        ...term(30, 'calendar-day', 'receipt-of-appeal', read(act('s. 77(3)(a)'), text), rolls),
        silence: {
          effect: 'deemed-denied',
          says: 'the internal appeal is regarded as dismissed, and the time to complain and to go to court runs',
          endsWithAnswer: true,
          ...unread(act('s. 77(7)'), remembered),
        },
      },
    },
    {
      id: 'complaint',
      name: 'complaint to the Information Regulator',
      level: 'oversight',
      filing: 'complaint-filing',
      against: afterAppeal,
      ...unread(act('s. 77A'), remembered),
      window: term(180, 'calendar-day', 'notice-of-act', unread(act('s. 77A(2)'), remembered), {
        ...rolls,
        otherReadings: [stays],
      }),
      metBy: 'sent',
    },
    {
      id: 'court',
      name: 'application to court',
      level: 'court',
      filing: 'suit-filing',
      against: afterAppeal,
      ...told(act('s. 78'), 'the notice of one public body'),
      window: term(
        180,
        'calendar-day',
        'notice-of-act',
        unread(
          act('s. 78(2); Brümmer v. Minister for Social Development (CC 2009)'),
          'the notice of one public body: the thirty days of the first text were struck down',
        ),
        { ...rolls, otherReadings: [stays] },
      ),
      metBy: 'sent',
    },
  ],
  duties: [
    {
      kind: 'determination',
      owedBy: 'agency',
      what: 'to decide, after every third party was told',
      onlyIf: 'if no other third party was told later',
      tracks: ['third-party'],
      opensWith: ['consulted'],
      metBy: ['determined'],
      endedBy: ['closed-by-agency'],
      ...term(30, 'calendar-day', 'date-of-act', unread(act('s. 49(1)'), remembered), rolls),
    },
  ],
  rules: {
    prompt: {
      says: 'the decision is due thirty days after every third party was told',
      ...unread(act('s. 49(1)'), remembered),
    },
  },
  notes: [
    'Only departments and municipalities have an internal appeal. For any other body choose that track: the complaint and the court, 180 days each, follow the refusal at once.',
    'A request must be on the prescribed form, with the fee where one is prescribed.',
    'A deposit is due where the search takes more than six hours (s. 22; not read); that it stops the thirty days is the cautious reading.',
    'Third parties are told within 21 days and have 21 to answer; the body decides within thirty days after all were told (ss. 47 to 49; not read): choose that track.',
    'Private bodies (ss. 56 to 58) have the same thirty days and the same extension, and no internal appeal.',
    'The text of 2001 to 2021, without the Information Regulator, is not written down here.',
  ],
});
