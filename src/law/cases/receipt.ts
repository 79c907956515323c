import type { Case } from './case.ts';

/** When the period starts. */
export const receiptCases: readonly Case[] = [
  {
    id: 'US-005',
    title: 'a month to reach the right component',
    facts: [
      { on: '2026-03-02', kind: 'filed', channel: 'email' },
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-04-01', kind: 'routed' },
    ],
    asOf: '2026-04-02',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-04-13',
          otherReadings: { 'cap-ten-calendar-days': '2026-04-09' },
          says: ['at the latest 10 working days'],
        },
      },
    },
    because: 'the period starts at the latest ten working days after Mon 2 Mar, on 16 Mar; twenty more end on 13 Apr',
    source: '5 U.S.C. 552(a)(6)(A); 32 CFR 286.8(a)',
  },
  {
    id: 'routed-within-ten-days',
    title: 'a week to reach the right component',
    facts: [
      { on: '2026-03-02', kind: 'filed', channel: 'email' },
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-09', kind: 'routed' },
    ],
    asOf: '2026-03-10',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-04-06', otherReadings: {} } } },
    because: 'the cap is not reached: day 0 is Mon 9 Mar on either reading of it',
    source: '5 U.S.C. 552(a)(6)(A)',
  },
  {
    id: 'mail-presumed',
    title: 'sent by mail, nothing heard',
    facts: [{ on: '2026-06-01', kind: 'filed', channel: 'mail' }],
    asOf: '2026-06-10',
    expect: {
      status: 'filed',
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-08',
          assumed: true,
          says: ['assumed received Mon 8 Jun 2026'],
          otherReadings: { 'literal-legal-holiday': '2026-07-07' },
        },
      },
      next: ['received', 'acknowledged'],
    },
    because: 'mail is presumed to arrive on the fifth working day, Mon 8 Jun; 19 Jun and 3 Jul are not counted',
    source: 'a presumption of this program, marked as such',
  },
  {
    id: 'channel-unknown',
    title: 'sent in a way not recorded',
    facts: [{ on: '2026-12-21', kind: 'filed' }],
    asOf: '2026-12-22',
    expect: { deadlines: { 'determination:1': { dueOn: '2027-01-28', assumed: true } } },
    because: 'as by mail: presumed to arrive Tue 29 Dec; 1 Jan and 18 Jan are not counted',
    source: 'a presumption of this program, marked as such',
  },
  {
    id: 'portal-presumed',
    title: 'sent by a portal, nothing heard',
    facts: [{ on: '2026-06-01', kind: 'filed', channel: 'portal' }],
    asOf: '2026-06-02',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-06-30', assumed: true },
        'tracking-number:1': { dueOn: '2026-06-11', state: 'running' },
      },
    },
    because: 'presumed received the day it was sent',
    source: 'OIP: the date stamped on arrival is the date of receipt',
  },
  {
    id: 'acknowledged-receipt',
    title: 'the agency says when it received the letter',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'mail' },
      { on: '2026-06-12', kind: 'acknowledged', receivedOn: '2026-06-05', trackingNumber: 'A-1' },
    ],
    asOf: '2026-06-12',
    expect: {
      status: 'processing',
      anomalies: [],
      deadlines: {
        'determination:1': { dueOn: '2026-07-07', originalDueOn: '2026-07-07' },
        'tracking-number:1': { state: 'met', metOn: '2026-06-12' },
      },
    },
    because: 'day 0 is Fri 5 Jun, the day the agency states; 19 Jun and 3 Jul are not counted',
    source: '5 U.S.C. 552(a)(6)(A)',
  },
  {
    id: 'receipt-disputed',
    title: 'the agency claims to have received it later',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-12', kind: 'acknowledged', receivedOn: '2026-06-08' },
    ],
    asOf: '2026-07-03',
    expect: {
      anomalies: ['receipt-date-disputed:3'],
      deadlines: {
        'determination:1': {
          dueOn: '2026-06-30',
          state: 'missed',
          overdue: true,
          lateOnEveryReading: false,
          otherReadings: { 'agency-receipt-date': '2026-07-08' },
        },
      },
      maySue: ['2026-07-01'],
    },
    because: 'our day of receipt counts; the agency is not called late before its own reading has passed',
    source: '5 U.S.C. 552(a)(6)(A)',
  },
  {
    id: 'later-than-sent',
    title: 'an e-mail that the agency says came two days later',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-12', kind: 'acknowledged', receivedOn: '2026-06-03', about: '1' },
    ],
    asOf: '2026-06-12',
    expect: {
      anomalies: ['receipt-date-disputed:2'],
      deadlines: {
        'determination:1': { dueOn: '2026-07-02', otherReadings: { 'received-the-day-sent': '2026-06-30' } },
      },
    },
    because: 'no day of receipt of ours is on record, so the stated one counts; the day sent is the other reading',
    source: '5 U.S.C. 552(a)(6)(A)',
  },
  {
    id: 'bounced',
    title: 'the message came back',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-02', kind: 'undeliverable' },
    ],
    asOf: '2026-07-15',
    expect: {
      status: 'filed',
      filedOn: '2026-06-01',
      deadlines: { 'determination:1': null },
      next: ['filed'],
      maySue: [],
    },
    because: 'what the agency never had starts nothing',
    source: '5 U.S.C. 552(a)(6)(A)',
  },
  {
    id: 'sent-again',
    title: 'sent again after it came back',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-02', kind: 'undeliverable' },
      { on: '2026-06-08', kind: 'filed', channel: 'portal' },
    ],
    asOf: '2026-06-08',
    expect: { filedOn: '2026-06-08', anomalies: [], deadlines: { 'determination:3': { dueOn: '2026-07-08' } } },
    because: 'the period runs from the message that arrived',
    source: '5 U.S.C. 552(a)(6)(A)',
  },
  {
    id: 'draft',
    title: 'nothing sent yet',
    facts: [],
    asOf: '2026-06-01',
    expect: { status: 'draft', outcome: null, openMatters: [], next: ['filed', 'withdrawn'], turnsOn: null },
    because: 'there is nothing to count',
    source: 'no rule needed',
  },
];
