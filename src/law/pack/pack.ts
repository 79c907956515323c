import type { Case } from '../cases/case.ts';
import type { HolidayCalendar } from '../holidays/holiday.ts';
import type { Statute } from '../statute.ts';

/**
 * Laws, holiday calendars and worked cases as a newsroom writes them into one JSON file. A statute or a calendar with the id
 * of a shipped one replaces it whole.
 */
export interface Pack {
  statutes?: Statute[];
  calendars?: HolidayCalendar[];
  cases?: Case[];
}

/** A fault in a pack; `pointer` is a JSON Pointer to it. */
export interface PackError {
  pointer: string;
  detail: string;
}

/** One step further in a JSON Pointer. */
export function below(pointer: string, ...steps: (string | number)[]): string {
  return steps.reduce<string>(
    (path, step) => `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    pointer,
  );
}
