import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, unread, weekend } from './us-days.ts';

const cites = { label: 'Idaho Code 73-108' };
const d = stateDays({ ...moved, cites });

export const usId: HolidayCalendar = {
  id: 'us-id',
  name: 'Legal holidays of Idaho',
  cites,
  source: 'the section in copies of the code of 2020 and later, none of which names Juneteenth',
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king({ name: 'Martin Luther King, Jr.-Idaho Human Rights Day' }),
    d.presidents({ name: "Washington's Birthday" }),
    d.memorial(),
    // Not in the list; a day "appointed by the President … or by the governor".
    d.juneteenth({
      from: 2021,
      confidence: 'medium',
      cites: unread('Idaho Code 73-108, day appointed by the Governor'),
    }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
