import { readClock } from '../../dist/law/clock.js';
import { standingOn } from '../../dist/law/standing-on.js';
import { findStatute } from '../../dist/law/statutes/all.js';

/** The law is what the desk exists for: the opponent reads the same clock, so that the difference is everything around it. */
const statute = findStatute('us-foia');

export function standing(facts, asOf) {
  return standingOn(readClock(facts, { statute, overrides: {}, feeCategory: null }), asOf);
}

export const calendarOf = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });
