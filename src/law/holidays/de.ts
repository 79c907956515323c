import { day } from '../plain-date.ts';
import type { Citation } from '../terms.ts';
import type { Holiday, HolidayCalendar } from './holiday.ts';
import { agreed, saturday, sunday, unread, wednesday, words } from './words.ts';

const unity: Citation = {
  label: 'Einigungsvertrag Art. 2 Abs. 2',
  url: 'https://www.gesetze-im-internet.de/einigvtr/art_2.html',
};
const common = unread('the holiday acts of all sixteen Länder');
const base = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: common });
const weekend = [sunday, saturday];

/** Days that are holidays in all of Germany. Only one is set by federal law: the rest stand in every Land's own act. */
export const de: HolidayCalendar = {
  id: 'de',
  name: 'Holidays in all German Länder',
  cites: common,
  ...agreed,
  weekend,
  holidays: [
    base.fixed('neujahr', 'Neujahr', 1, 1),
    base.easter('karfreitag', 'Karfreitag', -2),
    base.easter('ostermontag', 'Ostermontag', 1),
    base.fixed('erster-mai', '1. Mai', 5, 1),
    base.easter('christi-himmelfahrt', 'Christi Himmelfahrt', 39),
    base.easter('pfingstmontag', 'Pfingstmontag', 50),
    base.fixed('tag-der-deutschen-einheit', 'Tag der Deutschen Einheit', 10, 3, {
      from: 1990,
      source: 'the text of the treaty',
      confidence: 'high',
      checkedOn: day('2026-11-24'),
      cites: unity,
    }),
    base.dates('reformationstag-2017', 'Reformationstag (500 Jahre)', ['2017-10-31']),
    // Given up everywhere but in Saxony to pay for the care insurance.
    base.by('buss-und-bettag-bis-1994', 'Buß- und Bettag', wednesday, 'before', 11, 23, { to: 1994 }),
    base.fixed('erster-weihnachtstag', '1. Weihnachtstag', 12, 25),
    base.fixed('zweiter-weihnachtstag', '2. Weihnachtstag', 12, 26),
  ],
};

const read = { source: 'the text of the section', confidence: 'high', checkedOn: day('2026-11-24') } as const;
const bavaria: Citation = { label: 'Feiertagsgesetz (FTG) BY Art. 1', url: 'https://gesetze.io/gesetze/by/ftg/1' };

type Words = ReturnType<typeof words>;

function land(
  code: string,
  name: string,
  act: string | Citation,
  holidays: (the: Words) => Holiday[],
): HolidayCalendar {
  const cites = typeof act === 'string' ? unread(act) : act;
  return {
    id: `de-${code}`,
    name: `Holidays in ${name}`,
    cites,
    ...(cites.unverified ? agreed : read),
    weekend,
    includes: ['de'],
    holidays: holidays(words({ onSaturday: 'saturday', onSunday: 'sunday', cites })),
  };
}

const epiphany = (the: Words): Holiday => the.fixed('heilige-drei-koenige', 'Heilige Drei Könige', 1, 6);
const corpusChristi = (the: Words, more?: Partial<Holiday>): Holiday =>
  the.easter('fronleichnam', 'Fronleichnam', 60, more);
const assumption = (the: Words): Holiday => the.fixed('mariae-himmelfahrt', 'Mariä Himmelfahrt', 8, 15);
const allSaints = (the: Words): Holiday => the.fixed('allerheiligen', 'Allerheiligen', 11, 1);
const reformation = (the: Words, from?: number): Holiday =>
  the.fixed('reformationstag', 'Reformationstag', 10, 31, from ? { from } : {});
const womensDay = (the: Words, from: number): Holiday =>
  the.fixed('frauentag', 'Internationaler Frauentag', 3, 8, { from });

/** The Länder. Easter and Whit Sunday, which Brandenburg and Hesse name, are Sundays and left out. */
export const deLaender: readonly HolidayCalendar[] = [
  land('bw', 'Baden-Württemberg', 'Feiertagsgesetz (FTG) BW § 1', (the) => [
    epiphany(the),
    corpusChristi(the),
    allSaints(the),
  ]),
  // 15 August is a holiday in places with more Catholics than Protestants: Munich and most others. See de-by-evangelisch.
  land('by', 'Bayern', bavaria, (the) => [
    epiphany(the),
    corpusChristi(the),
    assumption(the),
    allSaints(the),
    the.fixed('augsburger-friedensfest', 'Augsburger Friedensfest', 8, 8, { optional: true }),
  ]),
  {
    ...land('by-evangelisch', 'Bayern, where 15 August is no holiday', bavaria, () => []),
    includes: ['de-by'],
    without: ['mariae-himmelfahrt'],
  },
  land('be', 'Berlin', 'Gesetz über die Sonn- und Feiertage BE § 1', (the) => [
    womensDay(the, 2019),
    the.dates('tag-der-befreiung', 'Tag der Befreiung', ['2020-05-08', '2025-05-08']),
    the.dates('volksaufstand-2028', 'Jahrestag des Volksaufstands', ['2028-06-17']),
  ]),
  land('bb', 'Brandenburg', 'Feiertagsgesetz (FTG) BB § 2', (the) => [reformation(the)]),
  land('hb', 'Bremen', 'Gesetz über die Sonn-, Gedenk- und Feiertage HB § 2', (the) => [reformation(the, 2018)]),
  land('hh', 'Hamburg', 'Feiertagsgesetz HH § 1', (the) => [reformation(the, 2018)]),
  land(
    'he',
    'Hessen',
    {
      label: 'Hessisches Feiertagsgesetz (HFeiertagsG) § 1',
      url: 'https://www.anwalt24.de/gesetze/hfeiertagsg/1',
    },
    (the) => [corpusChristi(the)],
  ),
  land('mv', 'Mecklenburg-Vorpommern', 'Feiertagsgesetz (FTG M-V) § 2', (the) => [
    womensDay(the, 2023),
    reformation(the),
  ]),
  land('ni', 'Niedersachsen', 'Feiertagsgesetz (NFeiertagsG) NI § 2', (the) => [reformation(the, 2018)]),
  land(
    'nw',
    'Nordrhein-Westfalen',
    {
      label: 'Feiertagsgesetz NW § 2',
      url: 'https://lexmea.de/de/gesetz/feiertg-nrw/2',
    },
    (the) => [corpusChristi(the), allSaints(the)],
  ),
  land(
    'rp',
    'Rheinland-Pfalz',
    {
      label: 'Feiertagsgesetz (LFtG) RP § 2',
      url: 'https://www.anwalt24.de/gesetze/lftg/2',
    },
    (the) => [corpusChristi(the), allSaints(the)],
  ),
  land('sl', 'Saarland', 'Feiertagsgesetz (SFG) SL § 2', (the) => [
    corpusChristi(the),
    assumption(the),
    allSaints(the),
  ]),
  land('sn', 'Sachsen', 'Gesetz über Sonn- und Feiertage (SächsSFG) § 1', (the) => [
    reformation(the),
    the.by('buss-und-bettag', 'Buß- und Bettag', wednesday, 'before', 11, 23, { from: 1995 }),
    // In the Catholic places of the Sorbian country.
    corpusChristi(the, { id: 'fronleichnam-sachsen', optional: true }),
  ]),
  land(
    'st',
    'Sachsen-Anhalt',
    {
      label: 'Feiertagsgesetz (FeiertG LSA) § 2',
      url: 'https://www.anwalt24.de/gesetze/feiertg_lsa/2',
    },
    (the) => [epiphany(the), reformation(the)],
  ),
  land('sh', 'Schleswig-Holstein', 'Gesetz über Sonn- und Feiertage (SFTG) SH § 2', (the) => [reformation(the, 2018)]),
  land('th', 'Thüringen', 'Feier- und Gedenktagsgesetz (ThürFGtG) § 2', (the) => [
    the.fixed('weltkindertag', 'Weltkindertag', 9, 20, { from: 2019 }),
    reformation(the),
    // In Catholic places, by order of the ministry.
    corpusChristi(the, { id: 'fronleichnam-thueringen', optional: true }),
  ]),
];
