import { day } from '../plain-date.ts';
import { rulesOf } from './mx-lgtaip-rules.ts';
import type { Cited } from './mx-lgtaip-rules.ts';
import { citesOf, term, told, unread, write } from './write.ts';

const ley = citesOf('LGTAIP 2015');
const copy = 'public pages that cite the article; the text itself was not read';

const cited: Cited = (article, seenIn) =>
  seenIn ? told(ley(article), seenIn) : unread(ley(article), 'general knowledge');

/** Mexico until March 2025. */
export const mxLgtaipUntil2025 = write({
  ...rulesOf(cited, told(ley('art. 142'), copy)),
  id: 'mx-lgtaip',
  name: 'Ley General de Transparencia y Acceso a la Información Pública (2015)',
  jurisdiction: 'MX',
  cites: { label: 'LGTAIP 2015 (DOF 04-05-2015)' },
  timeZone: 'America/Mexico_City',
  version: {
    from: day('2015-05-05'),
    to: day('2025-03-20'),
    appliesTo: 'filed-from',
    cites: { ...ley('transitorios'), unverified: true },
    confidence: 'low',
  },
  calendar: 'mx',
  terms: { determination: term(20, 'working-day', 'receipt', told(ley('art. 132'), copy)) },
});
