import { day } from '../plain-date.ts';
import { citesOf, length, read, refusals, term, told, unread, write } from './write.ts';

const eir = citesOf('EIR 2004', 'https://www.legislation.gov.uk/uksi/2004/3391');
const ico = 'guidance of the Information Commissioner, which states the rule; the regulation was not read';
const general = 'general knowledge; the regulation was not read';
const page = { label: "ICO, 'Official information' complaints page", url: 'https://ico.org.uk/make-a-complaint/' };

/** Environmental information in England, Wales, Northern Ireland and bodies of the whole kingdom. */
export const ukEir2004 = write({
  id: 'uk-eir-2004',
  name: 'Environmental Information Regulations 2004',
  jurisdiction: 'GB',
  cites: eir('(SI 2004/3391)'),
  timeZone: 'Europe/London',
  version: {
    from: day('2005-01-01'),
    to: null,
    appliesTo: 'received-from',
    cites: { ...eir('reg. 1'), unverified: true },
  },
  calendar: 'gb',
  receipt: { by: 'body', onDayOff: 'that-day', ...told(eir('reg. 5(2)'), ico) },
  terms: { determination: term(20, 'working-day', 'receipt', read(eir('regs 5(2), 14(2)'), ico)) },
  extensions: [
    {
      of: ['determination'],
      count: 40,
      unit: 'working-day',
      // "40" stands in the place of "20": it counts from receipt.
      from: 'start',
      times: 1,
      late: 'void',
      otherReadings: [
        {
          policy: 'own-day-does-not-shorten',
          says: 'an earlier day that the authority names does not bind it: forty stands in the place of twenty',
          ownDay: 'no-limit',
          cites: eir('reg. 7(1)'),
        },
      ],
      ...read(eir('reg. 7(1), (3)'), `${ico}; that the notice must come within 20 working days says a council's page`),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'restart',
      stops: 'day-after',
      askedWithin: length(20, 'working-day'),
      ...unread(eir('reg. 9(2), (4)'), general),
    },
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid'],
      effect: 'toll',
      stops: 'same-day',
      askedWithin: length(20, 'working-day'),
      lapses: term(60, 'working-day', 'asking', unread(eir('reg. 8(5)'), general)),
      ...unread(eir('reg. 8(3) to (7)'), general),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may ask for reconsideration, and then complain to the Information Commissioner',
      endsWithAnswer: true,
      ...told(eir('regs 11(1), 18'), ico),
    },
  ],
  adverseActs: refusals(told(eir('regs 11, 14'), ico)),
  challenges: [
    {
      id: 'review',
      name: 'reconsideration',
      level: 'agency',
      filing: 'review-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...told(eir('reg. 11'), ico),
      window: term(40, 'working-day', 'date-of-act', unread(eir('reg. 11(2)'), general)),
      metBy: 'sent',
      decision: {
        kind: 'review-decision',
        ...term(
          40,
          'working-day',
          'receipt-of-appeal',
          read(eir('reg. 11(3), (4)'), "a page of the ICO: 'legal requirement ... within 40 working days'"),
        ),
        silence: {
          effect: 'may-complain',
          says: 'one may complain to the Information Commissioner',
          endsWithAnswer: false,
          ...told(eir('reg. 18; FOIA 2000 s. 50'), ico),
        },
      },
    },
    {
      id: 'complaint',
      name: 'complaint to the Information Commissioner',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'review', when: 'adverse-act' },
        { of: 'review', when: 'silence' },
      ],
      ...told(eir('reg. 18; FOIA 2000 s. 50'), 'guidance of the ICO'),
      window: term(
        42,
        'calendar-day',
        'notice-of-act',
        told(page, 'the page of the ICO: within six weeks; the Act says "undue delay"'),
      ),
      // Silence leaves nothing from which the six weeks could be counted.
      windowAfterSilence: null,
      metBy: 'sent',
    },
    {
      id: 'tribunal',
      name: 'appeal to the First-tier Tribunal',
      level: 'court',
      filing: 'appeal-filing',
      against: [{ of: 'complaint', when: 'adverse-act' }],
      ...told(eir('reg. 18; FOIA 2000 s. 57'), 'guidance'),
      window: term(
        28,
        'calendar-day',
        'date-of-act',
        told(
          {
            label:
              'Tribunal Procedure (FtT) (GRC) Rules 2009, r. 22; GOV.UK, appeal against the Information Commissioner',
            url: 'https://www.gov.uk/guidance/information-rights-appeal-against-the-commissioners-decision',
          },
          'the page of GOV.UK: 28 days after the Commissioner sends the decision; the rule itself was not read',
        ),
      ),
      metBy: 'received',
    },
  ],
  notes: [
    'Only a request that is complex and voluminous is extended; weighing the public interest gives no more time here.',
    'A request may be made by word of mouth.',
    'Scotland has regulations of its own (SSI 2004/520), which are not built in.',
  ],
});
