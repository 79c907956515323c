import type { Challenge } from '../statute.ts';
import type { Term } from '../terms.ts';
import { citesOf, read, term, told } from './write.ts';

const decree = citesOf(
  'D.lgs. 33/2013',
  'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2013-03-14;33',
);
const circular = 'the Circolare Funzione Pubblica n. 2/2017, which quotes the article';
const quoted = 'public sources that quote the paragraph from the official page; the page itself was not read';
const cpa = citesOf('Codice del processo amministrativo');

const moves = {
  policy: 'last-day-moves',
  says: 'a last day on a Saturday or holiday moves to the next working day',
  roll: 'next-working-day',
  cites: { ...cpa('art. 52'), unverified: true },
} as const;

/** A last day on a Sunday or holiday, by the civil code; nobody has checked it for these terms, so both others are told. */
export const dayOffRolls: Required<Pick<Term, 'roll' | 'rollCites' | 'otherReadings'>> = {
  roll: 'next-non-holiday',
  rollCites: { label: 'Codice civile, art. 2963', unverified: true },
  otherReadings: [
    {
      policy: 'saturday-moves-too',
      says: 'a last day on a Saturday moves to Monday, as for acts in court',
      roll: 'next-working-day',
      cites: { label: 'Codice di procedura civile, art. 155(5)', unverified: true },
    },
    {
      policy: 'last-day-stays',
      says: 'the last day stays on a holiday: the decree speaks of days alone',
      roll: 'none',
      cites: { label: 'D.lgs. 33/2013 art. 5(6)', unverified: true },
    },
  ],
};

/** Review inside the body, the ombudsman of a region, the court. */
export const itDlgs332013Challenges: Challenge[] = [
  {
    id: 'review',
    name: 'review (riesame) by the officer for transparency',
    level: 'agency',
    filing: 'review-filing',
    against: [
      { of: 'request', when: 'adverse-act' },
      { of: 'request', when: 'silence' },
    ],
    ...read(decree('art. 5(7)'), circular),
    window: null,
    metBy: 'received',
    decision: {
      kind: 'review-decision',
      ...term(20, 'calendar-day', 'receipt-of-appeal', read(decree('art. 5(7)'), circular), dayOffRolls),
      silence: {
        effect: 'may-sue',
        says: 'one may go to the administrative court',
        endsWithAnswer: true,
        ...read(decree('art. 5(7)'), circular),
      },
    },
  },
  {
    id: 'ombudsman',
    name: 'review by the ombudsman (difensore civico), against regions and local bodies',
    level: 'oversight',
    filing: 'complaint-filing',
    against: [
      { of: 'request', when: 'adverse-act' },
      { of: 'request', when: 'silence' },
    ],
    ...told(decree('art. 5(8)'), quoted),
    window: null,
    metBy: 'received',
    decision: {
      kind: 'complaint-decision',
      ...term(30, 'calendar-day', 'receipt-of-appeal', told(decree('art. 5(8)'), quoted), dayOffRolls),
    },
  },
  {
    id: 'court',
    name: 'action in the administrative court (TAR)',
    level: 'court',
    filing: 'suit-filing',
    against: [
      { of: 'request', when: 'adverse-act' },
      { of: 'request', when: 'silence' },
      { of: 'review', when: 'adverse-act' },
      { of: 'review', when: 'silence' },
      { of: 'ombudsman', when: 'adverse-act' },
    ],
    ...told(decree('art. 5(7), (8)'), quoted),
    window: term(
      30,
      'calendar-day',
      'notice-of-act',
      read(
        cpa('art. 116(1)'),
        'the text of the article, in a commentary: from knowledge of the decision, or from the silence',
      ),
      { otherReadings: [moves] },
    ),
    metBy: 'sent',
  },
];
