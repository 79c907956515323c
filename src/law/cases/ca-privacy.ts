import type { Case, WrittenFact } from './case.ts';

const statute = 'ca-privacy';
const source = 'Privacy Act ss. 14, 15, 16(3), 29, 41; Interpretation Act ss. 26, 35';
const june: readonly WrittenFact[] = [
  { on: '2026-06-08', kind: 'filed', channel: 'email' },
  { on: '2026-06-08', kind: 'received' },
];

/** Canada, one's own file. */
export const caPrivacyCases: readonly Case[] = [
  {
    id: 'ca-privacy-plain',
    title: 'thirty days, then silence',
    statute,
    facts: june,
    asOf: '2026-07-09',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-07-08', state: 'missed' }, 'complaint-filing:1': null },
      follows: ['deemed-denied 2026-07-09'],
    },
    because: 'day 30 after 8 June; a refusal by silence, and no last day to complain',
    source,
  },
  {
    id: 'ca-privacy-capped-extension',
    title: 'an extension for consultations names more than the law gives',
    statute,
    facts: [...june, { on: '2026-07-08', kind: 'extended', ground: 'consultations', until: '2026-09-30' }],
    asOf: '2026-07-09',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-08-07', originalDueOn: '2026-07-08' } },
      estimate: '2026-09-30',
    },
    because:
      's. 15(a) gives thirty days and no more: sixty from receipt are Fri 7 August; the day named is an estimate',
    source,
  },
  {
    id: 'ca-privacy-translation',
    title: 'an extension for translation has no cap',
    statute,
    facts: [...june, { on: '2026-07-08', kind: 'extended', ground: 'translation', until: '2026-09-30' }],
    asOf: '2026-07-09',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-10-01' } } },
    because:
      's. 15(b): the period named, to 30 September, which is the National Day for Truth and Reconciliation: Thu 1 October',
    source,
  },
  {
    id: 'ca-privacy-court',
    title: 'the Commissioner has reported: forty-five days to the court',
    statute,
    facts: [
      ...june,
      { on: '2026-07-08', kind: 'determined', outcome: 'denied' },
      { on: '2026-07-13', kind: 'appealed', level: 'oversight', channel: 'email' },
      { on: '2026-08-07', kind: 'appeal-decided', level: 'oversight', outcome: 'dismissed', notifiedOn: '2026-08-07' },
    ],
    asOf: '2026-08-10',
    expect: { deadlines: { 'suit-filing:5': { dueOn: '2026-09-21', state: 'running' } }, maySue: ['2026-08-07'] },
    because: 'day 45 after 7 August is Mon 21 September',
    source,
  },
];
