import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IsPlainDate } from '../http/validators.ts';
import type { HolidayCalendar } from '../law/holidays/holiday.ts';
import type { PlainDate } from '../law/plain-date.ts';
import { confidences } from '../law/terms.ts';
import { CitationView } from './standing.dto.ts';

const day = { type: String, format: 'date' } as const;
const whole = ({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;

export class YearQuery {
  @ApiProperty({ type: 'integer', minimum: 1901, maximum: 2199, example: 2026 })
  @Transform(whole)
  @IsInt({ message: 'must be a year, such as 2026' })
  @Min(1901, { message: 'must be a year from 1901 to 2199' })
  @Max(2199, { message: 'must be a year from 1901 to 2199' })
  year: number;
}

export class AddQuery {
  /** The day of the event, which is not counted. */
  @ApiProperty(day)
  @IsPlainDate()
  from: PlainDate;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 3660, example: 20 })
  @Transform(whole)
  @IsInt({ message: 'must be a whole number of working days' })
  @Min(0, { message: 'must be 0 or more' })
  @Max(3660, { message: 'must be at most 3660' })
  days: number;
}

@ApiSchema({ name: 'Calendar' })
export class CalendarItem {
  @ApiProperty({ type: String, example: 'us-federal' }) id: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: [Number], description: 'Weekdays that are never working days; 0 is Sunday.' })
  weekend: readonly number[];
  @ApiProperty({ type: CitationView }) cites: CitationView;
  @ApiProperty({ type: String, description: 'What was read for it.' }) source: string;
  @ApiProperty({ type: String, enum: [...confidences] }) confidence: HolidayCalendar['confidence'];
  @ApiProperty({ ...day, nullable: true }) checkedOn: PlainDate | null;
}

export class CalendarList {
  items: CalendarItem[];
  @ApiProperty({ type: 'null' }) next: null;
}

@ApiSchema({ name: 'DayOff' })
export class DayOffView {
  @ApiProperty(day) on: PlainDate;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: CitationView }) cites: CitationView;
}

/** The weekdays off of one year. */
export class CalendarDays {
  @ApiProperty({ type: CalendarItem }) calendar: CalendarItem;
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ type: [DayOffView], description: 'Weekdays off, in order; weekends are not listed.' })
  days: DayOffView[];
  @ApiPropertyOptional({ type: String, description: 'Why the list may not be whole.' }) unverified?: string;
}

/** A count of working days. */
export class CountedDays {
  @ApiProperty(day) from: PlainDate;
  @ApiProperty({ type: 'integer' }) days: number;
  @ApiProperty({ ...day, description: 'The last of them.' }) on: PlainDate;
  @ApiProperty({ type: [DayOffView], description: 'Weekdays that were left out.' }) skipped: DayOffView[];
  @ApiPropertyOptional({ type: String, description: 'Why the count may be wrong.' }) unverified?: string;
}

export function toCalendarItem({
  id,
  name,
  weekend,
  cites,
  source,
  confidence,
  checkedOn,
}: HolidayCalendar): CalendarItem {
  return { id, name, weekend, cites, source, confidence, checkedOn };
}
