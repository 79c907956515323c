import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = { label: 'K.S.A. 35-107', url: 'https://self-law.org/code/ks/chapter-35/35-107' };
const d = stateDays({ ...moved, cites });

/**
 * As the records law counts (K.S.A. 45-217): a day is no business day if Congress, the legislature, the governor or the
 * political subdivision makes it a holiday. So the federal days are in, and K.S.A. 35-107 names none besides; a town's or
 * county's own days are added per agency.
 */
export const usKs: HolidayCalendar = {
  id: 'us-ks',
  name: 'Holidays under the Kansas Open Records Act',
  cites,
  source: 'a copy of K.S.A. 35-107; K.S.A. 45-217 as research notes give it',
  confidence: 'medium',
  checkedOn: readOn,
  weekend,
  includes: ['us-federal'],
  holidays: [d.dayAfterThanksgiving({ confidence: 'low', cites: unread("K.S.A. 45-217, the Governor's designation") })],
};
