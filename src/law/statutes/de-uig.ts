import type { Statute } from '../statute.ts';
import { germanNotes, objectionThenCourt, suitOverDelay } from './de-ifg-challenges.ts';
import { fourDays, rollsOff, sinceFourDays, untilThreeDays } from './de-ifg-notice.ts';
import { citesOf, length, read, refusals, term, write } from './write.ts';

const uig = citesOf('UIG', 'https://www.gesetze-im-internet.de/uig_2005/');
const text = 'the text of the Act, as it stood in 2022';

const today = write({
  id: 'de-uig',
  name: 'Umweltinformationsgesetz (Federation)',
  jurisdiction: 'DE',
  cites: uig('§§ 1 to 14'),
  timeZone: 'Europe/Berlin',
  version: sinceFourDays,
  calendar: 'de',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(uig('§§ 3(3) S. 2, 4(3)'), `${text}: the body that holds the information, also where it was passed on`),
  },
  presumedNotice: fourDays,
  terms: {
    determination: term(1, 'month', 'receipt', read(uig('§§ 3(3) S. 2 Nr. 1, 5(1)'), text), rollsOff),
  },
  extensions: [
    {
      of: ['determination'],
      count: 2,
      unit: 'month',
      from: 'start',
      times: 1,
      late: 'void',
      ...read(
        uig('§§ 3(3) S. 2 Nr. 2, 4(5)'),
        `${text}: extensive and complex; told with the reasons before the first month is over`,
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
      // The period begins anew, so nothing hangs on the day itself; a question on the last day must still be in time.
      stops: 'same-day',
      askedWithin: length(1, 'month'),
      ...read(
        uig('§ 4(2)'),
        `${text}: told within the month that the request is too vague; made precise, it runs again`,
      ),
    },
  ],
  silence: [suitOverDelay],
  adverseActs: refusals(read(uig('§§ 5(1), (4), 6(1)'), text)),
  challenges: objectionThenCourt(uig('§ 6(2)'), text),
  notes: [
    'Binds federal bodies, and private ones that do public work for the environment under their control. The Länder have laws of their own.',
    'Two months are counted from the first day, or from the answer to a question; never from the end of the first month.',
    'A private body is asked, within a month of its refusal and in writing, to look again; it answers within a month (§ 6(4)). That takes the place of the objection, and is no condition for a suit. It is not built in.',
    'Another form of access than the one asked for must be told of within a month (§ 4(4)).',
    'Fees are in § 12, which was not read; none is lost by lateness.',
    ...germanNotes,
  ],
});

/** Germany, environmental information: one month, or two from the same day. */
export const deUig: Statute = {
  ...today,
  earlier: [untilThreeDays(today, '2005-02-14', { ...uig('(2004)'), unverified: true })],
};
