import { expect } from '@jest/globals';
import ICAL from 'ical.js';
import type { Answer, Desk } from './desk.ts';

/** One event as another program reads it. */
export interface ReadEvent {
  uid: string;
  sequence: number;
  status: string;
  /** `YYYY-MM-DD`; only what is a day without a time. */
  on: string;
  until: string;
  summary: string;
  description: string;
  url: string;
  stamp: string;
  lastModified: string;
  /** When each alarm rings, in hours from the first moment of the day. */
  alarms: number[];
}

/** Adds a feed; the path under which it is fetched. */
export async function aFeed(desk: Desk, given: object, key = desk.key): Promise<{ id: string; path: string }> {
  const answer = await desk.call('POST', '/feeds', given, { key });
  expect(answer).toMatchObject({ status: 201 });
  return { id: answer.body.id as string, path: (answer.body.url as string).replace('http://desk.test', '') };
}

export function fetchFeed(desk: Desk, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return desk.call(method, path, undefined, { key: null, headers });
}

/** What stands in the calendar at `path`. */
export async function eventsAt(desk: Desk, path: string): Promise<ReadEvent[]> {
  const answer = await fetchFeed(desk, path);
  expect(answer.status).toBe(200);
  return readCalendar(answer);
}

/** Reads it with a parser that is not the writer's, and holds it to RFC 5545 where parsers are lenient. */
export function readCalendar({ body }: Pick<Answer, 'body'>): ReadEvent[] {
  const text = body as string;
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const said = (name: string) => calendar.getFirstPropertyValue(name)?.toString();
  expect([said('version'), said('method'), said('refresh-interval'), said('x-published-ttl')]).toEqual([
    ...['2.0', 'PUBLISH', 'PT1H', 'PT1H'],
  ]);
  return calendar.getAllSubcomponents('vevent').map(readEvent);
}

function readEvent(event: InstanceType<typeof ICAL.Component>): ReadEvent {
  const value = (name: string) => event.getFirstPropertyValue(name);
  const text = (name: string) => String(value(name));
  for (const name of ['dtstart', 'dtend']) expect(event.getFirstProperty(name)!.type).toBe('date');
  return {
    uid: text('uid'),
    sequence: Number(value('sequence')),
    status: text('status'),
    on: text('dtstart'),
    until: text('dtend'),
    summary: text('summary'),
    description: text('description'),
    url: text('url'),
    stamp: text('dtstamp'),
    lastModified: text('last-modified'),
    alarms: event.getAllSubcomponents('valarm').map((alarm) => {
      expect([alarm.getFirstPropertyValue('action'), alarm.getFirstPropertyValue('description')]).toEqual([
        ...['DISPLAY', text('summary')],
      ]);
      return (alarm.getFirstPropertyValue('trigger') as any).toSeconds() / 3600;
    }),
  };
}
