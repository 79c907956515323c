import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const har = citesOf('HAR', 'https://www.law.cornell.edu/regulations/hawaii/Haw-Code-R-SS-2-71-13');
const rules = citesOf('HAR');
const hrs = citesOf('HRS');
const text = 'the text of the rule';

/** Hawaii: a notice in ten business days, or in twenty from receipt (not ten and twenty); the records five days later. */
export const usHi = write({
  id: 'us-hi',
  name: 'Uniform Information Practices Act (Modified)',
  jurisdiction: 'US-HI',
  cites: hrs('ch. 92F; HAR 2-71, 2-73'),
  timeZone: 'Pacific/Honolulu',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: har('2-71-13') },
  calendar: 'us-hi',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(har('2-71-13(a), (b)'), text) },
  terms: { determination: term(10, 'working-day', 'receipt', read(har('2-71-13(b)(1)'), text)) },
  tracks: [
    {
      id: 'personal',
      says: 'for records about oneself',
      determination: term(10, 'working-day', 'receipt', told(hrs('92F-23'), "the State's guide")),
      ...told(hrs('92F-23'), "the State's guide"),
    },
  ],
  extensions: [
    {
      of: ['determination'],
      count: 20,
      unit: 'working-day',
      from: 'start',
      times: 1,
      late: 'void',
      ...read(
        har('2-71-13(c), 2-71-15'),
        `${text}: an acknowledgement within the ten days, and twenty from receipt in all`,
      ),
    },
    {
      tracks: ['personal'],
      of: ['determination'],
      count: 20,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...told(hrs('92F-23'), "the State's guide"),
    },
  ],
  tolls: [
    {
      id: 'abandonment',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid', 'fee-answered', 'fee-settled', 'narrowed'],
      effect: 'none',
      stops: 'day-after',
      lapses: term(20, 'working-day', 'asking', unread(rules('2-71-16'), 'general knowledge')),
      ...unread(rules('2-71-16'), 'general knowledge: who leaves the notice unanswered is presumed to give up'),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may appeal to the Office of Information Practices as if it were a denial',
      endsWithAnswer: true,
      ...read(rules('2-73-12(a)(1)(C)'), `${text}, as of November 2024`),
    },
  ],
  adverseActs: refusals(read(rules('2-73-12(a)(1)'), `${text}, as of November 2024`)),
  challenges: [
    {
      id: 'appeal',
      name: 'appeal to the Office of Information Practices',
      level: 'oversight',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(rules('2-73-12(a)(1)'), `${text}, as of November 2024`),
      window: term(1, 'year', 'notice-of-act', read(rules('2-73-12(a)(1)'), `${text}, as of November 2024`)),
      metBy: 'sent',
    },
    {
      id: 'court',
      name: 'suit in the circuit court',
      level: 'court',
      filing: 'suit-filing',
      against: [{ of: 'request', when: 'adverse-act' }],
      ...told(hrs('92F-15'), 'general accounts: no appeal is needed first'),
      window: term(2, 'year', 'date-of-act', unread(hrs('92F-15(a)'), 'general knowledge')),
      metBy: 'sent',
    },
  ],
  duties: [
    {
      kind: 'production',
      owedBy: 'agency',
      what: 'to disclose what the notice grants',
      opensWith: ['determined'],
      outcomes: ['granted', 'partly-granted'],
      ...term(5, 'working-day', 'date-of-act', read(har('2-71-13(b)(2)'), text)),
      metBy: ['released', 'interim-release'],
      // With a prepayment the days run from its receipt.
      notWhileUnpaid: true,
      endedBy: ['fee-estimated', 'fee-paid'],
    },
    {
      kind: 'production',
      owedBy: 'agency',
      what: 'to disclose, once the prepayment has come',
      opensWith: ['fee-paid'],
      ...term(5, 'working-day', 'date-of-act', read(har('2-71-13(b)(2), 2-71-19'), text)),
      // A bill paid after the records came asks for nothing more.
      notAfter: ['released', 'interim-release'],
      metBy: ['released', 'interim-release'],
    },
  ],
  notes: [
    'Furlough days are no business days (notice of the Office of Information Practices): enter them as days off.',
    'Large records may come in parts (2-71-15); the first part meets the five days, the times of the others are not built in.',
    'Records that are wholly public are themselves owed in ten business days (2-71-13(a)).',
    'A request whose notice goes unanswered may count as abandoned after 20 business days (2-71-16, not read): shown where a prepayment is asked for.',
    'A request to the wrong unit is to be sent on to the head of the department (2-71-13(d)).',
  ],
});
