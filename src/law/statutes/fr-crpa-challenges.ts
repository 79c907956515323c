import type { Challenge } from '../statute.ts';
import { citesOf, read, term, unread } from './write.ts';

const crpa = citesOf('CRPA', 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000031366350/');
const cja = citesOf('CJA', 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070933/');
const text = 'the text of the code, as it stood in April 2026, in a public copy';

const moved = {
  policy: 'last-day-moves',
  says: 'a last day on a Saturday, Sunday or holiday moves to the next working day, as before a court',
  roll: 'next-working-day',
  cites: { label: 'Code de procédure civile, art. 642, by analogy', unverified: true },
} as const;

const dayEarlier = {
  policy: 'ends-a-day-earlier',
  says: 'the day of the refusal is the first day of the two months, as the CADA is said to have counted for a requester',
  firstDayCounts: true,
  cites: { label: 'an answer of the CADA, told in a blog of March 2022', unverified: true },
} as const;

const toldOf = {
  policy: 'remedies-not-told',
  says: 'the remedies were not told, which leaves a reasonable time of about a year',
  count: 1,
  unit: 'year',
  cites: { label: 'CRPA art. L. 112-6; Conseil d’État, 13 July 2016 (Czabaj)', unverified: true },
} as const;

/** The commission first, always; then the court. */
export const frCrpaChallenges: Challenge[] = [
  {
    id: 'cada',
    name: 'referral to the CADA',
    level: 'oversight',
    filing: 'complaint-filing',
    against: [
      { of: 'request', when: 'adverse-act' },
      { of: 'request', when: 'silence' },
    ],
    ...read(crpa('arts. L. 342-1, R. 343-1'), `${text}: before any suit`),
    window: term(2, 'month', 'notice-of-act', read(crpa('arts. R. 311-15, R. 343-1'), text), {
      otherReadings: [moved, dayEarlier],
    }),
    windowAfterSilence: term(2, 'month', 'due-date', read(crpa('arts. R. 311-15, R. 343-1'), text), {
      otherReadings: [moved, dayEarlier, toldOf],
    }),
    windowWithoutNotice: term(
      1,
      'year',
      'notice-of-act',
      unread(toldOf.cites, 'general knowledge; whether it holds for the commission is not clear'),
      {
        otherReadings: [
          {
            policy: 'two-months-all-the-same',
            says: 'two months run even where the letter does not tell of the commission',
            count: 2,
            unit: 'month',
            cites: crpa('art. R. 343-1'),
          },
        ],
      },
    ),
    metBy: 'received',
    decision: {
      kind: 'complaint-decision',
      ...term(
        2,
        'month',
        'receipt-of-appeal',
        read(crpa('arts. R.* 343-4, R. 343-5'), `${text}: for the administration, from the registration at the CADA`),
      ),
      silence: {
        effect: 'deemed-denied',
        says: 'the refusal counts as confirmed, and the time to go to court runs',
        // What comes later is a decision of its own, with a time of its own.
        endsWithAnswer: false,
        ...read(crpa('arts. R.* 343-4, R. 343-5'), text),
      },
    },
  },
  {
    id: 'court',
    name: 'action in the administrative court',
    level: 'court',
    filing: 'suit-filing',
    against: [
      { of: 'cada', when: 'silence' },
      { of: 'cada', when: 'adverse-act' },
    ],
    ...read(cja('arts. R. 421-1, R. 421-2'), 'the text of the code, as it stood in April 2026, in a public copy'),
    window: term(2, 'month', 'notice-of-act', read(cja('arts. R. 421-1, R. 421-2'), text), {
      roll: 'next-working-day',
      rollCites: { label: 'Conseil d’État, 5 June 2009, n° 312682; 19 September 2014, n° 362568' },
    }),
    metBy: 'received',
  },
];
