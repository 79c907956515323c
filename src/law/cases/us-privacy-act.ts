import type { Case, WrittenFact } from './case.ts';

const statute = 'us-privacy-act';
const track = 'amendment';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];
const reviewAsked: readonly WrittenFact[] = [
  ...received('2026-06-01'),
  { on: '2026-06-03', kind: 'acknowledged' },
  { on: '2026-06-10', kind: 'determined', outcome: 'denied' },
  { on: '2026-06-15', kind: 'appealed', channel: 'mail', receivedOn: '2026-06-22' },
];

/** The Privacy Act: an amendment, its review, and a suit. */
export const usPrivacyActCases: readonly Case[] = [
  {
    id: 'us-privacy-act-plain',
    title: 'ten days to acknowledge an amendment',
    statute,
    track,
    facts: received('2026-06-01'),
    asOf: '2026-06-16',
    expect: {
      deadlines: {
        'acknowledgement:1': { dueOn: '2026-06-15', state: 'missed' },
        'determination:1': { dueOn: null, expected: true },
      },
    },
    because: '2-5 Jun (4), 8-12 (9), 15 (10)',
    source: '5 U.S.C. 552a(d)(2)(A)',
  },
  {
    id: 'US-025',
    title: 'ten days to acknowledge, over Juneteenth',
    statute,
    track,
    facts: received('2026-06-15'),
    asOf: '2026-06-16',
    expect: { deadlines: { 'acknowledgement:1': { dueOn: '2026-06-30', state: 'running' } } },
    because: '16-18 Jun (3), not 19, 22-26 (8), 29 and 30 (10)',
    source: '5 U.S.C. 552a(d)(2)(A)',
  },
  {
    id: 'us-privacy-act-access',
    title: 'access: no day to acknowledge and none to answer',
    statute,
    track: 'access',
    facts: received('2026-06-01'),
    asOf: '2026-12-01',
    expect: { maySue: [], deadlines: { 'acknowledgement:1': null, 'determination:1': { dueOn: null } } },
    because: 'the Act sets no time for access',
    source: '5 U.S.C. 552a(d)(1)',
  },
  {
    id: 'us-privacy-act-review-silent',
    title: 'a review asked for by mail, and no answer',
    statute,
    track,
    facts: reviewAsked,
    asOf: '2026-07-30',
    expect: {
      maySue: ['2026-07-30'],
      deadlines: {
        'acknowledgement:1': { state: 'met' },
        'review-decision:5': {
          dueOn: '2026-07-29',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'from-receipt-of-the-review': '2026-08-04' },
        },
        'suit-filing:5': { dueOn: '2028-07-31', state: 'running' },
      },
    },
    because:
      'from the day it was asked for, Mon 15 Jun: 16-18 (3), 22-26 (8), 29 and 30 (10), 1 and 2 Jul (12), 6-10 (17), 13-17 (22), 20-24 (27), 27-29 (30); two years after 30 Jul 2026 is a Sunday',
    source: '5 U.S.C. 552a(d)(3), (g)(1)(A), (g)(5)',
  },
  {
    id: 'us-privacy-act-review-extended',
    title: 'the head of the agency takes longer, to a named day',
    statute,
    track,
    facts: [
      ...reviewAsked,
      { on: '2026-07-28', kind: 'extended', of: 'appeal-decision', ground: 'good cause', until: '2026-08-14' },
    ],
    asOf: '2026-07-30',
    expect: {
      deadlines: { 'review-decision:5': { dueOn: '2026-08-14', originalDueOn: '2026-07-29', state: 'running' } },
    },
    because: 'for good cause shown, without a maximum',
    source: '5 U.S.C. 552a(d)(3)',
  },
  {
    id: 'us-privacy-act-question',
    title: 'a question in writing acknowledges the request',
    statute,
    track,
    facts: [...received('2026-06-01'), { on: '2026-06-10', kind: 'clarification-requested' }],
    asOf: '2026-06-16',
    expect: { deadlines: { 'acknowledgement:1': { dueOn: '2026-06-15', state: 'met', metOn: '2026-06-10' } } },
    because: 'due Mon 15 Jun; a letter about the request says that it is there',
    source: '5 U.S.C. 552a(d)(2)(A)',
  },
];
