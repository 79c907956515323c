import { shippedCalendars } from '../../src/law/holidays/all.ts';
import { shippedStatutes } from '../../src/law/statutes/shipped.ts';

/** A law as a newsroom may write it: that of Pennsylvania under another id, with another period. */
export function aLaw(id: string, determination: object = {}): Record<string, unknown> {
  const law: any = structuredClone(shippedStatutes.find((one) => one.id === 'us-pa')!);
  law.terms.determination = { ...law.terms.determination, ...determination };
  return { ...law, id, name: `The law ${id}` };
}

/** A calendar as a newsroom may write it: Pennsylvania's under another id, with more days off. */
export function aCalendar(id: string, dates: string[] = []): Record<string, unknown> {
  const calendar: any = structuredClone(shippedCalendars.find((one) => one.id === 'us-pa')!);
  const { cites } = calendar.holidays[0];
  const more = {
    id: 'more-days',
    name: 'A day more',
    rule: { dates },
    onSaturday: 'saturday',
    onSunday: 'sunday',
    cites,
  };
  return { ...calendar, id, holidays: [...calendar.holidays, more] };
}
