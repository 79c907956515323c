import type { Statute } from '../statute.ts';
import { germanNotes, objectionThenCourt, suitOverDelay } from './de-ifg-challenges.ts';
import { fourDays, rollsOff, sinceFourDays, untilThreeDays } from './de-ifg-notice.ts';
import { citesOf, read, refusals, term, write } from './write.ts';

const vig = citesOf('VIG', 'https://www.gesetze-im-internet.de/vig/');
const text = 'the text of the Act, as it stood in 2022';

const today = write({
  id: 'de-vig',
  name: 'Verbraucherinformationsgesetz',
  jurisdiction: 'DE',
  cites: vig('§§ 1 to 7'),
  timeZone: 'Europe/Berlin',
  version: sinceFourDays,
  calendar: 'de',
  receipt: { by: 'right-office', onDayOff: 'that-day', ...read(vig('§§ 4(1), 5(2)'), text) },
  presumedNotice: fourDays,
  terms: {
    determination: term(1, 'month', 'receipt', read(vig('§ 5(2) S. 1 ("in der Regel": as a rule)'), text), {
      ...rollsOff,
      // Most requests are about somebody's business; that it takes part need not have reached the requester.
      otherReadings: [
        {
          policy: 'others-take-part',
          says: 'somebody else takes part in the proceedings, which makes it two months by itself',
          count: 2,
          cites: vig('§ 5(2) S. 2'),
        },
      ],
    }),
  },
  tracks: [
    {
      id: 'third-party',
      says: 'where others take part in the proceedings',
      determination: term(2, 'month', 'receipt', read(vig('§ 5(2) S. 2'), text), {
        ...rollsOff,
        otherReadings: [
          {
            policy: 'extension-needs-notice',
            says: 'the second month is given only if the requester was told of it',
            count: 1,
            cites: { ...vig('§ 5(2) S. 2'), unverified: true },
          },
        ],
      }),
      ...read(vig('§ 5(2) S. 2'), `${text}: the period becomes longer by itself; the requester is told`),
    },
  ],
  extensions: [
    {
      ground: 'third',
      of: ['determination'],
      count: 2,
      unit: 'month',
      from: 'start',
      times: 1,
      late: 'good',
      ...read(vig('§ 5(2) S. 2'), `${text}: where others take part; no day is set for telling`),
    },
  ],
  silence: [suitOverDelay],
  adverseActs: refusals(read(vig('§ 5'), text)),
  challenges: objectionThenCourt(vig('§ 5(5)'), text),
  notes: [
    'For federal authorities; which bodies of the Länder answer, and on which holidays, is for the Länder.',
    'The month is "as a rule": when it has passed the authority is late, and nothing follows from that alone.',
    'Where others take part there are two months, without anybody having to say so. Record their part as an extension for a third party, or put the request on the track: until then one month is counted.',
    'After a grant others have some days before the information is given out, not more than fourteen (§ 5(4)).',
    'The Act knows no pause. A request must be precise enough (§ 4(1)).',
    'Fees are in § 7, which was not read; information on violations is said to be free up to a limit.',
    ...germanNotes,
  ],
});

/** Germany, consumer information: a second month that comes by itself. */
export const deVig: Statute = {
  ...today,
  earlier: [untilThreeDays(today, '2012-09-01', { ...vig('(2012)'), unverified: true })],
};
