import { day } from '../plain-date.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, write } from './write.ts';

const ars = citesOf('A.R.S.');
const chapter = {
  label: 'A.R.S. 39-171(B); Laws 2022, ch. 142',
  url: 'https://www.azleg.gov/legtext/55leg/2r/laws/0142.htm',
};
const enacted = 'the text of the session law';
const quoted = 'the section as bills and a guide to open government quote it';

/** Arizona: an acknowledgement in five days, and everything after that "promptly". */
export const usAz = write({
  id: 'us-az',
  name: 'Public Records Law',
  jurisdiction: 'US-AZ',
  cites: ars('39-121 to 39-128, 39-171'),
  timeZone: 'America/Phoenix',
  version: {
    from: day('2022-09-24'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'Laws 2022, ch. 142; the general effective date of that session' },
    confidence: 'medium',
  },
  calendar: 'us-az',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(chapter, enacted) },
  terms: {},
  adverseActs: refusals(read(ars('39-121.02(A)'), 'a summary of the law by the research staff of the senate')),
  challenges: [
    courtWithoutWindow(
      'special action in the superior court',
      read(ars('39-121.02(A)'), 'a summary of the law by the research staff of the senate'),
    ),
  ],
  duties: [
    {
      kind: 'acknowledgement',
      owedBy: 'agency',
      what: 'to acknowledge the request',
      ...term(5, 'working-day', 'receipt', read(chapter, enacted)),
      notByChannel: ['portal'],
      metBy: [
        'acknowledged',
        'determined',
        'interim-release',
        'released',
        'clarification-requested',
        'fee-estimated',
        'estimated',
        'extended',
        'closed-by-agency',
      ],
    },
  ],
  rules: {
    prompt: {
      says: 'records are to be furnished promptly: at once or without delay, as the case allows; if the custodian does not answer promptly, access counts as denied',
      ...read(ars('39-121.01(D)(1), (E)'), quoted),
    },
  },
  notes: [
    'No acknowledgement is owed where the request went through a central portal that gives a receipt: none is shown for a request filed by portal.',
    'No day is set for the answer, so nobody can be said to be late with it.',
    'Copies for a commercial purpose need a verified statement of it (39-121.03).',
    'Offices of the Navajo Nation keep the time of Denver.',
    'Bills of 2026 that would set 15 working days were not followed to their end.',
  ],
});
