import type { Case, WrittenFact } from './case.ts';

const statute = 'eu-1049-2001';
const source = 'Regulation (EC) No 1049/2001, Art. 7 and 8';
const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];

/** Access to documents of the European institutions. */
export const eu10492001Cases: readonly Case[] = [
  {
    id: 'eu-1049-2001-plain',
    title: 'registered on a Monday, silence after that',
    statute,
    facts: june,
    asOf: '2026-06-23',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-22', state: 'missed', lateOnEveryReading: true, confidence: 'high' },
        'review-filing:1': null,
        'suit-filing:1': null,
      },
      follows: ['may-complain 2026-06-23'],
      maySue: [],
    },
    because:
      '2 to 5 June (4), 8 to 12 (9), 15 to 19 (14), 22 (15); the first silence opens the confirmatory application, for which the text sets no last day, and no court',
    source,
  },
  {
    id: 'eu-1049-2001-extended',
    title: 'extended on the last day, with a later reply',
    statute,
    facts: [...june, { on: '2026-06-22', kind: 'extended', ground: 'very many documents' }],
    asOf: '2026-06-23',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-07-13', originalDueOn: '2026-06-22', state: 'running' } },
    },
    because: '23 to 26 June (4), 29 June to 3 July (9), 6 to 10 (14), 13 (15)',
    source,
  },
  {
    id: 'eu-1049-2001-extended-late',
    title: 'extended the day after: told too late, it gives nothing',
    statute,
    facts: [...june, { on: '2026-06-23', kind: 'extended', ground: 'very many documents' }],
    asOf: '2026-06-23',
    expect: {
      anomalies: ['extension-late:3'],
      deadlines: { 'determination:1': { dueOn: '2026-06-22', state: 'missed' } },
    },
    because: 'Art. 7(3) asks for notice in advance; on the 23rd the right of Art. 7(4) has arisen',
    source,
  },
  {
    id: 'eu-1049-2001-two-silences',
    title: 'no reply, a confirmatory application, and no reply to that',
    statute,
    facts: [...june, { on: '2026-07-15', kind: 'appealed', channel: 'email', receivedOn: '2026-07-15', about: null }],
    asOf: '2026-10-06',
    expect: {
      deadlines: {
        'review-decision:3': { dueOn: '2026-08-06', state: 'missed' },
        'suit-filing:3': { dueOn: '2026-10-06', state: 'running', otherReadings: {} },
        'complaint-filing:3': { dueOn: '2028-08-06', confidence: 'low' },
      },
      follows: ['may-complain 2026-06-23', 'deemed-denied 2026-08-07'],
      maySue: ['2026-08-07'],
    },
    because:
      '16 and 17 July (2), 20, 22 to 24 without the 21st, the national day (6), 27 to 31 (11), 3 to 6 August (15): the term expires on 6 August and the two months to sue run from that day, though no paper exists; with the ten days of distance, not counted here, 16 October',
    source: 'Art. 8(1), 8(3); TFEU Art. 263(6); General Court, T-278/11 ClientEarth (order of 13 November 2012)',
  },
  {
    id: 'EU-001',
    title: 'sent while the Parliament is closed, registered when it is open again',
    statute,
    facts: [
      { on: '2024-12-27', kind: 'filed', channel: 'email' },
      { on: '2025-01-06', kind: 'received' },
    ],
    asOf: '2025-01-07',
    expect: { deadlines: { 'determination:1': { dueOn: '2025-01-27' } } },
    because: 'not registered until 6 January; 7 to 10 (4), 13 to 17 (9), 20 to 24 (14), 27 (15)',
    source: 'Art. 7(1); the notice on the Parliament’s request form',
  },
  {
    id: 'EU-003',
    title: 'refused: fifteen working days for the confirmatory application',
    statute,
    facts: [
      { on: '2024-12-27', kind: 'filed', channel: 'email' },
      { on: '2025-01-06', kind: 'received' },
      { on: '2025-01-27', kind: 'determined', outcome: 'denied', notifiedOn: '2025-01-27' },
    ],
    asOf: '2025-01-28',
    expect: {
      deadlines: { 'determination:1': { state: 'met' }, 'review-filing:3': { dueOn: '2025-02-17', state: 'running' } },
    },
    because: '28 to 31 January (4), 3 to 7 February (9), 10 to 14 (14), 17 (15)',
    source: 'Art. 7(2)',
  },
  {
    id: 'eu-1049-2001-registration-unknown',
    title: 'sent, and no letter says when it was registered',
    statute,
    facts: [{ on: '2026-06-01', kind: 'filed', channel: 'email' }],
    asOf: '2026-06-24',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-23', assumed: true } } },
    because:
      'presumed registered on the working day after sending, 2 June; 3 to 5 June (3), 8 to 12 (8), 15 to 19 (13), 22, 23 (15); presumed, and said to be',
    source: 'Art. 7(1); the presumption is this program’s own',
  },
];
