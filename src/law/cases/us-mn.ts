import type { Case } from './case.ts';

/** Minnesota: one letter, two tracks. */
export const usMnCases: readonly Case[] = [
  {
    id: 'us-mn-plain',
    title: 'Minnesota: ten days for data about oneself',
    statute: 'us-mn',
    track: 'data-subject',
    facts: [{ on: '2026-06-01', kind: 'received' }],
    asOf: '2026-06-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-15', otherReadings: {}, confidence: 'medium' } } },
    because: 'from Mon 1 Jun: 2 to 5 (4), 8 to 12 (9), Mon 15 Jun (10)',
    source: 'Minn. Stat. 13.04 subd. 3',
  },
  {
    id: 'us-mn-juneteenth',
    title: 'Minnesota: over Juneteenth',
    statute: 'us-mn',
    track: 'data-subject',
    facts: [{ on: '2026-06-10', kind: 'received' }],
    asOf: '2026-06-12',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-25' } } },
    because: '11 (1), 12 (2), 15 to 18 (6), Fri 19 Jun is Juneteenth, 22 (7), 23 (8), 24 (9), Thu 25 Jun (10)',
    source: 'Minn. Stat. 13.04 subd. 3, 645.44',
  },
  {
    id: 'us-mn-public-data',
    title: 'Minnesota: public data have no day',
    statute: 'us-mn',
    facts: [{ on: '2026-06-10', kind: 'received' }],
    asOf: '2026-12-01',
    expect: { deadlines: { 'determination:1': { dueOn: null, expected: true, overdue: false } }, maySue: [] },
    because: '"appropriate and prompt" sets no day that could be missed',
    source: 'Minn. Stat. 13.03 subd. 2(a)',
  },
  {
    id: 'us-mn-sent-earlier',
    title: 'Minnesota: counted from receipt, though the law names the date of the request',
    statute: 'us-mn',
    track: 'data-subject',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'mail' },
      { on: '2026-06-03', kind: 'received' },
    ],
    asOf: '2026-06-16',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-17', state: 'running', otherReadings: { 'from-sending': '2026-06-15' } },
      },
    },
    because: 'from Wed 3 Jun: 4 (1), 5 (2), 8 to 12 (7), 15 (8), 16 (9), Wed 17 Jun (10); from Mon 1 Jun: Mon 15 Jun',
    source: 'Minn. Stat. 13.04 subd. 3',
  },
  {
    id: 'us-mn-opinion',
    title: 'Minnesota: twenty days for an opinion of the Commissioner',
    statute: 'us-mn',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-12', kind: 'determined', outcome: 'denied' },
      { on: '2026-06-15', kind: 'appealed', level: 'oversight', about: '2', receivedOn: '2026-06-15' },
    ],
    asOf: '2026-06-16',
    expect: { deadlines: { 'complaint-decision:3': { dueOn: '2026-07-06', confidence: 'low' } } },
    because: '15 Jun + 20 = Sun 5 Jul, which is omitted: Mon 6 Jul',
    source: 'Minn. Stat. 13.072 (not verified), 645.15',
  },
];
