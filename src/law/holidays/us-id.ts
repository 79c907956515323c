import type { HolidayCalendar } from './holiday.ts';
import { moved, readOn, stateDays, weekend } from './us-days.ts';

const cites = { label: 'Idaho Code 73-108' };
const d = stateDays({ ...moved, cites });

export const usId: HolidayCalendar = {
  id: 'us-id',
  name: 'Legal holidays of Idaho',
  cites,
  source:
    "the section in copies of the code of 2020 and later, none of which names Juneteenth, and the Governor's proclamation",
  confidence: 'high',
  checkedOn: readOn,
  weekend,
  holidays: [
    d.newYear(),
    d.king({ name: 'Martin Luther King, Jr.-Idaho Human Rights Day' }),
    d.presidents({ name: "Washington's Birthday" }),
    d.memorial(),
    // Not in the list: recognized by the Governor as a day "appointed by the President".
    d.juneteenth({
      from: 2021,
      cites: {
        label: "Idaho Code 73-108, the Governor's proclamation of 17 June 2021",
        url: 'https://localnews8.com/life/holidays/2021/06/17/idaho-observes-juneteenth-as-new-legal-public-holiday',
      },
    }),
    d.independence(),
    d.labor(),
    d.columbus(),
    d.veterans(),
    d.thanksgiving(),
    d.christmas(),
  ],
};
