import type { Case } from './case.ts';

/** Nebraska: four days for the custodian, ten for the requester. */
export const usNeCases: readonly Case[] = [
  {
    id: 'us-ne-plain',
    title: 'Nebraska: four working days, and the Attorney General or a court after them',
    statute: 'us-ne',
    facts: [{ on: '2026-03-02', kind: 'filed', channel: 'email' }],
    asOf: '2026-03-09',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-03-06', state: 'missed', otherReadings: {} } },
      maySue: ['2026-03-07'],
      follows: ['may-complain 2026-03-07'],
    },
    because: 'received Mon 2 Mar: 3, 4, 5 and Fri 6 Mar; open from the day after',
    source: 'Neb. Rev. Stat. 84-712(4), 84-712.03(1)',
  },
  {
    id: 'us-ne-in-time',
    title: 'Nebraska: answered on the fourth day',
    statute: 'us-ne',
    facts: [
      { on: '2026-03-02', kind: 'filed', channel: 'email' },
      { on: '2026-03-06', kind: 'determined', outcome: 'granted' },
    ],
    asOf: '2026-03-09',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-03-06', state: 'met' } }, maySue: [], follows: [] },
    because: 'Fri 6 Mar is the fourth day',
    source: 'Neb. Rev. Stat. 84-712(4)',
  },
  {
    id: 'us-ne-estimate-unanswered',
    title: 'Nebraska: an estimate that nobody answers ends the request after ten working days',
    statute: 'us-ne',
    facts: [
      { on: '2026-03-02', kind: 'filed', channel: 'email' },
      { on: '2026-03-06', kind: 'extended', ground: 'volume', until: '2026-04-10' },
      { on: '2026-03-06', kind: 'fee-estimated', asksAnswer: true },
    ],
    asOf: '2026-03-23',
    expect: {
      deadlines: { 'withdrawal:3': { dueOn: '2026-03-20', state: 'missed', owedBy: 'requester' } },
      maySue: [],
      follows: ['withdrawn-by-law 2026-03-21'],
    },
    because: 'from Fri 6 Mar: 9 to 13 (5), 16 to 19 (9), Fri 20 Mar (10)',
    source: 'Neb. Rev. Stat. 84-712(4)',
  },
  {
    id: 'us-ne-estimate-answered',
    title: 'Nebraska: the estimate accepted, the promised day stands',
    statute: 'us-ne',
    facts: [
      { on: '2026-03-02', kind: 'filed', channel: 'email' },
      { on: '2026-03-06', kind: 'extended', ground: 'volume', until: '2026-04-10' },
      { on: '2026-03-06', kind: 'fee-estimated', asksAnswer: true },
      { on: '2026-03-18', kind: 'fee-answered', answer: 'agreed', channel: 'email', about: '3' },
    ],
    asOf: '2026-03-23',
    expect: {
      deadlines: {
        'withdrawal:3': { dueOn: '2026-03-20', state: 'met', metOn: '2026-03-18' },
        'determination:1': { dueOn: '2026-04-10', state: 'running' },
      },
      follows: [],
    },
    because: 'answered on the eighth day; the custodian goes on, to the date given',
    source: 'Neb. Rev. Stat. 84-712(4)(c)',
  },
  {
    id: 'us-ne-attorney-general',
    title: 'Nebraska: fifteen days for the Attorney General, ending on a Saturday',
    statute: 'us-ne',
    facts: [
      { on: '2026-03-02', kind: 'filed', channel: 'email' },
      { on: '2026-03-20', kind: 'appealed', level: 'oversight', about: null },
    ],
    asOf: '2026-03-23',
    expect: {
      deadlines: {
        'review-decision:2': { dueOn: '2026-04-06', otherReadings: { 'last-day-stays': '2026-04-04' } },
      },
    },
    because: '20 Mar + 15 = Sat 4 Apr, moved to Mon 6 Apr',
    source: 'Neb. Rev. Stat. 84-712.03(1)(b), 25-2221',
  },
  {
    id: 'us-ne-promise-passed',
    title: 'Nebraska: the earliest practicable date passes',
    statute: 'us-ne',
    facts: [
      { on: '2026-03-02', kind: 'filed', channel: 'email' },
      { on: '2026-03-06', kind: 'extended', ground: 'volume', until: '2026-04-10' },
    ],
    asOf: '2026-04-20',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-04-10',
          originalDueOn: '2026-03-06',
          state: 'running',
          expected: true,
          overdue: false,
        },
      },
      maySue: [],
      follows: [],
    },
    because:
      'the explanation came in time and is an answer; the day in it is a promise, and no number of the law is missed',
    source: 'Neb. Rev. Stat. 84-712(4)(c)',
  },
  {
    id: 'us-ne-estimate-alone',
    title: 'Nebraska: an estimate on the fourth day without a date, accepted',
    statute: 'us-ne',
    facts: [
      { on: '2026-03-02', kind: 'filed', channel: 'email' },
      { on: '2026-03-06', kind: 'fee-estimated', asksAnswer: true },
      { on: '2026-03-18', kind: 'fee-answered', answer: 'agreed', channel: 'email', about: '2' },
    ],
    asOf: '2026-03-19',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-03-24', state: 'running', confidence: 'medium' } },
      anomalies: [],
    },
    because:
      'until it is accepted the custodian does not proceed; four new days are the later reading: 19, 20, 23, Tue 24 Mar',
    source: 'Neb. Rev. Stat. 84-712(4)',
  },
];
