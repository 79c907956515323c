import { day } from '../plain-date.ts';
import type { Holiday, HolidayCalendar } from './holiday.ts';
import { monday, saturday, sunday, unread, words } from './words.ts';

const act = {
  label: 'Interpretation Act, R.S.C. 1985, c. I-21, s. 35',
  url: 'https://laws-lois.justice.gc.ca/eng/acts/I-21/section-35.html',
};
const holidaysAct = {
  label: 'Holidays Act, R.S.C. 1985, c. H-5',
  url: 'https://laws-lois.justice.gc.ca/eng/acts/H-5/page-1.html',
};
const stays = { onSaturday: 'saturday', onSunday: 'sunday' } as const;

type Words = ReturnType<typeof words>;

const newYear = (the: Words, more?: Partial<Holiday>): Holiday =>
  the.fixed('new-years-day', "New Year's Day", 1, 1, more);
const familyDay = (the: Words, from: number): Holiday => the.nth('family-day', 'Family Day', 2, monday, 3, { from });
const easterDays = (the: Words): Holiday[] => [
  the.easter('good-friday', 'Good Friday', -2),
  the.easter('easter-monday', 'Easter Monday', 1),
];
const victoriaDay = (the: Words): Holiday => the.by('victoria-day', 'Victoria Day', monday, 'before', 5, 25);
/** On 2 July if the first is a Sunday, by the federal Holidays Act, s. 2(2). */
const canadaDay = (the: Words): Holiday =>
  the.fixed('canada-day', 'Canada Day', 7, 1, { onSunday: 'monday', cites: holidaysAct });
const labourDay = (the: Words): Holiday => the.nth('labour-day', 'Labour Day', 9, monday, 1);
const thanksgiving = (the: Words): Holiday => the.nth('thanksgiving-day', 'Thanksgiving Day', 10, monday, 2);
const truthAndReconciliation = (the: Words, from: number): Holiday =>
  the.fixed('truth-and-reconciliation', 'National Day for Truth and Reconciliation', 9, 30, { from });
const remembranceDay = (the: Words): Holiday => the.fixed('remembrance-day', 'Remembrance Day', 11, 11);
const christmas = (the: Words, more?: Partial<Holiday>): Holiday =>
  the.fixed('christmas-day', 'Christmas Day', 12, 25, more);
const boxingDay = (the: Words, more?: Partial<Holiday>): Holiday => the.fixed('boxing-day', 'Boxing Day', 12, 26, more);

/** The Queen's funeral; the proclamation asks that the day be set aside in her memory, which we take for mourning. */
const mourning2022 = (the: Words): Holiday =>
  the.dates('mourning-2022', 'Day in memory of Queen Elizabeth II', ['2022-09-19'], {
    confidence: 'medium',
    source: 'the text of the proclamation, which does not say "holiday" or "mourning"',
    cites: {
      label: 'Proclamation SI/2022-43',
      url: 'https://laws-lois.justice.gc.ca/eng/regulations/SI-2022-43/page-1.html',
    },
  });

const federal = words({ ...stays, cites: act });

/**
 * Holidays under the federal Interpretation Act. Every Sunday is one and no Saturday is: a term that ends on a Saturday
 * ends there, by the roll that moves off holidays alone. No business is done on either, so both are the weekend. Days kept
 * in one province or town are left to its calendar and to the agency's own days.
 */
export const caFederal: HolidayCalendar = {
  id: 'ca-federal',
  name: 'Holidays under the Interpretation Act of Canada',
  cites: act,
  source: "the text of both Acts in the Department of Justice's own data, consolidated to 2026",
  confidence: 'high',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  holidays: [
    newYear(federal),
    ...easterDays(federal),
    victoriaDay(federal),
    canadaDay(federal),
    labourDay(federal),
    truthAndReconciliation(federal, 2021),
    { ...thanksgiving(federal), cites: unread('Proclamation of 31 January 1957; Interpretation Act, s. 35') },
    { ...remembranceDay(federal), cites: holidaysAct },
    christmas(federal),
    mourning2022(federal),
  ],
};

/** Provinces, each by its own interpretation act; Saturdays are off too, as offices are closed. */
function province(
  code: string,
  name: string,
  lawLabel: string,
  holidays: (the: Words) => Holiday[],
  known: Pick<HolidayCalendar, 'source' | 'confidence' | 'checkedOn'> = recalled,
): HolidayCalendar {
  const cites = known.checkedOn ? { label: lawLabel } : unread(lawLabel);
  return {
    id: `ca-${code}`,
    name: `Holidays in ${name}`,
    cites,
    ...known,
    weekend: [sunday, saturday],
    holidays: holidays(words({ ...stays, cites })),
  };
}

const quoted = {
  source: 'the words of the section as quoted by lawyers',
  confidence: 'medium',
  checkedOn: day('2026-11-24'),
} as const;

const recalled = {
  source: 'nothing was read; published lists give the holidays of workers, which are not those of the act',
  confidence: 'low',
  checkedOn: null,
} as const;

export const caProvinces: readonly HolidayCalendar[] = [
  // The first Monday of August is a civic holiday of towns only: an agency's own day.
  province(
    'on',
    'Ontario',
    'Legislation Act, 2006, S.O. 2006, c. 21, Sched. F, s. 88',
    (the) => [
      newYear(the, { onSunday: 'monday' }),
      familyDay(the, 2008),
      ...easterDays(the),
      victoriaDay(the),
      canadaDay(the),
      labourDay(the),
      thanksgiving(the),
      remembranceDay(the),
      christmas(the, { onSaturday: 'monday', onSunday: 'tuesday' }),
      boxingDay(the),
    ],
    quoted,
  ),
  province(
    'bc',
    'British Columbia',
    'Interpretation Act, R.S.B.C. 1996, c. 238, s. 29',
    (the) => [
      newYear(the),
      the.nth('family-day-until-2018', 'Family Day', 2, monday, 2, { from: 2013, to: 2018 }),
      familyDay(the, 2019),
      ...easterDays(the),
      victoriaDay(the),
      canadaDay(the),
      the.nth('british-columbia-day', 'British Columbia Day', 8, monday, 1),
      labourDay(the),
      truthAndReconciliation(the, 2023),
      thanksgiving(the),
      remembranceDay(the),
      christmas(the),
      boxingDay(the),
      mourning2022(the),
    ],
    quoted,
  ),
  province('sk', 'Saskatchewan', 'The Legislation Act, S.S. 2019, c. L-10.2', (the) => [
    newYear(the, { onSunday: 'monday' }),
    familyDay(the, 2007),
    the.easter('good-friday', 'Good Friday', -2),
    victoriaDay(the),
    canadaDay(the),
    the.nth('saskatchewan-day', 'Saskatchewan Day', 8, monday, 1),
    labourDay(the),
    thanksgiving(the),
    { ...remembranceDay(the), onSunday: 'monday' },
    christmas(the, { onSunday: 'monday' }),
  ]),
  province('ab', 'Alberta', 'Interpretation Act, R.S.A. 2000, c. I-8, s. 28', (the) => [
    newYear(the),
    familyDay(the, 1990),
    ...easterDays(the),
    victoriaDay(the),
    canadaDay(the),
    labourDay(the),
    thanksgiving(the),
    remembranceDay(the),
    christmas(the),
    boxingDay(the, { onSunday: 'monday' }),
  ]),
  province(
    'qc',
    'Quebec',
    'Interpretation Act, CQLR c. I-16, s. 61(23)',
    (the) => [
      newYear(the),
      ...easterDays(the),
      // The day proclaimed for the Sovereign's birthday.
      the.by('patriots-day', "National Patriots' Day", monday, 'before', 5, 25),
      the.fixed('national-holiday', 'National Holiday', 6, 24),
      canadaDay(the),
      labourDay(the),
      thanksgiving(the),
      christmas(the),
    ],
    quoted,
  ),
];
