import type { Case, WrittenFact } from './case.ts';

/** Dates that other public programs got wrong, outside the United States: see `peers.ts`. */

const on = (day: string, hour?: string): readonly WrittenFact[] => [
  { on: day, kind: 'filed', channel: 'email', ...(hour !== undefined && { at: hour }) },
  { on: day, kind: 'received', ...(hour !== undefined && { at: hour }) },
];
const asked: readonly WrittenFact[] = [
  ...on('2026-06-01'),
  { on: '2026-06-08', kind: 'clarification-requested' },
  { on: '2026-06-22', kind: 'clarified', channel: 'email', receivedOn: '2026-06-22' },
];

/** One number and one table for a whole site, a month that ends a day late, hours that no law knows. */
export const peersElsewhereCases: readonly Case[] = [
  {
    id: 'peers-clarified-in-london',
    title: 'clarified: in London the twenty days begin anew',
    statute: 'uk-foia-2000',
    facts: asked,
    asOf: '2026-06-23',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-21', originalDueOn: '2026-06-30' } } },
    because:
      'the same facts as in Washington, where the rest runs on. 23-26 (4), 29-3 July (9), 6-10 (14), not 13, 14-17 (18), 20 and 21 (20); one program begins anew everywhere, and once did not at all',
    source: 'FOIA 2000 s. 10(6); github.com/mysociety/alaveteli/issues/4001',
  },
  {
    id: 'peers-late-summer-in-london',
    title: 'the last Monday of August in London',
    statute: 'uk-foia-2000',
    facts: on('2026-08-20'),
    asOf: '2026-08-21',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-09-18' } } },
    because: '21 (1), 24-28 (6), not 31, 1-4 Sep (10), 7-11 (15), 14-18 (20)',
    source: 'FOIA 2000 s. 10(6); github.com/mysociety/alaveteli/issues/6727',
  },
  {
    id: 'peers-late-summer-in-edinburgh',
    title: 'the same request in Edinburgh, where it is a working day',
    statute: 'uk-foisa-2002',
    facts: on('2026-08-20'),
    asOf: '2026-08-21',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-09-17' } } },
    because: '21 (1), 24-28 (6), 31-4 Sep (11), 7-11 (16), 14-17 (20); one table of holidays served both',
    source: 'FOISA 2002 s. 73; github.com/mysociety/alaveteli/issues/6727',
  },
  {
    id: 'peers-environment-forty-days-to-review',
    title: 'environmental information: forty days to look again, and they are a deadline',
    statute: 'uk-eir-2004',
    facts: [
      ...on('2026-07-01'),
      { on: '2026-07-20', kind: 'determined', outcome: 'denied' },
      { on: '2026-07-21', kind: 'appealed', channel: 'email', receivedOn: '2026-07-21' },
    ],
    asOf: '2026-09-18',
    expect: {
      follows: ['may-complain 2026-09-18'],
      deadlines: { 'review-decision:4': { dueOn: '2026-09-17', state: 'missed' } },
    },
    because:
      '22-24 July (3), 27-31 (8), not 3 Aug, 4-7 (12), 10-14 (17), 17-21 (22), 24-28 (27), not 31, 1-4 Sep (31), 7-11 (36), 14-17 (40); internal reviews had no day at all',
    source:
      'EIR 2004 reg. 11(4); github.com/mysociety/alaveteli/issues/5043; github.com/mysociety/whatdotheyknow-theme/issues/477, 1027',
  },
  {
    id: 'peers-german-month',
    title: 'a month ends with the day of the same number, not the one after',
    statute: 'de-uig',
    facts: on('2014-11-10'),
    asOf: '2014-12-11',
    expect: { deadlines: { 'determination:1': { dueOn: '2014-12-10', state: 'missed' } } },
    because:
      'received on Mon 10 November; § 188(2) BGB ends the month with Wed 10 December, and it is late on the 11th',
    source: 'UIG § 3(3); BGB §§ 187(1), 188(2); the month of Froide, whose own test expects 12 December',
  },
  {
    id: 'peers-corpus-christi-somewhere-else',
    title: 'Corpus Christi is no holiday of all Germany',
    statute: 'de-uig',
    facts: on('2026-05-04'),
    asOf: '2026-05-05',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-04' } } },
    because: 'the month ends with Thu 4 June 2026, Corpus Christi, which six of the sixteen Länder keep throughout',
    source: 'BGB § 193; the holidays of Froide',
  },
  {
    id: 'peers-corpus-christi-at-the-body',
    title: 'it is one where the body sits, once somebody says so',
    statute: 'de-uig',
    facts: on('2026-05-04'),
    overrides: { calendar: { add: ['2026-06-04'] } },
    asOf: '2026-06-05',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-05', state: 'running' } } },
    because: 'a day off that is entered while a request runs moves it: nothing is stored from before',
    source: 'BGB § 193; github.com/okfde/fragdenstaat_de/issues/19; github.com/mysociety/alaveteli/issues/7292',
  },
  {
    id: 'peers-late-in-the-evening',
    title: 'an e-mail at eleven at night came that day',
    statute: 'de-uig',
    facts: on('2026-07-02', '2026-07-02T21:00:00Z'),
    asOf: '2026-07-03',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-08-03' } } },
    because:
      'the German laws know no hour: a month after Thu 2 July ends on Sun 2 August, so Mon 3. A program counted from the next day after ten at night',
    source: 'UIG § 3(3); BGB § 187(1); the receipt of Froide',
  },
  {
    id: 'peers-closed-when-it-came',
    title: 'where the law knows hours and days off, it came the next working day',
    statute: 'br-lai',
    facts: on('2026-06-06', '2026-06-06T13:00:00Z'),
    asOf: '2026-06-08',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-29' } } },
    because: 'Sat 6 June counts as Mon 8; twenty days end on Sun 28: Mon 29. Twenty from the Saturday would be Fri 26',
    source:
      'Lei 12.527/2011, art. 11; github.com/codeforamerica/recordtrac/issues/172; github.com/CityOfNewYork/NYCOpenRecords/pull/91, 322',
  },
  {
    id: 'peers-calendar-days-that-roll',
    title: 'calendar days that end on a Sunday before a holiday',
    statute: 'ca-sk-foip',
    facts: on('2026-08-07'),
    asOf: '2026-08-08',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-09-08' } } },
    because: 'day 30 is Sun 6 September, Mon 7 is Labour Day: Tue 8; a program for calendar days never moved one',
    source: 'The Legislation Act (Saskatchewan) s. 2-28(5), (6); the calendar days of MuckRock',
  },
  {
    id: 'peers-extension-is-known',
    title: 'an extension that the law gives is no vow of silence',
    statute: 'ie-foi-2014',
    facts: [
      ...on('2026-03-02'),
      { on: '2026-03-31', kind: 'extended', ground: 'number of records', until: '2026-04-15' },
    ],
    asOf: '2026-04-01',
    expect: {
      follows: [],
      deadlines: { 'determination:1': { dueOn: '2026-04-15', originalDueOn: '2026-03-31', state: 'running' } },
    },
    because: 'four weeks are the most; the body takes two, and nobody calls it late before',
    source: 'FOI Act 2014 s. 14; github.com/mysociety/alaveteli/issues/729',
  },
];
