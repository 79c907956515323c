import type { Case, WrittenFact } from './case.ts';

/**
 * Dates that other public programs for requests got wrong, each as a case of ours. Nothing here is taken from them but
 * the fact that a date was wrong.
 *
 * What is no case because it is not about a date that follows from facts:
 * - a holiday that running processes do not see until a restart (Alaveteli), stored dates that a changed law leaves
 *   behind (alaveteli 7292): nothing is stored or held here, `history.spec.ts` and `overrides.spec.ts`;
 * - reminders lost because a job compares for one day alone (Froide's window of a day, foialawya and foi-flow by
 *   equality), sent twice, or sent at night (alaveteli 4903, muckrock 785, 1610): `reminders/planner.spec.ts`;
 * - a run that dies on one request and leaves the rest (muckrock, foialawya): `test/jobs.e2e-spec.ts`;
 * - a day that is another in the zone of the server, and clocks that change: the law knows no instants and takes
 *   the hour at the agency from outside (`Law.hourOf`); `plain-date.spec.ts` holds every day against another calendar;
 * - schools' sixty days (whatdotheyknow-theme 872): not built in, a note of the law says so.
 */

const on = (day: string): readonly WrittenFact[] => [
  { on: day, kind: 'filed', channel: 'email' },
  { on: day, kind: 'received' },
];
const june = on('2026-06-01');
const foia = '5 U.S.C. 552(a)(6)';

/** Wrong dates of other programs, in the United States; `peers-elsewhere.ts` has those of other countries. */
export const peersCases: readonly Case[] = [
  {
    id: 'peers-sent-is-not-received',
    title: 'sent by mail ten days before it was received',
    facts: [
      { on: '2026-06-05', kind: 'filed', channel: 'mail' },
      { on: '2026-06-15', kind: 'received' },
    ],
    asOf: '2026-06-16',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-15' } } },
    because:
      'a program counted from the day a request was entered. From receipt: 16-18 (3), not Juneteenth, 22-26 (8), 29-2 July (12), not 3, 6-10 (17), 13-15 (20)',
    source: `${foia}(A); github.com/MuckRock/muckrock/issues/1653, 1727`,
  },
  {
    id: 'peers-letters-move-nothing',
    title: 'a letter of ours and an acknowledgement move nothing',
    facts: [...june, { on: '2026-06-10', kind: 'acknowledged' }, { on: '2026-06-22', kind: 'contacted' }],
    asOf: '2026-07-01',
    expect: { maySue: ['2026-07-01'], deadlines: { 'determination:1': { dueOn: '2026-06-30', state: 'missed' } } },
    because:
      'programs counted from the last letter sent, or ninety days from the acknowledgement. From receipt: 2-5 (4), 8-12 (9), 15-18 (13), not Juneteenth, 22-26 (18), 29 and 30 (20)',
    source: `${foia}(A), (C); the due date of FOIA Machine and the constructive denial of foialawya, by their code`,
  },
  {
    id: 'peers-weekends-count',
    title: 'twenty working days are not twenty days',
    facts: june,
    asOf: '2026-06-22',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-30', state: 'running', otherReadings: {} } } },
    because: 'twenty calendar days would end on Sunday 21 June; weekends and Juneteenth do not count',
    source: `${foia}(A); github.com/codeforamerica/recordtrac/issues/67; github.com/jamditis/claude-skills-journalism/pull/180`,
  },
  {
    id: 'peers-draft-is-not-late',
    title: 'a draft, on which nothing is recorded',
    facts: [],
    asOf: '2026-06-01',
    expect: { status: 'draft', deadlines: { 'determination:1': null }, maySue: [] },
    because: 'drafts were shown as overdue; nothing was sent, so nothing is owed',
    source: `${foia}(A); github.com/MuckRock/muckrock/issues/2281`,
  },
  {
    id: 'peers-resumed-on-the-day-it-was-answered',
    title: 'an answer that was recorded months later',
    facts: [
      ...june,
      { on: '2026-06-08', kind: 'clarification-requested' },
      { on: '2026-06-22', kind: 'clarified', channel: 'email', receivedOn: '2026-06-22' },
    ],
    asOf: '2026-09-01',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-14', state: 'missed' } } },
    because:
      'a program went on counting from the day somebody changed the status. Five days by 8 June; 23-26 (9), 29-2 July (13), not 3, 6-10 (18), 13 and 14 (20)',
    source: `${foia}(A)(ii)(I); the paused requests of MuckRock, by its code`,
  },
  {
    id: 'peers-appeal-in-calendar-days',
    title: 'ninety days to appeal, neither working days nor the time to answer',
    facts: [...june, { on: '2026-06-30', kind: 'determined', outcome: 'denied' }],
    asOf: '2026-07-01',
    expect: { deadlines: { 'appeal-filing:3': { dueOn: '2026-09-28', state: 'running' } } },
    because: 'programs told of working days, or took the time to answer for it: 31 in July, 31 in August, 28 September',
    source: `${foia}(A)(i)(III)(aa); the text of foialawya, the calendar feed of Froide`,
  },
  {
    id: 'peers-new-year-of-2028',
    title: 'a New Year kept on the last day of the year before',
    facts: on('2027-12-02'),
    asOf: '2027-12-03',
    expect: { deadlines: { 'determination:1': { dueOn: '2028-01-03' } } },
    because:
      '3 Dec (1), 6-10 (6), 13-17 (11), 20-23 (15), not Fri 24, 27-30 (19), not Fri 31, Mon 3 January (20). Lists of days off that end in some year know neither',
    source: `${foia}(A); 5 U.S.C. 6103(b); the tables of FOIA-Fluent (2025 to 2027), foialawya (to 2020), foi-flow (a year each way)`,
  },
  {
    id: 'peers-friday-after-the-fourth-thursday',
    title: 'the day after Thanksgiving is not the fourth Friday',
    statute: 'us-ga',
    facts: on('2019-11-20'),
    asOf: '2019-11-21',
    expect: { deadlines: { 'determination:1': { dueOn: '2019-11-25' } } },
    because: '21 and 22 (2), Mon 25 (3): the day off is Fri 29 November, the fifth Friday of that month',
    source: 'O.C.G.A. 50-18-71(b)(1)(A); the holidays of MuckRock',
  },
  {
    id: 'peers-bennington-battle-day',
    title: 'Bennington Battle Day is 16 August, not a Monday',
    statute: 'us-vt',
    facts: on('2028-08-14'),
    asOf: '2028-08-15',
    expect: { deadlines: { 'determination:1': { dueOn: '2028-08-18' } } },
    because: '15 (1), not Wed 16, 17 (2), 18 (3)',
    source: '1 V.S.A. 318, 371; the holidays of MuckRock and of a library',
  },
  {
    id: 'peers-west-virginia-five',
    title: 'West Virginia: five days, not ten',
    statute: 'us-wv',
    facts: on('2026-06-01'),
    asOf: '2026-06-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-08' } } },
    because: '2-5 (4), Mon 8 (5)',
    source: 'W. Va. Code 29B-1-3; the pages of MuckRock say ten business days',
  },
];
