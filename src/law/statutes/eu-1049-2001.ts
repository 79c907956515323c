import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const url = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32001R1049';
const regulation = citesOf('Regulation (EC) No 1049/2001', url);
const text = 'the text of articles 6 to 8, in a public copy of the Official Journal text';
const remembered = 'general knowledge';

const registration = { label: 'presumed: the period runs from registration, and no day of registration is on record' };

/** Access to documents of the European institutions: registration starts the clock, and a second silence is a refusal. */
export const eu10492001 = write({
  id: 'eu-1049-2001',
  name: 'Regulation (EC) No 1049/2001',
  jurisdiction: 'EU',
  cites: regulation('(OJ L 145, 31.5.2001, p. 43)'),
  timeZone: 'Europe/Brussels',
  version: { from: day('2001-12-03'), to: null, appliesTo: 'filed-from', cites: regulation('Art. 19') },
  calendar: 'eu-institutions',
  receipt: { by: 'body', onDayOff: 'next-working-day', word: 'registered', ...read(regulation('Art. 7(1)'), text) },
  // Never "the day sent": that an application was registered is the institution's act, and only its letter shows the day.
  presumedArrival: {
    after: { email: 1, portal: 1, fax: 1, hand: 1, phone: 1, mail: 6, unknown: 6 },
    cites: registration,
    source: 'a cautious convention of this program, not a rule of law',
    confidence: 'low',
    checkedOn: day('2026-11-24'),
  },
  terms: { determination: term(15, 'working-day', 'receipt', read(regulation('Art. 7(1)'), text)) },
  extensions: [
    {
      of: ['determination'],
      count: 15,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...read(regulation('Art. 7(3)'), `${text}: in exceptional cases, and told in advance with reasons`),
    },
    {
      of: ['appeal-decision'],
      count: 15,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...read(regulation('Art. 8(2)'), `${text}: in exceptional cases, and told in advance with reasons`),
    },
  ],
  tolls: [
    {
      // The text gives no pause; the practice does, so while it waits nobody is said to be late.
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'restart',
      stops: 'day-after',
      otherReadings: [
        {
          policy: 'clarification-stops-nothing',
          says: 'a request for clarification stops nothing: Article 6(2) gives no pause',
          effect: 'none',
          cites: regulation('Art. 6(2), 7(1)'),
        },
      ],
      ...unread(regulation('Art. 6(2)'), `${remembered}: by the practice of the institutions the period waits for it`),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may make a confirmatory application',
      endsWithAnswer: true,
      ...read(regulation('Art. 7(4)'), `${text}: the first silence is no refusal, it only opens the second stage`),
    },
  ],
  adverseActs: refusals(read(regulation('Art. 7(1), 7(2)'), text)),
  challenges: [
    {
      id: 'confirmatory',
      name: 'confirmatory application',
      level: 'agency',
      filing: 'review-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(regulation('Art. 7(2), 7(4)'), text),
      window: term(
        15,
        'working-day',
        'notice-of-act',
        read(regulation('Art. 7(2)'), `${text}: within fifteen working days of receiving the reply`),
      ),
      // Article 7(4) sets no last day.
      windowAfterSilence: null,
      metBy: 'sent',
      decision: {
        kind: 'review-decision',
        ...term(15, 'working-day', 'receipt-of-appeal', read(regulation('Art. 8(1)'), `${text}: from registration`)),
        silence: {
          effect: 'deemed-denied',
          says: 'the silence counts as a negative reply, and the time to go to court runs',
          endsWithAnswer: true,
          ...read(
            regulation('Art. 8(3)'),
            `${text}; that a later promise to answer stops nothing: General Court, T-278/11 ClientEarth, headnote`,
          ),
        },
      },
    },
    {
      id: 'ombudsman',
      name: 'complaint to the European Ombudsman',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'confirmatory', when: 'adverse-act' },
        { of: 'confirmatory', when: 'silence' },
      ],
      ...read(regulation('Art. 8(1), 8(3)'), text),
      window: term(2, 'year', 'notice-of-act', unread({ label: 'Statute of the Ombudsman, Art. 2(3)' }, remembered)),
      metBy: 'sent',
    },
    {
      id: 'court',
      name: 'action before the General Court',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'confirmatory', when: 'adverse-act' },
        { of: 'confirmatory', when: 'silence' },
      ],
      ...read(regulation('Art. 8(1), 8(3)'), text),
      window: term(
        2,
        'month',
        'notice-of-act',
        told(
          { label: 'TFEU Art. 263(6)' },
          'headnotes of the Court: two months, from the expiry if silence is attacked',
        ),
        {
          otherReadings: [
            {
              policy: 'last-day-off-moves',
              says: 'a last day on a weekend or an official holiday of the Court moves to the next working day',
              roll: 'next-working-day',
              cites: { label: 'Rules of Procedure of the General Court, Art. 58(2)', unverified: true },
            },
          ],
        },
      ),
      metBy: 'received',
    },
  ],
  notes: [
    'A request for clarification is read as the institutions read it: the fifteen days begin with the answer. The text gives no pause; that reading is shown beside it.',
    'Each institution publishes its own days off: enter the closing days of the one you ask.',
    'Ten days on account of distance are added to the two months (Rules of Procedure of the General Court, Art. 60; not read); they are not counted here, so the day shown is the earlier one.',
    'An institution that registers days after an application arrived leaves the count from arrival open to argument.',
    'Requests under the Aarhus Regulation (EC) No 1367/2006 run on the same terms.',
  ],
});
