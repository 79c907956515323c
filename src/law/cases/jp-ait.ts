import type { Case, WrittenFact } from './case.ts';

const statute = 'jp-ait';
const source = 'Act No. 42 of 1999, Arts. 10, 11';
const july: readonly WrittenFact[] = [
  { on: '2026-07-01', kind: 'filed', channel: 'mail', receivedOn: '2026-07-01' },
  { on: '2026-07-01', kind: 'received' },
];
const corrected: readonly WrittenFact[] = [
  ...july,
  { on: '2026-07-10', kind: 'clarification-requested', answerBy: '2026-07-31' },
  { on: '2026-07-18', kind: 'clarified', channel: 'mail', receivedOn: '2026-07-21' },
];

/** Japan. */
export const jpAitCases: readonly Case[] = [
  {
    id: 'JP-001',
    title: 'thirty days',
    statute,
    facts: july,
    asOf: '2026-07-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-31', otherReadings: {} } } },
    because: 'counted from 2 July, day 30 is Fri 31 July',
    source,
  },
  {
    id: 'jp-ait-silence',
    title: 'silence is no refusal: no time runs, and the inaction can be attacked',
    statute,
    facts: july,
    asOf: '2026-08-01',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-31', state: 'missed' },
        'appeal-filing:1': null,
        'suit-filing:1': null,
      },
      follows: [],
      maySue: ['2026-08-01'],
    },
    because: 'the Act knows no refusal by silence; for review or suit over inaction there is no last day',
    source: 'Administrative Complaint Review Act, Art. 3; Administrative Case Litigation Act, Art. 37',
  },
  {
    id: 'jp-ait-extended',
    title: 'extended by thirty days, to a Sunday',
    statute,
    facts: [...july, { on: '2026-07-29', kind: 'extended', ground: 'difficulty in handling' }],
    asOf: '2026-08-31',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-08-30',
          originalDueOn: '2026-07-31',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'closed-day-moves': '2026-08-31' },
        },
      },
    },
    because:
      'thirty days after 31 July are Sun 30 August; if a closed day moves it Mon 31, and nobody is late before that has passed',
    source: 'Act No. 42 of 1999, Art. 10(2)',
  },
  {
    id: 'jp-ait-corrected',
    title: 'a request is put in due form',
    statute,
    facts: corrected,
    asOf: '2026-07-22',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-08-11',
          originalDueOn: '2026-07-31',
          otherReadings: { 'stop-day-not-counted': '2026-08-12', 'closed-day-moves': '2026-08-12' },
        },
      },
    },
    because:
      '11 to 21 July, eleven days, are not counted: Tue 11 August, Mountain Day; Wed 12 if the day of asking is left out too, or if a closed day moves',
    source: 'Act No. 42 of 1999, Art. 10(1), proviso',
  },
  {
    id: 'jp-ait-denied',
    title: 'denied: three months for review, six for the court',
    statute,
    facts: [...corrected, { on: '2026-08-10', kind: 'determined', outcome: 'denied', notifiedOn: '2026-08-12' }],
    asOf: '2026-08-13',
    expect: {
      deadlines: {
        'appeal-filing:5': { dueOn: '2026-11-12', state: 'running' },
        'suit-filing:5': { dueOn: '2027-02-12', state: 'running' },
      },
      maySue: ['2026-08-10'],
    },
    because:
      'counted from the day after one knew of it, 13 August: three months end on 12 November, six on 12 February',
    source: 'Administrative Complaint Review Act, Art. 18; Administrative Case Litigation Act, Art. 14',
  },
  {
    id: 'jp-ait-granted',
    title: 'granted: thirty days to say in which form',
    statute,
    facts: [...july, { on: '2026-07-31', kind: 'determined', outcome: 'granted', notifiedOn: '2026-08-03' }],
    asOf: '2026-08-04',
    expect: { deadlines: { 'answer:3': { dueOn: '2026-09-02', owedBy: 'requester', confidence: 'low' } } },
    because: 'thirty days after the notice of 3 August: Wed 2 September',
    source: 'Act No. 42 of 1999, Art. 14(3) (not read)',
  },
];
