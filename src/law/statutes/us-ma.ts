import { day } from '../plain-date.ts';
import type { DutyRule, Statute } from '../statute.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, unread, write } from './write.ts';

const law = citesOf('Mass. G.L. c. 66');
const cmr = citesOf('950 CMR');
const text = 'the text of the regulation';
const counsel = "a town counsel's summary of the amendment of 2021, with its example of a drop box on Thanksgiving";
const secondary = 'general knowledge and secondary sites; the subsection was not read';

const produced = ['released', 'interim-release', 'determined'] as const;
/** An agreement or the Supervisor may give more time, and a fee that is not paid yet takes it. */
const moved = ['extended', 'ruling-requested', 'fee-estimated', 'narrowed', 'closed-by-agency'] as const;

const production = (count: number, who: string): DutyRule => ({
  kind: 'production',
  owedBy: 'agency',
  what: `to give the records, ${who}`,
  ...term(count, 'working-day', 'receipt', told(law('s. 10(b)(vi)'), secondary)),
  metBy: [...produced],
  endedBy: [...moved],
});

const since2021 = write({
  id: 'us-ma',
  name: 'Massachusetts Public Records Law',
  jurisdiction: 'US-MA',
  cites: { label: 'Mass. G.L. c. 66 ss. 10, 10A; 950 CMR 32.00' },
  timeZone: 'America/New_York',
  version: {
    from: day('2021-06-11'),
    to: null,
    appliesTo: 'filed-from',
    cites: cmr('32.03(3), 32.06(2)(e)'),
    confidence: 'low',
  },
  calendar: 'us-ma',
  receipt: { by: 'body', onDayOff: 'next-working-day', ...read(cmr('32.03(3), 32.06(2)(e)'), counsel) },
  terms: {
    determination: term(10, 'working-day', 'receipt', read(cmr('32.06(2)(b)'), `${text}; c. 66 s. 10(b)`)),
  },
  tracks: [
    {
      id: 'state-agency',
      says: 'to an agency of the Commonwealth, which has 15 working days to give the records',
      determination: term(10, 'working-day', 'receipt', read(cmr('32.06(2)(b)'), text)),
      ...told(law('s. 10(b)(vi)'), secondary),
    },
    {
      id: 'municipality',
      says: 'to a town, city or district, which has 25 working days to give the records',
      determination: term(10, 'working-day', 'receipt', read(cmr('32.06(2)(b)'), text)),
      ...told(law('s. 10(b)(vi)'), secondary),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may appeal to the Supervisor of Records',
      endsWithAnswer: true,
      ...read(cmr('32.08(1)'), text),
    },
    {
      effect: 'may-sue',
      says: 'one may also sue in the Superior Court',
      endsWithAnswer: true,
      ...told(law('s. 10A(c)'), 'others that describe it; the subsection was not read'),
    },
  ],
  adverseActs: refusals(read(cmr('32.08(1)'), text)),
  challenges: [
    {
      id: 'appeal',
      name: 'appeal to the Supervisor of Records',
      level: 'oversight',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      window: term(90, 'calendar-day', 'date-of-act', read(cmr('32.08(1)(c)'), text)),
      windowAfterSilence: term(90, 'calendar-day', 'sending', read(cmr('32.08(1)(d)'), `${text}: from the request`)),
      metBy: 'sent',
      ...read(cmr('32.08(1)'), text),
      decision: {
        kind: 'appeal-decision',
        ...term(10, 'working-day', 'receipt-of-appeal', read(cmr('32.08(2)(a)'), `${text}; c. 66 s. 10A(a)`)),
        silence: {
          effect: 'may-sue',
          says: 'one may sue in the Superior Court',
          endsWithAnswer: true,
          ...told(law('s. 10A(a), (c)'), 'others that describe it'),
        },
      },
    },
    courtWithoutWindow('suit in the Superior Court', told(law('s. 10A'), 'others that describe it'), [
      { of: 'request', when: 'silence' },
      { of: 'request', when: 'adverse-act' },
      { of: 'appeal', when: 'silence' },
      { of: 'appeal', when: 'adverse-act' },
    ]),
  ],
  duties: [
    { ...production(15, 'unless a later day was agreed'), tracks: ['state-agency'] },
    // Without a track nobody knows which it is: the longer term accuses nobody wrongly.
    production(25, 'if it is a town or city, unless a later day was agreed'),
    {
      kind: 'ruling-request',
      owedBy: 'agency',
      what: 'to ask the Supervisor of Records for more time',
      // A last day for something it may do.
      onlyIf: 'if it needs it',
      ...term(
        20,
        'working-day',
        'receipt',
        read(cmr('32.06(4)'), 'the page of the Secretary of the Commonwealth; c. 66 s. 10(c)'),
      ),
      metBy: ['ruling-requested'],
      endedBy: ['determined', 'released', 'closed-by-agency'],
    },
  ],
  rules: {
    'fees-barred': { says: 'no fee may be charged', ...read(cmr('32.06(2)(c)'), text) },
  },
  notes: [
    'Only a request made as 950 CMR 32.06(1) says, to the address, website or e-mail of the records officer, starts the time.',
    'A day on which the office is closed does not count: add it per agency. In Suffolk county that includes 17 March and 17 June.',
    'The Supervisor may give an agency 20 and a municipality 30 working days more to give the records; the ten days to answer do not move (32.06(4)). Such an order is to be recorded as a contact.',
    'An oral request cannot be appealed to the Supervisor (32.08(1)(b)).',
    'Until a fee that was asked for is paid the records may be held back, so no day to give them is shown after an estimate.',
    'To review a decision of the Supervisor by certiorari, sixty days (c. 249 s. 4) may be the limit; not verified, and not built in.',
  ],
});

const since2017: Statute = {
  ...since2021,
  version: {
    from: day('2017-01-01'),
    to: day('2021-06-10'),
    appliesTo: 'filed-from',
    cites: { label: 'St. 2016 c. 121' },
    confidence: 'low',
  },
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(cmr('32.06 (before 2021)'), `${counsel}; the older text was not read`),
  },
  notes: [
    ...(since2021.notes ?? []),
    'Before 11 June 2021 the time for an oral request ran from the day it was made, and an appeal that came after 4 p.m. was opened the next business day (32.08(1)(j)); neither is built in.',
  ],
};

const until2016: Statute = {
  ...since2021,
  version: { from: null, to: day('2016-12-31'), appliesTo: 'filed-from', cites: law('s. 10(b) (before 2017)') },
  receipt: since2017.receipt,
  terms: {
    determination: term(
      10,
      'calendar-day',
      'receipt',
      told(law('s. 10(b) (before 2017)'), 'an older bill that recites it'),
      {
        roll: 'next-working-day',
        rollCites: { label: 'Mass. G.L. c. 4 s. 9', unverified: true },
        otherReadings: [
          {
            policy: 'last-day-stays',
            says: 'a last day on a Saturday, Sunday or holiday stays',
            roll: 'none',
            cites: law('s. 10(b) (before 2017)'),
          },
        ],
      },
    ),
  },
  tracks: [],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may appeal to the Supervisor of Records',
      endsWithAnswer: true,
      ...unread(cmr('32.08 (before 2017)'), 'general knowledge'),
    },
  ],
  challenges: [
    {
      id: 'appeal',
      name: 'appeal to the Supervisor of Records',
      level: 'oversight',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      window: null,
      metBy: 'sent',
      ...unread(cmr('32.08 (before 2017)'), 'general knowledge'),
    },
    courtWithoutWindow('suit in the Superior Court', unread(law('s. 10(b) (before 2017)'), 'general knowledge')),
  ],
  duties: [],
  rules: {},
  notes: ['Of the law before 2017 only the ten days are known here; its times to appeal were not read.'],
};

/** Massachusetts. Silence costs the fee, and the time to appeal it runs from the request itself. */
export const usMa: Statute = { ...since2021, earlier: [since2017, until2016] };
