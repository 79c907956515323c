import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const act = citesOf('FIPPA (B.C.)', 'https://www.bclaws.gov.bc.ca/civix/document/id/complete/statreg/96165_00');
const text = 'the section as quoted in a compliance handbook of 2026 and in the policy manual of the government';

const extension = { unit: 'working-day', from: 'due-date' } as const;
const permitted = {
  ...extension,
  of: ['determination' as const],
  count: null,
  times: null,
  late: 'void' as const,
  ...read(act('s. 10(2)'), `${text}: as long as the commissioner permits`),
};

/** British Columbia. A day is a business day, and a demand for fees takes whole days out of the count. */
export const caBcFippa = write({
  id: 'ca-bc-fippa',
  name: 'Freedom of Information and Protection of Privacy Act (British Columbia)',
  jurisdiction: 'CA-BC',
  cites: act('(R.S.B.C. 1996, c. 165)'),
  timeZone: 'America/Vancouver',
  version: {
    from: day('2021-11-25'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'S.B.C. 2021, c. 39 (Bill 22)', unverified: true },
    confidence: 'low',
  },
  calendar: 'ca-bc',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(act('s. 7(1)'), text) },
  terms: {
    determination: term(
      30,
      'working-day',
      'receipt',
      read(
        act('s. 7(1); Sched. 1 "day"'),
        `${text}; that a day is no Saturday and no holiday is the word of a university’s page`,
      ),
    ),
  },
  extensions: [
    {
      ...extension,
      of: ['determination'],
      count: null,
      ground: 'consent',
      times: null,
      late: 'void',
      ...read(act('s. 10(1.1)'), `${text}: as long as the applicant agrees`),
    },
    { ...permitted, ground: 'permission' },
    { ...permitted, ground: 'commissioner' },
    {
      of: ['determination'],
      // "Up to 30 days" in all, in as many notices as it takes: sixty from the start.
      count: 60,
      unit: 'working-day',
      from: 'start',
      times: null,
      late: 'void',
      ...read(
        act('s. 10(1)(a) to (c), (3)'),
        `${text}; no time for the notice is stated, it must exist before the end`,
      ),
    },
  ],
  tolls: [
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid', 'fee-settled'],
      effect: 'toll',
      stops: 'same-day',
      ...told(act('s. 7(4)'), `${text}; that both end days are out is the older text, the present one does not say`),
    },
    {
      id: 'disregard',
      limit: null,
      asks: 'ruling-requested',
      answers: ['ruling-given'],
      effect: 'toll',
      stops: 'same-day',
      ...read(act('s. 7(3)'), `${text}: from the start of the day of asking to the end of the day of the decision`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the failure to respond is to be treated as a refusal, and one may ask the commissioner for a review',
      endsWithAnswer: true,
      ...read(act('s. 53(3)'), text),
    },
  ],
  adverseActs: refusals(read(act('s. 52(1)'), text)),
  challenges: [
    {
      id: 'review',
      name: 'review by the Information and Privacy Commissioner',
      level: 'oversight',
      filing: 'review-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(act('ss. 52, 53'), text),
      window: term(
        30,
        'working-day',
        'notice-of-act',
        read(act('s. 53(2)'), `${text}: or longer, if the commissioner allows`),
      ),
      // "does not apply" to a failure to respond.
      windowAfterSilence: null,
      metBy: 'received',
      decision: {
        kind: 'review-decision',
        ...term(
          90,
          'working-day',
          'receipt-of-appeal',
          read(act('s. 56(6)'), `${text}: unless the commissioner names a later day`),
        ),
        expected: true,
      },
    },
  ],
  duties: [
    {
      kind: 'notice',
      owedBy: 'agency',
      what: 'to answer the request to be excused from fees',
      ...term(20, 'working-day', 'receipt', read(act('s. 75(6)'), text)),
      opensWith: ['fee-waiver-requested'],
      metBy: ['fee-waiver-decided', 'fee-settled'],
    },
  ],
  policies: {
    'resume-day-counted': {
      default: 'the day on which the fee is paid does not count',
      other: 'the day on which the fee is paid counts',
      otherCites: act('s. 7(4): "until"'),
      ...unread(act('s. 7(4)'), 'the present text does not state the end days'),
    },
  },
  notes: [
    'A body to which a request is transferred (within twenty business days, s. 11(1)) has thirty of its own from its receipt (s. 11(3)): record it as a request to that body.',
    'While the commissioner is asked to let the body off a request (s. 43) the period stands still until the day of the decision.',
    'The commissioner may reduce or refund a fee where a time limit was not met (s. 58(3)(c)): a discretion, so no consequence is shown.',
    'Pauses while a fee or a third party’s claim is reviewed (s. 7(5), (6)) are not built in.',
    'A request needs what s. 5(1) asks for, and where it applies the application fee.',
  ],
});
