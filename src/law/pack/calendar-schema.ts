import type { Holiday, HolidayCalendar, MonthDay, Observance, Regime } from '../holidays/holiday.ts';
import type { Direction, HolidayRule } from '../holidays/holiday.ts';
import {
  type Fields,
  id,
  listOf,
  maybe,
  object,
  oneOf,
  plainDate,
  type Schema,
  the,
  whole,
  words,
  year,
  yes,
} from './schema-words.ts';
import { provenance } from './statute-schema.ts';

const weekday = whole(0, 6);
const monthDay: Fields<MonthDay> = { month: whole(1, 12), day: whole(1, 31) };
const plus = maybe(whole(-31, 31));

/** The kinds of a union of objects that hold one key each, by that key. */
type Kinds = HolidayRule extends infer Rule ? (Rule extends unknown ? keyof Rule : never) : never;
type RuleOf<K extends Kinds> = Extract<HolidayRule, Record<K, unknown>>[K &
  keyof Extract<HolidayRule, Record<K, unknown>>];

const rules: Record<Kinds, Schema> = {
  fixed: object<MonthDay>(monthDay),
  nth: object<RuleOf<'nth'>>({
    month: whole(1, 12),
    weekday,
    nth: { enum: [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5] },
    plus,
  }),
  by: object<RuleOf<'by'>>({
    ...monthDay,
    weekday,
    is: oneOf<Direction>({ 'on-or-after': true, 'on-or-before': true, before: true, after: true, nearest: true }),
    plus,
  }),
  easter: whole(-100, 100),
  dates: listOf(plainDate, 2000),
  span: object<RuleOf<'span'>>({ from: the('MonthDay'), to: the('MonthDay') }),
  equinox: oneOf<RuleOf<'equinox'>>({ vernal: true, autumnal: true }),
  between: oneOf<RuleOf<'between'>>({ holidays: true }),
};

const onSaturday = oneOf<Observance['onSaturday']>({
  friday: true,
  saturday: true,
  monday: true,
  'next-free': true,
  'previous-free': true,
});
const onSunday = oneOf<Observance['onSunday']>({
  friday: true,
  sunday: true,
  monday: true,
  tuesday: true,
  'next-free': true,
  'previous-free': true,
});

/** What a holiday calendar is made of, by name. */
export const calendarDefinitions: Record<string, Schema> = {
  MonthDay: object<MonthDay>(monthDay),
  HolidayRule: {
    type: 'object',
    properties: rules,
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    description: 'On which day or days of a year a holiday falls: one of these words.',
  },
  Regime: object<Regime>(
    {
      onSaturday: maybe(onSaturday),
      onSunday: maybe(onSunday),
      from: maybe(year),
      to: maybe(year),
      cites: maybe(the('Citation')),
    },
    { description: 'Years in which another observance held.' },
  ),
  Holiday: object<Holiday>({
    id,
    name: words,
    rule: the('HolidayRule'),
    onSaturday,
    onSunday,
    from: maybe(year),
    to: maybe(year),
    every: maybe(object<NonNullable<Holiday['every']>>({ years: whole(1, 100), first: year })),
    except: maybe(listOf(year, 400)),
    weekdays: maybe(listOf(weekday, 7, { minItems: 1 })),
    unless: maybe(object<NonNullable<Holiday['unless']>>({ ...monthDay, weekday })),
    regimes: maybe(listOf(the('Regime'), 50)),
    onTaken: maybe(oneOf<NonNullable<Holiday['onTaken']>>({ 'next-free': true, 'previous-free': true })),
    optional: maybe(yes),
    cites: the('Citation'),
    source: maybe(provenance.source),
    confidence: maybe(provenance.confidence),
    checkedOn: maybe(provenance.checkedOn),
  }),
  HolidayCalendar: object<HolidayCalendar>(
    {
      id,
      name: words,
      weekend: listOf(weekday, 4, { uniqueItems: true }),
      includes: maybe(listOf(id, 20)),
      without: maybe(listOf(id, 200)),
      holidays: listOf(the('Holiday'), 200),
      saturdayCites: maybe(the('Citation')),
      sundayCites: maybe(the('Citation')),
      published: maybe(
        object<NonNullable<HolidayCalendar['published']>>({
          by: words,
          years: listOf({ anyOf: [year, object<{ from: number; to: number }>({ from: year, to: year })] }, 300),
        }),
      ),
      ...provenance,
    },
    { description: 'Which days are off in one place, as rules. Months count from 1, weekdays from 0 = Sunday.' },
  ),
};
