import type { Challenge } from '../statute.ts';
import { citesOf, term, told, unread } from './write.ts';

const act = citesOf('FOI Act 1982 (Cth)', 'https://www.legislation.gov.au/C2004A02562/latest/text');
const books = 'two handbooks of the law and a notice of an agency of 2024, which agree';
const interpretation = { label: 'Acts Interpretation Act 1901 (Cth), s. 36(2)' };
/** Reminders go by the day that does not move: whose holidays count is a question of place. */
const moves = {
  roll: 'next-working-day',
  rollCites: interpretation,
  otherReadings: [
    {
      policy: 'last-day-stays',
      says: 'a last day on a weekend or a holiday stays where it is',
      roll: 'none',
      cites: interpretation,
    },
  ],
} as const;

/** From the agency to the Information Commissioner, and from there to the tribunal. */
export const auFoi1982Challenges: Challenge[] = [
  {
    id: 'review',
    name: 'internal review',
    level: 'agency',
    filing: 'review-filing',
    // A refusal by silence counts as made by the head of the agency, which nobody reviews inside it: s. 54(1).
    against: [{ of: 'request', when: 'adverse-act' }],
    ...told(act('ss. 54, 54B'), books),
    window: term(30, 'calendar-day', 'notice-of-act', told(act('s. 54B'), books), {
      ...moves,
      otherReadings: [...moves.otherReadings],
    }),
    metBy: 'sent',
    decision: {
      kind: 'review-decision',
      ...term(30, 'calendar-day', 'receipt-of-appeal', told(act('ss. 54C, 54D'), books), {
        roll: 'next-working-day',
        rollCites: interpretation,
      }),
      silence: {
        effect: 'deemed-denied',
        says: 'the original decision counts as affirmed, and one may ask the Information Commissioner for a review',
        endsWithAnswer: true,
        ...told(act('s. 54D'), `${books}; a note in s. 54L was read`),
      },
    },
  },
  {
    id: 'ic-review',
    name: 'review by the Information Commissioner',
    level: 'oversight',
    filing: 'complaint-filing',
    against: [
      { of: 'request', when: 'adverse-act' },
      { of: 'request', when: 'silence' },
      { of: 'review', when: 'adverse-act' },
      { of: 'review', when: 'silence' },
    ],
    ...told(act('ss. 54L, 54S'), books),
    window: term(60, 'calendar-day', 'notice-of-act', told(act('s. 54S'), `${books}; s. 54T allows more`), {
      ...moves,
      otherReadings: [...moves.otherReadings],
    }),
    metBy: 'sent',
  },
  {
    id: 'tribunal',
    name: 'review by the Administrative Review Tribunal',
    level: 'court',
    filing: 'appeal-filing',
    against: [{ of: 'ic-review', when: 'adverse-act' }],
    ...told(act('s. 57A'), 'the section as inserted in 2010; the tribunal has another name since October 2024'),
    window: term(
      28,
      'calendar-day',
      'notice-of-act',
      unread(
        act('s. 57A(2); rules of the tribunal'),
        'the older text for a refusal to review; general knowledge otherwise',
      ),
    ),
    metBy: 'received',
  },
];
