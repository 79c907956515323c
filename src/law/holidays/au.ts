import { day } from '../plain-date.ts';
import type { Citation } from '../terms.ts';
import type { Holiday, HolidayCalendar } from './holiday.ts';
import { agreed, friday, monday, saturday, sunday, thursday, tuesday, unread, wednesday, words } from './words.ts';

type Words = ReturnType<typeof words>;

const mourning = unread('National day of mourning for Queen Elizabeth II, declared by every state and territory');

/** Days that are kept everywhere, and by all in the same way since 1994. */
function common(the: Words): Holiday[] {
  const toMonday = { onSaturday: 'monday', onSunday: 'monday' } as const;
  return [
    the.fixed('new-years-day', "New Year's Day", 1, 1, toMonday),
    the.fixed('australia-day', 'Australia Day', 1, 26, { ...toMonday, from: 1994 }),
    the.easter('good-friday', 'Good Friday', -2),
    the.easter('easter-monday', 'Easter Monday', 1),
    the.fixed('christmas-day', 'Christmas Day', 12, 25),
    the.fixed('boxing-day', 'Boxing Day', 12, 26),
    the.dates('day-of-mourning', 'National Day of Mourning', ['2022-09-22'], { cites: mourning }),
    // ANZAC Day fell on Easter Monday.
    the.dates('easter-2011', 'Additional day for ANZAC Day', ['2011-04-26'], { confidence: 'low' }),
  ];
}

function anzacDay(the: Words, more: Pick<Holiday, 'onSaturday' | 'onSunday'> & Partial<Holiday>): Holiday {
  return the.fixed('anzac-day', 'ANZAC Day', 4, 25, more);
}
const stays = { onSaturday: 'saturday', onSunday: 'sunday' } as const;
const sundayToMonday = { onSaturday: 'saturday', onSunday: 'monday' } as const;
const toMonday = { onSaturday: 'monday', onSunday: 'monday' } as const;

function sovereignsBirthday(the: Words, more?: Partial<Holiday>): Holiday {
  return the.nth('sovereigns-birthday', "Sovereign's Birthday", 6, monday, 2, more);
}

function labourDay(the: Words, month: number, nth: number, more?: Partial<Holiday>): Holiday {
  return the.nth('labour-day', 'Labour Day', month, monday, nth, more);
}

function state(
  code: string,
  name: string,
  act: Citation,
  own: (the: Words) => Holiday[],
  known: Pick<HolidayCalendar, 'source' | 'confidence' | 'checkedOn'> = agreed,
): HolidayCalendar {
  const the = words({ onSaturday: 'next-free', onSunday: 'next-free', cites: act });
  return {
    id: `au-${code}`,
    name: `Public holidays in ${name}`,
    cites: act,
    ...known,
    weekend: [sunday, saturday],
    holidays: [...common(the), ...own(the)],
  };
}

/**
 * Public holidays by state and territory. For the Commonwealth the holidays of the place count (Acts Interpretation
 * Act 1901, s. 36): the Capital Territory's for most agencies. Holidays of one town or region are optional.
 */
export const au: readonly HolidayCalendar[] = [
  state(
    'act',
    'the Australian Capital Territory',
    { label: 'Holidays Act 1958 (ACT), s. 3', url: 'https://www.legislation.act.gov.au/a/1958-19' },
    (the) => [
      the.nth('canberra-day-until-2007', 'Canberra Day', 3, monday, 3, { to: 2007 }),
      the.nth('canberra-day', 'Canberra Day', 3, monday, 2, { from: 2008 }),
      anzacDay(the, sundayToMonday),
      the.dates('anzac-day-additional', 'Additional day for ANZAC Day', ['2020-04-27', '2026-04-27']),
      the.by('reconciliation-day', 'Reconciliation Day', monday, 'on-or-after', 5, 27, { from: 2018 }),
      sovereignsBirthday(the),
      the.dates('family-and-community-day', 'Family and Community Day', [
        ...['2007-11-06', '2008-11-04', '2009-11-03', '2010-09-27', '2011-10-10', '2012-10-08', '2013-09-30'],
        ...['2014-09-29', '2015-09-28', '2016-09-26', '2017-09-25'],
      ]),
      labourDay(the, 10, 1),
    ],
    {
      source: 'the Acts of 1992, 2007, 2009, 2014 and 2017 that amended the section, and reports of the days declared',
      confidence: 'high',
      checkedOn: day('2026-11-24'),
    },
  ),
  state('nsw', 'New South Wales', unread('Public Holidays Act 2010 (NSW), s. 4'), (the) => [
    anzacDay(the, { ...stays, regimes: [{ to: 2010, onSunday: 'monday' }] }),
    the.dates('anzac-day-additional', 'Additional day for ANZAC Day', ['2026-04-27', '2027-04-26'], {
      cites: unread('Public Holidays Amendment (Anzac Day) Order 2026 (NSW)'),
    }),
    sovereignsBirthday(the),
    labourDay(the, 10, 1),
  ]),
  state(
    'vic',
    'Victoria',
    {
      label: 'Public Holidays Act 1993 (Vic), s. 6',
      url: 'http://www.austlii.edu.au/au/legis/vic/consol_act/pha1993163/s6.html',
    },
    (the) => [
      labourDay(the, 3, 2),
      anzacDay(the, stays),
      sovereignsBirthday(the),
      // In the Act since 2019; the day follows the fixture, which falls on the last Saturday of September as a rule.
      the.dates('grand-final-friday-until-2022', 'Friday before the AFL Grand Final', [
        ...['2015-10-02', '2016-09-30', '2017-09-29', '2018-09-28', '2019-09-27', '2020-10-23', '2021-09-24'],
        ...['2022-09-23'],
      ]),
      the.holiday(
        'grand-final-friday',
        'Friday before the AFL Grand Final',
        { nth: { month: 9, weekday: saturday, nth: -1, plus: -1 } },
        {
          from: 2023,
          confidence: 'low',
          checkedOn: null,
          cites: unread('Public Holidays Act 1993 (Vic), s. 6, and the fixture of the Grand Final'),
        },
      ),
      the.nth('melbourne-cup-day', 'Melbourne Cup Day', 11, tuesday, 1),
    ],
    { source: 'the section, with the amendments of 2008 and 2019', confidence: 'high', checkedOn: day('2026-11-24') },
  ),
  state(
    'qld',
    'Queensland',
    {
      label: 'Holidays Act 1983 (Qld), s. 2 and Schedule',
      url: 'http://corrigan.austlii.edu.au/au/legis/qld/consol_act/ha1983106/sch1.html',
    },
    (the) => [
      anzacDay(the, sundayToMonday),
      labourDay(the, 5, 1, { except: [2013, 2014, 2015] }),
      labourDay(the, 10, 1, { id: 'labour-day-2013-2015', from: 2013, to: 2015 }),
      sovereignsBirthday(the, { id: 'sovereigns-birthday-until-2015', to: 2015 }),
      the.nth('sovereigns-birthday', "Sovereign's Birthday", 10, monday, 1, { from: 2016 }),
      the.dates('sovereigns-birthday-2012', "Sovereign's Birthday", ['2012-10-01']),
      the.by('royal-queensland-show', 'Royal Queensland Show (Brisbane)', wednesday, 'on-or-after', 8, 10, {
        optional: true,
        except: [2020, 2021],
      }),
    ],
    {
      source: 'the Schedule as in force since 2016; for 2012 to 2015 reports and an independent list',
      confidence: 'high',
      checkedOn: day('2026-11-24'),
    },
  ),
  state('sa', 'South Australia', unread('Public Holidays Act 2023 (SA); Holidays Act 1910 (SA) before it'), (the) => [
    the.nth('adelaide-cup-until-2005', 'Adelaide Cup Day', 5, monday, 3, { to: 2005 }),
    the.nth('adelaide-cup', 'Adelaide Cup Day', 3, monday, 2, { from: 2006 }),
    // The Act of 2023 keeps it on 25 April.
    anzacDay(the, { ...stays, regimes: [{ to: 2023, onSunday: 'monday' }] }),
    sovereignsBirthday(the),
    labourDay(the, 10, 1),
  ]),
  state('wa', 'Western Australia', unread('Public and Bank Holidays Act 1972 (WA), Sch. 2'), (the) => [
    labourDay(the, 3, 1),
    anzacDay(the, toMonday),
    the.nth('western-australia-day', 'Western Australia Day', 6, monday, 1),
    // Proclaimed each year, for the end of September as a rule.
    the.nth('sovereigns-birthday', "Sovereign's Birthday", 9, monday, -1, { except: [2011, 2012, 2024] }),
    the.dates('sovereigns-birthday-moved', "Sovereign's Birthday", ['2011-10-28', '2012-10-01', '2024-09-23']),
  ]),
  state(
    'tas',
    'Tasmania',
    {
      label: 'Statutory Holidays Act 2000 (Tas), s. 4',
      url: 'https://legislation.tas.gov.au/view/whole/html/inforce/2010-12-03/act-2000-096',
    },
    (the) => [
      the.nth('royal-hobart-regatta', 'Royal Hobart Regatta', 2, monday, 2, { optional: true }),
      the.nth('eight-hours-day', 'Eight Hours Day', 3, monday, 2),
      the.easter('easter-tuesday', 'Easter Tuesday (public service)', 2, { optional: true }),
      anzacDay(the, stays),
      sovereignsBirthday(the),
      the.holiday(
        'royal-hobart-show',
        'Royal Hobart Show Day',
        { nth: { month: 10, weekday: saturday, nth: 4, plus: thursday - saturday } },
        { optional: true },
      ),
      the.nth('recreation-day', 'Recreation Day (north)', 11, monday, 1, { optional: true }),
    ],
    { source: 'the section as in force from December 2010', confidence: 'high', checkedOn: day('2026-11-24') },
  ),
  state('nt', 'the Northern Territory', unread('Public Holidays Act 1981 (NT), Sch. 2'), (the) => [
    anzacDay(the, sundayToMonday),
    the.nth('may-day', 'May Day', 5, monday, 1),
    sovereignsBirthday(the),
    the.nth('picnic-day', 'Picnic Day', 8, monday, 1),
    the.nth('darwin-show-day', 'Royal Darwin Show Day', 7, friday, 4, { optional: true }),
  ]),
];
