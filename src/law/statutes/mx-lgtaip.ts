import { day } from '../plain-date.ts';
import type { Statute } from '../statute.ts';
import { mxLgtaipUntil2025 } from './mx-lgtaip-until-2025.ts';
import { rulesOf } from './mx-lgtaip-rules.ts';
import type { Cited } from './mx-lgtaip-rules.ts';
import { citesOf, term, told, unread } from './write.ts';

const ley = citesOf('LGTAIP 2025');
const log = 'a public research log of September 2026 by people who had the text; the text itself was not read';

const cited: Cited = (article) =>
  unread(ley(`as ${article} of the law of 2015`), 'the law of 2015; the article of 2025 was not read');

/** Mexico since March 2025. What could not be read of the new law is taken from the one before, and says so. */
export const mxLgtaip: Statute = {
  ...mxLgtaipUntil2025,
  ...rulesOf(
    cited,
    unread(ley('art. 144'), `${log}: the article is known, its days are those of art. 142 of the law of 2015`),
  ),
  id: 'mx-lgtaip',
  name: 'Ley General de Transparencia y Acceso a la Información Pública',
  cites: { label: 'LGTAIP 2025 (DOF 20-03-2025)' },
  version: {
    from: day('2025-03-21'),
    to: null,
    appliesTo: 'filed-from',
    cites: { ...ley('transitorios'), unverified: true },
    confidence: 'low',
  },
  terms: { determination: term(20, 'working-day', 'receipt', told(ley('art. 134'), log)) },
  earlier: [mxLgtaipUntil2025],
  notes: [
    'The law of 20 March 2025 took the place of that of 2015. Of its text only a few articles are known here, at second hand; the other numbers are those of 2015 and not verified.',
    'Every body publishes a calendar of days off of its own, with weeks in July and December: enter them, for they move all of these days.',
    'The acknowledgement of the platform tells the day on which the request counts as filed: enter it as the day of receipt.',
    'A question of the body within five working days wipes out what had run; one that comes later stops nothing. An answer is due within ten working days, or the request counts as not filed.',
    'What copies cost is to be paid within thirty working days of the notice, or the request lapses. That is not verified, and not built in.',
    'In 2025 the terms of recursos, denuncias and inconformidades stood still while the authorities were replaced: until 3 June 2025 against the federal executive, until 18 June 2025 before other federal guarantors. The twenty working days to answer did not. No decree that stops those is known, so no suspension is built in: a time to file a recurso that ran then ended later than is shown.',
    'The recurso is decided within forty working days of its admission; here from its receipt, since no fact tells of the admission.',
  ],
};
