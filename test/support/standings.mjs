// Reads every worked case by its law from the build, and prints one hash of all that came out; run under some TZ.
import { createHash } from 'node:crypto';
import { cases } from '../../dist/law/cases/all.js';
import { standingOfCase } from '../../dist/law/cases/check.js';
import { explainStanding } from '../../dist/law/explain.js';
import { findStatute } from '../../dist/law/statutes/all.js';
import { timeIn } from '../../dist/zone.js';

const hash = createHash('sha256');
for (const one of cases) {
  const statute = findStatute(one.statute ?? 'us-foia');
  const standing = standingOfCase(one, statute, (instant) => timeIn(statute.timeZone, instant));
  hash.update(`${one.id}\n${JSON.stringify(standing)}\n${explainStanding(standing)}\n`);
}
const noon = new Date('2026-01-15T12:00:00Z');
console.log(
  JSON.stringify({ cases: cases.length, hash: hash.digest('hex'), hourHere: noon.getHours(), dayHere: noon.getDate() }),
);
