import { day } from '../plain-date.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const code = citesOf('Tenn. Code');
const text = 'the Tennessee Code in a public release of November 2022';

/** Tennessee. Seven business days to answer, or to name the time it takes. */
export const usTn = write({
  id: 'us-tn',
  name: 'Public Records Act',
  jurisdiction: 'US-TN',
  cites: code('10-7-501 to 10-7-506'),
  timeZone: 'America/Chicago',
  version: {
    from: day('2017-01-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'Tenn. Code 10-7-503 as amended until 2017; the day was not read', unverified: true },
    confidence: 'low',
  },
  calendar: 'us-tn',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(
      code('10-7-503(a)(2)(B)'),
      `${text}: "within seven business days"; that they run from receipt is our reading`,
    ),
  },
  terms: {
    determination: term(7, 'working-day', 'receipt', read(code('10-7-503(a)(2)(B)'), text), {
      roll: 'next-working-day',
      rollCites: code('1-3-102'),
    }),
  },
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
      ...read(code('10-7-503(a)(2)(B)(iii)'), `${text}: in writing, the time reasonably necessary`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the failure to respond is a denial',
      endsWithAnswer: true,
      ...read(code('10-7-503(a)(3)'), text),
    },
  ],
  adverseActs: refusals(read(code('10-7-503(a)(3)'), text)),
  challenges: [
    courtWithoutWindow(
      'petition to the chancery or circuit court',
      told(code('10-7-505'), `${text}; not the whole section: no last day was found`),
    ),
  ],
  notes: [
    'The right is that of citizens of Tennessee.',
    "The time reasonably necessary, given in writing within the seven days, is a response: the denial by silence is for who does not respond. The day is the custodian's own, and who lets it pass breaks a promise.",
    'Days of elections throughout the state stand in the list of legal holidays (15-1-101), but offices have been open on them since 1984, and they are counted here; who leaves them out is a day later.',
    'The Office of Open Records Counsel advises and mediates; it decides nothing (8-4-601).',
    'Whoever leaves two or more requests unclaimed in six months may be refused more (10-7-503(a)(7)).',
    'The east of the state keeps Eastern time; enter that for the agency.',
    'Session laws of 2023 to 2026 were not read.',
  ],
});
