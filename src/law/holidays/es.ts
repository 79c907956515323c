import { day } from '../plain-date.ts';
import type { HolidayCalendar } from './holiday.ts';
import { saturday, sunday, words } from './words.ts';

const decree = {
  label: 'Real Decreto 2001/1983, art. 45.1, in its wording of 1995',
  url: 'https://noticias.juridicas.com/base_datos/Laboral/rd2001-1983.t5.html',
};
const { fixed, easter } = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: decree });

/**
 * Holidays kept in all of Spain. One that falls on a Sunday gives the Monday, but each community may keep another day in
 * its place, as for days of its own: those are an agency's own days. Saturdays are off since Ley 39/2015, in force from
 * 2 October 2016; before that they counted, which this calendar does not know.
 */
export const es: HolidayCalendar = {
  id: 'es',
  name: 'Holidays in all of Spain',
  cites: decree,
  source: 'the text of the article; art. 45.2 and 45.3 give the Monday after a Sunday, or another day in its place',
  confidence: 'high',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  holidays: [
    fixed('ano-nuevo', 'Año Nuevo', 1, 1),
    fixed('epifania', 'Epifanía del Señor', 1, 6),
    // Not in Catalonia and the Valencian Community, nor always elsewhere.
    easter('jueves-santo', 'Jueves Santo', -3, { optional: true }),
    easter('viernes-santo', 'Viernes Santo', -2),
    fixed('fiesta-del-trabajo', 'Fiesta del Trabajo', 5, 1),
    fixed('asuncion', 'Asunción de la Virgen', 8, 15),
    fixed('fiesta-nacional', 'Fiesta Nacional de España', 10, 12),
    fixed('todos-los-santos', 'Todos los Santos', 11, 1),
    fixed('dia-de-la-constitucion', 'Día de la Constitución', 12, 6),
    fixed('inmaculada', 'Inmaculada Concepción', 12, 8),
    fixed('navidad', 'Natividad del Señor', 12, 25),
  ],
};
