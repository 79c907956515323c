import type { Case, WrittenFact } from './case.ts';

/** Notices of extension: the second one, the late one, the one for a day off, the one whose day is not kept. */

const on = (day: string): readonly WrittenFact[] => [
  { on: day, kind: 'filed', channel: 'email' },
  { on: day, kind: 'received' },
];
const extended = (day: string, ground: string, until?: string): WrittenFact => ({
  on: day,
  kind: 'extended',
  ground,
  ...(until !== undefined && { until }),
});

/** More time, as the laws outside the United States give it. */
export const noticesOfExtensionCases: readonly Case[] = [
  {
    id: 'uk-eir-2004-own-day',
    title: 'the authority names a day before the fortieth, and passes it',
    statute: 'uk-eir-2004',
    facts: [...on('2026-07-01'), extended('2026-07-30', 'complex and voluminous', '2026-08-14')],
    asOf: '2026-08-20',
    expect: {
      deadlines: {
        'determination:1': {
          dueOn: '2026-08-14',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'own-day-does-not-shorten': '2026-08-28' },
        },
      },
    },
    because: 'forty stands in the place of twenty in reg. 7(1): the fortieth working day after 1 July is Fri 28 August',
    source: 'EIR 2004 reg. 7(1)',
  },
  {
    id: 'ca-atia-two-notices',
    title: 'a second notice inside the thirty days counts, a third after them does not',
    statute: 'ca-atia',
    facts: [
      ...on('2026-06-08'),
      extended('2026-06-22', 'consultations', '2026-08-07'),
      extended('2026-07-08', 'volume', '2026-09-04'),
      extended('2026-08-03', 'volume', '2026-10-02'),
    ],
    asOf: '2026-08-10',
    expect: {
      anomalies: ['extension-late:5'],
      deadlines: { 'determination:1': { dueOn: '2026-09-04', state: 'running' } },
    },
    because:
      's. 9(1) asks for notice within thirty days after receipt, to Wed 8 July; the day named in it is Fri 4 Sep',
    source: 'Access to Information Act s. 9(1)',
  },
  {
    id: 'ca-atia-notice-on-the-moved-day',
    title: 'the thirtieth day is a Sunday before Labour Day: a notice on the Tuesday is in time',
    statute: 'ca-atia',
    facts: [...on('2026-08-07'), extended('2026-09-08', 'volume', '2026-10-06')],
    asOf: '2026-09-09',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-10-06', state: 'running' } } },
    because: 'day 30 is Sun 6 September, Mon 7 Labour Day: what can be done by then can be done on Tue 8',
    source: 'Access to Information Act s. 9(1); Interpretation Act s. 26',
  },
  {
    id: 'ca-atia-saturday-by-the-manual',
    title: 'on the Monday after a Saturday nobody is late on every reading',
    statute: 'ca-atia',
    facts: on('2026-06-11'),
    asOf: '2026-07-13',
    expect: {
      follows: ['deemed-denied 2026-07-12'],
      deadlines: {
        'determination:1': {
          dueOn: '2026-07-11',
          state: 'missed',
          lateOnEveryReading: false,
          otherReadings: { 'saturday-moves': '2026-07-13' },
        },
      },
    },
    because: 'day 30 is Sat 11 July, which s. 35 does not list; the Treasury Board takes Mon 13',
    source: 'Interpretation Act ss. 26, 35; Access to Information Manual',
  },
  {
    id: 'ca-privacy-information-is-no-format',
    title: 'a ground that speaks of information is not one of format',
    statute: 'ca-privacy',
    facts: [...on('2026-06-08'), extended('2026-07-08', 'consultations about the information', '2026-09-30')],
    asOf: '2026-07-09',
    expect: {
      anomalies: ['extension-beyond-limit:3'],
      deadlines: { 'determination:1': { dueOn: '2026-08-07' } },
    },
    because: 'consultations give thirty days at most, sixty from 8 June: Fri 7 August',
    source: 'Privacy Act s. 15(a)',
  },
  {
    id: 'ca-bc-fippa-two-notices',
    title: 'thirty days of extension in two notices',
    statute: 'ca-bc-fippa',
    facts: [
      ...on('2026-06-08'),
      extended('2026-07-20', 'volume', '2026-08-05'),
      extended('2026-08-04', 'volume', '2026-09-02'),
    ],
    asOf: '2026-08-06',
    expect: {
      anomalies: [],
      deadlines: { 'determination:1': { dueOn: '2026-09-02', originalDueOn: '2026-07-21', state: 'running' } },
    },
    because: '"up to 30 days" after 21 July end on 2 September, however many notices it takes',
    source: 'FIPPA (B.C.) s. 10(1)',
  },
  {
    id: 'nz-oia-1982-two-notices-in-time',
    title: 'two notices of extension inside the twenty days',
    statute: 'nz-oia-1982',
    facts: [
      ...on('2026-03-02'),
      extended('2026-03-10', 'consultations', '2026-04-17'),
      extended('2026-03-27', 'consultations', '2026-04-30'),
    ],
    asOf: '2026-04-20',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-04-30', state: 'running' } } },
    because: 'the twenty working days end on 30 March; both notices came before, and the second names 30 April',
    source: 'Official Information Act 1982 s. 15A(3)',
  },
  {
    id: 'au-foi-1982-two-agreements',
    title: 'two agreements to wait, each before the time was over',
    statute: 'au-foi-1982',
    facts: [
      ...on('2026-03-02'),
      extended('2026-03-30', 'agreed', '2026-04-10'),
      extended('2026-04-09', 'agreed', '2026-04-24'),
    ],
    asOf: '2026-04-13',
    expect: { anomalies: [], deadlines: { 'determination:1': { dueOn: '2026-04-24', state: 'running' } } },
    because: 'the first period ends on Wed 1 April; both agreements in writing came in time, thirty days in all',
    source: 'FOI Act 1982 (Cth) s. 15AA',
  },
  {
    id: 'jp-ait-late-notice',
    title: 'a notice of extension after the thirty days',
    statute: 'jp-ait',
    facts: [...on('2026-07-01'), extended('2026-08-03', 'difficulty of handling')],
    asOf: '2026-08-05',
    expect: {
      maySue: [],
      deadlines: {
        'determination:1': {
          dueOn: '2026-08-30',
          otherReadings: { 'closed-day-moves': '2026-08-31', 'late-notice-void': '2026-07-31' },
        },
      },
    },
    because: 'thirty days end on Fri 31 July, sixty on Sun 30 August; Art. 10(2) wants notice "without delay", no more',
    source: 'Act on Access to Information Held by Administrative Organs, Art. 10',
  },
  {
    id: 'br-lai-thirtieth-day-on-a-sunday',
    title: 'the extended last day moves off a Sunday: no complaint on the Monday',
    statute: 'br-lai',
    facts: [
      { on: '2026-05-29', kind: 'filed', channel: 'portal', at: '2026-05-29T13:00:00Z' },
      { on: '2026-05-29', kind: 'received', at: '2026-05-29T13:00:00Z' },
      extended('2026-06-18', 'consulta'),
    ],
    asOf: '2026-06-30',
    expect: {
      follows: ['may-complain 2026-06-30'],
      deadlines: {
        'determination:1': { dueOn: '2026-06-29', state: 'missed', lateOnEveryReading: true },
        'appeal-filing:1': { dueOn: '2026-07-08', state: 'running', says: ['counted from Fri 29 May 2026'] },
      },
    },
    because:
      'thirty days after 29 May end on Sun 28 June: Mon 29 is in time, so Tue 30 is the first day; the ten days to complain are counted from the thirtieth day itself, to Wed 8 July',
    source: 'Lei 12.527/2011, art. 11; Decreto 7.724/2012, art. 22; Lei 9.784/1999, art. 66',
  },
];
