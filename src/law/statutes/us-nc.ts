import { day } from '../plain-date.ts';
import { citesOf, courtWithoutWindow, read, refusals, write } from './write.ts';

const gs = citesOf('N.C. Gen. Stat.');
const text = 'the General Statutes in a public release of November 2022';

/** North Carolina. No day binds the agency. */
export const usNc = write({
  id: 'us-nc',
  name: 'Public Records Law',
  jurisdiction: 'US-NC',
  cites: gs('132-1 to 132-11'),
  timeZone: 'America/New_York',
  version: {
    from: day('2010-10-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: { ...gs('132-9, 7A-38.3E'), unverified: true },
    confidence: 'low',
  },
  calendar: 'us-nc',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(gs('132-6(a)'), text) },
  terms: {},
  rules: {
    prompt: {
      says: 'copies are owed as promptly as possible; no day is set',
      ...read(gs('132-6(a)'), text),
    },
  },
  adverseActs: refusals(read(gs('132-9(a)'), text)),
  challenges: [
    courtWithoutWindow('action to compel disclosure', read(gs('132-9(a)'), text), [
      { of: 'request', when: 'adverse-act' },
      // Long silence can be one too; no day says from when.
      { of: 'request', when: 'silence' },
    ]),
  ],
  notes: [
    'Once the other side has answered the suit, the plaintiff must ask for mediation within 30 days of that pleading, or may lose the court (7A-38.3E(b), 132-9(a)). That day is not shown: no fact here says when the pleading was filed. A last day on which the courthouse is closed moves (103-5).',
    'Long silence can be a denial too; the law does not say from when, so nothing is told to follow from it.',
    'Mediation before a suit is possible and voluntary (7A-38.3E(a)).',
    'Session laws of 2023 to 2026 were not read.',
  ],
});
