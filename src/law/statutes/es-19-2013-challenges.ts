import type { Challenge } from '../statute.ts';
import { citesOf, read, term, unread } from './write.ts';

const ltaibg = citesOf('Ley 19/2013', 'https://www.boe.es/buscar/act.php?id=BOE-A-2013-12887');
const lpac = citesOf('Ley 39/2015', 'https://www.boe.es/buscar/act.php?id=BOE-A-2015-10565');
const court = citesOf('Ley 29/1998');
const text = 'the text of the law as published by the BOE, in a public copy';
const rolls = { roll: 'next-working-day', rollCites: lpac('art. 30.5') } as const;

/** A complaint to the council, or the court at once. */
export const es192013Challenges: Challenge[] = [
  {
    id: 'complaint',
    name: 'complaint to the Consejo de Transparencia (CTBG)',
    level: 'oversight',
    filing: 'complaint-filing',
    against: [
      { of: 'request', when: 'adverse-act' },
      { of: 'request', when: 'silence' },
    ],
    ...read(ltaibg('arts. 23, 24'), text),
    window: term(1, 'month', 'notice-of-act', read(ltaibg('art. 24.2'), text), rolls),
    windowAfterSilence: {
      ...term(
        1,
        'month',
        'due-date',
        read(ltaibg('art. 24.2'), `${text}; the CTBG takes complaints over silence later too`),
        rolls,
      ),
      expected: true,
    },
    metBy: 'sent',
    decision: {
      kind: 'complaint-decision',
      ...term(3, 'month', 'receipt-of-appeal', read(ltaibg('art. 24.4'), text), rolls),
      silence: {
        effect: 'deemed-denied',
        says: 'the complaint counts as rejected, and one may sue',
        endsWithAnswer: true,
        ...read(ltaibg('art. 24.4'), text),
      },
    },
  },
  {
    id: 'court',
    name: 'action in the administrative courts',
    level: 'court',
    filing: 'suit-filing',
    against: [
      { of: 'request', when: 'adverse-act' },
      { of: 'request', when: 'silence' },
      { of: 'complaint', when: 'adverse-act' },
      { of: 'complaint', when: 'silence' },
    ],
    ...read(ltaibg('arts. 20.5, 23.1'), text),
    window: term(2, 'month', 'notice-of-act', unread(court('art. 46.1'), 'general knowledge'), {
      otherReadings: [
        {
          policy: 'last-day-moves',
          says: 'a last day on a day off moves to the next working day',
          roll: 'next-working-day',
          cites: { ...court('art. 128'), unverified: true },
        },
      ],
    }),
    // Silence opens no time that could end, by case law: the body still owes a decision.
    windowAfterSilence: null,
    metBy: 'sent',
  },
];
