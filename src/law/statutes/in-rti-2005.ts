import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, told, write } from './write.ts';

const act = citesOf('RTI Act 2005', 'https://www.indiacode.nic.in/handle/123456789/2065');
const text = 'the section as quoted in public copies that give India Code as their source';
const officeClosed = {
  policy: 'closed-office-moves',
  says: 'what is due on a day on which the office is closed can be done on the next day it is open',
  roll: 'next-working-day',
  cites: { label: 'General Clauses Act 1897, s. 10', unverified: true },
} as const;

/** India, central and state bodies. Silence makes the information free, and the days for which a fee is unpaid do not count. */
export const inRti2005 = write({
  id: 'in-rti-2005',
  name: 'Right to Information Act 2005',
  jurisdiction: 'IN',
  cites: act('(No. 22 of 2005)'),
  timeZone: 'Asia/Kolkata',
  version: { from: day('2005-10-12'), to: null, appliesTo: 'filed-from', cites: act('s. 1(3)') },
  calendar: 'in',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...told(
      act('ss. 6(3), 7(1)'),
      `${text}; a guide of the Department of Personnel and Training counts 35 days from the first receipt instead`,
    ),
  },
  terms: {
    determination: term(30, 'calendar-day', 'receipt', read(act('s. 7(1)'), text), { otherReadings: [officeClosed] }),
  },
  tracks: [
    {
      id: 'life-or-liberty',
      says: 'about the life or liberty of a person',
      determination: term(48, 'hour', 'receipt', read(act('s. 7(1), proviso'), text)),
      ...read(act('s. 7(1), proviso'), text),
    },
    {
      id: 'life-or-liberty-through-assistant',
      says: 'about the life or liberty of a person, given to an Assistant Public Information Officer',
      determination: term(168, 'hour', 'receipt', read(act('s. 5(2), proviso; s. 7(1), proviso'), text), {
        otherReadings: [
          {
            policy: 'no-days-added',
            says: 'the five days are not added where life or liberty is at stake',
            count: 48,
            cites: act('s. 7(1), proviso'),
          },
        ],
      }),
      ...read(act('s. 5(2), proviso'), `${text}: it names the period of s. 7(1) without a difference`),
    },
    {
      id: 'transferred',
      says: 'sent on to the authority that has the information',
      determination: term(30, 'calendar-day', 'receipt', told(act('ss. 6(3), 7(1)'), text), {
        otherReadings: [
          {
            policy: 'days-of-transfer-added',
            says: 'the five days in which a request is sent on are added to the thirty',
            count: 35,
            cites: { label: 'Guide on the RTI Act, Department of Personnel and Training' },
          },
          officeClosed,
        ],
      }),
      ...told(act('s. 6(3)'), 'a guide of the Department of Personnel and Training; the subsection was not read'),
    },
    {
      id: 'assistant-officer',
      says: 'given to an Assistant Public Information Officer',
      determination: term(
        35,
        'calendar-day',
        'receipt',
        read(act('s. 5(2), proviso; s. 7(1)'), `${text}: five days are added`),
        { otherReadings: [officeClosed] },
      ),
      ...read(act('s. 5(2), proviso'), text),
    },
    {
      id: 'third-party',
      says: 'about a third party who is heard first',
      determination: term(40, 'calendar-day', 'receipt', read(act('s. 11(3)'), text), {
        otherReadings: [officeClosed],
      }),
      ...read(act('s. 11(3)'), text),
    },
  ],
  extensions: [
    {
      of: ['appeal-decision'],
      count: 45,
      unit: 'calendar-day',
      from: 'start',
      times: 1,
      // The Act asks for reasons in the decision, not for a notice within the thirty days.
      late: 'good',
      ...told(act('s. 19(6)'), 'an earlier reading of the text: 45 days in all, with recorded reasons'),
    },
  ],
  tolls: [
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid'],
      effect: 'toll',
      stops: 'day-after',
      ...read(act('s. 7(3)(a)'), `${text}: the period between the despatch of the intimation and payment is excluded`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the Public Information Officer is deemed to have refused, and one may appeal',
      endsWithAnswer: true,
      ...read(act('s. 7(2)'), text),
    },
  ],
  adverseActs: refusals(read(act('s. 19(1)'), text)),
  challenges: [
    {
      id: 'first-appeal',
      name: 'first appeal',
      level: 'agency',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(act('s. 19(1)'), text),
      window: term(
        30,
        'calendar-day',
        'notice-of-act',
        read(
          act('s. 19(1)'),
          `${text}: from the expiry of the period or the receipt of the decision; later for good cause`,
        ),
        { otherReadings: [officeClosed] },
      ),
      metBy: 'sent',
      decision: {
        kind: 'appeal-decision',
        ...term(30, 'calendar-day', 'receipt-of-appeal', told(act('s. 19(6)'), 'an earlier reading of the text'), {
          otherReadings: [
            {
              policy: 'forty-five-with-reasons',
              says: 'the authority takes up to 45 days, for reasons it need record only with its decision',
              count: 45,
              cites: act('s. 19(6)'),
            },
          ],
        }),
        silence: {
          effect: 'may-complain',
          says: 'one may make the second appeal to the Information Commission',
          endsWithAnswer: true,
          ...read(act('s. 19(3)'), text),
        },
      },
    },
    {
      id: 'second-appeal',
      name: 'second appeal to the Information Commission',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'first-appeal', when: 'adverse-act' },
        { of: 'first-appeal', when: 'silence' },
      ],
      ...read(act('s. 19(3)'), text),
      window: term(
        90,
        'calendar-day',
        'notice-of-act',
        read(
          act('s. 19(3)'),
          `${text}: from the day on which the decision should have been made or was actually received`,
        ),
        { otherReadings: [officeClosed] },
      ),
      metBy: 'sent',
    },
  ],
  policies: {
    'stop-day-not-counted': {
      default: 'the day on which the intimation of the fee is despatched still counts',
      other: 'the day of despatch and the day of payment are both excluded',
      otherCites: act('s. 7(3)(a): "the period intervening"'),
      ...told(act('s. 7(3)(a)'), text),
    },
    'resume-day-counted': {
      default: 'the day of payment does not count',
      other: 'the day of payment counts again',
      otherCites: act('s. 7(3)(a): "the period intervening"'),
      ...told(act('s. 7(3)(a)'), text),
    },
  },
  rules: {
    'fees-barred': {
      says: 'the information must be given free of charge',
      ...told(act('s. 7(6)'), 'a reference site on the Act; the subsection itself was not read'),
    },
  },
  notes: [
    'Nothing lengthens the thirty days: record no extension. Hearing a third party makes forty of them (choose that track).',
    'A request transferred within five days (s. 6(3); not read) counts here from receipt by the right authority: choose that track.',
    'A demand for a fee after the period excludes nothing: the request counts as refused, and the information is free.',
    'One may also complain to the Commission under s. 18, for which no last day is set; for a second appeal it has no time limit to decide.',
    'Courts are barred (s. 23); a petition for a writ to a High Court remains.',
    'For each day of delay the officer may be fined 250 rupees (s. 20).',
    'Offices close on many days that vary by place: enter those of the office.',
  ],
});
