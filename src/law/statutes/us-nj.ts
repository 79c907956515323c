import { day } from '../plain-date.ts';
import type { ExtensionRule, Statute } from '../statute.ts';
import { challenges, challengesUntil2022, challengesUntil2024 } from './us-nj-challenges.ts';
import { citesOf, read, refusals, term, told, write } from './write.ts';

const opra = citesOf('N.J.S.A.');
const council = 'the page of the Government Records Council on time limits, 2024/25, and its rules';

const anyExtension: ExtensionRule = {
  of: ['determination'],
  count: null,
  unit: 'working-day',
  from: 'due-date',
  times: null,
  late: 'void',
  noticedBy: ['extended', 'estimated'],
  ...told(
    { label: 'N.J.S.A. 47:1A-5(i); decisions of the Government Records Council' },
    'reports of decisions: in writing, within the time, to a day certain; no maximum, but no endless series',
  ),
};

const inForce = write({
  id: 'us-nj',
  name: 'Open Public Records Act',
  jurisdiction: 'US-NJ',
  cites: opra('47:1A-1 to 47:1A-13'),
  timeZone: 'America/New_York',
  version: {
    from: day('2024-09-03'),
    to: null,
    appliesTo: 'event-from',
    cites: { label: 'P.L. 2024, c. 16' },
    confidence: 'medium',
  },
  calendar: 'us-nj',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(opra('47:1A-5(i)'), `${council}: a complete request, received by the custodian`),
  },
  terms: { determination: term(7, 'working-day', 'receipt', read(opra('47:1A-5(i)'), council)) },
  tracks: [
    {
      id: 'commercial',
      says: 'for a commercial purpose, if the custodian says so within seven working days',
      determination: term(14, 'working-day', 'receipt', read(opra('47:1A-5(i)'), council)),
      ...read(opra('47:1A-5(i)'), council),
    },
    {
      id: 'daniels-law',
      says: "where addresses must be taken out under Daniel's Law, if the custodian says so within seven working days",
      determination: term(14, 'working-day', 'receipt', read(opra('47:1A-5(i)'), council)),
      ...read(opra('47:1A-5(i)'), council),
    },
    {
      id: 'election',
      says: 'for election records: at once, at most two working days',
      determination: term(2, 'working-day', 'receipt', read(opra('47:1A-5.3'), council)),
      ...read(opra('47:1A-5.3'), council),
    },
    {
      id: 'immediate',
      says: 'budgets, bills, vouchers, contracts and salaries not older than 24 months are owed at once; no day is set',
      determination: null,
      ...read(opra('47:1A-5(e)'), council),
    },
    {
      id: 'arrest-information',
      says: 'information on an arrest is owed within 24 hours or as soon as practicable, so no day can be missed',
      determination: null,
      ...read(opra('47:1A-3(b)'), council),
    },
  ],
  extensions: [
    {
      ground: 'storage',
      of: ['determination'],
      count: 21,
      unit: 'working-day',
      from: 'notice',
      times: 1,
      late: 'void',
      ...told(
        opra('47:1A-5(i) as amended by P.L. 2024, c. 16'),
        'the model request form of 2024 as an agency reprints it: no more than 21 working days from the notice',
      ),
    },
    anyExtension,
  ],
  duties: [
    {
      kind: 'notice',
      owedBy: 'agency',
      what: 'to say that it takes fourteen',
      tracks: ['commercial', 'daniels-law'],
      metBy: ['acknowledged', 'extended', 'estimated', 'determined', 'interim-release', 'clarification-requested'],
      ...term(7, 'working-day', 'receipt', read(opra('47:1A-5(i)'), council)),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied, and the time to complain or to sue runs',
      endsWithAnswer: true,
      ...read(opra('47:1A-5(i); N.J.A.C. 5:3-1.7'), council),
    },
  ],
  adverseActs: refusals(read(opra('47:1A-6'), 'the text of the statute as of 2024, on a case-law site')),
  challenges,
  notes: [
    'The changes of 2024 are reported not to reach requests made before 3 September 2024; the clause itself was not read.',
    'An anonymous request without a way to answer it starts nothing until there is one (47:1A-5(i)).',
    'During a declared emergency the seven days do not apply (47:1A-5(i)(2)).',
    'Records handed over within seven working days of service end a suit or complaint without prejudice (47:1A-6).',
    'A commercial request is back at seven working days once an additional fee is paid; not built in.',
    'Fire districts and other small bodies with short office hours have a rule of their own, which was not read.',
    'The full text of 47:1A-5(i) as of 2024 was not read, only its opening, the forms and the Council’s paraphrase.',
    'A complaint filed on or after 3 September 2024 had 45 days even against an older denial; for such denials the window shown is the one then in force, with the shorter one as the other reading.',
  ],
});

const until2024: Statute = {
  ...inForce,
  version: {
    from: day('2022-11-07'),
    to: day('2024-09-02'),
    appliesTo: 'event-from',
    cites: { label: 'N.J.A.C. 5:105-2.1 as of 7 November 2022' },
    confidence: 'low',
  },
  tracks: inForce.tracks!.filter(({ id }) => id !== 'commercial'),
  extensions: [anyExtension],
  challenges: challengesUntil2024,
};

const until2022: Statute = {
  ...until2024,
  version: {
    from: null,
    to: day('2022-11-06'),
    appliesTo: 'event-from',
    cites: opra('47:1A-6 before the rules of 2022'),
  },
  challenges: challengesUntil2022,
};

/** New Jersey. Silence starts the requester's time, and an act of 2024 made it shorter. */
export const usNj: Statute = { ...inForce, earlier: [until2024, until2022] };
