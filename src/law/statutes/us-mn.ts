import { citesOf, courtWithoutWindow, read, refusals, term, told, unread, write } from './write.ts';

const dpa = citesOf('Minn. Stat.');
const text = "the Revisor's text of 2005 and a commercial copy of today";
const secondary =
  "the House Research Department's overview (2010) and others that agree; of the subdivision only the beginning was read";
const rollCites = dpa('645.15');

/** Minnesota. Ten days for what is about oneself, none for the rest of the same letter. */
export const usMn = write({
  id: 'us-mn',
  name: 'Minnesota Government Data Practices Act',
  jurisdiction: 'US-MN',
  cites: dpa('13.01 to 13.90'),
  timeZone: 'America/Chicago',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: dpa('13.03, 13.04') },
  calendar: 'us-mn',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(dpa('13.04 subd. 3'), `${secondary}; receipt is the cautious reading of "the date of the request"`),
  },
  terms: {},
  tracks: [
    {
      id: 'data-subject',
      says: 'for data about oneself',
      determination: term(10, 'working-day', 'receipt', told(dpa('13.04 subd. 3'), secondary), {
        otherReadings: [
          {
            policy: 'from-sending',
            says: 'the ten days run from the date of the request',
            from: 'sending',
            cites: dpa('13.04 subd. 3: "of the date of the request"'),
          },
        ],
      }),
      ...told(dpa('13.04 subd. 3'), secondary),
    },
  ],
  extensions: [
    {
      of: ['appeal-decision'],
      count: 30,
      unit: 'calendar-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...unread(dpa('13.072 subd. 1'), 'general knowledge'),
    },
  ],
  adverseActs: refusals(read(dpa('13.03'), text)),
  challenges: [
    {
      id: 'opinion',
      name: 'opinion of the Commissioner of Administration',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      window: null,
      metBy: 'sent',
      ...unread(dpa('13.072'), 'general knowledge'),
      decision: {
        kind: 'complaint-decision',
        ...term(20, 'calendar-day', 'receipt-of-appeal', unread(dpa('13.072 subd. 1'), 'general knowledge'), {
          roll: 'next-working-day',
          rollCites,
        }),
      },
    },
    courtWithoutWindow(
      'suit in the district court',
      unread(dpa('13.08'), 'general knowledge; the general limit of six years was not verified'),
      [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
        { of: 'opinion', when: 'adverse-act' },
      ],
    ),
  ],
  rules: {
    prompt: {
      says: 'data is to be given in an appropriate and prompt manner; no day is set',
      ...read(dpa('13.03 subd. 2(a)'), text),
    },
  },
  notes: [
    'The written access procedures of a body may set days of their own: enter them per agency.',
    'A complaint to the Office of Administrative Hearings within two years (13.085) was not verified, and is not built in.',
    'Courts, the legislature and local bodies choose between Columbus Day and the day after Thanksgiving.',
    'The day on which these terms came into force was not read.',
  ],
});
