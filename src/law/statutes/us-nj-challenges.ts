import type { Challenge } from '../statute.ts';
import type { Term } from '../terms.ts';
import { citesOf, read, term, told } from './write.ts';

const opra = citesOf('N.J.S.A.');
const text = 'the text of the statute as of 2024, on a case-law site';
const rules = 'the register page and the rules of the Government Records Council';
const rolls = { roll: 'next-working-day', rollCites: { label: 'N.J.A.C. 1:1-1.4' } } as const;

const against: Challenge['against'] = [
  { of: 'request', when: 'adverse-act' },
  { of: 'request', when: 'silence' },
];

const complaint = (window: Term | null): Challenge => ({
  id: 'complaint',
  name: 'complaint to the Government Records Council',
  level: 'oversight',
  filing: 'complaint-filing',
  against,
  ...read(opra('47:1A-6'), text),
  window,
  metBy: 'received',
});

/** The same before and after 2024: the 45 days came from the courts first, then from the act. */
const court: Challenge = {
  id: 'court',
  name: 'suit in the Superior Court',
  level: 'court',
  filing: 'suit-filing',
  against,
  ...read(opra('47:1A-6'), text),
  window: term(45, 'calendar-day', 'date-of-act', told(opra('47:1A-6'), text), {
    roll: 'next-working-day',
    rollCites: { label: 'N.J. Court Rule 1:3-1', unverified: true },
    otherReadings: [
      {
        policy: 'last-day-does-not-move',
        says: 'the last day stays where it falls, even on a day off',
        roll: 'none',
        cites: opra('47:1A-6'),
      },
    ],
  }),
  metBy: 'sent',
};

/** Since 3 September 2024. */
export const challenges: Challenge[] = [
  complaint(term(45, 'calendar-day', 'notice-of-act', read(opra('47:1A-6'), `${text}; ${rules}`), rolls)),
  court,
];

/** From 7 November 2022: sixty days by rule. */
export const challengesUntil2024: Challenge[] = [
  complaint(
    term(60, 'calendar-day', 'notice-of-act', read({ label: 'N.J.A.C. 5:105-2.1' }, rules), {
      ...rolls,
      otherReadings: [
        {
          policy: 'complaint-filed-from-2024-09-03',
          says: 'a complaint filed on or after 3 September 2024 has 45 days, whenever the denial was',
          count: 45,
          cites: { label: 'P.L. 2024, c. 16; N.J.S.A. 47:1A-6' },
        },
      ],
    }),
  ),
  court,
];

/** Before: no last day for the Council. */
export const challengesUntil2022: Challenge[] = [complaint(null), court];
