import { citesOf, courtWithoutWindow, refusals, term, told, write } from './write.ts';

const act = citesOf('Miss. Code');
const edition =
  'the official code as of 1 July 2019, the State Auditor on the amendment of 2010 and a rule of a port authority; the text of today was not read';
const bills = 'bills of 2014 that recite the section; the text in force was not read';

/** Mississippi. One, seven or fourteen days, and fourteen is a total. */
export const usMs = write({
  id: 'us-ms',
  name: 'Mississippi Public Records Act of 1983',
  jurisdiction: 'US-MS',
  cites: act('25-61-1 to 25-61-19'),
  timeZone: 'America/Chicago',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: { label: '2019 Miss. Laws ch. 369, 443' } },
  calendar: 'us-ms',
  receipt: { by: 'body', onDayOff: 'that-day', ...told(act('25-61-5(1)'), edition) },
  terms: { determination: term(7, 'working-day', 'receipt', told(act('25-61-5(1)(a)'), edition)) },
  tracks: [
    {
      id: 'no-procedures',
      says: 'to a body that has adopted no written procedures',
      determination: term(1, 'working-day', 'receipt', told(act('25-61-5(1)(a)'), edition), {
        otherReadings: [
          {
            policy: 'from-sending',
            says: 'the day runs from the day on which the request was made',
            from: 'sending',
            cites: act('25-61-5(1)(a): "after a written request … is made"'),
          },
        ],
      }),
      ...told(act('25-61-5(1)(a)'), edition),
    },
  ],
  extensions: [
    {
      of: ['determination'],
      count: 14,
      unit: 'working-day',
      from: 'start',
      times: 1,
      late: 'void',
      ...told(act('25-61-5(1)(b)'), `${edition}; a written explanation by the seventh day`),
    },
    {
      ground: 'agree',
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'good',
      ...told(act('25-61-5(1)(b)'), `${edition}; "mutual agreement"`),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may complain to the Ethics Commission',
      endsWithAnswer: true,
      ...told(act('25-61-13'), bills),
    },
  ],
  adverseActs: refusals(told(act('25-61-5(3), 25-61-13'), edition)),
  challenges: [
    {
      id: 'complaint',
      name: 'complaint to the Ethics Commission',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      window: null,
      metBy: 'sent',
      ...told(act('25-61-13'), bills),
    },
    courtWithoutWindow('suit in the chancery court', told(act('25-61-13'), bills), [
      { of: 'request', when: 'silence' },
      { of: 'request', when: 'adverse-act' },
      { of: 'complaint', when: 'adverse-act' },
    ]),
  ],
  notes: [
    'A body may set fewer than seven days in its written procedures: enter them per agency.',
    'Sealed proposals under negotiation have times of their own (25-61-5(1)(b)), not built in.',
    'The Ethics Commission forwards a complaint to the body, which has 14 days to answer; not verified, and not built in.',
    'Fees are collected in advance (25-61-7); that this stops the days is not said, and not built in.',
    'Offices often close by proclamation, as on the Friday before 4 July: add such days per agency.',
    'A repeal date of 1 July 2021 stood in the text that was read. A bill of 2026 (HB 1482) amends the section as one in force.',
  ],
});
