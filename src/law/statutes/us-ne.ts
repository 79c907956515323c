import { day } from '../plain-date.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const nrs = citesOf('Neb. Rev. Stat.');
const text = 'the text of the State, copied in February 2026';
const rollCites = nrs('25-2221');

/** Nebraska. The days are the custodian's own working days, and an estimate gives the requester ten of them. */
export const usNe = write({
  id: 'us-ne',
  name: 'Nebraska public records statutes',
  jurisdiction: 'US-NE',
  cites: nrs('84-712 to 84-712.09'),
  timeZone: 'America/Chicago',
  version: {
    from: day('2024-07-19'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: '2024 Neb. LB 43' },
    confidence: 'low',
  },
  calendar: 'us-ne',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...read(nrs('84-712(4)'), `${text}: actual receipt of a written request`),
  },
  terms: { determination: term(4, 'working-day', 'receipt', read(nrs('84-712(4)'), text)) },
  extensions: [
    {
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      promise: true,
      noticedBy: ['extended', 'estimated'],
      ...read(
        nrs('84-712(4)(c)'),
        `${text}: a written explanation with the earliest practicable date and an estimate of the cost; no most is set`,
      ),
    },
  ],
  tolls: [
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      answers: ['fee-answered', 'fee-paid', 'narrowed'],
      // How many of the four days are left after our answer is not said: four new ones are the later reading.
      effect: 'restart',
      // An estimate on the fourth day comes in time.
      stops: 'same-day',
      lapses: term(
        10,
        'working-day',
        'asking',
        told(nrs('84-712(4)'), `${text}; from which day the ten are counted is not said`),
      ),
      ...told(
        nrs('84-712(4)'),
        `${text}: without an answer the custodian does not proceed; that the four days wait meanwhile is our reading`,
      ),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may petition the Attorney General',
      endsWithAnswer: true,
      ...told(nrs('84-712.03(1)'), `${text}; "has otherwise failed to comply"`),
    },
  ],
  adverseActs: refusals(read(nrs('84-712.03(1)'), text)),
  challenges: [
    {
      id: 'petition',
      name: 'petition to the Attorney General',
      level: 'oversight',
      filing: 'review-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      window: null,
      metBy: 'sent',
      ...read(nrs('84-712.03(1)(b)'), text),
      decision: {
        kind: 'review-decision',
        ...term(15, 'calendar-day', 'sending-of-appeal', read(nrs('84-712.03(1)(b)'), text), {
          roll: 'next-working-day',
          rollCites,
          otherReadings: [
            {
              policy: 'last-day-stays',
              says: 'a last day on a Saturday, Sunday or holiday stays',
              roll: 'none',
              cites: nrs('84-712.03(1)(b)'),
            },
          ],
        }),
      },
    },
    courtWithoutWindow('suit for mandamus in the district court', read(nrs('84-712.03(1)(a)'), text), [
      { of: 'request', when: 'silence' },
      { of: 'request', when: 'adverse-act' },
      { of: 'petition', when: 'adverse-act' },
    ]),
  ],
  notes: [
    'A day on which the office of the custodian is closed does not count (84-712(4)): add such days per agency.',
    "A date given with a timely explanation is the custodian's own: who lets it pass breaks a promise, while the four days were kept.",
    'An oral request starts nothing.',
    'That an unanswered estimate ends the request is how this program reads "shall not proceed": ask again if it happens.',
    'If the body still withholds after a decision for the requester, the Attorney General must sue within 15 days of a written demand (84-712.03(1)(b)); not built in.',
    'A deposit may be asked for above 50 dollars (84-712(3)(g)); it stops nothing of its own.',
    'Eight hours of work are free for residents; others may be charged for all of it. LB 43 of 2024 changed that, not the days.',
    'Western counties keep Mountain time: set it per agency.',
  ],
});
