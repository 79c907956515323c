import type { Challenge } from '../statute.ts';
import { dayOffRolls } from './it-dlgs33-2013-rolls.ts';
import { citesOf, read, term, told, unread } from './write.ts';

const decree = citesOf(
  'D.lgs. 33/2013',
  'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2013-03-14;33',
);
const circular = 'the Circolare Funzione Pubblica n. 2/2017, which quotes the article';
const cpa = citesOf('Codice del processo amministrativo');

const moves = {
  policy: 'last-day-moves',
  says: 'a last day on a Saturday or holiday moves to the next working day',
  roll: 'next-working-day',
  cites: { ...cpa('art. 52'), unverified: true },
} as const;

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
    ...unread(decree('art. 5(8)'), 'general knowledge'),
    window: null,
    metBy: 'received',
    decision: {
      kind: 'complaint-decision',
      ...term(30, 'calendar-day', 'receipt-of-appeal', unread(decree('art. 5(8)'), 'general knowledge'), dayOffRolls),
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
    ...told(decree('art. 5(7)'), circular),
    window: term(
      30,
      'calendar-day',
      'notice-of-act',
      unread(cpa('art. 116(1)'), 'general knowledge: from knowledge of the decision, or from the silence'),
      { otherReadings: [moves] },
    ),
    metBy: 'sent',
  },
];
