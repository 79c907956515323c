import { day } from '../plain-date.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, unread, write } from './write.ts';

const rule = citesOf('2 AAC');
const act = citesOf('AS');
const text = 'the text of the regulation, as of October 2024';
const guide = { label: 'Alaska Department of Law, guidance on public records requests' };

/** Alaska: the days are in the regulation of the executive branch; the Act itself sets none. */
export const usAk = write({
  id: 'us-ak',
  name: 'Public Records Act',
  jurisdiction: 'US-AK',
  cites: act('40.25.100 to 40.25.295; 2 AAC 96.100 to 96.900'),
  timeZone: 'America/Anchorage',
  version: {
    from: day('1994-11-06'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: '2 AAC 96 (until January 2006: 6 AAC 96)' },
    confidence: 'medium',
  },
  calendar: 'us-ak',
  receipt: {
    by: 'body',
    onDayOff: 'next-working-day',
    // Guidance says "close of business"; offices close at 16:30 or 17:00, and the earlier hour calls nobody late too soon.
    cutOff: '16:30',
    ...told(guide, 'the guidance: what comes after hours is logged the next working day; the hour itself is ours'),
  },
  terms: { determination: term(10, 'working-day', 'receipt', read(rule('96.325(a)'), `${text}; ${guide.label}`)) },
  tracks: [
    {
      id: 'other-body',
      says: 'to a municipality, a court, the legislature or the railroad, which the regulation does not bind',
      determination: null,
      ...read(rule('96.100(e)'), text),
    },
  ],
  rules: {
    prompt: { says: 'the Act sets no day; the body may have rules of its own', ...read(rule('96.100(e)'), text) },
  },
  extensions: [
    {
      of: ['determination'],
      count: 10,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...read(rule('96.325(d)'), `${text}: notice within the basic ten days, with reasons and the day expected`),
    },
  ],
  tolls: [
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      answers: ['fee-paid', 'fee-answered', 'fee-settled'],
      effect: 'toll',
      stops: 'day-after',
      evenOnLastDay: true,
      stopsExtensions: true,
      ...read(
        rule('96.325(c)'),
        `${text}: any notice of fees, until payment is arranged; of the ten days and of those added`,
      ),
    },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may ask the superior court for an injunction',
      endsWithAnswer: true,
      ...told(act('40.25.125'), 'the section in a copy of the code of 2022; that silence is enough is read into it'),
    },
  ],
  adverseActs: refusals(
    read(rule('96.335(d)'), 'the text in an older copy: a denial tells of the appeal and of the court'),
  ),
  challenges: [
    {
      id: 'appeal',
      name: 'appeal to the head of the agency',
      level: 'agency',
      filing: 'appeal-filing',
      against: [{ of: 'request', when: 'adverse-act' }],
      ...told(rule('96.340'), 'a guide to the law of the States; the section was not read'),
      window: term(
        60,
        'calendar-day',
        'date-of-act',
        unread(rule('96.340'), 'a guide says 60 days and no more; the earlier of the two readings is taken'),
        {
          otherReadings: [
            {
              policy: 'working-days',
              says: 'the sixty days are working days',
              unit: 'working-day',
              cites: { ...rule('96.340'), unverified: true },
            },
          ],
        },
      ),
      metBy: 'sent',
    },
    courtWithoutWindow(
      'suit in the superior court',
      read(act('40.25.124, 40.25.125'), 'the sections in a copy of the code of 2022'),
      [
        { of: 'request', when: 'silence' },
        { of: 'request', when: 'adverse-act' },
        {
          of: 'appeal',
          when: 'adverse-act',
          window: term(
            30,
            'calendar-day',
            'date-of-act',
            unread(
              { label: 'Alaska Appellate Rule 602(a)' },
              'general knowledge; of an injunction there is no last day',
            ),
          ),
        },
      ],
    ),
  ],
  notes: [
    'The regulation binds agencies of the executive branch; municipalities, the courts, the legislature and the railroad follow the Act, which sets no days, and their own rules: choose the track for them.',
    'A request by word of mouth counts as denied after 5 working days, and only a written one helps then (2 AAC 96.310(c)); not built in.',
    'The decision on an appeal is said to be due 10 working days after its record closes (2 AAC 96.345); the section was not read, and that is not built in.',
    'After the decision on an appeal only the appeal to the superior court has a last day, not an injunction (AS 40.25.125).',
  ],
});
