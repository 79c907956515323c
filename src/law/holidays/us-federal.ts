import { day } from '../plain-date.ts';
import type { Citation } from '../terms.ts';
import type { HolidayCalendar } from './holiday.ts';
import { monday, saturday, sunday, thursday, words } from './words.ts';

const list: Citation = { label: '5 U.S.C. 6103(a)', url: 'https://www.law.cornell.edu/uscode/text/5/6103' };
const mondays: Citation = { label: 'Pub. L. 90-363 (1968), in force from 1971' };

const { fixed, nth } = words({ onSaturday: 'friday', onSunday: 'monday', cites: list });

/**
 * The legal public holidays of the United States. Days on which agencies close by executive order, for the weather or
 * for want of money are not among them: they count (OIP, "Calculating FOIA Response Times after the Government Shutdown").
 */
export const usFederal: HolidayCalendar = {
  id: 'us-federal',
  name: 'Legal public holidays of the United States',
  cites: list,
  source: 'the text of the section before Juneteenth was added, and the order, in a copy of the U.S. Code',
  confidence: 'high',
  checkedOn: day('2026-11-23'),
  weekend: [sunday, saturday],
  // The Saturday rule is written for pay and leave; agencies, and their own counts in annual reports, follow it here too.
  saturdayCites: { label: '5 U.S.C. 6103(b)(1)', url: 'https://www.law.cornell.edu/uscode/text/5/6103' },
  sundayCites: {
    label: 'E.O. 11582 s. 3(a)',
    url: 'https://www.archives.gov/federal-register/codification/executive-order/11582.html',
  },
  holidays: [
    fixed('new-years-day', "New Year's Day", 1, 1),
    nth('martin-luther-king-day', 'Birthday of Martin Luther King, Jr.', 1, monday, 3, {
      from: 1986,
      cites: { label: '5 U.S.C. 6103(a); Pub. L. 98-144 (1983)' },
    }),
    // DC-area staff only, and nothing is said of a Saturday: off unless an agency's rules name it.
    fixed('inauguration-day', 'Inauguration Day', 1, 20, {
      // "Each fourth year after 1965".
      every: { years: 4, first: 1969 },
      onSaturday: 'saturday',
      optional: true,
      cites: { label: '5 U.S.C. 6103(c)', url: 'https://www.law.cornell.edu/uscode/text/5/6103' },
    }),
    fixed('washingtons-birthday-until-1970', "Washington's Birthday", 2, 22, { to: 1970, cites: mondays }),
    nth('washingtons-birthday', "Washington's Birthday", 2, monday, 3, { from: 1971 }),
    fixed('memorial-day-until-1970', 'Memorial Day', 5, 30, { to: 1970, cites: mondays }),
    nth('memorial-day', 'Memorial Day', 5, monday, -1, { from: 1971 }),
    fixed('juneteenth', 'Juneteenth National Independence Day', 6, 19, {
      from: 2021,
      cites: {
        label: '5 U.S.C. 6103(a); Pub. L. 117-17 (2021)',
        url: 'https://www.govinfo.gov/content/pkg/BILLS-117s475enr/xml/BILLS-117s475enr.xml',
      },
    }),
    fixed('independence-day', 'Independence Day', 7, 4),
    nth('labor-day', 'Labor Day', 9, monday, 1),
    nth('columbus-day', 'Columbus Day', 10, monday, 2, { from: 1971 }),
    fixed('veterans-day-until-1970', 'Veterans Day', 11, 11, { to: 1970 }),
    // For seven years Veterans Day was the fourth Monday in October; Pub. L. 94-97 (1975) put it back.
    nth('veterans-day-1971-1977', 'Veterans Day', 10, monday, 4, { from: 1971, to: 1977, cites: mondays }),
    fixed('veterans-day', 'Veterans Day', 11, 11, { from: 1978 }),
    nth('thanksgiving-day', 'Thanksgiving Day', 11, thursday, 4),
    fixed('christmas-day', 'Christmas Day', 12, 25),
  ],
};
