import type { Case, WrittenFact } from './case.ts';

const statute = 'uk-eir-2004';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];
const ground = 'complex and voluminous';

/** Environmental information: forty in the place of twenty. */
export const ukEir2004Cases: readonly Case[] = [
  {
    id: 'uk-eir-2004-plain',
    title: 'twenty working days, then silence: forty to ask for reconsideration',
    statute,
    facts: received('2026-07-01'),
    asOf: '2026-07-31',
    expect: {
      follows: ['may-complain 2026-07-31'],
      deadlines: {
        'determination:1': { dueOn: '2026-07-30', state: 'missed' },
        'review-filing:1': { dueOn: '2026-09-28', state: 'running', confidence: 'low' },
      },
    },
    because: 'as under the Act: Thu 30 Jul, without 13 Jul; forty working days after it, without 3 and 31 Aug',
    source: 'EIR 2004 regs 5(2), 11(2)',
  },
  {
    id: 'UK-028',
    title: 'forty working days from receipt',
    statute,
    facts: [...received('2026-02-02'), { on: '2026-02-27', kind: 'extended', ground }],
    asOf: '2026-03-02',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-03-31', originalDueOn: '2026-03-02', state: 'running' } },
    },
    because:
      '3-6 Feb (4), 9-13 (9), 16-20 (14), 23-27 (19), 2-6 Mar (24), 9-13 (29), 16, 18-20 (33), 23-27 (38), 30 and 31 (40)',
    source: 'EIR 2004 reg. 7(1)',
  },
  {
    id: 'uk-eir-2004-extension-in-time',
    title: 'a notice on the twentieth day',
    statute,
    facts: [...received('2026-07-01'), { on: '2026-07-30', kind: 'extended', ground, until: '2026-08-28' }],
    asOf: '2026-07-31',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-08-28', state: 'running' } } },
    because: 'twenty by 30 Jul; 31 (21), not 3 Aug, 4-7 (25), 10-14 (30), 17-21 (35), 24-28 (40)',
    source: 'EIR 2004 reg. 7(1), (3)',
  },
  {
    id: 'uk-eir-2004-extension-late',
    title: 'the same notice a day later',
    statute,
    facts: [...received('2026-07-01'), { on: '2026-07-31', kind: 'extended', ground, until: '2026-08-28' }],
    asOf: '2026-08-01',
    expect: {
      anomalies: ['extension-late:3'],
      deadlines: { 'determination:1': { dueOn: '2026-07-30', state: 'missed' } },
    },
    because: 'the notice is due within the twenty days',
    source: 'EIR 2004 reg. 7(3)',
  },
  {
    id: 'uk-eir-2004-reconsideration',
    title: 'reconsideration asked for over silence, and silence on that',
    statute,
    facts: [...received('2026-07-01'), { on: '2026-09-01', kind: 'appealed', about: null, channel: 'email' }],
    asOf: '2026-10-28',
    expect: {
      follows: ['may-complain 2026-07-31', 'may-complain 2026-10-28'],
      deadlines: {
        'review-filing:1': { dueOn: '2026-09-28', state: 'met' },
        'review-decision:3': { dueOn: '2026-10-27', state: 'missed' },
      },
    },
    because: '2-4 Sep (3), then eight weeks less three days without a holiday: 27 Oct is the fortieth',
    source: 'EIR 2004 reg. 11(4)',
  },
];
