import type { Case, WrittenFact } from './case.ts';

const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];

/** No time to answer; a ceiling for one kind of delay. */
export const usIaCases: readonly Case[] = [
  {
    id: 'us-ia-plain',
    title: 'Iowa: no day, two months on',
    statute: 'us-ia',
    facts: june,
    asOf: '2026-07-31',
    expect: {
      status: 'processing',
      deadlines: {
        'determination:1': { dueOn: null, state: 'running', expected: true },
        'notice:1': null,
      },
      maySue: [],
      follows: [],
    },
    because:
      'chapter 22 sets no time to answer, and the custodian has not said that it must think about confidentiality',
    source: 'Iowa Code ch. 22; Advisory Opinion 22AO:0004',
  },
  {
    id: 'us-ia-confidential',
    title: 'Iowa: the custodian has to decide whether a record is confidential',
    statute: 'us-ia',
    track: 'confidential',
    facts: june,
    asOf: '2026-06-23',
    expect: {
      deadlines: {
        'notice:1': {
          dueOn: '2026-06-21',
          expected: true,
          overdue: false,
          lateOnEveryReading: false,
          otherReadings: { rolled: '2026-06-22', ordinarily: '2026-06-15' },
        },
      },
      follows: [],
    },
    because:
      'Mon 1 Jun and twenty days are Sun 21 Jun; moved, Mon 22 Jun; "ordinarily" ten working days, Mon 15 Jun. By Horsfield (2013) none of them is an absolute deadline, so nobody is late',
    source: 'Iowa Code 22.8(4)(d)',
  },
  {
    id: 'us-ia-complaint',
    title: 'Iowa: refused, with sixty days to complain to the Board',
    statute: 'us-ia',
    facts: [...june, { on: '2026-06-08', kind: 'determined', outcome: 'denied' }],
    asOf: '2026-06-09',
    expect: {
      deadlines: { 'complaint-filing:3': { dueOn: '2026-08-07', confidence: 'low' } },
      maySue: ['2026-06-08'],
    },
    because: 'Mon 8 Jun and sixty days: 22 left of June, 31 of July, Fri 7 Aug',
    source: 'Iowa Code 23.7(1), 22.10',
  },
];
