import type { HolidayCalendar } from './holiday.ts';
import { agreed, saturday, sunday, unread, words } from './words.ts';

const decree = unread('Real Decreto 2001/1983, art. 45', 'https://www.boe.es/buscar/act.php?id=BOE-A-1983-20801');
const { fixed, easter } = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: decree });

/**
 * Holidays kept in all of Spain. The communities and towns add theirs, and may give the Monday for one that falls on a
 * Sunday: those are an agency's own days. Saturdays count as off since Ley 39/2015, in force from 2 October 2016.
 */
export const es: HolidayCalendar = {
  id: 'es',
  name: 'Holidays in all of Spain',
  cites: decree,
  ...agreed,
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
