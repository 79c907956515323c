import type { Case, WrittenFact } from './case.ts';

const statute = 'in-rti-2005';
const on = (day: string): readonly WrittenFact[] => [
  { on: day, kind: 'filed', channel: 'hand' },
  { on: day, kind: 'received' },
];
const fee: readonly WrittenFact[] = [
  ...on('2026-01-31'),
  { on: '2026-02-10', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
  { on: '2026-02-20', kind: 'fee-paid', channel: 'hand' },
];

/** India. */
export const inRti2005Cases: readonly Case[] = [
  {
    id: 'IN-001',
    title: 'thirty days over the end of February',
    statute,
    facts: on('2026-01-31'),
    asOf: '2026-02-01',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-03-02', otherReadings: {} } } },
    because: '28 days of February, 2 of March',
    source: 'RTI Act 2005 s. 7(1)',
  },
  {
    id: 'in-rti-2005-assistant-officer',
    title: 'given to an Assistant Public Information Officer: five days more',
    statute,
    track: 'assistant-officer',
    facts: on('2026-01-31'),
    asOf: '2026-02-01',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-03-07', otherReadings: { 'closed-office-moves': '2026-03-09' } } },
    },
    because: 'day 35 after 31 January is Sat 7 March',
    source: 'RTI Act 2005 s. 5(2), proviso',
  },
  {
    id: 'in-rti-2005-third-party',
    title: 'a third party is heard first: forty days',
    statute,
    track: 'third-party',
    facts: on('2026-01-31'),
    asOf: '2026-02-01',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-03-12' } } },
    because: 'day 40 after 31 January is Thu 12 March',
    source: 'RTI Act 2005 s. 11(3)',
  },
  {
    id: 'in-rti-2005-liberty',
    title: 'life or liberty: forty-eight hours',
    statute,
    track: 'life-or-liberty',
    facts: on('2026-01-31'),
    asOf: '2026-02-01',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-02-02' } } },
    because: 'forty-eight hours from some hour of 31 January have run out with 2 February',
    source: 'RTI Act 2005 s. 7(1), proviso',
  },
  {
    id: 'in-rti-2005-transferred',
    title: 'sent on to the authority that holds the information',
    statute,
    facts: [...on('2026-01-31'), { on: '2026-02-04', kind: 'routed' }],
    asOf: '2026-02-05',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-03-06' } } },
    because: 'the right authority has it on 4 February: day 30 is Fri 6 March',
    source: 'RTI Act 2005 ss. 6(3), 7(1)',
  },
  {
    id: 'in-rti-2005-fee',
    title: 'a fee is asked for and paid ten days later',
    statute,
    facts: fee,
    asOf: '2026-02-21',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-03-12',
          originalDueOn: '2026-03-02',
          otherReadings: { 'stop-day-not-counted': '2026-03-13', 'resume-day-counted': '2026-03-11' },
        },
      },
    },
    because:
      'ten days by 10 February; 11 to 20 are excluded; twenty more: 12 March. If both end days are out the 13th, if neither the 11th',
    source: 'RTI Act 2005 s. 7(3)(a)',
  },
  {
    id: 'in-rti-2005-two-silences',
    title: 'silence after the fee was paid, and silence on the first appeal',
    statute,
    facts: [...fee, { on: '2026-04-13', kind: 'appealed', about: null, channel: 'hand', receivedOn: '2026-04-13' }],
    asOf: '2026-05-29',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-03-12', state: 'missed', lateOnEveryReading: true },
        'appeal-filing:1': {
          dueOn: '2026-04-11',
          metOn: '2026-04-13',
          otherReadings: {
            'closed-office-moves': '2026-04-13',
            'stop-day-not-counted': '2026-04-12',
            'resume-day-counted': '2026-04-10',
          },
        },
        'appeal-decision:5': {
          dueOn: '2026-05-13',
          state: 'missed',
          lateOnEveryReading: true,
          otherReadings: { 'forty-five-with-reasons': '2026-05-28' },
        },
        'complaint-filing:5': { dueOn: '2026-08-11', state: 'running' },
      },
      follows: ['deemed-denied 2026-03-13', 'may-complain 2026-05-14'],
      feesBarred: '2026-03-13',
    },
    because:
      'refused by silence after 12 March, and free of charge from the 13th; thirty days from the 12th are Sat 11 April, and if the office is closed Mon 13; thirty from 13 April are 13 May, with reasons 45: 28 May; ninety from 13 May are 11 August (from 28 May it would be the 26th)',
    source: 'RTI Act 2005 ss. 7(2), (3), (6), 19(1), (3), (6)',
  },
  {
    id: 'IN-003',
    title: 'ninety days for the second appeal',
    statute,
    facts: [
      ...on('2026-02-15'),
      { on: '2026-04-16', kind: 'appealed', about: null, channel: 'hand', receivedOn: '2026-04-16' },
    ],
    asOf: '2026-06-01',
    expect: {
      deadlines: {
        'appeal-filing:1': { dueOn: '2026-04-16', state: 'met' },
        'appeal-decision:3': { dueOn: '2026-05-16' },
        'complaint-filing:3': { dueOn: '2026-08-14' },
      },
    },
    because:
      'thirty days after 15 February are 17 March, thirty more 16 April; the first appeal should have been decided by 16 May; ninety days after it are 14 August',
    source: 'RTI Act 2005 s. 19(3)',
  },
];
