import type { Case } from './case.ts';

/** Ten days to decide, fourteen more; both last days move off days off. */
export const usCaCases: readonly Case[] = [
  {
    id: 'us-ca-plain',
    title: 'California: ten days, and fourteen more told on the tenth',
    statute: 'us-ca',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-11', kind: 'extended', ground: 'volume' },
    ],
    asOf: '2026-06-26',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-25', originalDueOn: '2026-06-11', state: 'missed' } },
      maySue: ['2026-06-26'],
      anomalies: [],
    },
    because: 'Mon 1 Jun and ten days are Thu 11 Jun; fourteen more are Thu 25 Jun',
    source: 'Cal. Gov. Code 7922.535(a), (b)',
  },
  {
    id: 'us-ca-saturday',
    title: 'California: the tenth day is a Saturday, and the notice comes on the Monday',
    statute: 'us-ca',
    facts: [
      { on: '2026-06-03', kind: 'filed', channel: 'email' },
      { on: '2026-06-03', kind: 'received' },
      { on: '2026-06-15', kind: 'extended', ground: 'consultation', until: '2026-06-29' },
    ],
    asOf: '2026-06-16',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-29', originalDueOn: '2026-06-15', state: 'running' } },
      anomalies: [],
    },
    because:
      'Wed 3 Jun and ten days are Sat 13 Jun, so Mon 15 Jun, and the notice of that day is in time. Fourteen days from the 15th are Mon 29 Jun; from the 13th Sat 27 Jun, which moves to the same Monday',
    source: 'Cal. Gov. Code 7922.535, 6800; Code Civ. Proc. 12a',
  },
  {
    id: 'us-ca-fourth-of-july',
    title: 'California: the tenth day is Independence Day on a Saturday',
    statute: 'us-ca',
    facts: [
      { on: '2026-06-24', kind: 'filed', channel: 'email' },
      { on: '2026-06-24', kind: 'received' },
    ],
    asOf: '2026-06-25',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-06' } } },
    because: 'Wed 24 Jun and ten days are Sat 4 Jul; the next day that is no holiday is Mon 6 Jul',
    source: 'Cal. Gov. Code 7922.535(a), 6800',
  },
  {
    id: 'us-ca-memorial-day',
    title: 'California: the tenth day is Memorial Day, and fourteen are added',
    statute: 'us-ca',
    facts: [
      { on: '2026-05-15', kind: 'filed', channel: 'email' },
      { on: '2026-05-15', kind: 'received' },
      { on: '2026-05-26', kind: 'extended', ground: 'field offices' },
    ],
    asOf: '2026-05-27',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-09', originalDueOn: '2026-05-26' } }, anomalies: [] },
    because:
      'Fri 15 May and ten days are Mon 25 May, a holiday: Tue 26 May. Fourteen days more than that limit are Tue 9 Jun; from the 25th they would be Mon 8 Jun, and nobody is called late on the earlier one',
    source: 'Cal. Gov. Code 7922.535, 6800',
  },
  {
    id: 'ST-007',
    title: 'California: ten calendar days that end on a Monday',
    statute: 'us-ca',
    facts: [
      { on: '2026-04-03', kind: 'filed', channel: 'email' },
      { on: '2026-04-03', kind: 'received' },
    ],
    asOf: '2026-04-06',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-04-13' } } },
    because: 'Fri 3 Apr and ten days are Mon 13 Apr',
    source: 'Cal. Gov. Code 7922.535(a)',
  },
  {
    id: 'us-ca-saturday-stays',
    title: 'California: the tenth day is a plain Saturday',
    statute: 'us-ca',
    facts: [{ on: '2026-06-03', kind: 'received' }],
    asOf: '2026-06-15',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-15', state: 'running', otherReadings: { 'saturday-stays': '2026-06-13' } },
      },
    },
    because:
      '3 Jun + 10 = Sat 13 Jun, moved to Mon 15 Jun; a Saturday is in no list of holidays, and stays by that reading',
    source: 'Cal. Gov. Code 7922.535(a), 6800; Code Civ. Proc. 12a',
  },
];
