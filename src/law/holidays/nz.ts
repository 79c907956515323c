import { day } from '../plain-date.ts';
import type { Holiday, HolidayCalendar } from './holiday.ts';
import { monday, saturday, sunday, tuesday, unread, words } from './words.ts';

const matarikiAct = unread(
  'Te Kāhui o Matariki Public Holiday Act 2022, Schedule 1',
  'https://www.legislation.govt.nz/act/public/2022/0014/latest/whole.html',
);
const fullRecognition = {
  label: 'Holidays (Full Recognition of Waitangi Day and ANZAC Day) Amendment Act 2013, s. 8 and Sch. 1',
  url: 'https://www.legislation.govt.nz/act/public/2013/0019/latest/whole.html',
};
// No working day for any statutory period, says the ministry that had the Act made.
const memorialAct = unread('Queen Elizabeth II Memorial Day Act 2022');

// The Act's table ends with 2052; later days are to be set by Order in Council.
const matariki = [
  ...['2022-06-24', '2023-07-14', '2024-06-28', '2025-06-20', '2026-07-10', '2027-06-25', '2028-07-14', '2029-07-06'],
  ...['2030-06-21', '2031-07-11', '2032-07-02', '2033-06-24', '2034-07-07', '2035-06-29', '2036-07-18', '2037-07-10'],
  ...['2038-06-25', '2039-07-15', '2040-07-06', '2041-07-19', '2042-07-11', '2043-07-03', '2044-06-24', '2045-07-07'],
  ...['2046-06-29', '2047-07-19', '2048-07-03', '2049-06-25', '2050-07-15', '2051-06-30', '2052-06-21'],
];

type Words = ReturnType<typeof words>;

/** Days that every definition of "working day" leaves out; Waitangi and ANZAC Day move to Monday since 2014. */
function common(the: Words): Holiday[] {
  const mondayised = {
    regimes: [{ from: 2014, onSaturday: 'monday', onSunday: 'monday', cites: fullRecognition }],
  } as const;
  return [
    the.fixed('waitangi-day', 'Waitangi Day', 2, 6, mondayised),
    the.easter('good-friday', 'Good Friday', -2),
    the.easter('easter-monday', 'Easter Monday', 1),
    the.fixed('anzac-day', 'ANZAC Day', 4, 25, mondayised),
    the.nth('sovereigns-birthday', "Sovereign's birthday", 6, monday, 1),
    the.dates('matariki', 'Te Rā Aro ki a Matariki / Matariki Observance Day', matariki, { cites: matarikiAct }),
    the.nth('labour-day', 'Labour Day', 10, monday, 4),
    the.dates('memorial-day-2022', 'Queen Elizabeth II Memorial Day', ['2022-09-26'], { cites: memorialAct }),
  ];
}

/** A stretch over the turn of the year in which no day counts. */
function recess(the: Words, fromDay: number, toDay: number, more?: Partial<Holiday>): Holiday {
  const rule = { span: { from: { month: 12, day: fromDay }, to: { month: 1, day: toDay } } };
  return the.holiday('recess', `${fromDay} December to ${toDay} January`, rule, more);
}

const published = { by: 'the Act of 2022; after its table an Order in Council', years: [{ from: 1900, to: 2052 }] };

const general = unread('Legislation Act 2019, s. 13 ("working day"); Interpretation Act 1999, s. 29 before it');
const nzWords = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: general });
const optional = { optional: true, cites: unread('observed by local custom; Holidays Act 2003, s. 44(1)') } as const;

/** What is no working day in New Zealand law at large. Provincial anniversaries are off only where they are named. */
export const nz: HolidayCalendar = {
  id: 'nz',
  name: 'Days that are no working days in New Zealand',
  cites: general,
  source: 'the definition of 1999 as quoted, with the amendments of 2013 read in their Act',
  confidence: 'medium',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  published,
  holidays: [
    ...common(nzWords),
    recess(nzWords, 25, 2),
    // 1 January on a Friday gives the Monday too; on a Saturday or Sunday, the Monday and the Tuesday.
    nzWords.fixed('new-years-day', "New Year's Day", 1, 1, { onSaturday: 'next-free', onSunday: 'next-free' }),
    nzWords.fixed('day-after-new-year', "Day after New Year's Day", 1, 2, {
      onSaturday: 'next-free',
      onSunday: 'next-free',
    }),
    nzWords.by('wellington-anniversary', 'Wellington Anniversary', monday, 'nearest', 1, 22, optional),
    nzWords.by('auckland-anniversary', 'Auckland Anniversary', monday, 'nearest', 1, 29, optional),
    nzWords.by('nelson-anniversary', 'Nelson Anniversary', monday, 'nearest', 2, 1, optional),
    nzWords.nth('taranaki-anniversary', 'Taranaki Anniversary', 3, monday, 2, optional),
    nzWords.by('otago-anniversary', 'Otago Anniversary', monday, 'nearest', 3, 23, optional),
    nzWords.easter('southland-anniversary', 'Southland Anniversary', 2, optional),
    nzWords.nth('south-canterbury-anniversary', 'South Canterbury Anniversary', 9, monday, 4, {
      ...optional,
      except: [2022],
    }),
    nzWords.dates('south-canterbury-anniversary-2022', 'South Canterbury Anniversary', ['2022-11-11'], optional),
    nzWords.holiday(
      'hawkes-bay-anniversary',
      "Hawke's Bay Anniversary",
      { nth: { month: 10, weekday: monday, nth: 4, plus: -3 } },
      optional,
    ),
    nzWords.holiday(
      'marlborough-anniversary',
      'Marlborough Anniversary',
      { nth: { month: 10, weekday: monday, nth: 4, plus: 7 } },
      optional,
    ),
    nzWords.holiday(
      'canterbury-anniversary',
      'Canterbury Anniversary',
      { nth: { month: 11, weekday: tuesday, nth: 1, plus: 10 } },
      optional,
    ),
    nzWords.by('chatham-islands-anniversary', 'Chatham Islands Anniversary', monday, 'nearest', 11, 30, optional),
    nzWords.by('westland-anniversary', 'Westland Anniversary', monday, 'nearest', 12, 1, optional),
  ],
};

const oia = {
  label: 'Official Information Act 1982, s. 2(1), "working day"',
  url: 'https://www.legislation.govt.nz/act/public/1982/0156/latest/DLM64790.html',
};
const oiaWords = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: oia });

/** Working days of the Official Information Act. Provincial anniversaries count as working days. */
export const nzOia: HolidayCalendar = {
  id: 'nz-oia',
  name: 'Days that do not count under the Official Information Act',
  cites: oia,
  source: "the definition as quoted by the Ombudsman and by councils, and the Ombudsman's own dates over the holidays",
  confidence: 'high',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  published,
  holidays: [...common(oiaWords), recess(oiaWords, 25, 15)],
};

const lgoima = {
  label: 'Local Government Official Information and Meetings Act 1987, s. 2(1), "working day"',
  url: 'https://www.lawsociety.org.nz/news/legal-news/lgoima-changes-include-working-day-definition/',
};
const lgoimaWords = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: lgoima });

/** The same for local bodies: another stretch since 2019, and anniversaries of the province are off (switch yours on). */
export const nzLgoima: HolidayCalendar = {
  id: 'nz-lgoima',
  name: 'Days that do not count under the local Official Information Act',
  cites: lgoima,
  source: "the Ombudsman's account of the change of 21 March 2019, and its dates for the holidays since",
  confidence: 'medium',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  published,
  holidays: [
    ...common(lgoimaWords),
    recess(lgoimaWords, 25, 15, { id: 'recess-until-2018', to: 2018 }),
    recess(lgoimaWords, 20, 10, { from: 2019 }),
    ...nz.holidays.filter((h) => h.optional),
  ],
};
