import type { Case } from './case.ts';

const a6A = '5 U.S.C. 552(a)(6)(A)(i); 5 U.S.C. 6103';

/** One request, received by the right component, and the day by which the agency must decide. */
function counted(
  id: string,
  title: string,
  received: string,
  dueOn: string,
  because: string,
  otherReadings: Record<string, string> = {},
): Case {
  return {
    id,
    title,
    facts: [
      { on: received, kind: 'filed', channel: 'email' },
      { on: received, kind: 'received' },
    ],
    asOf: received,
    expect: {
      status: 'processing',
      deadlines: { 'determination:1': { dueOn, originalDueOn: dueOn, state: 'running', otherReadings } },
    },
    because,
    source: a6A,
  };
}

/** Twenty working days over every holiday of the year. */
export const countingCases: readonly Case[] = [
  counted(
    'US-001',
    'a plain count over Juneteenth',
    '2026-06-01',
    '2026-06-30',
    'Tue 2 Jun is day 1; Fri 19 Jun is Juneteenth; day 20 is Tue 30 Jun',
  ),
  counted('US-003', 'received on a Saturday', '2026-08-01', '2026-08-28', 'Saturday is day 0 and Mon 3 Aug day 1', {
    'next-working-day-receipt': '2026-08-31',
  }),
  counted(
    'US-017',
    'received on the first day of a shutdown',
    '2025-10-01',
    '2025-10-30',
    'the shutdown of 1 Oct to 12 Nov 2025 counts; only Columbus Day, 13 Oct, does not',
  ),
  counted(
    'US-021',
    'Christmas and New Year on Saturdays',
    '2027-12-15',
    '2028-01-14',
    '25 Dec 2027 is kept on Fri 24 Dec, 1 Jan 2028 on Fri 31 Dec',
    { 'literal-legal-holiday': '2028-01-12' },
  ),
  counted(
    'US-029',
    'received late in the evening in Washington',
    '2026-07-01',
    '2026-07-30',
    'an instant of 2 July in London is 1 July in Washington; Fri 3 Jul is Independence Day as kept',
    { 'literal-legal-holiday': '2026-07-29' },
  ),
  counted(
    'martin-luther-king-day',
    'over the third Monday in January',
    '2026-01-05',
    '2026-02-03',
    '19 Jan is not counted: 4, 9, 13, 18 days by the Fridays, then Mon and Tue',
  ),
  counted(
    'washingtons-birthday',
    'over the third Monday in February',
    '2026-02-02',
    '2026-03-03',
    '16 Feb is not counted',
  ),
  counted('memorial-day', 'over the last Monday in May', '2026-05-11', '2026-06-09', '25 May is not counted'),
  counted(
    'before-juneteenth',
    'Juneteenth before it was a holiday',
    '2020-06-01',
    '2020-06-29',
    '19 Jun 2020 counts: the holiday dates from 2021',
  ),
  counted(
    'first-juneteenth',
    'the first Juneteenth, a Saturday',
    '2021-06-01',
    '2021-06-30',
    '19 Jun 2021 is kept on Fri 18 Jun',
    { 'literal-legal-holiday': '2021-06-29' },
  ),
  counted(
    'sunday-holiday',
    'Independence Day on a Sunday',
    '2027-06-14',
    '2027-07-14',
    'Juneteenth 2027 is kept on Fri 18 Jun, 4 Jul on Mon 5 Jul',
    { 'literal-legal-holiday': '2027-07-13' },
  ),
  counted('labor-day', 'over the first Monday in September', '2026-08-17', '2026-09-15', '7 Sep is not counted'),
  counted('columbus-day', 'over the second Monday in October', '2026-09-21', '2026-10-20', '12 Oct is not counted'),
  counted('veterans-day', 'over 11 November', '2026-10-26', '2026-11-24', '11 Nov is not counted'),
  counted(
    'thanksgiving',
    'over Veterans Day and Thanksgiving',
    '2026-11-09',
    '2026-12-09',
    '11 and 26 Nov are not counted',
  ),
  counted('year-end', 'over Christmas and New Year', '2026-12-08', '2027-01-07', '25 Dec and 1 Jan are not counted'),
  counted(
    'executive-order-days',
    'days off by executive order',
    '2018-12-03',
    '2019-01-02',
    'the day of mourning on 5 Dec and Christmas Eve 2018 were closings by order and count; 25 Dec and 1 Jan do not',
  ),
  counted(
    'old-shutdown',
    'the shutdown of 2013',
    '2013-09-20',
    '2013-10-21',
    'sixteen days shut in October 2013 count; only Columbus Day, 14 Oct, does not',
  ),
  counted('leap-year', 'over 29 February', '2028-02-10', '2028-03-10', '21 Feb is not counted, 29 Feb is'),
  counted(
    'inauguration-day',
    'over Inauguration Day',
    '2029-01-08',
    '2029-02-06',
    '20 Jan 2029 is a Saturday; only 15 Jan is not counted',
  ),
  {
    id: 'inauguration-day-kept',
    title: 'an agency in Washington that keeps Inauguration Day',
    facts: [
      { on: '2033-01-10', kind: 'filed', channel: 'email' },
      { on: '2033-01-10', kind: 'received' },
    ],
    overrides: { calendar: { add: ['inauguration-day', '2033-01-13'], remove: ['2033-01-17'] } },
    asOf: '2033-01-10',
    expect: { deadlines: { 'determination:1': { dueOn: '2033-02-09' } } },
    because: "Thu 13 Jan, the agency's own, and Thu 20 Jan are not counted; it works on 17 Jan",
    source: "5 U.S.C. 6103(c); the agency's calendar",
  },
];
