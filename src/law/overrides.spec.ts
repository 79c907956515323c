import { describe, expect, it } from '@jest/globals';
import { parseOverrides } from './overrides.ts';

const cites = { label: '43 CFR 2.58(a)', url: 'https://www.ecfr.gov/current/title-43/section-2.58' };

function pointers(value: unknown): string[] {
  const read = parseOverrides(value);
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
    ['an answer without days', { answerWithin: { cites } }, ['/answerWithin/count', '/answerWithin/unit']],
  ])('are refused with %s', (_what, value, expected) => {
    expect(pointers(value)).toEqual(expected);
  });
});
