import { day } from '../plain-date.ts';
import type { HolidayCalendar } from './holiday.ts';
import { saturday, sunday, unread, words } from './words.ts';

const rules = {
  label: 'Staff Regulations of Officials, Art. 61; Commission Decision on public holidays, each year',
  url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=CELEX:32021D0528(01)',
};
const { fixed, easter, holiday, dates } = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: rules });

/**
 * Office holidays of the Commission in Brussels, which the other institutions follow for the most part. A decision sets
 * them for each year. The decisions read (2014, 2023, 2024) are all reached by these rules, but a day may be added to
 * make up for holidays on weekends: years without a decision are unverified.
 */
export const euInstitutions: HolidayCalendar = {
  id: 'eu-institutions',
  name: 'Office holidays of the institutions of the European Union in Brussels',
  cites: rules,
  source: 'the decisions for 2014 and 2023, that for 2024 down to August, and a list drawn from that for 2025',
  confidence: 'medium',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  published: {
    by: 'the Commission, in the Official Journal',
    years: [
      { from: 2014, to: 2014 },
      { from: 2023, to: 2025 },
    ],
  },
  holidays: [
    fixed('new-years-day', "New Year's Day", 1, 1),
    fixed('day-after-new-year', "Day after New Year's Day", 1, 2),
    easter('maundy-thursday', 'Maundy Thursday', -3),
    easter('good-friday', 'Good Friday', -2),
    easter('easter-monday', 'Easter Monday', 1),
    fixed('labour-day', 'Labour Day', 5, 1),
    fixed('schuman-declaration', 'Anniversary of the Schuman Declaration', 5, 9),
    easter('ascension-day', 'Ascension Day', 39),
    easter('day-after-ascension', 'Day after Ascension Day', 40),
    easter('whit-monday', 'Whit Monday', 50),
    fixed('belgian-national-day', 'Belgian National Day', 7, 21),
    fixed('luxembourg-national-day', 'Luxembourg National Day (staff there)', 6, 23, { optional: true }),
    fixed('assumption', 'Assumption', 8, 15),
    fixed('all-saints-day', "All Saints' Day", 11, 1),
    fixed('all-souls-day', "All Souls' Day", 11, 2),
    // Eighteen days were given in every year read; in 2024 seven were left for the end of the year.
    dates('end-of-year-2024', 'End-of-year day', ['2024-12-23'], { confidence: 'medium' }),
    holiday('end-of-year', 'End-of-year days', { span: { from: { month: 12, day: 24 }, to: { month: 12, day: 31 } } }),
  ],
};

/** The Parliament: the same, with days on which it said it was closed, which delay the registration of an application. */
export const euParliament: HolidayCalendar = {
  id: 'eu-parliament',
  name: 'Office holidays and closing days of the European Parliament',
  cites: rules,
  source: 'for the closing days the notice on the form for access to documents, 23 December 2024 to 3 January 2025',
  confidence: 'medium',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  includes: ['eu-institutions'],
  holidays: [
    dates('closing-days', 'Closing day of the European Parliament', ['2025-01-03'], {
      cites: unread('notice on the register of documents, December 2024'),
    }),
  ],
};
