import { describe, expect, it } from '@jest/globals';
import { parseOverrides } from './overrides.ts';

const cites = { label: '43 CFR 2.58(a)', url: 'https://www.ecfr.gov/current/title-43/section-2.58' };

function pointers(value: unknown, calendar?: string): string[] {
  const read = parseOverrides(value, calendar);
  return 'errors' in read ? read.errors.map((error) => error.pointer) : [];
}

describe("an agency's own rules", () => {
  it('are read as written', () => {
    const given = {
      'appeal-filing': { count: 90, unit: 'working-day', from: 'notified', metBy: 'received', cutOff: '17:00', cites },
      answerWithin: { count: 30, unit: 'calendar-day', cites },
      calendar: { add: ['2026-08-03', 'inauguration-day'], remove: ['2026-10-12'] },
    };
    expect(parseOverrides(given)).toEqual({ overrides: given });
    expect(parseOverrides({})).toEqual({ overrides: {} });
  });

  it('may give days a name and a source', () => {
    const shutdown = { from: '2026-12-24', to: '2027-01-01', name: 'Winter closing', cites };
    const given = {
      calendar: { add: [shutdown, '2026-08-03'], remove: [{ from: '2026-10-12', name: 'Open', cites }] },
    };
    expect(parseOverrides(given, 'us-federal')).toEqual({ overrides: given });
  });

  it("know only the optional holidays of the agency's own calendar, and of those it includes", () => {
    const add = (id: string, calendar?: string) => pointers({ calendar: { add: [id] } }, calendar);
    expect(add('inauguration-day', 'us-federal')).toEqual([]);
    expect(add('augsburger-friedensfest', 'us-federal')).toEqual(['/calendar/add/0']);
    expect(add('inauguration-day', 'fr')).toEqual(['/calendar/add/0']);
    expect(add('inauguration-day', 'none')).toEqual(['/calendar/add/0']);
    expect(add('augsburger-friedensfest', 'de-by-evangelisch')).toEqual([]);
    const read = parseOverrides({ calendar: { add: ['easter'] } }, 'us-federal');
    expect('errors' in read && read.errors[0]?.detail).toContain('or an optional holiday: inauguration-day');
  });

  it.each([
    ['not an object', [], ['']],
    ['no object at all', null, ['']],
    ['a kind that is none', { appeal: { cites } }, ['/appeal']],
    ['a key that is none', { 'appeal-filing': { days: 90, cites } }, ['/appeal-filing/days']],
    ['no citation', { 'appeal-filing': { count: 90 } }, ['/appeal-filing/cites']],
    ['a citation without words', { 'appeal-filing': { cites: { label: ' ' } } }, ['/appeal-filing/cites/label']],
    [
      'a citation with a bad address',
      { 'appeal-filing': { cites: { label: 'x', url: 'javascript:0' } } },
      ['/appeal-filing/cites/url'],
    ],
    ['half a day', { 'appeal-filing': { count: 0.5, cites } }, ['/appeal-filing/count']],
    ['a unit that is none', { 'appeal-filing': { unit: 'week', cites } }, ['/appeal-filing/unit']],
    [
      'an hour that is none',
      { 'appeal-filing': { metBy: 'received', cutOff: '25:00', cites } },
      ['/appeal-filing/cutOff'],
    ],
    ['an hour where sending is enough', { 'appeal-filing': { cutOff: '17:00', cites } }, ['/appeal-filing/cutOff']],
    [
      'days that are none',
      { calendar: { add: ['2026-02-30', 'easter'], remove: ['inauguration-day'] } },
      ['/calendar/add/0', '/calendar/add/1', '/calendar/remove/0'],
    ],
    ['a calendar with other keys', { calendar: { plus: [] } }, ['/calendar/plus']],
    [
      'a span that is none',
      { calendar: { add: [{ from: '2026-02-30', name: ' ' }] } },
      ['/calendar/add/0/from', '/calendar/add/0/name', '/calendar/add/0/cites'],
    ],
    [
      'a span that ends before it begins',
      { calendar: { add: [{ from: '2026-02-02', to: '2026-02-01', name: 'x', cites }] } },
      ['/calendar/add/0/to'],
    ],
    [
      'a span of more than 400 days',
      { calendar: { remove: [{ from: '2026-01-01', to: '2027-02-05', name: 'x', cites }] } },
      ['/calendar/remove/0/to'],
    ],
    [
      'a span with other keys, or a name on two lines',
      JSON.parse(
        '{"calendar":{"add":[{"from":"2026-01-01","name":"x\\ny","days":3,"__proto__":1,"cites":{"label":"x"}}]}}',
      ),
      ['/calendar/add/0/name', '/calendar/add/0/days', '/calendar/add/0/__proto__'],
    ],
    [
      'more than a thousand days',
      { calendar: { add: Array.from({ length: 1001 }, () => '2026-01-01') } },
      ['/calendar/add'],
    ],
    [
      'more than 4,000 days in all',
      {
        calendar: {
          add: Array.from({ length: 11 }, () => ({ from: '2026-01-01', to: '2027-02-04', name: 'x', cites })),
        },
      },
      ['/calendar/add'],
    ],
    ['an answer without days', { answerWithin: { cites } }, ['/answerWithin/count', '/answerWithin/unit']],
  ])('are refused with %s', (_what, value, expected) => {
    expect(pointers(value)).toEqual(expected);
  });
});
