import { day } from '../plain-date.ts';
import type { Challenge, Statute } from '../statute.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const orc = citesOf('R.C.');
const quoted = 'decisions of the Court of Claims that quote the section';
const jordan = {
  label: 'R.C. 149.43(C) as amended by Sub. H.B. 265; State ex rel. Jordan v. Dept. of Rehab. & Corr., 2025-Ohio-3051',
};
const reported = 'the decision as a law commentary reports it; the amended text was not read';

const court = (against: Challenge['against']): Challenge =>
  courtWithoutWindow('mandamus or the Court of Claims', told(orc('149.43(C), 2743.75'), quoted), against);

const inForce = write({
  id: 'us-oh',
  name: 'Public Records Act',
  jurisdiction: 'US-OH',
  cites: orc('149.43'),
  timeZone: 'America/New_York',
  version: {
    from: day('2025-04-09'),
    to: null,
    appliesTo: 'pending-too',
    cites: jordan,
    confidence: 'medium',
  },
  calendar: 'us-oh',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(orc('149.43(B)(1)'), quoted) },
  terms: {},
  rules: {
    prompt: {
      says: 'inspection is owed promptly, copies within a reasonable period of time; no day is set',
      ...read(orc('149.43(B)(1)'), `${quoted}, as Diebert, 2022-Ohio-2919`),
    },
  },
  adverseActs: refusals(told(orc('149.43(B)(3), (C)'), quoted)),
  challenges: [
    {
      id: 'complaint',
      name: 'complaint to the public office',
      level: 'agency',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(jordan, `${reported}: a suit without it is dismissed`),
      window: null,
      metBy: 'received',
      decision: {
        kind: 'complaint-decision',
        ...term(
          3,
          'working-day',
          'receipt-of-appeal',
          told(jordan, `${reported}: three working days to cure; counted from receipt, the later of two ways`),
          {
            otherReadings: [
              {
                policy: 'from-sending',
                says: 'the three days run from the day the complaint was transmitted',
                from: 'sending-of-appeal',
                cites: jordan,
              },
            ],
          },
        ),
        silence: {
          effect: 'may-sue',
          says: 'one may sue',
          endsWithAnswer: false,
          ...told(jordan, reported),
        },
      },
    },
    // That silence on the complaint opens the court is said by the silence itself.
    court([{ of: 'complaint', when: 'adverse-act' }]),
  ],
  notes: [
    'No suit is heard unless a complaint in the prescribed form went to the office first and three working days have passed; record it as an appeal within the agency. A written statement that this was done must come with the suit.',
    'If the office refuses within the three days, let them pass all the same before a suit: whether a refusal ends them was not read.',
    'The step is reported to be needed for every suit filed from 9 April 2025 on, whenever the request was made; a dissent would not ask it for older requests. A request refused before that day is read by the older law here: send the complaint all the same.',
    'A suit is either for mandamus or in the Court of Claims, not both for one request (2743.75(C)(1)).',
    'The times of the Court of Claims after mediation (2743.75(E), (F)) are not built in: no fact opens them.',
    'Up to 1,000 dollars, 100 a working day from the filing of the suit, may be owed if the request went by hand, e-mail or certified mail (149.43(C)(2)).',
    'That an answer is owed within one business day is often said and is not in the law.',
  ],
});

const until2025: Statute = {
  ...inForce,
  version: { from: null, to: day('2025-04-08'), appliesTo: 'filed-from', cites: orc('149.43(C) before Sub. H.B. 265') },
  challenges: [
    court([
      { of: 'request', when: 'adverse-act' },
      { of: 'request', when: 'silence' },
    ]),
  ],
};

/** Ohio. No day binds the agency; since 2025 the requester must give it three before a suit. */
export const usOh: Statute = { ...inForce, earlier: [until2025] };
