import type { Case, WrittenFact } from './case.ts';

const statute = 'ca-atia';
const on = (day: string): readonly WrittenFact[] => [
  { on: day, kind: 'filed', channel: 'email' },
  { on: day, kind: 'received' },
];
const source = 'Access to Information Act ss. 7, 9, 10(3), 31; Interpretation Act ss. 26, 27, 35';

/** Canada, federal. */
export const caAtiaCases: readonly Case[] = [
  {
    id: 'ca-atia-plain',
    title: 'thirty days, then silence: a refusal, and sixty days to complain',
    statute,
    facts: on('2026-06-08'),
    asOf: '2026-07-09',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-08', state: 'missed', lateOnEveryReading: true },
        'complaint-filing:1': { dueOn: '2026-09-08', state: 'running' },
      },
      follows: ['deemed-denied 2026-07-09'],
      maySue: [],
    },
    because:
      'day 30 after 8 June is Wed 8 July; sixty days from that day end on Sun 6 September, Mon 7 is Labour Day: Tue 8. Counted from the 9th, when one knows of it, the same day comes out',
    source,
  },
  {
    id: 'CA-001',
    title: 'thirty days before Christmas',
    statute,
    facts: on('2026-11-23'),
    asOf: '2026-11-24',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-12-23' } } },
    because: 'thirty calendar days, the day of receipt left out',
    source:
      'Access to Information Act s. 7; Interpretation Act s. 27(5); the day is that of the Treasury Board’s own example',
  },
  {
    id: 'CA-003',
    title: 'the last day is a Sunday before Labour Day',
    statute,
    facts: on('2026-08-07'),
    asOf: '2026-08-10',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-09-08', originalDueOn: '2026-09-08' } } },
    because: 'day 30 is Sun 6 September, Mon 7 is Labour Day: Tue 8',
    source: 'Interpretation Act ss. 26, 35: "holiday" includes Sunday',
  },
  {
    id: 'ca-atia-saturday',
    title: 'a Saturday is no holiday',
    statute,
    facts: on('2026-06-11'),
    asOf: '2026-06-12',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-11' } } },
    because: 'day 30 is Sat 11 July, which s. 35 does not list',
    source: 'Interpretation Act ss. 26, 35',
  },
  {
    id: 'ca-atia-saturday-holiday',
    title: 'a Saturday that is a holiday',
    statute,
    facts: on('2023-06-01'),
    asOf: '2023-06-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2023-07-03' } } },
    because: 'day 30 is Sat 1 July 2023, Canada Day; Sun 2 is a holiday too: Mon 3',
    source: 'Interpretation Act ss. 26, 35',
  },
  {
    id: 'ca-atia-extension-from-receipt',
    title: 'thirty days more, where the first thirty end on a holiday',
    statute,
    facts: [...on('2026-08-07'), { on: '2026-09-04', kind: 'extended', ground: 'volume', until: '2026-10-06' }],
    asOf: '2026-09-09',
    expect: {
      anomalies: [],
      deadlines: { 'determination:1': { dueOn: '2026-10-06', originalDueOn: '2026-09-08', state: 'running' } },
    },
    because:
      'sixty days from receipt are Tue 6 October; they are not added to 8 September, to which the first period moved',
    source,
  },
  {
    id: 'ca-atia-extension-late',
    title: 'a notice of extension after the thirty days',
    statute,
    facts: [...on('2026-06-08'), { on: '2026-07-09', kind: 'extended', ground: 'volume', until: '2026-08-07' }],
    asOf: '2026-07-09',
    expect: {
      anomalies: ['extension-late:3'],
      deadlines: { 'determination:1': { dueOn: '2026-07-08', state: 'missed' } },
      follows: ['deemed-denied 2026-07-09'],
    },
    because: 's. 9(1) asks for notice within thirty days after receipt; on the 9th the request counts as refused',
    source,
  },
  {
    id: 'ca-atia-approval-to-decline',
    title: 'the institution asks to be let off, and is not',
    statute,
    facts: [
      ...on('2026-06-08'),
      { on: '2026-06-15', kind: 'ruling-requested' },
      { on: '2026-06-25', kind: 'ruling-given', note: 'the Commissioner refuses' },
    ],
    asOf: '2026-06-26',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-20', originalDueOn: '2026-07-08' } } },
    because: '15 to 25 June, eleven days, both ends included, do not count: Sun 19 July, so Mon 20',
    source: 'Access to Information Act s. 6.1(1.2), (1.3); Interpretation Act s. 26',
  },
  {
    id: 'CA-005',
    title: 'sixty days to complain end on a Sunday',
    statute,
    facts: [...on('2026-11-23'), { on: '2026-12-23', kind: 'determined', outcome: 'denied', notifiedOn: '2026-12-23' }],
    asOf: '2026-12-24',
    expect: { deadlines: { 'complaint-filing:3': { dueOn: '2027-02-22', state: 'running' } } },
    because: 'day 60 is Sun 21 February 2027: Mon 22',
    source: 'Access to Information Act s. 31; Interpretation Act s. 26',
  },
  {
    id: 'ca-atia-court',
    title: 'the Commissioner has reported: thirty business days from the fifth',
    statute,
    facts: [
      ...on('2026-06-08'),
      { on: '2026-07-08', kind: 'determined', outcome: 'denied', notifiedOn: '2026-07-20' },
      { on: '2026-09-18', kind: 'appealed', level: 'oversight', channel: 'email' },
      { on: '2026-11-02', kind: 'appeal-decided', level: 'oversight', outcome: 'dismissed' },
    ],
    asOf: '2026-11-03',
    expect: {
      anomalies: [],
      deadlines: {
        'complaint-filing:3': { dueOn: '2026-09-18', state: 'met' },
        'suit-filing:5': { dueOn: '2026-12-22', confidence: 'high' },
      },
      maySue: ['2026-11-02'],
    },
    because:
      'sixty days after 20 July are 18 September. The report counts as received on Mon 9 November; thirty business days after it, without 11 November, are Tue 22 December; if the recess of the courts is left out, 11 January 2027',
    source: 'Access to Information Act ss. 3, 31, 41(1), (6)',
  },
];
