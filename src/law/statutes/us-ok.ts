import { day } from '../plain-date.ts';
import type { Statute } from '../statute.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const os = citesOf('51 O.S.');
const counselor = 'the text of the section on a site of statutes; summaries of H.B. 2163 (2025)';

const court = courtWithoutWindow(
  'civil suit',
  read(os('24A.17(B)'), 'the section as a county reprints it: for records requested and denied before the suit'),
  [
    { of: 'request', when: 'adverse-act' },
    // An unreasonable delay can be sued over too; no day says from when.
    { of: 'request', when: 'silence' },
  ],
);

const inForce = write({
  id: 'us-ok',
  name: 'Open Records Act',
  jurisdiction: 'US-OK',
  cites: os('24A.1 to 24A.40'),
  timeZone: 'America/Chicago',
  version: {
    from: day('2025-06-01'),
    to: null,
    appliesTo: 'pending-too',
    cites: { label: 'H.B. 2163 (2025), in force on approval; the day itself was not read', unverified: true },
    confidence: 'low',
  },
  calendar: 'us-ok',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(os('24A.5'), 'an earlier reading of the section, and others who describe it'),
  },
  terms: {},
  rules: {
    prompt: {
      says: 'prompt, reasonable access is owed; no day is set',
      ...read(os('24A.5'), 'an earlier reading of the section'),
    },
  },
  adverseActs: refusals(read(os('24A.17(B), 24A.40(B)'), counselor)),
  challenges: [
    {
      id: 'complaint',
      name: 'request for review by the Public Access Counselor',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [{ of: 'request', when: 'adverse-act' }],
      ...read(os('24A.40(B)'), counselor),
      window: term(30, 'calendar-day', 'date-of-act', read(os('24A.40(B)'), counselor), {
        otherReadings: [
          {
            policy: 'last-day-moves',
            says: 'a last day on which the office is closed moves to the next day it is open',
            roll: 'next-working-day',
            cites: { label: '25 O.S. 82.1', unverified: true },
          },
        ],
      }),
      metBy: 'received',
    },
    court,
  ],
  duties: [
    {
      kind: 'transfer',
      owedBy: 'agency',
      what: 'for the Counselor to send the request for review to the body, unless it is unfounded',
      opensWith: ['appealed'],
      metBy: ['appeal-received'],
      // The Counselor's, not the body's: nobody is told to be late for it.
      expected: true,
      ...term(7, 'working-day', 'receipt-of-appeal', read(os('24A.40(F)'), counselor)),
    },
  ],
  notes: [
    'A request that is not answered promptly may be brought to the Public Access Counselor at any time (24A.40(D)); no day is set.',
    'The Counselor does not hear commercial requests, except on whether they are commercial (24A.40(C), (E)), nor anything about the Legislature.',
    'From which day the review exists was not read: it is taken to be open for denials since 1 June 2025.',
    'Sixty days for the Counselor’s opinion stand in summaries of one version of the bill; not built in.',
    'A notice of ten business days before a suit is told in some guides; it was not found in the text read.',
    '24A.5, 24A.17 and 24A.40(G) and on were not read in a current official copy.',
  ],
});

const until2025: Statute = {
  ...inForce,
  version: { from: null, to: day('2025-05-31'), appliesTo: 'filed-from', cites: os('24A.17 before 24A.40') },
  challenges: [court],
  duties: [],
};

/** Oklahoma. No day binds the agency; since 2025 a denial can be brought to the Public Access Counselor. */
export const usOk: Statute = { ...inForce, earlier: [until2025] };
