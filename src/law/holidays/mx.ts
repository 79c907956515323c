import { day } from '../plain-date.ts';
import type { HolidayCalendar } from './holiday.ts';
import { monday, saturday, sunday, unread, words } from './words.ts';

const law = {
  label: 'Ley Federal del Trabajo, art. 74',
  url: 'https://www.diputados.gob.mx/LeyesBiblio/pdf/LFT.pdf',
};
const { fixed, nth } = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: law });
const administrative = {
  optional: true,
  cites: unread('Ley Federal de Procedimiento Administrativo, art. 28'),
} as const;

/** Days of rest by the federal labour law. Authorities publish further days each year: an agency's own days. */
export const mx: HolidayCalendar = {
  id: 'mx',
  name: 'Días de descanso obligatorio of Mexico',
  cites: law,
  source: 'the words of the article before and after the change of 2024, as reprinted; for 2006 two independent lists',
  confidence: 'high',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  holidays: [
    fixed('ano-nuevo', 'Año Nuevo', 1, 1),
    fixed('constitucion-hasta-2005', 'Día de la Constitución', 2, 5, { to: 2005 }),
    nth('constitucion', 'Día de la Constitución', 2, monday, 1, { from: 2006 }),
    fixed('juarez-hasta-2006', 'Natalicio de Benito Juárez', 3, 21, { to: 2006 }),
    nth('juarez', 'Natalicio de Benito Juárez', 3, monday, 3, { from: 2007 }),
    fixed('dia-del-trabajo', 'Día del Trabajo', 5, 1),
    fixed('batalla-de-puebla', 'Batalla de Puebla', 5, 5, administrative),
    fixed('informe-presidencial', '1 de septiembre', 9, 1, administrative),
    fixed('independencia', 'Día de la Independencia', 9, 16),
    fixed('transmision-del-poder', 'Transmisión del Poder Ejecutivo Federal', 10, 1, {
      every: { years: 6, first: 2024 },
    }),
    fixed('revolucion-hasta-2005', 'Día de la Revolución', 11, 20, { to: 2005 }),
    nth('revolucion', 'Día de la Revolución', 11, monday, 3, { from: 2006 }),
    fixed('transmision-del-poder-hasta-2018', 'Transmisión del Poder Ejecutivo Federal', 12, 1, {
      every: { years: 6, first: 1970 },
      to: 2018,
    }),
    fixed('navidad', 'Navidad', 12, 25),
  ],
};
