// Compares the shipped holiday calendars with another list, day by day, and prints where they differ. For developers:
// it judges nothing. docs/law/holidays.md says of each difference who is right.
//
//   node scripts/cross-check-holidays.mjs --package DIR [--years 1990-2100] [calendar …]
//   node scripts/cross-check-holidays.mjs --list FILE   [--years 1990-2100] [calendar …]
//
// DIR is a folder in which the package `date-holidays` happens to be installed; its data are not under our licence, so
// it is no dependency and nothing of it is kept. FILE is JSON: {"calendar id": ["2026-01-01", …]}.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const states =
  'al ak az ar ca co ct dc de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh';
const more = 'ok or pa ri sc sd tn tx ut vt va wa wv wi wy';

/** Our calendar → country, state, region there. `types` where more than its public holidays are days off by law. */
const places = {
  'us-federal': { at: ['US'], types: ['public', 'bank'] },
  'gb-eng': { at: ['GB', 'ENG'] },
  'gb-sct': { at: ['GB', 'SCT'] },
  'gb-nir': { at: ['GB', 'NIR'] },
  ie: { at: ['IE'] },
  fr: { at: ['FR'] },
  es: { at: ['ES'] },
  it: { at: ['IT'] },
  'ca-federal': { at: ['CA'] },
  nz: { at: ['NZ'] },
  jp: { at: ['JP'] },
  br: { at: ['BR'] },
  mx: { at: ['MX'] },
  za: { at: ['ZA'] },
  ...each(
    'de-',
    ['bw', 'by', 'be', 'bb', 'hb', 'hh', 'he', 'mv', 'ni', 'nw', 'rp', 'sl', 'sn', 'st', 'sh', 'th'],
    'DE',
  ),
  ...each('ca-', ['on', 'bc', 'sk', 'ab', 'qc'], 'CA'),
  ...each('us-', `${states} ${more}`.split(' '), 'US', ['public', 'bank']),
  ...each('au-', ['act', 'nsw', 'vic', 'qld', 'sa', 'wa', 'tas', 'nt'], 'AU'),
};

function each(prefix, codes, country, types) {
  return Object.fromEntries(codes.map((code) => [prefix + code, { at: [country, code.toUpperCase()], types }]));
}

const { values, positionals } = parseArgs({
  options: { package: { type: 'string' }, list: { type: 'string' }, years: { type: 'string', default: '1990-2100' } },
  allowPositionals: true,
});
const theirs = values.list ? fromList(values.list) : await fromPackage(values.package);
const { holidayCalendars } = await import('../dist/law/holidays/all.js');
const { calendarOf } = await import('../dist/law/calendar.js');
const { day, weekday } = await import('../dist/law/plain-date.js');

const [first, last] = values.years.split('-').map(Number);
let different = 0;
for (const { id } of holidayCalendars) {
  if (positionals.length > 0 && !positionals.includes(id)) continue;
  const calendar = calendarOf(id, undefined, false);
  const found = new Map();
  for (let year = first; year <= last; year++) {
    const there = theirs(id, year);
    if (there) compare(calendar, year, there, found);
  }
  for (const [what, days] of found) console.log(`${id}: ${what}: ${days.join(' ')}`);
  for (const days of found.values()) different += days.length;
}
console.log(`${different} days differ from ${first} to ${last}.`);

/** Weekdays alone: a holiday on a weekend changes no count. */
function compare(calendar, year, there, found) {
  const isWeekday = (d) => weekday(d) % 6 !== 0;
  const ours = new Map(
    calendar
      .holidaysBetween(day(`${year - 1}-12-31`), day(`${year}-12-31`))
      .filter((off) => isWeekday(off.on))
      .map((off) => [off.on, off.name]),
  );
  for (const [on, name] of ours) if (!there.has(on)) note(found, `only ours, ${name}`, on);
  for (const [on, name] of there) if (isWeekday(on) && !ours.has(on)) note(found, `only theirs, ${name}`, on);
}

function note(found, what, on) {
  found.set(what, [...(found.get(what) ?? []), on]);
}

function fromList(file) {
  const list = JSON.parse(readFileSync(file, 'utf8'));
  return (id, year) => {
    const own = list[id]?.filter((on) => on.startsWith(`${year}-`));
    return own && new Map(own.map((on) => [on, 'listed']));
  };
}

async function fromPackage(dir) {
  let Holidays;
  try {
    const found = createRequire(join(resolve(dir ?? '.'), 'package.json'))('date-holidays');
    Holidays = found.default ?? found;
  } catch {
    console.error('The package date-holidays is not installed there: nothing was compared. See the head of this file.');
    process.exit(2);
  }
  return (id, year) => {
    const place = places[id];
    if (!place) return null;
    const types = place.types ?? ['public'];
    const listed = new Holidays(...place.at).getHolidays(year).filter((one) => types.includes(one.type));
    return new Map(listed.flatMap((one) => daysOf(one).map((on) => [on, one.name])));
  };
}

/** Every day of a holiday of theirs, which may be longer than one. The text before the time is the local day. */
function daysOf({ date, start, end }) {
  const length = Math.max(1, Math.round((end - start) / 86_400_000));
  const from = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Array.from({ length }, (_, i) => new Date(from + i * 86_400_000).toISOString().slice(0, 10));
}
