import type { Case } from './case.ts';

const source = '65 P.S. 67.901, 67.902(b), 67.1101';

export const usPaCases: readonly Case[] = [
  {
    id: 'ST-001',
    title: "the period starts in the open-records officer's inbox",
    statute: 'us-pa',
    facts: [
      { on: '2012-03-07', kind: 'filed', channel: 'email' },
      { on: '2012-03-12', kind: 'routed' },
    ],
    asOf: '2012-03-13',
    expect: { deadlines: { 'determination:1': { dueOn: '2012-03-19', state: 'running', confidence: 'high' } } },
    because: 'e-mailed 7 Mar, with the officer on 12 Mar: 13 to 16 Mar (4), 19 Mar (5)',
    source: "65 P.S. 67.901; Governor's Office v. Office of Open Records (Pa. 2014)",
  },
  {
    id: 'ST-003',
    title: 'fifteen business days to appeal a written denial',
    statute: 'us-pa',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-09', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2026-03-10',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-03-09', state: 'met' },
        'appeal-filing:2': { dueOn: '2026-03-30', otherReadings: {}, mustArriveBy: { on: '2026-03-30' } },
      },
    },
    because: '10 to 13 Mar (4), 16 to 20 (9), 23 to 27 (14), 30 Mar (15), from the mailing date',
    source: '65 P.S. 67.1101(a)(1)',
  },
  {
    id: 'us-pa-silence',
    title: 'extended, silent, appealed, silent again',
    statute: 'us-pa',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-06', kind: 'extended', ground: 'legal review' },
      { on: '2026-04-29', kind: 'appealed', level: 'oversight', channel: 'email', receivedOn: '2026-04-29' },
    ],
    asOf: '2026-05-30',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-04-08', originalDueOn: '2026-03-09', state: 'missed' },
        'appeal-filing:1': {
          dueOn: '2026-04-29',
          state: 'met',
          otherReadings: { 'from-the-day-after': '2026-04-30' },
        },
        'appeal-decision:3': { dueOn: '2026-05-29', state: 'missed' },
        'suit-filing:3': { dueOn: '2026-06-29', state: 'running' },
      },
      follows: ['deemed-denied 2026-04-09', 'deemed-denied 2026-05-30'],
      maySue: ['2026-05-30'],
      anomalies: [],
    },
    because:
      '3 to 6 Mar (4), 9 (5); 9 Mar + 30 = Wed 8 Apr, denied by silence. 9, 10 (2), 13 to 17 (7), 20 to 24 (12), 27 to 29 Apr (15); a day more for those who take the denial to be on the 9th. 29 Apr + 30 = Fri 29 May; 29 May + 30 = Sun 28 Jun, moved to Mon 29 Jun',
    source: `${source}, 67.1301; 1 Pa.C.S. 1908`,
  },
  {
    id: 'us-pa-extension-ends-on-sunday',
    title: 'the thirty days end on a Sunday',
    statute: 'us-pa',
    facts: [
      { on: '2026-03-06', kind: 'received' },
      { on: '2026-03-13', kind: 'extended', ground: 'redaction' },
    ],
    asOf: '2026-03-16',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-04-13', originalDueOn: '2026-03-13' } } },
    because: '9 to 13 Mar (5); 13 Mar + 30 = Sun 12 Apr, which is left out: Mon 13 Apr',
    source: '65 P.S. 67.902(b); 1 Pa.C.S. 1908',
  },
  {
    id: 'us-pa-agreed',
    title: 'longer than thirty days, by written agreement',
    statute: 'us-pa',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-06', kind: 'extended', ground: 'written agreement', until: '2026-05-01' },
    ],
    asOf: '2026-05-02',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-05-01', state: 'missed' } },
      follows: ['deemed-denied 2026-05-02'],
    },
    because: 'the parties may agree on a later day; once that passes, the request counts as denied',
    source: '65 P.S. 67.902(b)(2)',
  },
];
