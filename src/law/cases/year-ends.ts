import type { Case } from './case.ts';

const receipt = '5 U.S.C. 552(a)(6)(A)(i); 5 U.S.C. 6103';

/** Receipts on days off, by every way, over the turn of the year and a leap day. */
export const yearEndCases: readonly Case[] = [
  {
    id: 'received-before-christmas',
    title: 'received on the Monday before Christmas',
    facts: [
      { on: '2026-12-21', kind: 'filed', channel: 'email' },
      { on: '2026-12-21', kind: 'received' },
    ],
    asOf: '2026-12-22',
    expect: { deadlines: { 'determination:1': { dueOn: '2027-01-21', state: 'running', otherReadings: {} } } },
    because: '22-24 Dec (3), 28-31 (7), 4-8 Jan (12), 11-15 (17), 19-21 (20), without 25 Dec, 1 and 18 Jan',
    source: receipt,
  },
  {
    id: 'portal-on-boxing-day',
    title: 'sent through a portal on a Saturday between the years',
    facts: [{ on: '2026-12-26', kind: 'filed', channel: 'portal' }],
    asOf: '2026-12-27',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2027-01-26',
          assumed: true,
          otherReadings: { 'next-working-day-receipt': '2027-01-27' },
        },
      },
    },
    because: 'presumed received on Sat 26 Dec; 28-31 (4), 4-8 Jan (9), 11-15 (14), 19-22 (18), 25 and 26 (20)',
    source: receipt,
  },
  {
    id: 'email-on-veterans-day',
    title: 'an e-mail on a holiday',
    facts: [
      { on: '2026-11-11', kind: 'filed', channel: 'email' },
      { on: '2026-11-11', kind: 'received' },
    ],
    asOf: '2026-11-12',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-12-10', otherReadings: { 'next-working-day-receipt': '2026-12-11' } },
      },
    },
    because: 'the holiday is day 0; Thu 12 Nov is day 1; without Thanksgiving day 20 is Thu 10 Dec',
    source: receipt,
  },
  {
    id: 'mail-over-new-year',
    title: 'posted two days before Christmas',
    facts: [{ on: '2026-12-23', kind: 'filed', channel: 'mail' }],
    asOf: '2027-02-02',
    expect: {
      maySue: ['2027-02-02'],
      deadlines: {
        'determination:1': { dueOn: '2027-02-01', state: 'missed', assumed: true, says: ['received Thu 31 Dec 2026'] },
      },
    },
    because:
      '24, 28, 29, 30, 31 Dec: presumed received on the 31st; 4-8 Jan (5), 11-15 (10), 19-22 (14), 25-29 (19), 1 Feb',
    source: 'a presumption of this program, marked as such',
  },
  {
    id: 'hand-on-observed-juneteenth',
    title: 'handed in on a Friday on which Juneteenth is kept',
    facts: [{ on: '2027-06-18', kind: 'filed', channel: 'hand' }],
    asOf: '2027-06-19',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2027-07-19', otherReadings: { 'next-working-day-receipt': '2027-07-20' } },
      },
    },
    because: 'day 1 is Mon 21 Jun; 5 Jul is Independence Day, observed; day 20 is Mon 19 Jul',
    source: receipt,
  },
  {
    id: 'over-a-leap-day',
    title: 'a count over 29 February',
    facts: [
      { on: '2028-02-08', kind: 'filed', channel: 'email' },
      { on: '2028-02-08', kind: 'received' },
    ],
    asOf: '2028-02-09',
    expect: { deadlines: { 'determination:1': { dueOn: '2028-03-08' } } },
    because: "9-11 Feb (3), 14-18 (8), 22-25 without Washington's Birthday (12), 28 Feb-3 Mar (17), 6-8 (20)",
    source: receipt,
  },
  {
    id: 'routed-on-the-last-day',
    title: 'reaches the right component on the tenth working day',
    facts: [
      { on: '2026-03-02', kind: 'filed', channel: 'email' },
      { on: '2026-03-02', kind: 'received' },
      { on: '2026-03-16', kind: 'routed' },
    ],
    asOf: '2026-03-17',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-04-13', otherReadings: { 'cap-ten-calendar-days': '2026-04-09' } },
      },
    },
    because: '16 Mar is the tenth working day after 2 Mar: with or without the cap it is day 0',
    source: '5 U.S.C. 552(a)(6)(A); 32 CFR 286.8(a)',
  },
  {
    id: 'proof-of-arrival',
    title: 'a letter of which we hold the receipt, answered by one that comes a week after its date',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'mail', receivedOn: '2026-06-03' },
      { on: '2026-07-02', kind: 'determined', outcome: 'no-records', notifiedOn: '2026-07-09' },
    ],
    asOf: '2026-07-10',
    expect: {
      maySue: [],
      deadlines: {
        'determination:1': { dueOn: '2026-07-02', state: 'met', metOn: '2026-07-02' },
        'appeal-filing:2': { dueOn: '2026-09-30' },
      },
    },
    because: 'twenty working days after Wed 3 Jun; the letter counts by its date, here and for the ninety days',
    source: '5 U.S.C. 552(a)(6)(A)(i)',
  },
];
