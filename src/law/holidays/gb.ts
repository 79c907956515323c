import { day } from '../plain-date.ts';
import type { Citation } from '../terms.ts';
import type { HolidayCalendar } from './holiday.ts';
import { monday, saturday, sunday, words } from './words.ts';

const act: Citation = {
  label: 'Banking and Financial Dealings Act 1971, s. 1 and Sch. 1',
  url: 'https://www.legislation.gov.uk/ukpga/1971/80/schedule/1',
};
const proclaimed: Citation = { label: 'Royal proclamation under the 1971 Act, s. 1; GOV.UK, UK bank holidays' };
const commonLaw: Citation = { label: 'Freedom of Information Act 2000, s. 10(6): named beside bank holidays' };

const { fixed, nth, easter, dates } = words({ onSaturday: 'next-free', onSunday: 'next-free', cites: act });

/** Days that were moved or added in the whole of the United Kingdom. */
const movedAndAdded = [
  dates('millennium-eve', "New Year's Eve 1999", ['1999-12-31'], { cites: proclaimed }),
  dates('early-may-bank-holiday-ve', 'Early May bank holiday (VE Day)', ['1995-05-08', '2020-05-08'], {
    cites: proclaimed,
  }),
  dates('spring-bank-holiday-moved', 'Spring bank holiday', ['2002-06-04', '2012-06-04', '2022-06-02'], {
    cites: proclaimed,
  }),
  dates('jubilee', 'Jubilee bank holiday', ['2002-06-03', '2012-06-05', '2022-06-03'], { cites: proclaimed }),
  dates('royal-wedding', 'Royal wedding bank holiday', ['2011-04-29'], { cites: proclaimed }),
  dates('state-funeral', 'Bank holiday for the state funeral of Queen Elizabeth II', ['2022-09-19'], {
    cites: proclaimed,
  }),
  dates('coronation', 'Bank holiday for the coronation of King Charles III', ['2023-05-08'], { cites: proclaimed }),
];

const newYear = fixed('new-years-day', "New Year's Day", 1, 1);
const goodFriday = easter('good-friday', 'Good Friday', -2, { cites: commonLaw });
const easterMonday = easter('easter-monday', 'Easter Monday', 1);
// Proclaimed each year since 1978.
const earlyMay = nth('early-may-bank-holiday', 'Early May bank holiday', 5, monday, 1, {
  from: 1978,
  except: [1995, 2020],
  cites: proclaimed,
});
const spring = nth('spring-bank-holiday', 'Spring bank holiday', 5, monday, -1, { except: [2002, 2012, 2022] });
const summer = nth('summer-bank-holiday', 'Summer bank holiday', 8, monday, -1);
const christmas = fixed('christmas-day', 'Christmas Day', 12, 25, { cites: commonLaw });
const boxing = fixed('boxing-day', 'Boxing Day', 12, 26);

const govUk = {
  source:
    "GOV.UK's list of bank holidays for 2017 to 2028, Sch. 1 to the Act, and for 1990 to 2016 two independent lists",
  confidence: 'high',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
} as const;

/** Bank holidays of England and Wales with Good Friday and Christmas Day, as freedom-of-information law counts them. */
export const gbEngland: HolidayCalendar = {
  id: 'gb-eng',
  name: 'Bank holidays in England and Wales',
  cites: act,
  ...govUk,
  holidays: [newYear, goodFriday, easterMonday, earlyMay, spring, summer, christmas, boxing, ...movedAndAdded],
};

/** Bank holidays of Scotland. Easter Monday is none; local councils keep other days, which do not matter to the law. */
export const gbScotland: HolidayCalendar = {
  id: 'gb-sct',
  name: 'Bank holidays in Scotland',
  cites: act,
  ...govUk,
  holidays: [
    newYear,
    fixed('second-of-january', '2nd January', 1, 2),
    easter('good-friday', 'Good Friday', -2),
    nth('early-may-bank-holiday', 'Early May bank holiday', 5, monday, 1, { except: [1995, 2020] }),
    { ...spring, cites: proclaimed },
    nth('summer-bank-holiday-scotland', 'Summer bank holiday', 8, monday, 1),
    fixed('st-andrews-day', "St Andrew's Day", 11, 30, {
      from: 2007,
      onSaturday: 'monday',
      onSunday: 'monday',
      cites: {
        label: "St Andrew's Day Bank Holiday (Scotland) Act 2007, s. 1",
        url: 'https://www.legislation.gov.uk/asp/2007/2/section/1',
      },
    }),
    christmas,
    boxing,
    ...movedAndAdded,
    dates('world-cup', "Bank holiday for Scotland's first match of the World Cup", ['2026-06-15'], {
      cites: proclaimed,
    }),
  ],
};

/** Bank holidays of Northern Ireland. */
export const gbNorthernIreland: HolidayCalendar = {
  id: 'gb-nir',
  name: 'Bank holidays in Northern Ireland',
  cites: act,
  ...govUk,
  holidays: [
    newYear,
    fixed('st-patricks-day', "St Patrick's Day", 3, 17),
    goodFriday,
    easterMonday,
    earlyMay,
    spring,
    fixed('battle-of-the-boyne', 'Battle of the Boyne (Orangemen’s Day)', 7, 12, { cites: proclaimed }),
    summer,
    christmas,
    boxing,
    ...movedAndAdded,
  ],
};

/** What does not count under the Freedom of Information Act 2000: a bank holiday in any part of the United Kingdom. */
export const gb: HolidayCalendar = {
  id: 'gb',
  name: 'Bank holidays in any part of the United Kingdom',
  cites: {
    label: 'Freedom of Information Act 2000, s. 10(6)',
    url: 'https://www.legislation.gov.uk/ukpga/2000/36/section/10',
  },
  ...govUk,
  includes: ['gb-eng', 'gb-sct', 'gb-nir'],
  holidays: [],
};
