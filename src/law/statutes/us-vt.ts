import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, told, write } from './write.ts';

const pra = citesOf('1 V.S.A.', 'https://legislature.vermont.gov/statutes/section/01/005/00318');
const text = 'the section in an official edition of November 2022';

/** Vermont. Three days; an extension is a ceiling from receipt, and a reversal opens three days more. */
export const usVt = write({
  id: 'us-vt',
  name: 'Public Records Act',
  jurisdiction: 'US-VT',
  cites: pra('315 to 320'),
  timeZone: 'America/New_York',
  version: {
    from: day('2019-07-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: '1 V.S.A. 318, as amended in 2019', unverified: true },
    confidence: 'low',
  },
  calendar: 'us-vt',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(pra('318(a)(1)(A)'), text) },
  terms: { determination: term(3, 'working-day', 'receipt', read(pra('318(a)(1)(A), (b)'), text)) },
  extensions: [
    {
      ground: 'in-use',
      of: ['determination'],
      count: 7,
      unit: 'calendar-day',
      from: 'start',
      times: 1,
      late: 'void',
      ...read(pra('318(b)(1)'), `${text}: in active use or storage, within one calendar week of the request`),
    },
    {
      of: ['determination'],
      count: 10,
      unit: 'working-day',
      from: 'start',
      times: 1,
      late: 'void',
      ...read(
        pra('318(b)(5)'),
        `${text}: in all, from receipt; that the notice must come within the limit is inferred`,
      ),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the custodian is deemed to have denied the request',
      endsWithAnswer: true,
      ...read(pra('318(a)(2)'), text),
    },
  ],
  adverseActs: refusals(read(pra('318(c)(1)'), text)),
  challenges: [
    {
      id: 'appeal',
      name: 'appeal to the head of the agency',
      level: 'agency',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(pra('318(c)(1)'), `${text}: no last day is set`),
      window: null,
      metBy: 'sent',
      decision: {
        kind: 'appeal-decision',
        ...term(5, 'working-day', 'receipt-of-appeal', read(pra('318(c)(1)'), text)),
        silence: {
          effect: 'deemed-denied',
          says: 'the head of the agency is deemed to have denied the appeal',
          endsWithAnswer: true,
          ...read(pra('318(a)(2)'), text),
        },
      },
    },
    {
      id: 'court',
      name: 'action in the Superior Court, Civil Division',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'appeal', when: 'adverse-act' },
        { of: 'appeal', when: 'silence' },
      ],
      window: null,
      metBy: 'sent',
      ...told(pra('319(a)'), `${text}: one aggrieved by the denial; that the appeal comes first is the usual reading`),
    },
  ],
  duties: [
    {
      kind: 'production',
      owedBy: 'agency',
      what: 'to produce what the decision on the appeal grants',
      opensWith: ['appeal-decided'],
      appealOutcomes: ['reversed', 'partly-reversed'],
      metBy: ['released', 'interim-release', 'determined'],
      ...term(3, 'working-day', 'date-of-act', read(pra('318(a)(1)(B), (c)(3)'), text), {
        otherReadings: [
          {
            policy: 'extended',
            says: 'ten working days, if the agency has given notice of unusual circumstances',
            count: 10,
            cites: pra('318(b)(5)'),
          },
        ],
      }),
    },
  ],
  notes: [
    'The holidays are those of State offices (371); what towns keep must be entered for them.',
    'The custodian may ask to narrow a request (318(d)); that stops nothing.',
  ],
});
