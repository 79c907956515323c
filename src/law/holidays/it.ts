import { day } from '../plain-date.ts';
import type { HolidayCalendar } from './holiday.ts';
import { saturday, sunday, unread, words } from './words.ts';

const law = {
  label: 'Legge 27 maggio 1949, n. 260, art. 2',
  url: 'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:1949-05-27;260',
};
const { fixed, easter, dates } = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: law });

/** National holidays of Italy. The patron saint's day is each town's own. */
export const it: HolidayCalendar = {
  id: 'it',
  name: 'National holidays of Italy',
  cites: law,
  source:
    'the article as amended by the law of 2025, which was read; the law of 1977 that struck out its other days was not',
  confidence: 'medium',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  holidays: [
    fixed('capodanno', 'Capodanno', 1, 1),
    fixed('epifania', 'Epifania', 1, 6, { from: 1986, cites: unread('D.P.R. 28 dicembre 1985, n. 792') }),
    easter('lunedi-dell-angelo', "Lunedì dell'Angelo", 1),
    fixed('liberazione', 'Anniversario della Liberazione', 4, 25),
    fixed('festa-del-lavoro', 'Festa del lavoro', 5, 1),
    fixed('festa-della-repubblica', 'Festa della Repubblica', 6, 2, {
      from: 2001,
      cites: unread('Legge 20 novembre 2000, n. 336'),
    }),
    fixed('santi-pietro-e-paolo', 'Santi Pietro e Paolo (Roma)', 6, 29, { optional: true }),
    fixed('assunzione', 'Assunzione', 8, 15),
    fixed('san-francesco', "San Francesco d'Assisi", 10, 4, {
      from: 2026,
      cites: {
        label: 'Legge 8 ottobre 2025, n. 151, art. 1',
        url: 'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:2025-10-08;151',
      },
    }),
    fixed('ognissanti', 'Ognissanti', 11, 1),
    fixed('immacolata', 'Immacolata Concezione', 12, 8),
    fixed('natale', 'Natale', 12, 25),
    fixed('santo-stefano', 'Santo Stefano', 12, 26),
    dates('unita-2011', "150 anni dell'Unità d'Italia", ['2011-03-17'], {
      cites: unread('D.L. 22 febbraio 2011, n. 5'),
    }),
  ],
};
