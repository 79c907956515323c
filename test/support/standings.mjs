// Reads every worked case, and every history in the file that is named, by its law from the build; prints one hash of all
// that came out. Run under some TZ.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cases } from '../../dist/law/cases/all.js';
import { standingOfCase } from '../../dist/law/cases/check.js';
import { readClock } from '../../dist/law/clock.js';
import { explainStanding } from '../../dist/law/explain.js';
import { standingOn } from '../../dist/law/standing-on.js';
import { findStatute } from '../../dist/law/statutes/all.js';
import { timeIn } from '../../dist/zone.js';

const histories = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const hash = createHash('sha256');
const add = (name, standing) => hash.update(`${name}\n${JSON.stringify(standing)}\n${explainStanding(standing)}\n`);
const hoursAt =
  ({ timeZone }) =>
  (instant) =>
    timeIn(timeZone, instant);

for (const one of cases) {
  const statute = findStatute(one.statute ?? 'us-foia');
  add(one.id, standingOfCase(one, statute, hoursAt(statute)));
}
for (const { statuteId, facts, asOf } of histories) {
  const statute = findStatute(statuteId);
  add(statuteId, standingOn(readClock(facts, { statute, hourOf: hoursAt(statute) }), asOf));
}
const noon = new Date('2026-01-15T12:00:00Z');
console.log(
  JSON.stringify({
    cases: cases.length,
    histories: histories.length,
    hash: hash.digest('hex'),
    hourHere: noon.getHours(),
    dayHere: noon.getDate(),
  }),
);
