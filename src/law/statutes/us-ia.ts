import { citesOf, courtWithoutWindow, read, refusals, term, unread, write } from './write.ts';

const code = citesOf('Iowa Code');
const board = 'columns and an advisory opinion of the Iowa Public Information Board (22AO:0004) that quote it';

/** Iowa: the one number of the law is a ceiling on one kind of delay, and the Supreme Court says that it caps no other. */
export const usIa = write({
  id: 'us-ia',
  name: 'Open Records Law',
  jurisdiction: 'US-IA',
  cites: code('ch. 22'),
  timeZone: 'America/Chicago',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: code('22.8') },
  calendar: 'us-ia',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...read(code('22.8(4)(d)'), `${board}; from when it counts it does not say, the day of receipt is taken`),
    confidence: 'medium',
  },
  terms: {},
  tracks: [
    {
      id: 'confidential',
      says: 'the custodian is deciding in good faith whether a confidential record should be open',
      determination: null,
      ...read(code('22.8(4)(d)'), board),
    },
  ],
  adverseActs: refusals(unread(code('22.10, 23.7'), 'secondary accounts')),
  challenges: [
    {
      id: 'complaint',
      name: 'complaint to the Iowa Public Information Board',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [{ of: 'request', when: 'adverse-act' }],
      ...unread(code('23.7(1)'), 'secondary accounts'),
      window: term(60, 'calendar-day', 'date-of-act', unread(code('23.7(1)'), 'secondary accounts')),
      metBy: 'sent',
    },
    courtWithoutWindow('suit in the district court', unread(code('22.10'), 'no short window was found')),
  ],
  duties: [
    {
      kind: 'notice',
      owedBy: 'agency',
      what: 'at most, to decide whether a confidential record should be open',
      tracks: ['confidential'],
      ...term(20, 'calendar-day', 'receipt', read(code('22.8(4)(d)'), board), {
        otherReadings: [
          {
            policy: 'rolled',
            says: 'a Sunday moves to the next day',
            roll: 'next-working-day',
            cites: { ...code('4.1(34)'), unverified: true },
          },
          {
            policy: 'ordinarily',
            says: 'ordinarily not more than ten working days',
            count: 10,
            unit: 'working-day',
            cites: code('22.8(4)(d)'),
          },
        ],
      }),
      metBy: ['determined', 'released', 'interim-release'],
      endedBy: ['closed-by-agency'],
      // Horsfield Materials v. City of Dyersville (Iowa 2013): no absolute deadline.
      expected: true,
    },
  ],
  rules: {
    prompt: {
      says: 'the law sets no day for the answer',
      ...read(code('ch. 22'), board),
    },
  },
  notes: [
    'No day is set for finding and producing records, so nobody can be said to be late.',
    'Other delays in good faith, to seek an injunction or to find out whether a record is public, have no days either (22.8(4)(a)-(c)).',
    'The 60 days to complain run from the violation, or from when one could know of it; for a silence no day can be given.',
    'A complaint to the Board and a suit exclude each other (23.5, not read).',
    'Bills of 2023 to 2026 were not read.',
  ],
});
