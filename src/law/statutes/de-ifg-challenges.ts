import type { Challenge, Silence } from '../statute.ts';
import type { Citation } from '../terms.ts';
import { citesOf, read, term } from './write.ts';

/** What follows silence and refusal under the laws of the Federation: the VwGO is the same for all of them. */

const vwgo = citesOf('VwGO', 'https://www.gesetze-im-internet.de/vwgo/');
const older = 'the text of the Act, as it stood in 2022';
const rolls = { roll: 'next-working-day', rollCites: vwgo('§ 57(2); ZPO § 222(2); BGB § 193') } as const;

const waitingTime = (from: 'receipt' | 'receipt-of-appeal'): Silence => ({
  effect: 'may-sue',
  says: 'one may sue over the delay; a court stays the case where there is a good reason for it',
  endsWithAnswer: true,
  // Where the months end on a day off, the later reading is taken: a suit that waits is too early on neither.
  after: term(3, 'month', from, read(vwgo('§ 75 S. 2'), older), {
    ...rolls,
    otherReadings: [
      {
        policy: 'waiting-time-stays',
        says: 'three months that must pass end on the day off itself: nothing must be declared or done on it',
        roll: 'none',
        cites: { ...vwgo('§ 75 S. 2 ("nicht vor Ablauf")'), unverified: true },
      },
    ],
  }),
  ...read(vwgo('§ 75'), older),
});

/** Three months after the request, whatever the period to decide is. */
export const suitOverDelay = waitingTime('receipt');

/** `own` is the law's own word that even a ministry's decision is objected to first. */
export const objectionThenCourt = (own: Citation, ownSource: string): Challenge[] => [
  {
    id: 'objection',
    name: 'objection (Widerspruch)',
    level: 'agency',
    filing: 'review-filing',
    against: [{ of: 'request', when: 'adverse-act' }],
    ...read(own, ownSource),
    window: term(1, 'month', 'notice-of-act', read(vwgo('§ 70(1)'), older), rolls),
    windowWithoutNotice: term(1, 'year', 'notice-of-act', read(vwgo('§§ 58(2), 70(2)'), older), rolls),
    metBy: 'received',
    decision: {
      kind: 'review-decision',
      ...term(
        3,
        'month',
        'receipt-of-appeal',
        read(vwgo('§ 75: no day is set; one may sue after three months'), older),
      ),
      expected: true,
      silence: waitingTime('receipt-of-appeal'),
    },
  },
  {
    id: 'court',
    name: 'action in the administrative court',
    level: 'court',
    filing: 'suit-filing',
    against: [
      { of: 'request', when: 'silence' },
      { of: 'objection', when: 'silence' },
      { of: 'objection', when: 'adverse-act' },
    ],
    ...read(vwgo('§§ 74, 75'), older),
    window: term(1, 'month', 'notice-of-act', read(vwgo('§ 74(1), (2)'), older), rolls),
    // An action over delay has no last day.
    windowAfterSilence: null,
    metBy: 'received',
  },
];

/** What is the same to say of all of them. */
export const germanNotes = [
  'The calendar has the days that are holidays in every Land. Those of the Land in which the authority or the court sits move last days too: enter them as its own days off.',
  'A letter by post or e-mail counts as having come on the fourth day after it was sent, even if it came earlier; enter the day on which it reached you if that was later. Formal service, and fetching from a portal, follow rules of their own.',
  'Whether that fourth day moves off a Sunday or holiday is disputed; it is left where it is, which gives the earlier last day.',
  'For a request of 2024 or before, letters of 2025 are counted with three days too: a day early.',
  'An objection must be in writing, in one of the electronic forms of VwVfG § 3a, or for the record: a plain e-mail is not enough (VwGO § 70(1)).',
  'A decision on the objection that does not tell of the right to sue leaves a year (VwGO § 58(2)); here the month is shown.',
  'Where the three months of VwGO § 75 end on a day off, they are taken to end on the next working day. Some read them as ending on the day off; a suit that is early is said to be cured when the months pass before judgment (not verified).',
];
