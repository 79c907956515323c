import type { Case } from './case.ts';

/** Maryland: three clocks from one receipt, and the Board after the ombudsman. */
export const usMdCases: readonly Case[] = [
  {
    id: 'us-md-plain',
    title: 'Maryland: a notice after ten working days, an answer after thirty days',
    statute: 'us-md',
    facts: [{ on: '2026-06-01', kind: 'received' }],
    asOf: '2026-07-02',
    expect: {
      deadlines: {
        'notice:1': { dueOn: '2026-06-15', state: 'missed' },
        'determination:1': { dueOn: '2026-07-01', state: 'missed', otherReadings: {} },
      },
      maySue: ['2026-07-02'],
      follows: ['deemed-denied 2026-07-02'],
    },
    because: 'from Mon 1 Jun: 2 to 5 (4), 8 to 12 (9), Mon 15 Jun (10); 1 Jun + 30 = Wed 1 Jul',
    source: 'Md. Code, Gen. Prov. 4-203(a)(1), (b)(2), (b)(3)',
  },
  {
    id: 'ST-033',
    title: 'Maryland: thirty days over February',
    statute: 'us-md',
    facts: [{ on: '2026-01-31', kind: 'received' }],
    asOf: '2026-02-20',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-03-02', otherReadings: {} } } },
    because: '31 Jan + 30: 28 days of February, then Mon 2 Mar',
    source: 'Md. Code, Gen. Prov. 4-203(a)(1)',
  },
  {
    id: 'us-md-three-clocks',
    title: 'Maryland: notice, decision on a holiday, reasons, and the Board after the ombudsman',
    statute: 'us-md',
    facts: [
      { on: '2026-06-04', kind: 'received' },
      { on: '2026-06-22', kind: 'determined', outcome: 'denied' },
      { on: '2026-08-03', kind: 'mediation-requested' },
      { on: '2026-09-10', kind: 'mediation-ended', notifiedOn: '2026-09-15' },
    ],
    asOf: '2026-09-16',
    expect: {
      deadlines: {
        'notice:1': { dueOn: '2026-06-18', state: 'missed', metOn: '2026-06-22' },
        'determination:1': { dueOn: '2026-07-06', state: 'met', otherReadings: { 'last-day-stays': '2026-07-04' } },
        'reasons:2': { dueOn: '2026-07-07', expected: true },
        'complaint-filing:4': { dueOn: '2026-10-15', state: 'running', otherReadings: {} },
      },
      maySue: ['2026-06-22'],
    },
    because:
      'from Thu 4 Jun: 5 (1), 8 to 12 (6), 15 to 18 (10); 4 Jun + 30 = Sat 4 Jul, moved to Mon 6 Jul. From Mon 22 Jun: 23 to 26 (4), 29 Jun to 2 Jul (8), Fri 3 Jul is Independence Day observed, 6 (9), Tue 7 Jul (10). The final determination reached us Tue 15 Sep: + 30 = Thu 15 Oct',
    source: 'Md. Code, Gen. Prov. 4-203, 4-1A-05(b)(5), 1-302',
  },
  {
    id: 'us-md-board',
    title: 'Maryland: the longest that the Board may take, and the way to court',
    statute: 'us-md',
    facts: [
      { on: '2026-06-04', kind: 'received' },
      { on: '2026-06-16', kind: 'determined', outcome: 'denied' },
      { on: '2026-08-03', kind: 'mediation-requested' },
      { on: '2026-09-10', kind: 'mediation-ended', notifiedOn: '2026-09-15' },
      { on: '2026-10-13', kind: 'appealed', level: 'oversight', about: '4' },
      { on: '2027-01-20', kind: 'appeal-decided', level: 'oversight', about: '5', outcome: 'affirmed' },
    ],
    asOf: '2027-01-25',
    expect: {
      deadlines: {
        'complaint-filing:4': { dueOn: '2026-10-15', state: 'met', metOn: '2026-10-13' },
        'complaint-decision:5': { dueOn: '2027-02-10', state: 'met' },
        'suit-filing:6': { dueOn: '2027-02-19', confidence: 'low' },
      },
      maySue: ['2026-06-16', '2027-01-20'],
    },
    because:
      '13 Oct + 120: 18 days of October, 30, 31 and 31, then Wed 10 Feb 2027. The decision of 20 Jan + 30 = Fri 19 Feb, which was not verified',
    source: 'Md. Code, Gen. Prov. 4-1A-05(b)(5), 4-1A-07(c), 4-1A-10',
  },
  {
    id: 'us-md-fifty-days',
    title: 'Maryland: fifty days for some records',
    statute: 'us-md',
    track: 'fifty-days',
    facts: [{ on: '2026-06-01', kind: 'received' }],
    asOf: '2026-06-10',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-21', otherReadings: {} } } },
    because: '1 Jun + 50: 29 days of June, then Tue 21 Jul',
    source: 'Md. Code, Gen. Prov. 4-203(a)(2)',
  },
  {
    id: 'us-md-mediation-stops-it',
    title: 'Maryland: before the ombudsman the thirty days stand still',
    statute: 'us-md',
    facts: [
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-10', kind: 'mediation-requested' },
      { on: '2026-06-22', kind: 'mediation-ended' },
    ],
    asOf: '2026-06-23',
    expect: {
      deadlines: {
        'determination:1': { dueOn: '2026-07-13', originalDueOn: '2026-07-01', state: 'running' },
      },
    },
    because: '11 to 22 Jun, twelve days, do not count: 1 Jul + 12 = Mon 13 Jul',
    source: 'Md. Code, Gen. Prov. 4-203(d)(2), not verified',
  },
  {
    id: 'us-md-before-the-board',
    title: 'Maryland: before July 2022 the Board did not hear denials',
    statute: 'us-md',
    facts: [
      { on: '2022-02-01', kind: 'received' },
      { on: '2022-02-15', kind: 'determined', outcome: 'denied' },
      { on: '2022-03-01', kind: 'mediation-requested' },
      { on: '2022-04-15', kind: 'mediation-ended', notifiedOn: '2022-04-18' },
    ],
    asOf: '2022-05-01',
    expect: { deadlines: { 'complaint-filing:4': null }, maySue: ['2022-02-15'] },
    because: 'it heard disputes over fees alone, which are not built in',
    source: '2021 Md. Laws ch. 658',
  },
  {
    id: 'us-md-agreed',
    title: 'Maryland: thirty days more, agreed before a last day that moved',
    statute: 'us-md',
    facts: [
      { on: '2026-06-04', kind: 'received' },
      { on: '2026-07-02', kind: 'extended', ground: 'agreed' },
    ],
    asOf: '2026-07-07',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-08-05',
          originalDueOn: '2026-07-06',
          otherReadings: { 'last-day-stays': '2026-08-03' },
        },
      },
    },
    because: '4 Jun + 30 = Sat 4 Jul, moved to Mon 6 Jul; + 30 = Wed 5 Aug. From the Saturday itself: Mon 3 Aug',
    source: 'Md. Code, Gen. Prov. 4-203(a)(1), (d)(1), 1-302',
  },
  {
    id: 'us-md-mediation-on-a-moved-last-day',
    title: 'Maryland: to the ombudsman on a last day that moved to a Monday',
    statute: 'us-md',
    facts: [
      { on: '2026-06-04', kind: 'received' },
      { on: '2026-07-06', kind: 'mediation-requested' },
      { on: '2026-07-20', kind: 'mediation-ended' },
    ],
    asOf: '2026-07-21',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-21',
          originalDueOn: '2026-07-06',
          state: 'running',
          confidence: 'low',
          otherReadings: { 'last-day-stays': '2026-07-04' },
        },
      },
      follows: [],
    },
    because:
      'the thirtieth day, Sat 4 Jul, moved to Mon 6 Jul, on which the dispute began; the thirtieth day is left, and after Mon 20 Jul it is Tue 21 Jul',
    source: 'Md. Code, Gen. Prov. 4-203(a)(1), (d)(2), 1-302',
  },
];
