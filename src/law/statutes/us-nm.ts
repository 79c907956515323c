import { day } from '../plain-date.ts';
import type { ExtensionRule } from '../statute.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, write } from './write.ts';

const nmsa = citesOf('NMSA 1978');
const text = "the text of the statute, the state's compilation as copied in February 2026";

/** For what is excessively burdensome or broad; in which words a notice says so is not ours to judge. */
const longer: ExtensionRule = {
  of: ['determination'],
  count: null,
  unit: 'calendar-day',
  from: 'due-date',
  times: null,
  late: 'void',
  // No number is in the law, so the day in the notice is the custodian's own.
  promise: true,
  ...read(nmsa('14-2-10'), `${text}: a further reasonable period, by written notice within the fifteen days`),
};

/** New Mexico. Three working days to explain, fifteen calendar days to answer, from one office's door. */
export const usNm = write({
  id: 'us-nm',
  name: 'Inspection of Public Records Act',
  jurisdiction: 'US-NM',
  cites: nmsa('14-2-1 to 14-2-12'),
  timeZone: 'America/Denver',
  version: { from: day('2009-06-19'), to: null, appliesTo: 'filed-from', cites: nmsa('14-2-8'), confidence: 'low' },
  calendar: 'us-nm',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(nmsa('14-2-8(D), (E), 14-2-11(A)'), `${text}: delivered to the custodian's office`),
  },
  terms: {
    determination: term(15, 'calendar-day', 'receipt', read(nmsa('14-2-8(D), 14-2-11'), text), {
      roll: 'next-working-day',
      rollCites: nmsa('12-2A-7(F)'),
    }),
  },
  extensions: [longer],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the requester may take the request as denied',
      endsWithAnswer: true,
      ...read(nmsa('14-2-11(A)'), text),
    },
  ],
  adverseActs: refusals(read(nmsa('14-2-11(B), 14-2-12(A)'), text)),
  challenges: [courtWithoutWindow('suit in the district court', read(nmsa('14-2-12'), text))],
  duties: [
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to explain when the records can be seen or the request will be answered',
      metBy: [
        'acknowledged',
        'estimated',
        'extended',
        'clarification-requested',
        'fee-estimated',
        'interim-release',
        'determined',
        'released',
        'closed-by-agency',
      ],
      ...term(3, 'working-day', 'receipt', read(nmsa('14-2-8(D)'), text)),
    },
  ],
  notes: [
    'A request by word of mouth starts no period (14-2-8(A)).',
    'A person who has not the records must send the request on and say so; the periods begin at the right office: record that as `routed`.',
    'Late without good reason, a body may owe up to 100 dollars a day until it denies in writing (14-2-11(C)).',
    'Prepayment may be asked; the Act does not say that the period waits for it (14-2-9(C)(5)).',
    'A notice within the fifteen days that a request is excessively burdensome or broad gives a further reasonable period (14-2-10); that it is no longer reasonable, and that one may take the request as denied, is a judgement: no day is set for it.',
  ],
});
