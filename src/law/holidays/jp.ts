import { day } from '../plain-date.ts';
import type { HolidayCalendar } from './holiday.ts';
import { monday, saturday, sunday, unread, words } from './words.ts';

const act = {
  label: '国民の祝日に関する法律 (Act 178 of 1948), Arts. 2 and 3',
  url: 'https://laws.e-gov.go.jp/law/323AC1000000178',
};
const offices = unread('行政機関の休日に関する法律 (Act 91 of 1988), Art. 1');
const games = unread('the Acts on special measures for the Olympic Games of 2020');

// Until 2006 a holiday on a Sunday gave the Monday; since 2007 the next day that is no national holiday.
const { holiday, fixed, nth, dates } = words({
  onSaturday: 'saturday',
  onSunday: 'next-free',
  regimes: [{ to: 2006, onSunday: 'monday' }],
  cites: act,
});

/** National holidays of Japan, and the days on which its authorities are closed by law. */
export const jp: HolidayCalendar = {
  id: 'jp',
  name: 'Holidays of the authorities of Japan',
  cites: act,
  source:
    'Art. 3 of the Act, and Art. 2 as amended in 2005; for days before and since, and the closing days, independent lists',
  confidence: 'medium',
  checkedOn: day('2026-11-24'),

  weekend: [sunday, saturday],
  holidays: [
    holiday(
      'offices-closed',
      '年末年始 (29 December to 3 January)',
      { span: { from: { month: 12, day: 29 }, to: { month: 1, day: 3 } } },
      { onSunday: 'sunday', regimes: [], cites: offices },
    ),
    // On a Sunday it gives 2 January, which is closed too but no national holiday.
    fixed('new-years-day', '元日', 1, 1, { onSunday: 'monday' }),
    fixed('coming-of-age-day-until-1999', '成人の日', 1, 15, { to: 1999 }),
    nth('coming-of-age-day', '成人の日', 1, monday, 2, { from: 2000 }),
    fixed('foundation-day', '建国記念の日', 2, 11),
    fixed('emperors-birthday', '天皇誕生日', 2, 23, { from: 2020 }),
    holiday('vernal-equinox', '春分の日', { equinox: 'vernal' }),
    fixed('greenery-day-until-2006', 'みどりの日', 4, 29, { from: 1989, to: 2006 }),
    fixed('showa-day', '昭和の日', 4, 29, { from: 2007 }),
    fixed('constitution-day', '憲法記念日', 5, 3),
    fixed('greenery-day', 'みどりの日', 5, 4, { from: 2007 }),
    fixed('childrens-day', 'こどもの日', 5, 5),
    fixed('marine-day-until-2002', '海の日', 7, 20, { from: 1996, to: 2002 }),
    nth('marine-day', '海の日', 7, monday, 3, { from: 2003, except: [2020, 2021] }),
    dates('marine-day-games', '海の日', ['2020-07-23', '2021-07-22'], { cites: games }),
    fixed('mountain-day', '山の日', 8, 11, { from: 2016, except: [2020, 2021] }),
    dates('mountain-day-games', '山の日', ['2020-08-10', '2021-08-08'], { cites: games }),
    fixed('respect-for-the-aged-day-until-2002', '敬老の日', 9, 15, { to: 2002 }),
    nth('respect-for-the-aged-day', '敬老の日', 9, monday, 3, { from: 2003 }),
    holiday('autumnal-equinox', '秋分の日', { equinox: 'autumnal' }),
    fixed('sports-day-until-1999', '体育の日', 10, 10, { to: 1999 }),
    nth('sports-day', 'スポーツの日', 10, monday, 2, { from: 2000, except: [2020, 2021] }),
    dates('sports-day-games', 'スポーツの日', ['2020-07-24', '2021-07-23'], { cites: games }),
    fixed('culture-day', '文化の日', 11, 3),
    fixed('labour-thanksgiving-day', '勤労感謝の日', 11, 23),
    fixed('emperors-birthday-heisei', '天皇誕生日', 12, 23, { from: 1989, to: 2018 }),
    dates('imperial-days', '皇室の慶事', ['1990-11-12', '1993-06-09', '2019-05-01', '2019-10-22'], {
      cites: unread('Acts for the enthronements of 1990 and 2019 and the wedding of 1993'),
    }),
    holiday('between-holidays', '国民の休日', { between: 'holidays' }, { from: 1986 }),
  ],
};
