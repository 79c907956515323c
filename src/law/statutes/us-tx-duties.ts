import type { DutyRule } from '../statute.ts';
import { citesOf, read, term, told } from './write.ts';

const pia = citesOf('Tex. Gov. Code', 'https://statutes.capitol.texas.gov/Docs/GV/htm/GV.552.htm');
const text = 'the text of chapter 552, edition of 2025';

/** The way to the attorney general, and the notices of 2025. */
export const usTxDuties: DutyRule[] = [
  {
    kind: 'ruling-request',
    owedBy: 'agency',
    what: 'to ask the attorney general for a ruling, if it wants to withhold',
    metBy: ['ruling-requested'],
    // A question or a deposit begins the ten days anew; whoever certifies a day means to produce.
    endedBy: [
      'determined',
      'released',
      'extended',
      'estimated',
      'closed-by-agency',
      'clarification-requested',
      'fee-estimated',
    ],
    ...term(10, 'working-day', 'receipt', read(pia('552.301(b)'), text)),
  },
  {
    kind: 'ruling-request',
    owedBy: 'agency',
    what: 'to ask the attorney general for a ruling, counted anew from our answer',
    onlyIf: 'if it wants to withhold',
    opensWith: ['clarified', 'narrowed', 'fee-paid'],
    metBy: ['ruling-requested'],
    endedBy: [
      'determined',
      'released',
      'extended',
      'estimated',
      'closed-by-agency',
      'clarification-requested',
      'fee-estimated',
    ],
    // Which payments were deposits, and whether an answer was the written one that the law means, is not on record.
    ...term(10, 'working-day', 'date-of-act', told(pia('552.222, 552.263(e), 552.301(b)'), text)),
  },
  {
    kind: 'ruling-brief',
    owedBy: 'agency',
    what: 'to send the attorney general its reasons',
    opensWith: ['ruling-requested'],
    metBy: ['determined', 'released'],
    endedBy: ['closed-by-agency'],
    // No kind of fact records the brief, and the days begin anew with a clarification or a deposit.
    expected: true,
    ...term(15, 'working-day', 'receipt', read(pia('552.301(e)'), text)),
  },
  {
    kind: 'ruling-decision',
    owedBy: 'agency',
    what: 'for the attorney general to rule',
    opensWith: ['ruling-requested'],
    metBy: ['ruling-given'],
    endedBy: ['determined', 'released', 'closed-by-agency'],
    // Somebody else's duty: the body is not late with it.
    expected: true,
    ...term(45, 'working-day', 'date-of-act', read(pia('552.306(a)'), `${text}: from receipt of the question`)),
  },
  {
    kind: 'notice',
    owedBy: 'agency',
    what: 'to say so',
    onlyIf: 'if there are no such records, or an earlier ruling covers them',
    metBy: ['determined'],
    endedBy: ['released', 'closed-by-agency'],
    ...term(10, 'working-day', 'receipt', read(pia('552.221(f), (g)'), `${text}; in force since 1 September 2025`)),
  },
];
