import type { HolidayCalendar } from './holiday.ts';
import { saturday, sunday, unread, words } from './words.ts';

const circular = unread('Department of Personnel and Training, yearly circular on holidays in central offices');
const { fixed } = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: circular });

/**
 * The three national holidays of India and nothing more. A central office keeps about fourteen more days, most of them
 * by the moon, which a circular names each year: import them as an agency's own days.
 */
export const india: HolidayCalendar = {
  id: 'in',
  name: 'National holidays of India',
  cites: circular,
  source: 'nothing was read: the three days that every office in India keeps',
  confidence: 'low',
  checkedOn: null,
  weekend: [sunday, saturday],
  published: { by: 'the Department of Personnel and Training', years: [] },
  holidays: [
    fixed('republic-day', 'Republic Day', 1, 26),
    fixed('independence-day', 'Independence Day', 8, 15),
    fixed('gandhi-jayanti', 'Mahatma Gandhi’s Birthday', 10, 2),
  ],
};
