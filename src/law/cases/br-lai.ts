import type { Case, WrittenFact } from './case.ts';

const statute = 'br-lai';
const source = 'Lei 12.527/2011, arts. 11, 15; Decreto 7.724/2012, arts. 11, 22; Lei 9.784/1999, art. 66';
const june: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'portal', at: '2026-06-01T13:00:00Z' },
  { on: '2026-06-01', kind: 'received', at: '2026-06-01T13:00:00Z' },
];
const extended: WrittenFact = { on: '2026-06-22', kind: 'extended', ground: 'consulta a outros órgãos' };
const denied: WrittenFact = { on: '2026-06-22', kind: 'determined', outcome: 'denied', notifiedOn: '2026-06-22' };

/** Brazil, the federal executive. */
export const brLaiCases: readonly Case[] = [
  {
    id: 'BR-001',
    title: 'registered on a Friday at eight in the evening',
    statute,
    facts: [
      { on: '2026-05-15', kind: 'filed', channel: 'portal', at: '2026-05-15T23:00:00Z' },
      { on: '2026-05-15', kind: 'received', at: '2026-05-15T23:00:00Z' },
    ],
    asOf: '2026-05-18',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-08' } } },
    because: 'after 19:00, so noticed on Mon 18 May; twenty days end on Sun 7 June: Mon 8',
    source: 'gov.br/acessoainformacao, prazos (CGU); Lei 12.527/2011, art. 11, § 1º; Lei 9.784/1999, art. 66',
  },
  {
    id: 'br-lai-plain',
    title: 'twenty days from a Monday morning',
    statute,
    facts: june,
    asOf: '2026-06-23',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-22', state: 'missed', lateOnEveryReading: true },
        'appeal-filing:1': null,
      },
      follows: [],
    },
    because:
      'day 20 after 1 June is Sun 21: Mon 22. Late, but before the thirtieth day there is no complaint of omission',
    source,
  },
  {
    id: 'br-lai-extended-and-silent',
    title: 'extended on the last day, then silence',
    statute,
    facts: [...june, extended],
    asOf: '2026-07-02',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-01', originalDueOn: '2026-06-22', state: 'missed' },
        'appeal-filing:1': { dueOn: '2026-07-13', state: 'running', confidence: 'low' },
      },
      follows: ['may-complain 2026-07-02'],
    },
    because:
      'thirty days in all from 1 June: Wed 1 July; the complaint of omission opens after them and has ten days, to Sat 11 July: Mon 13',
    source,
  },
  {
    id: 'br-lai-appealed',
    title: 'denied: ten days to appeal, five to decide, and ten for the next appeal',
    statute,
    facts: [
      ...june,
      denied,
      { on: '2026-07-02', kind: 'appealed', channel: 'portal', receivedOn: '2026-07-02' },
      { on: '2026-07-07', kind: 'appeal-decided', outcome: 'affirmed', notifiedOn: '2026-07-07' },
    ],
    asOf: '2026-07-08',
    expect: {
      anomalies: [],
      deadlines: {
        'appeal-filing:3': { dueOn: '2026-07-02', state: 'met' },
        'appeal-decision:4': { dueOn: '2026-07-07', state: 'met' },
        'review-filing:5': { dueOn: '2026-07-17', state: 'running' },
      },
    },
    because: 'ten days after 22 June are 2 July, five after it 7 July, ten after that Fri 17 July',
    source,
  },
  {
    id: 'br-lai-to-the-cgu',
    title: 'the head of the body affirms too: ten days to the CGU',
    statute,
    facts: [
      ...june,
      denied,
      { on: '2026-07-02', kind: 'appealed', channel: 'portal', receivedOn: '2026-07-02' },
      { on: '2026-07-07', kind: 'appeal-decided', outcome: 'affirmed' },
      { on: '2026-07-17', kind: 'appealed', level: 'oversight', about: '5', channel: 'portal' },
      { on: '2026-07-22', kind: 'appeal-decided', level: 'oversight', about: '6', outcome: 'affirmed' },
    ],
    asOf: '2026-07-23',
    expect: {
      deadlines: {
        'review-filing:5': { state: 'met' },
        'review-decision:6': { dueOn: '2026-07-22', state: 'met', expected: true },
        'review-filing:7': { dueOn: '2026-08-03', state: 'running' },
      },
    },
    because: 'five days after 17 July are 22 July; ten after that are Sat 1 August: Mon 3',
    source: 'Decreto 7.724/2012, arts. 21, 23',
  },
];
