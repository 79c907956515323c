import { day } from '../plain-date.ts';
import type { HolidayCalendar } from './holiday.ts';
import { saturday, sunday, unread, words } from './words.ts';

const code = {
  label: 'Code du travail, art. L3133-1',
  url: 'https://www.legifrance.gouv.fr/codes/id/LEGISCTA000033008129/',
};
const { fixed, easter } = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: code });
// Not in the overseas territories, which add days of their own.
const east = {
  optional: true,
  cites: unread('Code du travail, art. L3134-13 (Bas-Rhin, Haut-Rhin, Moselle)'),
} as const;

/** Legal holidays of metropolitan France. Whit Monday stayed one when it became the usual day of solidarity. */
export const fr: HolidayCalendar = {
  id: 'fr',
  name: 'Legal holidays of France',
  cites: code,
  source: 'the text of the article, as in force in 2011 and in 2024',
  confidence: 'high',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  holidays: [
    fixed('jour-de-l-an', "Jour de l'An", 1, 1),
    easter('vendredi-saint', 'Vendredi saint', -2, east),
    easter('lundi-de-paques', 'Lundi de Pâques', 1),
    fixed('fete-du-travail', 'Fête du Travail', 5, 1),
    fixed('victoire-1945', 'Victoire de 1945', 5, 8, { from: 1982 }),
    easter('ascension', 'Ascension', 39),
    easter('lundi-de-pentecote', 'Lundi de Pentecôte', 50),
    fixed('quatorze-juillet', '14 juillet', 7, 14),
    fixed('assomption', 'Assomption', 8, 15),
    fixed('toussaint', 'Toussaint', 11, 1),
    fixed('armistice-1918', 'Armistice de 1918', 11, 11),
    fixed('noel', 'Noël', 12, 25),
    fixed('saint-etienne', 'Saint-Étienne', 12, 26, east),
  ],
};
