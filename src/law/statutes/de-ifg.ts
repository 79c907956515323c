import type { Statute } from '../statute.ts';
import { germanNotes, objectionThenCourt, suitOverDelay } from './de-ifg-challenges.ts';
import { fourDays, rollsOff, sinceFourDays, untilThreeDays } from './de-ifg-notice.ts';
import { citesOf, read, refusals, term, unread, write } from './write.ts';

const ifg = citesOf('IFG', 'https://www.gesetze-im-internet.de/ifg/');
const text = 'the text of the Act, as it stood in 2022';

const today = write({
  id: 'de-ifg',
  name: 'Informationsfreiheitsgesetz (Federation)',
  jurisdiction: 'DE',
  cites: ifg('§§ 1 to 12'),
  timeZone: 'Europe/Berlin',
  version: sinceFourDays,
  calendar: 'de',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(ifg('§ 7(1); BGB § 187(1)'), `${text}: the authority that may dispose of the information`),
  },
  presumedNotice: fourDays,
  terms: {
    determination: term(1, 'month', 'receipt', read(ifg('§ 7(5) S. 2 ("soll": it should)'), text), rollsOff),
  },
  tracks: [
    {
      id: 'third-party',
      says: 'where somebody else must be heard first (§ 8): the month does not bind',
      determination: null,
      ...read(ifg('§§ 7(5) S. 3, 8, 9(1)'), text),
    },
  ],
  extensions: [
    {
      ground: 'third',
      of: ['determination'],
      count: null,
      unit: 'calendar-day',
      from: 'due-date',
      times: null,
      late: 'good',
      ...read(
        ifg('§§ 7(5) S. 3, 8'),
        `${text}: the month leaves the hearing of others untouched, and no day takes its place`,
      ),
    },
  ],
  silence: [suitOverDelay],
  adverseActs: refusals(read(ifg('§ 9(1), (4)'), text)),
  challenges: [
    ...objectionThenCourt(ifg('§ 9(4)'), text),
    {
      id: 'commissioner',
      name: 'complaint to the Federal Commissioner (BfDI)',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...unread(ifg('§ 12'), 'general knowledge: at any time; it stops no other term'),
      window: null,
      metBy: 'sent',
    },
  ],
  rules: {
    prompt: {
      says: 'access must be given without delay',
      ...unread(ifg('§ 7(5) S. 1'), 'general knowledge'),
    },
  },
  notes: [
    'Binds federal authorities only. The Länder have laws of their own, or none.',
    'The month is a "should": when it has passed the authority is late, and nothing follows from that alone.',
    'The Act knows neither extensions nor pauses: a letter that asks for more time is no more than an estimate.',
    'Somebody else who must be heard has a month to answer. Access is given once the decision is final for that person, or two weeks after its immediate execution was ordered (§ 8). Put such a request on the track, or record the letter as an extension for a third party.',
    ...germanNotes,
  ],
});

/** Germany, the Federation. A month that should be kept, and letters that arrive by presumption. */
export const deIfg: Statute = {
  ...today,
  earlier: [untilThreeDays(today, '2006-01-01', ifg('§ 15'))],
};
