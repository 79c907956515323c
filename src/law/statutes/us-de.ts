import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const code = citesOf('29 Del. C.');
const opinions = 'opinions of the Attorney General that restate it (20-IB15, 20-IB33, 22-IB38, 25-IB62)';
const known = 'general knowledge; no opinion that states it was found';

/** Delaware: an extension has no length in the law. The estimate of the body itself becomes the day. */
export const usDe = write({
  id: 'us-de',
  name: 'Freedom of Information Act',
  jurisdiction: 'US-DE',
  cites: code('10001 to 10007'),
  timeZone: 'America/New_York',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: code('10003(h)') },
  calendar: 'us-de',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(code('10003(h)(1)'), opinions) },
  terms: { determination: term(15, 'working-day', 'receipt', read(code('10003(h)(1)'), opinions)) },
  extensions: [
    {
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      noticedBy: ['extended', 'estimated'],
      ...read(code('10003(h)(1)'), `${opinions}: a reason, and an estimate in good faith, within the fifteen days`),
    },
  ],
  tolls: [
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'asks-answer',
      answers: ['fee-answered', 'fee-paid'],
      effect: 'toll',
      stops: 'day-after',
      evenOnLastDay: true,
      ...unread(code('10003(m)'), 'general knowledge: an estimate is sent and accepted first'),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may petition the Attorney General',
      endsWithAnswer: true,
      ...read(code('10005(e)'), opinions),
    },
  ],
  adverseActs: refusals(told(code('10005'), opinions)),
  challenges: [
    {
      id: 'petition',
      name: 'petition to the Attorney General',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...told(code('10005(e)'), opinions),
      window: term(60, 'calendar-day', 'date-of-act', unread(code('10005(e)'), known), {
        otherReadings: [
          {
            policy: 'six-months',
            says: 'the petition may come within six months',
            count: 6,
            unit: 'month',
            cites: { label: 'a letter of the Attorney General of 1999 on 29 Del. C. 10005(a)' },
          },
        ],
      }),
      metBy: 'sent',
      decision: {
        kind: 'complaint-decision',
        ...term(
          20,
          'calendar-day',
          'receipt-of-appeal',
          told(code('10005(e)'), 'the bill of 2010 (SB 283, signed), for bodies that the Attorney General represents'),
        ),
        // A petition of 17 November 2020 was decided on 18 December.
        expected: true,
      },
    },
    {
      id: 'court',
      name: 'suit in the Court of Chancery or the Superior Court',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'petition', when: 'adverse-act' },
      ],
      ...told(code('10005(b), (e)'), 'guides to the Act'),
      window: term(
        60,
        'calendar-day',
        'date-of-act',
        unread(code('10005(b), (e)'), 'guides give sixty days; the text was not read'),
      ),
      metBy: 'sent',
    },
  ],
  notes: [
    'Citizens of Delaware; in practice others are answered too.',
    'An acknowledgement that repeats the law is no answer (25-IB62). Lengthening again and again was accepted (22-IB38).',
    'That the fifteen days wait for an answer about fees was not verified: after such a letter count the sixty days to petition from the fifteenth business day all the same, to be safe.',
    'A text in circulation that adds ten working days and a denial by silence is not the law.',
    'The fifteen days stood still by decree in the emergency of 2020 and 2021; the days were not read and are not built in.',
  ],
});
