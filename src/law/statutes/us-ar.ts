import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const code = citesOf('Ark. Code');
const text = 'the official text of the code of 2020';

/** Arkansas: now, or for records in use or in storage an appointment within three working days. */
export const usAr = write({
  id: 'us-ar',
  name: 'Freedom of Information Act',
  jurisdiction: 'US-AR',
  cites: code('25-19-101 to 25-19-112'),
  timeZone: 'America/Chicago',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: code('25-19-105') },
  calendar: 'us-ar',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...read(
      code('25-19-105(a)(2)(B), (e)'),
      `${text}: "at the time a citizen asks", which is when the custodian has it`,
    ),
  },
  terms: {
    determination: term(
      3,
      'working-day',
      'receipt',
      read(
        code('25-19-105(e)'),
        `${text}: the latest day for records in active use or storage; all others are owed at once`,
      ),
    ),
  },
  tracks: [
    {
      id: 'personnel',
      says: 'for personnel or evaluation records',
      determination: term(
        24,
        'hour',
        'receipt',
        read(code('25-19-105(c)(3)(A)'), `${text}: whether they are exempt, told to requester and subject`),
        {
          roll: 'next-working-day',
          rollCites: { label: 'no rule was found; the later day is taken', unverified: true },
          otherReadings: [
            {
              policy: 'hours-run-on',
              says: 'the twenty-four hours run over a weekend or a holiday',
              roll: 'none',
              cites: code('25-19-105(c)(3)(A)'),
            },
          ],
        },
      ),
      ...read(code('25-19-105(c)(3)(A)'), text),
    },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may petition the circuit court, which has to hear it within seven days',
      endsWithAnswer: true,
      ...told(
        code('25-19-107(a)-(b)'),
        `${text}, which speaks of rights denied; that silence denies them is read into it`,
      ),
    },
  ],
  adverseActs: refusals(read(code('25-19-107(a)'), text)),
  challenges: [courtWithoutWindow('petition to the circuit court', read(code('25-19-107(a)-(b)'), text))],
  duties: [
    {
      kind: 'ruling-decision',
      owedBy: 'agency',
      what: 'for the opinion of the Attorney General, who is asked whether personnel records are exempt',
      tracks: ['personnel'],
      opensWith: ['ruling-requested'],
      ...term(
        3,
        'working-day',
        'asking',
        told(code('25-19-105(c)(3)(B)'), 'the beginning of the passage; the three days are general knowledge'),
      ),
      metBy: ['determined', 'released', 'interim-release'],
      // The body waits for it like the requester.
      expected: true,
    },
  ],
  rules: {
    prompt: {
      says: 'records are open at once, during business hours; three working days are the most the custodian may take for those in use or in storage',
      ...read(code('25-19-105(a)(1), (e)'), text),
    },
  },
  notes: [
    'Citizens of Arkansas only; people jailed for a felony are shut out (25-19-105(a)(1)(B)).',
    'A body that is not the custodian has to say so and to name the custodian (25-19-105(a)(3)).',
    'An estimate over $25 may have to be paid first (25-19-105(d)(3)); the text lets no day stand still for that.',
    'Changes of the sessions of 2021 to 2025 were not read.',
  ],
});
