import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const law = citesOf('Wis. Stat.', 'https://docs.legis.wisconsin.gov/statutes/statutes/19/ii/35');
const guide = 'a guide of the freedom-of-information council; the sections were not read word for word';
const justice = "the Department of Justice's page and the statute on the state's site";

/** Wisconsin. No day for the answer; a record about an employee waits twelve days after the employee is told. */
export const usWi = write({
  id: 'us-wi',
  name: 'Public Records Law',
  jurisdiction: 'US-WI',
  cites: law('19.31 to 19.39'),
  timeZone: 'America/Chicago',
  version: {
    from: null,
    to: null,
    appliesTo: 'filed-from',
    cites: { label: '2003 Wisconsin Act 47: its day was not looked up', unverified: true },
  },
  calendar: 'us-wi',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(law('19.35(4)(a)'), justice) },
  terms: {},
  rules: {
    prompt: {
      says: 'the request is filled or denied as soon as practicable and without delay; about ten working days are thought reasonable for a simple one',
      ...read(law('19.35(4)(a)'), justice),
    },
  },
  tracks: [
    {
      id: 'record-subject',
      says: 'for a record about an employee who must be told first',
      determination: null,
      ...told(law('19.356(2)'), guide),
    },
    {
      id: 'confined',
      says: 'by a committed or incarcerated person',
      determination: null,
      ...read(law('19.37(1m)'), "the statute on the state's site, text of 2017"),
    },
  ],
  adverseActs: refusals(read(law('19.37(1)'), justice)),
  challenges: [
    {
      id: 'prosecutor',
      name: 'request to the district attorney or the attorney general to sue',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [{ of: 'request', when: 'adverse-act' }],
      window: null,
      metBy: 'sent',
      ...read(law('19.37(1)(b)'), justice),
    },
    courtWithoutWindow('action for mandamus', read(law('19.37(1)(a)'), `${justice}: over a refusal and over delay`)),
  ],
  duties: [
    {
      kind: 'notice',
      owedBy: 'agency',
      what: 'to tell the person the record is about that it will be released',
      // Whether it was done the requester does not see.
      onlyIf: 'if the record is one of which that person must be told first',
      tracks: ['record-subject'],
      opensWith: ['determined'],
      outcomes: ['granted', 'partly-granted'],
      metBy: ['consulted'],
      ...term(3, 'working-day', 'date-of-act', told(law('19.356(2), 19.345'), guide)),
    },
    {
      kind: 'production',
      owedBy: 'agency',
      what: 'to wait before it gives access, counted from the notice to that person',
      tracks: ['record-subject'],
      opensWith: ['consulted'],
      metBy: ['released', 'interim-release'],
      // A time to wait, not a time to act: nobody misses it.
      expected: true,
      ...term(12, 'working-day', 'date-of-act', told(law('19.356(5), 19.345'), guide)),
    },
    {
      kind: 'suit-filing',
      owedBy: 'requester',
      what: 'for the action for mandamus',
      tracks: ['confined'],
      opensWith: ['determined'],
      outcomes: ['denied', 'partly-granted', 'no-records', 'neither-confirmed-nor-denied'],
      metBy: ['lawsuit-filed'],
      ...term(90, 'calendar-day', 'date-of-act', read(law('19.37(1m)'), "the statute on the state's site, 2017"), {
        roll: 'next-working-day',
        rollCites: { label: 'Wis. Stat. 801.15(1)(b)' },
        otherReadings: [
          { policy: 'not-rolled', says: 'the ninety days end on their day', roll: 'none', cites: law('19.37(1m)') },
        ],
      }),
    },
  ],
  notes: [
    'One may sue over delay, but no day is set for the answer, so none is shown from which one may.',
    'Who is refused by word of mouth may ask for the reasons in writing within five business days (19.35(4)(b)).',
    'Executive order 189 is said to give state agencies ten working days; not read, and no law for others.',
    'The person told may give notice of a suit within five days and sue within ten (19.356(3), (4)); the release then waits for the court.',
  ],
});
