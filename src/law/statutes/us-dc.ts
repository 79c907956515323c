import { citesOf, read, refusals, term, told, write } from './write.ts';

const foia = citesOf('D.C. Code', 'https://code.dccouncil.gov/us/dc/council/code/sections/2-532');
const text = "the code in the Council's own files of 30 June 2026";

/** The District of Columbia. A deemed denial opens the court at once, and an appeal to the Mayor beside it. */
export const usDc = write({
  id: 'us-dc',
  name: 'Freedom of Information Act of the District of Columbia',
  jurisdiction: 'US-DC',
  cites: foia('2-531 to 2-540'),
  timeZone: 'America/New_York',
  version: {
    from: null,
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'D.C. Law 21-83 (2016): its day was not looked up', unverified: true },
  },
  calendar: 'us-dc',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(foia('2-532(c)(1)'), text) },
  terms: { determination: term(15, 'working-day', 'receipt', read(foia('2-532(c)(1)'), text)) },
  tracks: [
    {
      id: 'body-worn-camera',
      says: 'for recordings of body-worn cameras, to the Metropolitan Police',
      determination: term(25, 'working-day', 'receipt', read(foia('2-532(c)(2)'), text)),
      ...read(foia('2-532(c)(2)'), text),
    },
  ],
  extensions: [
    {
      tracks: ['body-worn-camera'],
      of: ['determination'],
      count: 15,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...told(foia('2-532(d)(1), (2)'), `${text}; that the notice must come within the time is inferred`),
    },
    {
      of: ['determination'],
      count: 10,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...told(foia('2-532(d)(1)'), `${text}; that the notice must come within the time is inferred`),
    },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may sue, since the remedies count as exhausted',
      endsWithAnswer: true,
      ...read(foia('2-532(e)'), text),
    },
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied, and one may also petition the Mayor',
      endsWithAnswer: true,
      ...read(foia('2-532(e)'), text),
    },
  ],
  adverseActs: refusals(read(foia('2-537(a)'), text)),
  challenges: [
    {
      id: 'appeal',
      name: 'petition to the Mayor',
      level: 'agency',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(foia('2-537(a)'), `${text}: no last day is set`),
      window: null,
      metBy: 'sent',
      decision: {
        kind: 'appeal-decision',
        ...term(
          10,
          'working-day',
          'receipt-of-appeal',
          read(foia('2-537(a)'), `${text}: from "the submission of the petition", read as its arrival`),
          {
            otherReadings: [
              {
                policy: 'from-sending-of-the-petition',
                says: 'the ten days run from the day on which the petition is sent',
                from: 'sending-of-appeal',
                cites: foia('2-537(a): "submission"'),
              },
            ],
          },
        ),
        silence: {
          effect: 'may-sue',
          says: 'one may sue',
          endsWithAnswer: true,
          ...read(foia('2-537(a)(1)'), text),
        },
      },
    },
    {
      id: 'court',
      name: 'action in the Superior Court',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'request', when: 'silence' },
        { of: 'appeal', when: 'adverse-act' },
        { of: 'appeal', when: 'silence' },
      ],
      window: null,
      metBy: 'sent',
      ...read(foia('2-537(a)(1), (2)'), `${text}: no last day is set`),
    },
  ],
  notes: [
    'Refusals of the Council and of the Attorney General go to court at once, without the Mayor (2-537(a-1), (a-2)).',
    'The agency answers a petition within five working days of its copy (1 DCMR 412.5); the requester does not see when that came.',
    'The Attorney General closes a request that is not made clear within 60 days (1 DCMR 1302.6); enter that as a rule of that office.',
    'A general limit of three years may apply to suits (12-301(8)). Not read.',
  ],
});
