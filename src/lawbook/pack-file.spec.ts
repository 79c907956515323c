import { describe, expect, it } from '@jest/globals';
import { cases } from '../law/cases/all.ts';
import { shippedCalendars } from '../law/holidays/all.ts';
import { packSchema } from '../law/pack/schema.ts';
import { shippedStatutes } from '../law/statutes/shipped.ts';
import { MOST_BYTES, readPack } from './pack-file.ts';

const bytes = (value: unknown): Uint8Array => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const problems = (value: unknown): string[] =>
  (readPack(bytes(value)).errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`);

const statute = shippedStatutes.find(({ id }) => id === 'us-pa')!;
const calendar = shippedCalendars.find(({ id }) => id === 'us-pa')!;

/** Copies of a shipped law and calendar that a test spoils. */
function spoilt(how: (law: any, days: any) => void): unknown {
  const [law, days] = [structuredClone(statute), structuredClone(calendar)] as any[];
  how(law, days);
  return { statutes: [law], calendars: [days] };
}

describe('a law pack', () => {
  it('holds all that is shipped', () => {
    // One case tells of an order of a court that orders nothing, which nobody can record.
    const recordable = cases.filter(({ facts }) => !facts.some((fact) => 'items' in fact && fact.items?.length === 0));
    expect(recordable.length).toBeGreaterThanOrEqual(cases.length - 1);
    const all = { statutes: shippedStatutes, calendars: shippedCalendars, cases: recordable };
    const text = JSON.stringify(all);
    expect(problems(text)).toEqual([]);
    expect(text.length).toBeLessThan(MOST_BYTES);
    expect(readPack(bytes(text)).pack).toEqual(JSON.parse(text));
    expect(readPack(bytes({})).pack).toEqual({});
  });

  it('is described in full by the published schema', () => {
    expect(packSchema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    const named = [...JSON.stringify(packSchema).matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name!);
    expect(Object.keys(packSchema['$defs'] as object)).toEqual(expect.arrayContaining(named));
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{"statutes": [', ': is not JSON'],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]).toString('latin1'), ': must not'],
    ['a list', [], ': must be an object'],
    ['null', 'null', ': must be an object'],
    ['another file', { name: 'x', dependencies: {} }, '/name: is not known; known are statutes, calendars, cases'],
    ['__proto__', '{"statutes": [], "__proto__": {"polluted": true}}', '/__proto__: is a key that no pack may have'],
    ['constructor', '{"cases": [{"constructor": {}}]}', '/cases/0/constructor: is a key that no pack may have'],
    ['prototype', '{"calendars": [{"a": {"prototype": 1}}]}', '/calendars/0/a/prototype: is a key'],
    ['nesting', `{"statutes": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'is nested more than 40 deep'],
  ])('is refused for %s', (name, value, says) => {
    const given = name === 'no UTF-8' ? new Uint8Array([0x7b, 0xff, 0x7d]) : bytes(value);
    const [first] = readPack(given).errors!;
    const expected = name === 'no UTF-8' ? ': is not UTF-8' : says;
    expect(`${first!.pointer}: ${first!.detail}`).toContain(expected);
    expect(({} as any).polluted).toBeUndefined();
  });

  it('is not parsed if it is too large', () => {
    expect(readPack(new Uint8Array(MOST_BYTES + 1)).errors).toEqual([
      { pointer: '', detail: `has ${MOST_BYTES + 1} bytes; a law pack may have ${MOST_BYTES} at most` },
    ]);
  });

  it.each<[string, (law: any, days: any) => void, string]>([
    [
      'an unknown word',
      (law) => (law.terms.determination.unit = 'fortnight'),
      '/statutes/0/terms/determination/unit: must be one of working-day,',
    ],
    [
      'an unknown field',
      (law) => (law.terms.determination.grace = 3),
      '/statutes/0/terms/determination/grace: is not known; known are',
    ],
    [
      'a negative term',
      (law) => (law.terms.determination.count = -5),
      '/statutes/0/terms/determination/count: must be 1 or more',
    ],
    [
      'half a day',
      (law) => (law.terms.determination.count = 1.5),
      '/statutes/0/terms/determination/count: must be a whole number',
    ],
    ['a missing source', (law) => delete law.receipt.source, '/statutes/0/receipt/source: is required'],
    ['an empty label', (law) => (law.cites.label = ''), '/statutes/0/cites/label: must not be empty'],
    [
      'a blank label',
      (law) => (law.cites.label = '  '),
      '/statutes/0/cites/label: must name where the rule is written',
    ],
    [
      'another address',
      (law) => (law.cites.url = 'javascript:alert(1)'),
      '/statutes/0/cites/url: must be a web address: http or https',
    ],
    ['a bad id', (law) => (law.id = '../us-pa'), '/statutes/0/id: must be a name like us-pa'],
    ['two lines', (law) => (law.name = 'a\nb'), '/statutes/0/name: must be words on one line'],
    ['no day', (law) => (law.version.from = '2009-02-30'), '/statutes/0/version/from: "2009-02-30" is no day'],
    [
      'a span backwards',
      (law) => (law.version.to = '2008-01-01'),
      '/statutes/0/version/to: is before 2009-01-01, where it begins',
    ],
    ['a zone', (law) => (law.timeZone = 'America/Harrisburg'), '/statutes/0/timeZone: must be an IANA time zone'],
    [
      'a calendar',
      (law) => (law.calendar = 'atlantis'),
      '/statutes/0/calendar: there is no holiday calendar "atlantis"',
    ],
    [
      'a circle of challenges',
      (law) => (law.challenges[0].against[0].of = 'court'),
      '/statutes/0/challenges/0/against/0/of: "court" does not stand before it',
    ],
    [
      'an unknown challenge',
      (law) => (law.challenges[1].against[0].of = 'board'),
      '/statutes/0/challenges/1/against/0/of: there is no challenge "board"',
    ],
    [
      'two of a level',
      (law) => (law.challenges[1].level = 'oversight'),
      '/statutes/0/challenges/1/level: "oversight" is there already',
    ],
    [
      'two filings alike',
      (law) => (law.challenges[1].filing = 'appeal-filing'),
      '/statutes/0/challenges/1/filing: "appeal-filing" is there already',
    ],
    [
      'two windows for one thing',
      (law) => law.challenges.push({ ...law.challenges[1], id: 'other-court' }),
      '/statutes/0/challenges/2/against: gives a second window for the adverse-act of "appeal"',
    ],
    [
      'a period that starts at an appeal',
      (law) => (law.terms.determination.from = 'receipt-of-appeal'),
      '/statutes/0/terms/determination/from: a term here cannot start at "receipt-of-appeal"; it can at receipt,',
    ],
    [
      'another reading that does',
      (law) =>
        (law.challenges[0].window.otherReadings = [
          { policy: 'x', says: 'otherwise', from: 'service', cites: { label: 'x' } },
        ]),
      '/statutes/0/challenges/0/window/otherReadings/0/from: a term here cannot start at "service"',
    ],
    [
      'an acknowledgement owed from itself',
      (law) =>
        law.duties.push({
          ...law.terms.determination,
          kind: 'acknowledgement',
          owedBy: 'agency',
          what: 'to acknowledge it',
          from: 'acknowledgement',
          metBy: ['acknowledged'],
        }),
      '/statutes/0/duties/0/from: is circular',
    ],
    [
      'a track',
      (law) => (law.silence[0].tracks = ['commercial']),
      '/statutes/0/silence/0/tracks/0: there is no track "commercial"',
    ],
    ['what nobody has read', (law) => (law.receipt.checkedOn = null), '/statutes/0/receipt/cites: was read by nobody'],
    [
      'what somebody has',
      (law) => (law.receipt.cites.unverified = true),
      '/statutes/0/receipt/cites/unverified: says that nobody has read it',
    ],
    [
      'overlapping versions',
      (law) => (law.earlier = [{ ...structuredClone(law), version: { ...law.version, from: null, to: '2009-01-01' } }]),
      '/statutes/0/earlier/0/version/to: overlaps the version after it, which begins on 2009-01-01',
    ],
    [
      'versions out of order',
      (law) =>
        (law.earlier = [
          { ...structuredClone(law), version: { ...law.version, from: '2010-01-01', to: '2011-01-01' } },
        ]),
      '/statutes/0/earlier/0/version/from: is not before 2009-01-01',
    ],
    [
      'a version of another law',
      (law) =>
        (law.earlier = [
          { ...structuredClone(law), id: 'us-nj', version: { ...law.version, from: null, to: '2008-12-31' } },
        ]),
      '/statutes/0/earlier/0/id: must be "us-pa"',
    ],
    ['calendars brought along', (law) => (law.calendarRules = []), '/statutes/0/calendarRules: is not known'],
    [
      '31 February',
      (_, days) => (days.holidays[0].rule = { fixed: { month: 2, day: 31 } }),
      '/calendars/0/holidays/0/rule/fixed/day: month 2 has no day 31',
    ],
    [
      'month 13',
      (_, days) => (days.holidays[0].rule = { fixed: { month: 13, day: 1 } }),
      '/calendars/0/holidays/0/rule/fixed/month: must be at most 12',
    ],
    [
      'two rules in one',
      (_, days) => (days.holidays[0].rule = { easter: 1, between: 'holidays' }),
      '/calendars/0/holidays/0/rule: must hold exactly one of fixed,',
    ],
    [
      'an unknown calendar included',
      (_, days) => (days.includes = ['atlantis']),
      '/calendars/0/includes/0: there is no holiday calendar "atlantis"',
    ],
    ['a calendar in itself', (_, days) => (days.includes = ['us-pa']), '/calendars/0/includes/0: is circular'],
    ['a holiday twice', (_, days) => days.holidays.push(days.holidays[0]), ': "'],
    [
      'no working day left',
      (_, days) => (days.holidays[0].rule = { span: { from: { month: 1, day: 1 }, to: { month: 12, day: 31 } } }),
      '/calendars/0/holidays: leaves 0 working days in',
    ],
    [
      'a week of weekends',
      (_, days) => (days.weekend = [0, 1, 2, 3, 4, 5, 6]),
      '/calendars/0/weekend: must have at most 4 entries',
    ],
  ])('is refused for %s', (_, how, says) => {
    expect(problems(spoilt(how)).join('\n')).toContain(says);
  });

  it('is refused for calendars that lead in a circle, or to more of each other than anybody can count with', () => {
    const named = (id: string, includes: string[]) => ({ ...structuredClone(calendar), id, includes });
    const circle = [named('x-a', ['x-b']), named('x-b', ['x-c']), named('x-c', ['x-b'])];
    expect(problems({ calendars: circle }).filter((one) => one.includes('is circular'))).toHaveLength(3);
    const layers = Array.from({ length: 12 }, (_, i) => named(`x-${i}`, i === 0 ? [] : Array(3).fill(`x-${i - 1}`)));
    expect(problems({ calendars: layers })).toContain('/calendars/11/includes: leads to more than 30 calendars');
    const dates = Array.from({ length: 1600 }, () => '2026-03-05');
    const [first] = calendar.holidays;
    const long = [1, 2].map((n) => ({ ...first, id: `long-${n}`, rule: { dates } }));
    expect(problems({ calendars: [{ ...calendar, id: 'x-long', holidays: long }] })).toEqual([
      '/calendars/0/holidays: list 3200 dates; at most 3000 can be looked through',
    ]);
  });

  it('says of each fault of a layer where it is, and no more than anybody reads', () => {
    const many = spoilt((law) => {
      law.terms.determination.count = 0;
      law.terms.determination.roll = 'up';
      law.notes = Array.from({ length: 150 }, () => 7);
    });
    const found = problems(many);
    expect(found).toHaveLength(101);
    expect(found[0]).toBe('/statutes/0/terms/determination/count: must be 1 or more');
    expect(found.at(-1)).toBe(': and 52 faults more');
  });

  describe('with cases', () => {
    const worked = {
      id: 'x-1',
      title: 'Five business days',
      statute: 'us-pa',
      facts: [
        { kind: 'filed', on: '2026-03-02', channel: 'email' },
        { kind: 'received', on: '2026-03-02' },
      ],
      asOf: '2026-03-03',
      expect: { deadlines: { 'determination:1': { dueOn: '2026-03-09' } } },
      because: 'Five business days after Monday are the next Monday.',
      source: '65 P.S. 67.901',
    };

    it('is held against them', () => {
      expect(problems({ cases: [worked] })).toEqual([]);
      const slower = structuredClone(statute);
      slower.terms.determination!.count = 7;
      expect(problems({ statutes: [slower], cases: [worked] })).toEqual([
        '/cases/0/expect/deadlines/determination:1/dueOn: expects "2026-03-09" and the law gives "2026-03-11"',
      ]);
    });

    it('reads its own calendar', () => {
      const days: any = structuredClone(calendar);
      days.holidays.push({
        ...days.holidays[0],
        id: 'pack-day',
        name: 'Pack Day',
        rule: { fixed: { month: 3, day: 4 } },
      });
      expect(problems({ calendars: [days], cases: [worked] })).toEqual([
        '/cases/0/expect/deadlines/determination:1/dueOn: expects "2026-03-09" and the law gives "2026-03-10"',
      ]);
    });

    it('refuses facts that nobody could record, and laws that there are not', () => {
      const odd = { ...worked, facts: [{ kind: 'filed', on: '2026-02-30', channel: 'email' }] };
      expect(problems({ cases: [odd] })[0]).toMatch(/^\/cases\/0\/facts\/0\/on: /);
      const pigeon = { ...worked, facts: [{ kind: 'filed', on: '2026-03-02', channel: 'pigeon' }] };
      expect(problems({ cases: [pigeon] })[0]).toMatch(/^\/cases\/0\/facts\/0\/channel: /);
      expect(problems({ cases: [{ ...worked, statute: 'atlantis' }] })).toEqual([
        '/cases/0/statute: there is no law "atlantis"',
      ]);
      expect(problems({ cases: [{ ...worked, overrides: { determination: { count: 3 } } }] })[0]).toMatch(
        /^\/cases\/0: cannot be read: .*cites/,
      );
    });
  });
});
