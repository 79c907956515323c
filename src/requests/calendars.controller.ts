import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeskError, notFound } from '../errors.ts';
import { type Calendar, calendarOf, type SkippedDay } from '../law/calendar.ts';
import { findHolidayCalendar, holidayCalendars } from '../law/holidays/all.ts';
import type { HolidayCalendar } from '../law/holidays/holiday.ts';
import { addDays, dayOf, type PlainDate, yearOf } from '../law/plain-date.ts';
import {
  AddQuery,
  CalendarDays,
  CalendarList,
  CountedDays,
  type DayOffView,
  toCalendarItem,
  YearQuery,
} from './calendars.dto.ts';

@ApiTags('statutes')
@Controller('calendars')
export class CalendarsController {
  @ApiOperation({ summary: 'The holiday calendars that the desk knows' })
  @ApiOkResponse({ type: CalendarList })
  @Get()
  list(): CalendarList {
    return { items: holidayCalendars.map(toCalendarItem), next: null };
  }

  @ApiOperation({ summary: 'The weekdays off of one year, each with its legal source' })
  @ApiOkResponse({ type: CalendarDays })
  @Get(':id/days')
  days(@Param('id') id: string, @Query() { year }: YearQuery): CalendarDays {
    const { rules, calendar } = find(id);
    const last = addDays(dayOf(year, 1, 1), -1);
    const end = dayOf(year, 12, 31);
    const days = calendar.holidaysBetween(last, end).map((off) => toView(calendar, off));
    return { calendar: toCalendarItem(rules), year, days, ...doubts(rules, calendar, dayOf(year, 1, 1), end) };
  }

  @ApiOperation({ summary: 'So many working days after a day, which itself is not counted' })
  @ApiOkResponse({ type: CountedDays })
  @Get(':id/add')
  add(@Param('id') id: string, @Query() { from, days }: AddQuery): CountedDays {
    const { rules, calendar } = find(id);
    // Days end in 2200, and no count is longer than some fifteen years.
    if (yearOf(from) > 2180) {
      throw new DeskError('does-not-fit', 'from must be a day before 2181.', {
        errors: [{ pointer: '/from', detail: 'must be a day before 2181' }],
      });
    }
    const on = calendar.addWorkingDays(from, days);
    const skipped = calendar.holidaysBetween(from, on).map((off) => toView(calendar, off));
    return { from, days, on, skipped, ...doubts(rules, calendar, from, on) };
  }
}

function find(id: string): { rules: HolidayCalendar; calendar: Calendar } {
  const rules = findHolidayCalendar(id);
  if (!rules) throw notFound('calendar');
  return { rules, calendar: calendarOf(id, undefined, false) };
}

function toView(calendar: Calendar, off: SkippedDay): DayOffView {
  return { on: off.on, name: off.name, cites: calendar.citationFor(off) };
}

function doubts(rules: HolidayCalendar, calendar: Calendar, from: PlainDate, to: PlainDate): { unverified?: string } {
  const years = calendar.unpublishedYears(from, to);
  if (years.length > 0)
    return {
      unverified: `${rules.published!.by} announces its days year by year, and those of ${years.join(', ')} are not known here`,
    };
  return rules.confidence === 'high' ? {} : { unverified: `not all of it was verified: ${rules.source}` };
}
