import { readClock } from '../dist/law/clock.js';
import { standingOn } from '../dist/law/standing-on.js';
import { findStatute } from '../dist/law/statutes/all.js';
import { addWorkingDays } from './bare/working-days.mjs';
import { alternate, print } from './compare.mjs';

const ROUNDS = 5;
const ROUND_MS = 800;

/** One law of each family, with the level at which it is challenged first. */
const FAMILIES = [
  ['us-foia', 'federal: pauses, shared extension', {}],
  ['us-pa', 'state: silence opens an appeal', { level: 'oversight' }],
  ['us-ca', 'state: calendar days', {}],
  ['us-tx', 'state: ruling of an overseer', {}],
  ['uk-foia-2000', 'restart, fees notice, three stages', {}],
  ['ie-foi-2014', 'working weeks', {}],
  ['de-ifg', 'months, rolled', {}],
  ['fr-crpa', 'silence after silence', { level: 'oversight' }],
  ['eu-1049-2001', 'registration, confirmatory', {}],
  ['nz-oia-1982', 'blocked weeks', { level: 'oversight' }],
];

/** A history of eight changes: asked, answered, extended, refused, challenged, decided. */
const historyOf = ({ level }) =>
  [
    { on: '2026-02-02', kind: 'filed', channel: 'email' },
    { on: '2026-02-02', kind: 'received' },
    { on: '2026-02-04', kind: 'acknowledged', trackingNumber: 'F-1' },
    { on: '2026-02-06', kind: 'clarification-requested', answerBy: '2026-03-06' },
    { on: '2026-02-16', kind: 'clarified', channel: 'email' },
    { on: '2026-02-20', kind: 'extended', ground: 'voluminous records' },
    { on: '2026-03-30', kind: 'determined', outcome: 'denied' },
    { on: '2026-04-10', kind: 'appealed', channel: 'email', ...(level && { level }) },
  ].map((fact, i) => ({ ...fact, id: String(i + 1), sequence: i + 1, recordedAt: `${fact.on}T16:00:00.000Z` }));

/**
 * The clock alone: from facts to a standing with every step and every other reading, one law of each family; beside it a
 * loop that only counts the days of the period one by one, with nothing to say for itself.
 */
export async function benchClock() {
  for (const [id, what, more] of FAMILIES) {
    const statute = findStatute(id);
    if (!statute) throw new Error(`bench: there is no law ${id}`);
    const facts = historyOf(more);
    const law = { statute, overrides: {}, feeCategory: null };
    const count = statute.terms.determination?.count ?? 20;
    const result = await alternate(
      ROUNDS,
      () => perSecond(() => standingOn(readClock(facts, law), '2026-05-20')),
      () => perSecond(() => addWorkingDays('2026-02-02', count)),
    );
    print(`clock: ${id} (${what})`, result, 'a second');
  }
}

function perSecond(work) {
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < ROUND_MS) {
    for (let i = 0; i < 50; i++) work();
    done += 50;
  }
  return done / ((performance.now() - started) / 1000);
}
