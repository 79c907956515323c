import type { Case, WrittenFact } from './case.ts';

const statute = 'za-paia';
const on = (day: string): readonly WrittenFact[] => [
  { on: day, kind: 'filed', channel: 'email' },
  { on: day, kind: 'received' },
];

/** South Africa. */
export const zaPaiaCases: readonly Case[] = [
  {
    id: 'ZA-001',
    title: 'thirty days',
    statute,
    facts: on('2026-06-01'),
    asOf: '2026-06-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-01', otherReadings: {} } } },
    because: 'day 30 after 1 June is Wed 1 July',
    source: 'PAIA s. 25(1)',
  },
  {
    id: 'za-paia-womens-day',
    title: 'the thirtieth day is a holiday on a Sunday',
    statute,
    facts: on('2026-07-10'),
    asOf: '2026-07-13',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-08-11', otherReadings: {} } },
    },
    because: 'day 30 is Sun 9 August, National Women’s Day, so Mon 10 is the holiday in its place: Tue 11',
    source: 'PAIA s. 25(1); Interpretation Act 33 of 1957 s. 4; Public Holidays Act 36 of 1994 s. 2(1)',
  },
  {
    id: 'za-paia-saturday',
    title: 'a Saturday is an ordinary last day',
    statute,
    facts: on('2026-06-11'),
    asOf: '2026-07-12',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-11', state: 'missed', lateOnEveryReading: true, otherReadings: {} },
      },
    },
    because: 'day 30 is Sat 11 July, which is neither a Sunday nor a public holiday',
    source: 'PAIA s. 25(1); Interpretation Act 33 of 1957 s. 4',
  },
  {
    id: 'za-paia-chain',
    title: 'extended, silent, appealed, silent again',
    statute,
    facts: [
      ...on('2026-06-01'),
      { on: '2026-07-01', kind: 'extended', ground: 'volume' },
      { on: '2026-09-29', kind: 'appealed', about: null, channel: 'email', receivedOn: '2026-09-29' },
    ],
    asOf: '2026-10-30',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-31', state: 'missed' },
        'appeal-filing:1': {
          dueOn: '2026-09-29',
          state: 'met',
          otherReadings: { 'thirty-days-with-third-party': '2026-08-31' },
        },
        'appeal-decision:4': { dueOn: '2026-10-29', state: 'missed' },
        'complaint-filing:4': { dueOn: '2027-04-28' },
        'suit-filing:4': { dueOn: '2027-04-28', otherReadings: { 'last-day-stays': '2027-04-27' } },
      },
      follows: ['deemed-denied 2026-08-01', 'deemed-denied 2026-10-30'],
      maySue: ['2026-10-30'],
    },
    because:
      'sixty days from 1 June are 31 July; sixty from there 29 September (thirty, if a third party had to be told, Sun 30 August: Mon 31); thirty from the appeal 29 October; a hundred and eighty from there Tue 27 April 2027, Freedom Day, so Wed 28; reminders go by the 27th',
    source: 'PAIA ss. 25 to 27, 75, 77, 77A, 78',
  },
  {
    id: 'za-paia-extended-late',
    title: 'extended on the thirty-first day',
    statute,
    facts: [...on('2026-06-01'), { on: '2026-07-02', kind: 'extended', ground: 'volume' }],
    asOf: '2026-07-02',
    expect: {
      anomalies: ['extension-late:3'],
      deadlines: { 'determination:1': { dueOn: '2026-07-01', state: 'missed' } },
      follows: ['deemed-denied 2026-07-02'],
    },
    because: 'notice must be given within the first thirty days',
    source: 'PAIA s. 26',
  },
];
