import { day } from '../plain-date.ts';
import type { Statute } from '../statute.ts';
import { usTxChallenges, usTxSilence } from './us-tx-challenges.ts';
import { usTxDuties } from './us-tx-duties.ts';
import { citesOf, length, read, refusals, term, told, write } from './write.ts';

const pia = citesOf('Tex. Gov. Code', 'https://statutes.capitol.texas.gov/Docs/GV/htm/GV.552.htm');
const text = 'the text of chapter 552, edition of 2025';
const dallas = {
  label: 'City of Dallas v. Abbott, 304 S.W.3d 380 (Tex. 2010)',
  url: 'https://texas-opinions.com/10-City-of-Dallas-v-Abbott-Attorney-General-Tex-2010-by-ONeill-Public-Information-Act-PIA-exception-from-disclosure.html',
};
const construction = { label: 'Code Construction Act, Tex. Gov. Code 311.014', unverified: true } as const;

/** What has been the law since 1 September 2025. */
const since2025 = write({
  id: 'us-tx',
  name: 'Public Information Act',
  jurisdiction: 'US-TX',
  cites: pia('ch. 552'),
  timeZone: 'America/Chicago',
  version: {
    from: day('2025-09-01'),
    to: null,
    appliesTo: 'received-from',
    cites: { label: 'H.B. 4219 (2025), last sections', unverified: true },
    confidence: 'low',
  },
  calendar: 'us-tx',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...read(pia('552.301(a-1), (b)'), text),
  },
  presumedArrival: {
    after: { email: 0, portal: 0, fax: 0, hand: 0, phone: 0, mail: 3, unknown: 3 },
    ...told(
      pia('552.301(a-1)'),
      `${text}: the third business day after the postmark, unless the body shows another; of rulings, here for all terms`,
    ),
  },
  terms: {
    determination: term(
      10,
      'working-day',
      'receipt',
      read(pia('552.221(a), (d)'), `${text}: to produce, or to certify a date and hour`),
      {
        otherReadings: [
          {
            policy: 'from-sending',
            says: 'ten business days after the day on which the information was asked for',
            from: 'sending',
            cites: pia('552.221(d): "the date the information is requested"'),
          },
        ],
      },
    ),
  },
  extensions: [
    {
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      promise: true,
      noticedBy: ['extended', 'estimated'],
      ...read(pia('552.221(d)'), `${text}: the body certifies a date and hour within a reasonable time`),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed'],
      effect: 'restart',
      stops: 'day-after',
      lapses: term(61, 'calendar-day', 'asking', read(pia('552.222(d)'), `${text}: received by the 61st day`), {
        otherReadings: [
          {
            policy: 'rolled-to-working-day',
            says: 'a last day on a Saturday, Sunday or legal holiday moves to the next day that is none',
            roll: 'next-working-day',
            cites: construction,
          },
        ],
      }),
      ...told(
        dallas,
        'the holding as notes on the case quote it: the ten days for a ruling run from the clarification; here for the answer too',
      ),
    },
    {
      id: 'deposit',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid'],
      effect: 'restart',
      stops: 'day-after',
      // "Before the 10th business day": the ninth is the last.
      lapses: term(9, 'working-day', 'asking', read(pia('552.263(f)'), text)),
      ...read(pia('552.263(e)'), `${text}: the request is received when the deposit is`),
    },
    {
      id: 'estimate',
      limit: null,
      asks: 'fee-estimated',
      only: 'asks-answer',
      answers: ['fee-answered', 'fee-paid'],
      // It stops no term for a ruling, but who waits for the answer is not late with the records.
      effect: 'toll',
      stops: 'day-after',
      evenOnLastDay: true,
      lapses: term(10, 'working-day', 'asking', read(pia('552.2615(b)'), text)),
      ...told(pia('552.2615(b), (g)'), `${text}: that nothing need be produced until it is answered follows from (b)`),
    },
    {
      id: 'ruling',
      limit: null,
      asks: 'ruling-requested',
      // The ruling ends nothing here: after it a reasonable time is left, or thirty days to sue over it (552.324(b)).
      answers: [],
      effect: 'toll',
      // Asked on the tenth day it is in time.
      stops: 'same-day',
      askedWithin: length(10, 'working-day'),
      ...told(pia('552.301(a), 552.302'), `${text}: what a ruling was asked about in time need not be given before it`),
    },
  ],
  silence: usTxSilence,
  adverseActs: refusals(read(pia('552.321'), text)),
  challenges: usTxChallenges,
  duties: usTxDuties,
  notes: [
    'A refusal for which no ruling was asked in time leaves the information presumed public too (552.302); that is shown only after silence.',
    'A statement of charges stops no term for a ruling (552.2615(g)); here the presumption of 552.302 waits with the rest, so it may hold earlier than shown.',
    'Each body may name up to ten further days a year on which it is closed (552.0031(f)), and may keep the Friday before or the Monday after a holiday at the weekend (e): enter them as its own days off.',
    'A day that the body certifies in time (552.221(d)) is its own: who lets it pass breaks a promise, while the ten days were kept.',
    'After a ruling the records are due within a reasonable time, or the body sues within thirty days of having it (552.324(b)): no day is shown, and the period stays as it stood when the ruling was asked for.',
    'El Paso and Hudspeth counties keep Mountain Time.',
    'What is made available must be looked at or paid for by the 60th calendar day (552.221(e)), or the request is withdrawn; that day is not counted here.',
    'A request lapses for want of an answer only if the letter said so and went as 552.222(e) to (g) and 552.2615 say.',
    'The attorney general may take ten working days more for a ruling (552.306(a)); that is not counted here.',
    'The district or county attorney may be asked to act (552.3215); the time for that is not built in.',
    'Before 1 September 2023 the Act did not say what a business day is; older requests are counted as if it had.',
  ],
});

/** Texas. A body that wants to withhold asks the attorney general, or what was asked for is presumed public. */
export const usTx: Statute = {
  ...since2025,
  earlier: [
    {
      ...since2025,
      version: {
        from: day('2023-09-01'),
        to: day('2025-08-31'),
        appliesTo: 'received-from',
        cites: { label: 'H.B. 3033 (2023), last sections', unverified: true },
        confidence: 'low',
      },
      silence: usTxSilence.filter(({ effect }) => effect !== 'may-complain'),
      challenges: usTxChallenges.filter(({ id }) => id !== 'complaint'),
      duties: usTxDuties.filter(({ kind }) => kind !== 'notice'),
    },
  ],
};
