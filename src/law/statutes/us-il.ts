import { day } from '../plain-date.ts';
import type { DutyRule } from '../statute.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, unread, write } from './write.ts';

const act = citesOf('5 ILCS 140');
const rules = 'rules of state agencies and a library of rules that quote the section';
const recurrent = 'an ordinance of a county that reproduces the section';
const voluminous = 'Public Act 98-1129';

/** The voluminous request: two short periods of the body with a turn of the requester in between. */
const ofVoluminous: DutyRule[] = [
  {
    kind: 'notice',
    owedBy: 'agency',
    what: 'to say that the request is voluminous, and to let the requester narrow it',
    tracks: ['voluminous'],
    ...term(5, 'working-day', 'receipt', read(act('3.6(a)'), voluminous)),
    metBy: ['clarification-requested', 'determined', 'interim-release', 'released', 'extended', 'closed-by-agency'],
  },
  {
    kind: 'production',
    owedBy: 'agency',
    what: 'to respond: the ten days to narrow the request, and five more',
    tracks: ['voluminous'],
    opensWith: ['clarification-requested'],
    ...term(15, 'working-day', 'date-of-act', told(act('3.6'), voluminous)),
    metBy: ['determined', 'interim-release', 'released'],
    endedBy: ['narrowed', 'clarified', 'extended', 'closed-by-agency'],
  },
  {
    kind: 'production',
    owedBy: 'agency',
    what: 'to respond to the narrowed request',
    tracks: ['voluminous'],
    opensWith: ['narrowed', 'clarified'],
    ...term(5, 'working-day', 'date-of-act', told(act('3.6'), voluminous)),
    metBy: ['determined', 'interim-release', 'released'],
    endedBy: ['extended', 'closed-by-agency'],
  },
];

/** Illinois: five business days and five more; silence is a denial and costs the fees for copies. */
export const usIl = write({
  id: 'us-il',
  name: 'Freedom of Information Act',
  jurisdiction: 'US-IL',
  cites: act('1 to 11.6'),
  timeZone: 'America/Chicago',
  version: {
    from: day('2010-01-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: act('(P.A. 96-542)'),
    confidence: 'medium',
  },
  calendar: 'us-il',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...read(act('3(d)'), 'the page of a county: the count begins the day after'),
  },
  terms: { determination: term(5, 'working-day', 'receipt', read(act('3(d)'), rules)) },
  tracks: [
    {
      id: 'commercial',
      says: 'for a commercial purpose',
      determination: term(21, 'working-day', 'receipt', read(act('3.1(a)'), rules)),
      ...read(act('3.1(a)'), rules),
    },
    {
      id: 'recurrent',
      says: 'by a recurrent requester',
      determination: term(21, 'working-day', 'receipt', read(act('3.2(a)'), recurrent)),
      ...read(act('3.2'), recurrent),
    },
    {
      id: 'voluminous',
      says: 'a voluminous request: the body first says so, and the requester may narrow it',
      determination: null,
      ...read(act('3.6'), voluminous),
    },
  ],
  extensions: [
    {
      of: ['determination'],
      count: 5,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...read(act('3(e)'), `${rules}; 2 Ill. Adm. Code 1620.120: within the first five days`),
    },
    {
      ground: 'agree',
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'good',
      ...told(act('3(e)'), `${rules}; to the day agreed in writing with who asks`),
    },
    {
      of: ['appeal-decision'],
      count: 30,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...told(act('9.5(f)'), rules),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied',
      tracks: ['plain'],
      endsWithAnswer: true,
      ...read(act('3(d)'), rules),
    },
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied',
      tracks: ['commercial', 'recurrent'],
      endsWithAnswer: true,
      ...unread(act('3.1, 3.2'), 'by analogy: 3(d) speaks of its own five days only'),
    },
  ],
  adverseActs: refusals(read(act('9.5(a)'), rules)),
  challenges: [
    {
      id: 'review',
      name: 'request for review by the Public Access Counselor',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(act('9.5(a)'), rules),
      window: term(60, 'calendar-day', 'date-of-act', read(act('9.5(a)'), rules)),
      windowAfterSilence: term(60, 'calendar-day', 'due-date', read(act('9.5(a)'), rules), {
        otherReadings: [
          {
            policy: 'from-the-day-after',
            says: 'the denial by silence is of the day after the last day to answer',
            count: 61,
            cites: act('3(d), 9.5(a)'),
          },
        ],
      }),
      metBy: 'sent',
      decision: {
        kind: 'complaint-decision',
        ...term(60, 'calendar-day', 'receipt-of-appeal', told(act('9.5(f)'), rules)),
        // The sixty days are for a binding opinion; the Attorney General may settle the matter otherwise.
        expected: true,
      },
    },
    courtWithoutWindow('suit in the circuit court', told(act('11'), 'general accounts: no review is needed first')),
  ],
  duties: [
    {
      kind: 'notice',
      owedBy: 'agency',
      what: 'to say that the requester is treated as recurrent',
      tracks: ['recurrent'],
      ...term(5, 'working-day', 'receipt', read(act('3.2(b)'), recurrent)),
      metBy: [
        'acknowledged',
        'determined',
        'interim-release',
        'released',
        'extended',
        'clarification-requested',
        'closed-by-agency',
      ],
    },
    ...ofVoluminous,
  ],
  rules: {
    'fees-barred': { says: 'no fee for copies may be charged', tracks: ['plain'], ...read(act('3(d)'), rules) },
  },
  notes: [
    'A review of a commercial request is only about whether it is commercial (9.5(b)). A request for review is signed and has the request with it.',
    'Later than five more days only by written agreement (3(e)): record it as an extension that was agreed; on a voluminous request at most ten (3.6), not built in. The day to narrow it, ten business days after the answer of the body was sent, is shown as the letter gives it.',
    'Local bodies may keep other holidays than the State.',
    'Changes said to be in force from 2026 (electronic requests, what a business day is) were not confirmed.',
  ],
});
