import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const foia = citesOf('W. Va. Code', 'https://code.wvlegislature.gov/29B-1/');
const quoted = 'the section as a guide of the press and an agency page quote it';
const denied = told(foia('29B-1-5'), 'a guide; the section was not read word for word');

/** West Virginia. Five days, in which an election day anywhere near is a holiday. */
export const usWv = write({
  id: 'us-wv',
  name: 'West Virginia Freedom of Information Act',
  jurisdiction: 'US-WV',
  cites: foia('29B-1-1 to 29B-1-7'),
  timeZone: 'America/New_York',
  version: {
    from: null,
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'W. Va. Code 29B-1-3: when the five days were set was not looked up', unverified: true },
  },
  calendar: 'us-wv',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(foia('29B-1-3(b), (d)'), `${quoted}: the request goes to the custodian`),
  },
  terms: { determination: term(5, 'working-day', 'receipt', read(foia('29B-1-3(d)'), quoted)) },
  silence: [
    {
      effect: 'may-sue',
      says: 'one may sue, since silence is treated as a denial',
      endsWithAnswer: true,
      ...denied,
    },
  ],
  adverseActs: refusals(denied),
  challenges: [courtWithoutWindow('action in the circuit court', denied)],
  notes: [
    'A local or special election day is a holiday only where it is held (2-2-1(a)(13)): enter it as a day off of that agency.',
    'Whether courts would count an election day on which an office worked is not known.',
    'No commission or agency hears complaints.',
  ],
});
