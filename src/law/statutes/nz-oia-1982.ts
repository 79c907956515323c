import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, told, write } from './write.ts';

const url = 'https://www.legislation.govt.nz/act/public/1982/0156/latest/whole.html';
const act = citesOf('Official Information Act 1982', url);
const text = 'the sections on the official site, in full or nearly so, and the amending Act of 2015';

/** New Zealand, central government: twenty working days of the Act's own kind, and an extension without a cap. */
export const nzOia1982 = write({
  id: 'nz-oia-1982',
  name: 'Official Information Act 1982',
  jurisdiction: 'NZ',
  cites: act('(1982 No 156)'),
  timeZone: 'Pacific/Auckland',
  version: {
    from: day('2015-03-26'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'Official Information Amendment Act 2015 (2015 No 29)' },
    confidence: 'medium',
  },
  calendar: 'nz-oia',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(act('s. 15(1)'), text) },
  terms: {
    determination: term(
      20,
      'working-day',
      'receipt',
      read(act('ss. 2(1) "working day", 15(1)'), `${text}; as soon as reasonably practicable, and in any case by then`),
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
      noticeWithin: { count: 20, unit: 'working-day' },
      ...read(
        act('s. 15A'),
        `${text}: a reasonable period, with notice in the first twenty working days; Ombudsman, case note 549341`,
      ),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'restart',
      // Until the answer comes there is no new request, and the old one is due.
      waits: false,
      stops: 'day-after',
      askedWithin: { count: 7, unit: 'working-day' },
      otherReadings: [
        {
          policy: 'clarification-does-not-restart',
          says: 'the body leaves the request as it was, and its twenty days run on',
          effect: 'none',
          cites: act('s. 15(1AA): "may be treated"'),
        },
      ],
      ...read(
        act('s. 15(1AA), (1AB)'),
        `${text}: the body may treat what it asked for within seven working days of receipt as a new request`,
      ),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the failure counts as a refusal, and one may complain to the Ombudsman',
      endsWithAnswer: true,
      ...read(act('s. 28(4)'), text),
    },
  ],
  adverseActs: refusals(read(act('s. 28(1)'), text)),
  challenges: [
    {
      id: 'complaint',
      name: 'complaint to the Ombudsman',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...told(act('s. 28'), `${text}, which set no last day`),
      window: null,
      metBy: 'sent',
    },
  ],
  notes: [
    'The body may treat an answer it asked for in the first seven working days as a new request; it need not. The later day is shown. Until you answer, the first twenty days run on.',
    'What you change of your own accord may be treated as a new request too (s. 15(1AA)): record it as one if the body says so.',
    'A body to which a request is transferred (within ten working days, s. 14) has twenty of its own from its receipt: record it as a request to that body.',
    'The Ombudsman may decline a complaint about what one has known for more than twelve months (Ombudsmen Act 1975, s. 17; not read).',
    'A recommendation becomes a duty from the 21st working day after it is made (s. 32; not read).',
    'Local bodies are under another Act with other days (LGOIMA), which is not written down here.',
  ],
});
