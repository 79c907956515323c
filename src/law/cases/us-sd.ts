import type { Case } from './case.ts';

const source = 'SDCL 1-27-37, 1-27-38';

export const usSdCases: readonly Case[] = [
  {
    id: 'us-sd-plain',
    title: 'silence, and ninety days to a review or a suit',
    statute: 'us-sd',
    facts: [{ on: '2026-03-02', kind: 'received' }],
    asOf: '2026-03-17',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-03-16', state: 'missed', overdue: true },
        'review-filing:1': { dueOn: '2026-06-15', state: 'running', otherReadings: {} },
        'suit-filing:1': { dueOn: '2026-06-15', state: 'running', otherReadings: {} },
      },
      follows: ['deemed-denied 2026-03-17'],
      maySue: ['2026-03-17'],
    },
    because: '3 to 6 Mar (4), 9 to 13 (9), 16 Mar (10). 16 Mar + 90 = Sun 14 Jun; Sunday is a holiday, so Mon 15 Jun',
    source: `${source}; 2-14-14, 1-5-1`,
  },
  {
    id: 'us-sd-estimate-lapses',
    title: 'an estimate passes without another one: denied',
    statute: 'us-sd',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-10', kind: 'acknowledged' },
      { on: '2026-03-10', kind: 'extended', ground: 'estimate of the time needed', until: '2026-04-10' },
    ],
    asOf: '2026-04-11',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-04-10', originalDueOn: '2026-03-16', state: 'missed' },
        'review-filing:1': { dueOn: '2026-07-09', state: 'running', otherReadings: {} },
      },
      follows: ['deemed-denied 2026-04-11'],
      anomalies: [],
    },
    because: 'denied by the lapse of the estimate on 10 Apr; 10 Apr + 90 = Thu 9 Jul',
    source,
  },
  {
    id: 'us-sd-revised-estimate',
    title: 'a revised estimate before the first one lapses',
    statute: 'us-sd',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-10', kind: 'extended', ground: 'estimate', until: '2026-04-10' },
      { on: '2026-04-09', kind: 'extended', ground: 'revised estimate', until: '2026-05-01' },
    ],
    asOf: '2026-04-13',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-05-01', state: 'running' } },
      follows: [],
      anomalies: [],
    },
    because: 'only an estimate that passes without a revised one is a denial',
    source,
  },
  {
    id: 'us-sd-clarification',
    title: 'ten business days to answer a question, or the request is withdrawn',
    statute: 'us-sd',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-06', kind: 'clarification-requested' },
    ],
    asOf: '2026-03-21',
    expect: {
      deadlines: {
        'determination:1': { dueOn: null, state: 'paused', remaining: 6 },
        'withdrawal:2': { dueOn: '2026-03-20', state: 'missed', owedBy: 'requester' },
      },
      follows: ['withdrawn-by-law 2026-03-21'],
    },
    because: '9 to 13 Mar (5), 16 to 20 Mar (10)',
    source: 'SDCL 1-27-37(3)',
  },
  {
    id: 'us-sd-saturday',
    title: 'thirty days from the decision on a review, and a last day on a Saturday',
    statute: 'us-sd',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-16', kind: 'determined', outcome: 'denied' },
      { on: '2026-04-01', kind: 'appealed', level: 'oversight', channel: 'mail' },
      { on: '2026-05-11', kind: 'appeal-decided', outcome: 'affirmed', notifiedOn: '2026-05-14' },
    ],
    asOf: '2026-05-15',
    expect: {
      deadlines: {
        'review-filing:2': { dueOn: '2026-06-15', state: 'met', metOn: '2026-04-01', otherReadings: {} },
        'suit-filing:4': { dueOn: '2026-06-13', state: 'running', otherReadings: { 'saturday-moves': '2026-06-15' } },
      },
      anomalies: [],
    },
    because:
      '16 Mar + 90 = Sun 14 Jun, a holiday: Mon 15 Jun. The decision on the review came on 14 May: 14 May + 30 = Sat 13 Jun, which is no holiday by 1-5-1, so it stays; a court may move it to Mon 15 Jun',
    source: `${source}, 1-27-41, 1-26-31; 2-14-14`,
  },
  {
    id: 'us-sd-estimate-as-such',
    title: 'an acknowledgement with an estimated day, which binds',
    statute: 'us-sd',
    facts: [
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-10', kind: 'acknowledged' },
      { on: '2026-03-10', kind: 'estimated', date: '2026-04-10' },
    ],
    asOf: '2026-04-11',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-04-10', originalDueOn: '2026-03-16', state: 'missed' },
        'review-filing:1': { dueOn: '2026-07-09', state: 'running' },
      },
      follows: ['deemed-denied 2026-04-11'],
    },
    because: 'given within the ten days; the request is denied the day it lapses: 10 Apr + 90 = Thu 9 Jul',
    source: 'SDCL 1-27-37(1)(c), (5), 1-27-38',
  },
];
