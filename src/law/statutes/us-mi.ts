import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const foia = citesOf('MCL');
const text = 'the section in commercial copies of the code of 2024 and 2026';
const against = [
  { of: 'request', when: 'adverse-act' },
  { of: 'request', when: 'silence' },
] as const;

/** Michigan. An e-mail is received a business day after it was sent. */
export const usMi = write({
  id: 'us-mi',
  name: 'Michigan Freedom of Information Act',
  jurisdiction: 'US-MI',
  cites: foia('15.231 to 15.246'),
  timeZone: 'America/Detroit',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: foia('15.231 to 15.246, through 2024 PA 171') },
  calendar: 'us-mi',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(foia('15.235(1)'), text) },
  presumedArrival: {
    after: { email: 1, portal: 1, fax: 1, hand: 0, phone: 0, mail: 5, unknown: 5 },
    byLaw: ['email', 'portal', 'fax'],
    ...read(
      foia('15.235(1)'),
      `${text}: fax, e-mail and other electronic ways, one business day after sending; mail is a cautious convention`,
    ),
  },
  terms: { determination: term(5, 'working-day', 'receipt', read(foia('15.235(2)'), text)) },
  extensions: [
    {
      of: ['determination'],
      count: 10,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...read(foia('15.235(2)(d)'), text),
    },
    {
      ground: 'agree',
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'good',
      ...read(foia('15.235(2)'), `${text}: "unless otherwise agreed to in writing" by who asks`),
    },
    {
      of: ['appeal-decision'],
      count: 10,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...read(foia('15.240(2)(d)'), `${text}: in unusual circumstances`),
    },
  ],
  tolls: [
    {
      id: 'deposit',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid', 'fee-answered'],
      effect: 'toll',
      stops: 'same-day',
      lapses: term(
        45,
        'calendar-day',
        'asking',
        unread(foia('15.234(14)'), 'general knowledge: the earlier of two counts'),
        {
          otherReadings: [
            {
              policy: 'three-days-after-mailing',
              says: 'the notice counts as received three days after it was mailed',
              count: 48,
              cites: { ...foia('15.234(14)'), unverified: true },
            },
          ],
        },
      ),
      ...unread(foia('15.234(8)'), 'general knowledge: while a deposit is unpaid the body need not go on'),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied if the delay was wilful or the request said in its first words that it asks for information, and one may sue',
      endsWithAnswer: true,
      ...read(foia('15.235(3)'), text),
    },
  ],
  adverseActs: refusals(read(foia('15.240(1)'), text)),
  challenges: [
    {
      id: 'appeal',
      name: 'appeal to the head of the public body',
      level: 'agency',
      filing: 'appeal-filing',
      against: [...against],
      window: null,
      metBy: 'sent',
      ...read(foia('15.240(1)(a)'), `${text}: in writing, with the word "appeal"; no last day is set`),
      decision: {
        kind: 'appeal-decision',
        ...term(10, 'working-day', 'receipt-of-appeal', read(foia('15.240(2)'), text)),
        silence: {
          effect: 'may-sue',
          says: 'one may sue',
          endsWithAnswer: true,
          ...told(foia('15.240(7)'), text),
        },
      },
    },
    {
      id: 'court',
      name: 'suit in the circuit court, against the State in the court of claims',
      level: 'court',
      filing: 'suit-filing',
      // A new denial on appeal opens no window of its own: the 180 days from the first are the safe ones.
      against: [...against, { of: 'appeal', when: 'silence' }],
      window: term(180, 'calendar-day', 'date-of-act', read(foia('15.240(1)(b)'), text), {
        otherReadings: [
          {
            policy: 'last-day-moves',
            says: 'a last day on a Saturday, Sunday or holiday moves to the next day on which the court is open',
            roll: 'next-court-day',
            cites: { label: 'MCR 1.108', unverified: true },
          },
        ],
      }),
      metBy: 'sent',
      ...read(foia('15.240(1)(b)'), text),
    },
  ],
  notes: [
    'A board or commission receives an appeal at its first regular meeting after it came (15.240(3)): record that meeting as its receipt.',
    'A request that went to a spam folder is received a day after the body became aware of it (15.235(1)): record that day as receipt.',
    'Lateness lowers the fee by 5 percent a day, at most by half (15.234(9)); not verified, and not built in.',
    'That the five days wait for a deposit was not verified: after one count the 180 days to sue from the fifth business day all the same, to be safe.',
    'A request whose deposit is neither paid nor disputed within 45 days of the notice counts as abandoned (15.234(14)); not verified.',
    'An appeal of the fee (15.240a) has times of its own, not built in: ten working days to decide, 45 days to sue.',
    'A business day is any weekday that is no legal holiday, even if the body is closed (AG Op. 7172).',
    'The 180 days may begin anew with a denial on appeal; the earlier end is shown. Four western counties keep Central time.',
  ],
});
