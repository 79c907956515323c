import { day } from '../plain-date.ts';
import { citesOf, length, read, refusals, term, told, unread, write } from './write.ts';

const act = citesOf('FOIP (Saskatchewan)');
const guide = 'the Guide to FOIP of the Information and Privacy Commissioner (2023), which quotes the Act';
const computing = { label: 'The Legislation Act (S.S. 2019, c. L-10.2), s. 2-28(5), (6)' };
const rolls = { roll: 'next-working-day', rollCites: computing } as const;
/** For what the requester must do: the earlier day is told as well. */
const stays = {
  policy: 'last-day-stays',
  says: 'a last day on a holiday or a closed day stays where it is',
  roll: 'none',
  cites: computing,
} as const;
const abandoned = `${guide}: thirty days after the notice is received`;

/** Saskatchewan. A question left unanswered for thirty days ends the request. */
export const caSkFoip = write({
  id: 'ca-sk-foip',
  name: 'Freedom of Information and Protection of Privacy Act (Saskatchewan)',
  jurisdiction: 'CA-SK',
  cites: act('(S.S. 1990-91, c. F-22.01)'),
  timeZone: 'America/Regina',
  version: {
    from: day('2018-01-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: act('(S.S. 1990-91, c. F-22.01), as amended in force 1 January 2018'),
    confidence: 'medium',
  },
  calendar: 'ca-sk',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(act('s. 6(2)'), guide) },
  terms: { determination: term(30, 'calendar-day', 'receipt', read(act('s. 7(2)'), guide), rolls) },
  extensions: [
    {
      of: ['determination'],
      count: 60,
      unit: 'calendar-day',
      from: 'start',
      times: null,
      late: 'void',
      noticeWithin: length(30, 'calendar-day'),
      otherReadings: [
        {
          policy: 'thirty-days-added-to-moved-day',
          says: 'thirty days are added to the day to which the first thirty had moved',
          count: 30,
          from: 'moved-due-date',
          cites: act('s. 12(1)'),
        },
      ],
      ...read(act('s. 12(1), (2)'), `${guide}: thirty days more, sixty in all, with notice within the first thirty`),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'restart',
      stops: 'day-after',
      lapses: term(30, 'calendar-day', 'notice-of-act', read(act('s. 7.1(1)'), abandoned), {
        ...rolls,
        otherReadings: [stays],
      }),
      ...told(act('s. 6(3), (4)'), `${guide}: the period begins with the details asked for`),
    },
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid', 'fee-settled'],
      effect: 'toll',
      stops: 'day-after',
      lapses: {
        ...term(30, 'calendar-day', 'notice-of-act', read(act('ss. 7(2)(a), 7.1(1)'), abandoned), {
          ...rolls,
          otherReadings: [stays],
        }),
        // To ask for a smaller fee or a smaller request is an answer, though no deposit.
        metBy: ['fee-answered', 'fee-paid', 'fee-settled', 'fee-waiver-requested', 'narrowed'],
      },
      ...unread(act('s. 9(4)'), 'general knowledge: the period stands still until the deposit is paid'),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the head is deemed to have refused, and one may ask the Commissioner for a review',
      endsWithAnswer: true,
      ...read(act('s. 7(5)'), guide),
    },
  ],
  adverseActs: refusals(read(act('s. 49(1)'), guide)),
  challenges: [
    {
      id: 'review',
      name: 'review by the Information and Privacy Commissioner',
      level: 'oversight',
      filing: 'review-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(act('s. 49'), guide),
      window: term(
        1,
        'year',
        'notice-of-act',
        read(act('s. 49(2)'), `${guide}: after written notice of the decision, or the expiry of the time`),
        { ...rolls, otherReadings: [stays] },
      ),
      metBy: 'sent',
    },
    {
      id: 'court',
      name: "appeal to the Court of King's Bench",
      level: 'court',
      filing: 'suit-filing',
      against: [{ of: 'review', when: 'adverse-act' }],
      ...told(act('s. 57'), `${guide}, in a table`),
      window: term(30, 'calendar-day', 'notice-of-act', told(act('s. 57'), `${guide}, in a table`)),
      metBy: 'sent',
    },
  ],
  notes: [
    'After a report the head decides within thirty days (s. 56), and the thirty days to appeal run from that decision; they are counted here from the report, which is earlier.',
    'Thirty days to answer a question run from the day its letter was received, or if you do not record that day from its date. The institution then gives notice that the request is abandoned (not read).',
    'A body to which a request is transferred has thirty days of its own from the day of the transfer (s. 11(3)): record it as a request to that body.',
    'A third party has twenty days to ask for a review (s. 49(4)).',
  ],
});
