import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const act = citesOf(
  'Act on Access to Information Held by Administrative Organs',
  'https://laws.e-gov.go.jp/law/411AC0000000042',
);
const pages = 'official pages on the procedure (Nuclear Regulation Authority, Foreign Ministry) and commentaries';
const towns = 'official pages of prefectures and towns on remedies';
const remembered = 'general knowledge';
const closedDay = {
  policy: 'closed-day-moves',
  says: 'a last day on which the organ is closed moves to the next day it is open',
  roll: 'next-working-day',
  cites: { label: 'Act on Holidays of Administrative Organs, Art. 2; Civil Code, Art. 142', unverified: true },
} as const;

/** Japan, national administrative organs. Silence is no refusal there: it is an inaction that one may attack. */
export const jpAit = write({
  id: 'jp-ait',
  name: 'Act on Access to Information Held by Administrative Organs',
  jurisdiction: 'JP',
  cites: act('(Act No. 42 of 1999)'),
  timeZone: 'Asia/Tokyo',
  version: { from: day('2001-04-01'), to: null, appliesTo: 'filed-from', cites: act('(Act No. 42 of 1999)') },
  calendar: 'jp',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...read(
      act('Art. 10(1)'),
      `${pages}: thirty days counted from the day after the request, which is there in due form`,
    ),
  },
  terms: {
    determination: term(30, 'calendar-day', 'receipt', read(act('Art. 10(1)'), pages), { otherReadings: [closedDay] }),
  },
  extensions: [
    {
      of: ['determination'],
      count: null,
      ground: 'volum',
      unit: 'calendar-day',
      from: 'start',
      times: 1,
      late: 'void',
      ...told(
        act('Art. 11'),
        `${pages}: a considerable part within sixty days of the request, the rest in a reasonable time`,
      ),
    },
    {
      of: ['determination'],
      count: 30,
      unit: 'calendar-day',
      from: 'due-date',
      times: 1,
      // The text asks for notice "without delay", not before the thirty days end; so a late one accuses nobody.
      late: 'good',
      otherReadings: [
        {
          policy: 'late-notice-void',
          says: 'a notice after the thirty days gives nothing',
          late: 'void',
          cites: act('Art. 10(2)'),
        },
      ],
      ...told(act('Art. 10(2)'), `${pages}; others hold that a notice after the period gives nothing`),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'toll',
      stops: 'day-after',
      ...read(
        act('Arts. 4(2), 10(1), proviso'),
        `${pages}: the days from asking until the corrected request arrives are not counted`,
      ),
    },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may ask for a review of the inaction, or sue to have it declared unlawful',
      endsWithAnswer: true,
      ...read(
        { label: 'Administrative Complaint Review Act, Art. 3; Administrative Case Litigation Act, Art. 37' },
        'a commentary on Art. 10: the law knows no refusal by silence',
      ),
    },
  ],
  adverseActs: refusals(told({ label: 'Administrative Complaint Review Act, Art. 2' }, towns)),
  challenges: [
    {
      id: 'appeal',
      name: 'request for administrative review',
      level: 'agency',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...told({ label: 'Administrative Complaint Review Act, Arts. 2, 3, 18' }, towns),
      window: term(
        3,
        'month',
        'notice-of-act',
        told(
          { label: 'Administrative Complaint Review Act, Art. 18(1)' },
          `${towns}: from the day after one knew of the decision`,
        ),
        { otherReadings: [closedDay] },
      ),
      windowAfterSilence: null,
      metBy: 'sent',
    },
    {
      id: 'court',
      name: 'suit in the district court',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
        { of: 'appeal', when: 'adverse-act' },
      ],
      ...told({ label: 'Administrative Case Litigation Act, Arts. 8, 14' }, towns),
      window: term(
        6,
        'month',
        'notice-of-act',
        told({ label: 'Administrative Case Litigation Act, Art. 14(1)' }, `${towns}: six months from knowledge`),
        { otherReadings: [closedDay] },
      ),
      windowAfterSilence: null,
      metBy: 'received',
    },
  ],
  duties: [
    {
      kind: 'answer',
      owedBy: 'requester',
      what: 'to say in which form disclosure is wanted',
      ...term(30, 'calendar-day', 'notice-of-act', unread(act('Art. 14(2), (3)'), remembered)),
      opensWith: ['determined'],
      outcomes: ['granted', 'partly-granted'],
      metBy: ['contacted', 'fee-paid', 'released'],
    },
  ],
  policies: {
    'stop-day-not-counted': {
      default: 'the day on which the organ asks still counts',
      other: 'the day of asking and the day of arrival are both left out',
      otherCites: act('Art. 10(1), proviso: "the days required for the correction"'),
      ...told(act('Art. 10(1), proviso'), pages),
    },
  },
  notes: [
    'The request is made when it arrives in due form with the fee of 300 yen.',
    'A request sent on to another organ counts as made on the first day (Art. 12; not read): keep that day.',
    'Where a third party objects, at least two weeks lie between the decision and disclosure (Art. 13(3); not read).',
    'Of very many records a considerable part is due within sixty days; the day shown is the one the organ gives for the rest.',
    'Review and suit end a year after the decision in any case (not read); the shorter times from knowledge are shown.',
    'The organ consults the Review Board (Art. 19), for which no time is set.',
  ],
});
