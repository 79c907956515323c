import type { Case } from './case.ts';

/** Ten working days; a notice of fees stops them; ten more if told in time. */
export const usAkCases: readonly Case[] = [
  {
    id: 'us-ak-plain',
    title: 'Alaska: ten working days',
    statute: 'us-ak',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
    ],
    asOf: '2026-06-16',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-06-15', state: 'missed', lateOnEveryReading: true } },
      maySue: ['2026-06-16'],
    },
    because: 'received Mon 1 Jun: 2 to 5 Jun are days 1 to 4, 8 to 12 days 5 to 9, Mon 15 Jun the tenth',
    source: '2 AAC 96.325(a)',
  },
  {
    id: 'us-ak-after-hours',
    title: 'Alaska: it came at six in the evening',
    statute: 'us-ak',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email', at: '2026-06-02T02:00:00Z' },
      { on: '2026-06-01', kind: 'received', at: '2026-06-02T02:00:00Z' },
    ],
    asOf: '2026-06-02',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-06-16' } } },
    because: '18:00 in Anchorage is after the close of business: logged Tue 2 Jun, so the tenth day is Tue 16 Jun',
    source: '2 AAC 96.325(a); guidance of the Department of Law',
  },
  {
    id: 'us-ak-fee-pause-and-extension',
    title: 'Alaska: a notice of fees, then ten days more, over two holidays',
    statute: 'us-ak',
    facts: [
      { on: '2026-10-09', kind: 'filed', channel: 'email' },
      { on: '2026-10-09', kind: 'received' },
      { on: '2026-10-14', kind: 'fee-estimated', asksAnswer: true, amount: { value: 80, currency: 'USD' } },
      { on: '2026-10-21', kind: 'fee-paid', receivedOn: '2026-10-21' },
      { on: '2026-10-29', kind: 'extended', ground: 'volume' },
    ],
    asOf: '2026-10-30',
    expect: {
      deadlines: { 'determination:1': { dueOn: '2026-11-16', originalDueOn: '2026-10-26', state: 'running' } },
      anomalies: ['no-answer-date:3'],
    },
    because:
      'Fri 9 Oct: 12, 13 and 14 Oct are days 1 to 3. From the notice of fees to the payment of Wed 21 Oct nothing counts, Alaska Day (observed Mon 19 Oct) lies in between. 22 and 23 Oct are 4 and 5, 26 to 30 Oct 6 to 10: Fri 30 Oct. The notice of 29 Oct is in time: ten more, without Veterans Day, are Mon 16 Nov',
    source: '2 AAC 96.325(a), (c), (d)',
  },
  {
    id: 'us-ak-appeal',
    title: 'Alaska: denied, and the sixty days are days of the calendar or working days',
    statute: 'us-ak',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-15', kind: 'determined', outcome: 'denied' },
    ],
    asOf: '2026-06-16',
    expect: {
      deadlines: {
        'determination:1': { state: 'met' },
        'appeal-filing:3': { dueOn: '2026-08-14', otherReadings: { 'working-days': '2026-09-10' }, confidence: 'low' },
      },
      maySue: ['2026-06-15'],
    },
    because:
      '15 days are left of June and 31 of July, so the sixtieth is Fri 14 Aug. Working days, without Juneteenth (19 Jun), 3 Jul and Labor Day (7 Sep): 10 to 30 Jun, 32 to 31 Jul, 53 to 31 Aug, 1 to 4 Sep are 54 to 57, 8 to 10 Sep 58 to 60. An injunction needs no appeal first',
    source: '2 AAC 96.340 (not read); AS 40.25.125',
  },
  {
    id: 'us-ak-fees-in-the-added-days',
    title: 'Alaska: a notice of fees while the added days run',
    statute: 'us-ak',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-12', kind: 'extended', ground: 'volume' },
      { on: '2026-06-22', kind: 'fee-estimated', asksAnswer: true, answerBy: '2026-07-22' },
      { on: '2026-06-25', kind: 'fee-paid', receivedOn: '2026-06-25' },
    ],
    asOf: '2026-06-26',
    expect: { deadlines: { 'determination:1': { dueOn: '2026-07-06', originalDueOn: '2026-06-15' } } },
    because:
      'ten days to Mon 15 Jun; of the ten more 16, 17, 18 and 22 Jun are four (Juneteenth, Fri 19 Jun, is off). The days after Mon 22 Jun to Thu 25 Jun do not count; 26, 29 and 30 Jun, 1 and 2 Jul are five to nine, Fri 3 Jul is kept for the 4th, Mon 6 Jul is the tenth',
    source: '2 AAC 96.325(c), (d)',
  },
  {
    id: 'us-ak-court',
    title: 'Alaska: the appeal is lost, and the court may have to be asked in thirty days',
    statute: 'us-ak',
    facts: [
      { on: '2026-06-01', kind: 'filed', channel: 'email' },
      { on: '2026-06-01', kind: 'received' },
      { on: '2026-06-15', kind: 'determined', outcome: 'denied' },
      { on: '2026-06-22', kind: 'appealed', channel: 'email' },
      { on: '2026-07-15', kind: 'appeal-decided', outcome: 'affirmed' },
    ],
    asOf: '2026-07-16',
    expect: {
      deadlines: {
        'appeal-filing:3': { state: 'met' },
        'suit-filing:3': null,
        'suit-filing:5': { dueOn: '2026-08-14', confidence: 'low' },
      },
      maySue: ['2026-06-15', '2026-07-15'],
    },
    because:
      'Wed 15 Jul and thirty days are Fri 14 Aug; a refusal itself has no last day, since an injunction has none',
    source: 'AS 40.25.124, 40.25.125; Appellate Rule 602(a) (not read)',
  },
  {
    id: 'us-ak-municipality',
    title: 'Alaska: a municipality is not bound by the ten days',
    statute: 'us-ak',
    track: 'other-body',
    facts: [{ on: '2026-06-01', kind: 'received' }],
    asOf: '2026-12-01',
    expect: { deadlines: { 'determination:1': { dueOn: null, state: 'running', overdue: false } }, maySue: [] },
    because: 'the days are in the regulation of the executive branch; the Act sets none',
    source: '2 AAC 96.100(e); AS 40.25.110',
  },
];
