import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const kora = citesOf('K.S.A.');
const text = "the section on the legislature's site, and guidance of the Attorney General";
const remedies = 'summaries of 45-222, 45-223 and 45-251; the text was not read';

/** Kansas. Three business days, and a holiday of any government concerned is none. */
export const usKs = write({
  id: 'us-ks',
  name: 'Kansas Open Records Act',
  jurisdiction: 'US-KS',
  cites: kora('45-215 to 45-223'),
  timeZone: 'America/Chicago',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: kora('45-218') },
  calendar: 'us-ks',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(kora('45-218(d)'), text) },
  terms: { determination: term(3, 'working-day', 'receipt', read(kora('45-218(d)'), text)) },
  extensions: [
    {
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      promise: true,
      noticedBy: ['extended', 'estimated'],
      ...read(
        kora('45-218(d)'),
        `${text}: a detailed explanation with place and earliest time and date; no most is set`,
      ),
    },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may sue in the district court',
      endsWithAnswer: true,
      ...told(kora('45-222'), remedies),
    },
    {
      effect: 'may-complain',
      says: 'one may complain to the Attorney General or the county attorney',
      endsWithAnswer: true,
      ...told(kora('45-222, 45-251'), remedies),
    },
  ],
  adverseActs: refusals(told(kora('45-218, 45-222'), remedies)),
  challenges: [
    {
      id: 'complaint',
      name: 'complaint to the Attorney General or the county attorney',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      window: null,
      metBy: 'sent',
      ...told(kora('45-222, 45-223, 45-251'), remedies),
    },
    courtWithoutWindow('suit in the district court', told(kora('45-222'), remedies)),
  ],
  notes: [
    'A day that Congress, the legislature, the Governor or the town or county concerned makes a holiday does not count (45-217): add the days of a local body to its calendar.',
    'A written statement of the grounds of a denial is owed on request (45-218(d)); by when was not verified, so no day is shown.',
    'An answer without a date is no answer by the text; the practice of the Attorney General is laxer. Record one as a contact if you hold to the text.',
    'Payment may be asked for in advance (45-218(f)); that this stops the period is not said, and not built in.',
  ],
});
