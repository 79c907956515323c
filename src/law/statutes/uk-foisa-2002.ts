import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, unread, write } from './write.ts';

const act = citesOf('FOISA 2002', 'https://www.legislation.gov.uk/asp/2002/13');
const text = 'the consolidated text of the Act';

/** Scotland. No extension for anybody, and a review that one may ask for as soon as the time has passed. */
export const ukFoisa2002 = write({
  id: 'uk-foisa-2002',
  name: 'Freedom of Information (Scotland) Act 2002',
  jurisdiction: 'GB-SCT',
  cites: act('(2002 asp 13)'),
  timeZone: 'Europe/London',
  version: {
    from: day('2005-01-01'),
    to: null,
    appliesTo: 'received-from',
    cites: { ...act('s. 75'), unverified: true },
  },
  calendar: 'gb-sct',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(act('s. 10(1)(a)'), text) },
  terms: { determination: term(20, 'working-day', 'receipt', read(act('s. 10(1)(a)'), text)) },
  tracks: [
    {
      id: 'keeper',
      says: 'to the Keeper of the Records of Scotland',
      determination: term(30, 'working-day', 'receipt', read(act('s. 10(2)'), text)),
      ...read(act('s. 10(2)'), text),
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
      otherReadings: [
        {
          policy: 'late-question-begins-anew',
          says: 'a question sent after the twenty days makes them begin anew too: they are counted from the answer',
          late: 'good',
          cites: act('s. 10(1)(b)'),
        },
      ],
      ...read(act('ss. 1(3), 10(1)(b)'), `${text}; s. 1(3) itself was not read`),
    },
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid'],
      effect: 'toll',
      stops: 'same-day',
      lapses: { ...term(3, 'month', 'asking', read(act('s. 9(3)'), text)), firstDayCounts: true },
      ...read(act('s. 10(3)'), `${text}: both the day of the notice and the day of payment are disregarded`),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may require a review',
      endsWithAnswer: true,
      ...read(act('s. 20(1), (9)'), `${text}: actions and decisions include inaction`),
    },
  ],
  adverseActs: refusals(read(act('s. 20(1)'), text)),
  challenges: [
    {
      id: 'review',
      name: 'review',
      level: 'agency',
      filing: 'review-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(act('s. 20'), text),
      window: term(40, 'working-day', 'due-date', read(act('s. 20(5)'), text)),
      metBy: 'sent',
      decision: {
        kind: 'review-decision',
        ...term(20, 'working-day', 'receipt-of-appeal', read(act('s. 21(1), (5)'), text)),
        onTrack: { keeper: { count: 30, unit: 'working-day', ...read(act('s. 21(2)'), text) } },
        silence: {
          effect: 'may-complain',
          says: 'one may apply to the Scottish Information Commissioner',
          endsWithAnswer: true,
          ...read(act('s. 47(1), (4)(b)'), text),
        },
      },
    },
    {
      id: 'complaint',
      name: 'application to the Scottish Information Commissioner',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'review', when: 'adverse-act' },
        { of: 'review', when: 'silence' },
      ],
      ...read(act('s. 47'), text),
      window: term(6, 'month', 'notice-of-act', read(act('s. 47(4)'), text)),
      metBy: 'sent',
      decision: {
        kind: 'complaint-decision',
        ...term(4, 'month', 'receipt-of-appeal', read(act('s. 49(3)(b)'), `${text}: or another reasonable period`)),
        expected: true,
      },
    },
    {
      id: 'court',
      name: 'appeal to the Court of Session, on a point of law',
      level: 'court',
      filing: 'suit-filing',
      against: [{ of: 'complaint', when: 'adverse-act' }],
      ...read(act('s. 56'), text),
      window: term(
        42,
        'calendar-day',
        'date-of-act',
        unread({ label: 'Rules of the Court of Session' }, 'general knowledge'),
      ),
      metBy: 'received',
    },
  ],
  notes: [
    'Environmental information falls under regulations of its own (SSI 2004/520), which are not built in.',
    'No application lies against procurators fiscal, the Lord Advocate as prosecutor or the Commissioner (s. 48).',
  ],
});
