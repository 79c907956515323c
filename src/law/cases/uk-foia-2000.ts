import type { Case, WrittenFact } from './case.ts';

const statute = 'uk-foia-2000';
const received = (on: string): readonly WrittenFact[] => [
  { on, kind: 'filed', channel: 'email' },
  { on, kind: 'received' },
];
const section = 'FOIA 2000 s. 10(1), (6)';

/** Twenty working days, by the published examples and by hand. */
const countingCases: readonly Case[] = [
  {
    id: 'UK-001',
    title: 'twenty working days in October',
    facts: received('2008-10-01'),
    asOf: '2008-10-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2008-10-29' } } },
    because: '2 and 3 Oct (2), 6-10 (7), 13-17 (12), 20-24 (17), 27-29 (20)',
    source: `${section}; an example of a public request site`,
  },
  {
    id: 'UK-003',
    title: 'twenty working days to a leap day',
    facts: received('2008-02-01'),
    asOf: '2008-02-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2008-02-29' } } },
    because: '4-8 Feb (5), 11-15 (10), 18-22 (15), 25-29 (20)',
    source: `${section}; an example of a public request site`,
  },
  {
    id: 'UK-005',
    title: "over Saint Patrick's Day and Easter",
    facts: received('2009-03-13'),
    asOf: '2009-03-14',
    expect: { deadlines: { 'determination:1': { dueOn: '2009-04-15' } } },
    because: '16, 18-20 Mar (4), 23-27 (9), 30 Mar-3 Apr (14), 6-9 (18), not 10 and 13, 14 and 15 (20)',
    source: `${section}; an example of a public request site`,
  },
  {
    id: 'UK-007',
    title: 'received on a Sunday: the same day as received on the Friday',
    facts: received('2009-03-15'),
    asOf: '2009-03-16',
    expect: { deadlines: { 'determination:1': { dueOn: '2009-04-15', otherReadings: {} } } },
    because: 'a day off can be the day of receipt; day 1 is Mon 16 Mar either way',
    source: `${section}; an example of a public request site`,
  },
  {
    id: 'UK-016',
    title: "Saint Patrick's Day counts for nobody in the kingdom",
    facts: received('2014-03-16'),
    asOf: '2014-04-15',
    expect: { deadlines: { 'determination:1': { dueOn: '2014-04-14', state: 'missed' } } },
    because: '17 Mar is a holiday in Northern Ireland: 18-21 (4), 24-28 (9), 31 Mar-4 Apr (14), 7-11 (19), 14 (20)',
    source: `${section}; the decision notice on the Student Loans Company, in which the day was miscounted`,
  },
  {
    id: 'UK-018',
    title: 'over the second of January, a holiday in Scotland',
    facts: received('2014-12-02'),
    asOf: '2014-12-03',
    expect: { deadlines: { 'determination:1': { dueOn: '2015-01-05' } } },
    because: '3-5 Dec (3), 8-12 (8), 15-19 (13), 22-24 (16), 29-31 (19), Mon 5 Jan (20); not 25, 26 Dec, 1 and 2 Jan',
    source: `${section}; a published example`,
  },
  {
    id: 'UK-020',
    title: 'over the state funeral',
    facts: received('2022-09-01'),
    asOf: '2022-09-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2022-09-30' } } },
    because: '2 Sep (1), 5-9 (6), 12-16 (11), not Mon 19, 20-23 (15), 26-30 (20)',
    source: section,
  },
  {
    id: 'UK-022',
    title: 'over the turn of the year',
    facts: received('2025-12-10'),
    asOf: '2025-12-11',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-01-13', otherReadings: {} } } },
    because:
      '11, 12 Dec (2), 15-19 (7), 22-24 (10), 29-31 (13), 5-9 Jan (18), 12 and 13 (20); not 2 Jan, in Scotland a holiday',
    source: section,
  },
  {
    id: 'uk-foia-2000-plain',
    title: 'over the Monday kept for the twelfth of July, and then silence',
    facts: received('2026-07-01'),
    asOf: '2026-07-31',
    expect: {
      maySue: [],
      follows: ['may-complain 2026-07-31'],
      deadlines: { 'determination:1': { dueOn: '2026-07-30', state: 'missed' } },
    },
    because: '2 and 3 Jul (2), 6-10 (7), not Mon 13, 14-17 (11), 20-24 (16), 27-30 (20); silence refuses nothing',
    source: `${section}, s. 50(1)`,
  },
];

/** Fees notices, questions, the public interest, and what comes after an answer. */
const furtherCases: readonly Case[] = [
  {
    id: 'UK-026',
    title: 'a fees notice: neither its day nor that of the payment counts',
    facts: [
      ...received('2026-02-02'),
      { on: '2026-02-05', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
      { on: '2026-02-16', kind: 'fee-paid', receivedOn: '2026-02-16' },
    ],
    asOf: '2026-02-17',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-03-12', originalDueOn: '2026-03-02', state: 'running' } },
    },
    because: '3 and 4 Feb (2); not 5-16; 17-20 (6), 23-27 (11), 2-6 Mar (16), 9-12 (20)',
    source: 'FOIA 2000 s. 10(2)',
  },
  {
    id: 'uk-foia-2000-fees-over-easter',
    title: "a fees notice before Saint Patrick's Day, paid after Easter",
    facts: [
      ...received('2026-03-02'),
      { on: '2026-03-16', kind: 'fee-estimated', asksAnswer: true, prepayment: true },
      { on: '2026-04-08', kind: 'fee-paid', receivedOn: '2026-04-08' },
    ],
    asOf: '2026-04-09',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-04-23', originalDueOn: '2026-03-31', state: 'running' },
        'withdrawal:3': { dueOn: '2026-06-15', state: 'met', owedBy: 'requester' },
      },
    },
    because:
      '3-6 Mar (4), 9-13 (9); not 16 Mar-8 Apr; 9 and 10 Apr (11), 13-17 (16), 20-23 (20); three months that begin with 16 Mar end on 15 Jun',
    source: 'FOIA 2000 ss. 9(2), 10(2)',
  },
  {
    id: 'uk-foia-2000-fee-unpaid',
    title: 'a fees notice on the twentieth day that nobody pays',
    facts: [...received('2026-03-02'), { on: '2026-03-31', kind: 'fee-estimated', asksAnswer: true, prepayment: true }],
    asOf: '2026-07-01',
    expect: {
      status: 'paused',
      follows: ['withdrawn-by-law 2026-07-01'],
      deadlines: {
        'determination:1': { dueOn: null, state: 'paused', remaining: 1 },
        'withdrawal:3': { dueOn: '2026-06-30', state: 'missed' },
      },
    },
    because:
      'the day of the notice is lost to the body, so one day is still owed; three months that begin with 31 Mar end on 30 Jun',
    source: 'FOIA 2000 ss. 9(1), (2), 10(2)',
  },
  {
    id: 'uk-foia-2000-restart',
    title: 'a question: the twenty days begin anew with the answer',
    facts: [
      ...received('2026-06-01'),
      { on: '2026-06-05', kind: 'clarification-requested' },
      { on: '2026-06-15', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-06-16',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-07-14', originalDueOn: '2026-06-30', state: 'running' } },
    },
    because:
      'received Mon 15 Jun, itself a holiday in Scotland: 16-19 (4), 22-26 (9), 29 Jun-3 Jul (14), 6-10 (19), not 13, 14 (20)',
    source: 'FOIA 2000 ss. 1(3), 10(6)',
  },
  {
    id: 'uk-foia-2000-public-interest',
    title: 'more time to weigh the public interest, to a day that the body names',
    facts: [
      ...received('2026-07-01'),
      { on: '2026-07-30', kind: 'extended', ground: 'public interest', until: '2026-08-28' },
    ],
    asOf: '2026-08-29',
    expect: {
      anomalies: [],
      follows: [],
      deadlines: {
        'determination:1': { dueOn: '2026-08-28', originalDueOn: '2026-07-30', state: 'running', expected: true },
      },
    },
    because:
      'told within the twenty days, and of the day; but that day is an estimate (s. 17(2)), and the Act lets the body take what is reasonable: it is shown, and nobody is late by it',
    source: 'FOIA 2000 ss. 10(3), 17(2); Code of Practice under s. 45 (2018)',
  },
  {
    id: 'uk-foia-2000-public-interest-without-day',
    title: 'more time to weigh the public interest, and no day',
    facts: [...received('2026-07-01'), { on: '2026-07-30', kind: 'extended', ground: 'public interest' }],
    asOf: '2026-09-01',
    expect: {
      anomalies: ['extension-without-date:3'],
      follows: [],
      deadlines: { 'determination:1': { dueOn: null, originalDueOn: '2026-07-30', overdue: false } },
    },
    because:
      'the Act sets no number: nobody is late by it, though section 17(2) wants an estimate and guidance forty days',
    source: 'FOIA 2000 ss. 10(3), 17(2)',
  },
  {
    id: 'uk-foia-2000-public-interest-late',
    title: 'the notice comes on the twenty-first day',
    facts: [
      ...received('2026-07-01'),
      { on: '2026-07-31', kind: 'extended', ground: 'public interest', until: '2026-08-28' },
    ],
    asOf: '2026-08-01',
    expect: {
      anomalies: ['extension-late:3'],
      follows: ['may-complain 2026-07-31'],
      deadlines: { 'determination:1': { dueOn: '2026-07-30', state: 'missed' } },
    },
    because: 'the notice under section 17(1) is due within the ordinary twenty days',
    source: 'FOIA 2000 s. 17(1), (2)',
  },
  {
    id: 'uk-foia-2000-review',
    title: 'refused: forty working days to ask for a review, and on to the Commissioner',
    facts: [
      ...received('2026-07-01'),
      { on: '2026-07-30', kind: 'determined', outcome: 'denied' },
      { on: '2026-08-03', kind: 'appealed', channel: 'email' },
      { on: '2026-09-01', kind: 'appeal-decided', outcome: 'affirmed' },
    ],
    asOf: '2026-09-02',
    expect: {
      deadlines: {
        'review-filing:3': { dueOn: '2026-09-28', state: 'met' },
        'review-decision:4': { dueOn: '2026-09-01', expected: true, state: 'met' },
        'complaint-filing:5': { dueOn: '2026-10-13', state: 'running' },
      },
    },
    because:
      '31 Jul (1), 4-7 Aug (5), 10-14 (10), 17-21 (15), 24-28 (20), 1-4 Sep (24), 7-11 (29), 14-18 (34), 21-25 (39), 28 (40); the review twenty working days after 3 Aug, without 31 Aug; 1 Sep + 42 = Tue 13 Oct',
    source: 'Code of Practice under s. 45 (2018); FOIA 2000 s. 50; the page of the ICO',
  },
  {
    id: 'uk-foia-2000-asked-on-the-last-day',
    title: 'asked what is meant on the last day: in time, and the period begins anew with the answer',
    facts: [
      ...received('2026-06-01'),
      { on: '2026-06-30', kind: 'clarification-requested' },
      { on: '2026-07-07', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-07-08',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-08-06', state: 'running' } } },
    because:
      'twenty working days from 1 June, without 15 June, end on Tue 30 June, when it is asked. From 7 July: 8 to 10 (3), without the 13th 14 to 17 (7), 20 to 24 (12), 27 to 31 (17), without 3 August 4 to 6 (20)',
    source: 'FOIA 2000 ss. 1(3), 10(1), (6)',
  },
  {
    id: 'uk-foia-2000-asked-a-day-late',
    title: 'asked the day after: too late, the authority is late all the same',
    facts: [
      ...received('2026-06-01'),
      { on: '2026-07-01', kind: 'clarification-requested' },
      { on: '2026-07-07', kind: 'clarified', channel: 'email' },
    ],
    asOf: '2026-07-08',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-30', state: 'missed' } } },
    because: 'the twenty days had ended the day before',
    source: 'FOIA 2000 s. 10(1), (6)',
  },
];

/** The Freedom of Information Act 2000. */
export const ukFoia2000Cases: readonly Case[] = [...countingCases, ...furtherCases].map((one) => ({ ...one, statute }));
