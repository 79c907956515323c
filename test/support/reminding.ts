import { addDays, day } from '../../src/law/plain-date.ts';
import { instantAt } from '../../src/zone.ts';
import { Sweep } from '../../src/jobs/sweep.ts';
import type { Answer, Desk } from './desk.ts';

export const NEW_YORK = 'America/New_York';

/** That hour in New York. */
export function at(on: string, time = '12:00', zone = NEW_YORK): string {
  return instantAt(zone, day(on), time);
}

/** Lets the clocks show `instant`, sweeps, and waits until every job has ended. */
export async function tick(desk: Desk, instant: string): Promise<void> {
  desk.now.set(instant);
  const sweep = desk.app.get(Sweep, { strict: false });
  await sweep.now();
  await sweep.settle();
}

/** What a mail says, without the link by which its recipient acts on it. */
export function wordsOf(text: string): string {
  return text.replace(/\nAcknowledge it, .*: https?:\/\/desk\.test\/r\/[\w-]+\n/, '').trim();
}

/** Lets every day after `from` up to `to` pass, with a sweep at each of these hours in New York. */
export async function live(desk: Desk, from: string, to: string, hours = ['03:00', '09:00', '11:00']): Promise<void> {
  for (let on = addDays(day(from), 1); on <= to; on = addDays(on, 1)) {
    for (const hour of hours) await tick(desk, at(on, hour));
  }
}

/** Throws with what the desk said when it is not the status that was expected. */
export async function call(
  desk: Desk,
  method: string,
  path: string,
  body?: unknown,
  key?: string,
): Promise<Answer['body']> {
  const answer = await desk.call(method, path, body, key === undefined ? {} : { key });
  if (answer.status < 300) return answer.body;
  throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

export async function newAgency(desk: Desk, fields: object = {}): Promise<string> {
  const given = {
    name: 'Department of the Army, Criminal Investigation Division',
    statute: 'us-foia',
    timeZone: NEW_YORK,
  };
  return (await call(desk, 'POST', '/agencies', { ...given, ...fields })).id;
}

export async function newRequest(desk: Desk, agencyId: string, fields: object = {}, key?: string): Promise<string> {
  const given = {
    agencyId,
    subject: 'Weapons stolen from US bases in Iraq and Syria',
    description: 'All investigation files on weapons and sensitive equipment stolen from US bases in Iraq and Syria.',
  };
  return (await call(desk, 'POST', '/requests', { ...given, ...fields }, key)).id;
}

/** Records one fact at noon in New York on its day, or now with `when: null`. */
export async function record(
  desk: Desk,
  requestId: string,
  fact: { kind: string; on: string; [field: string]: unknown },
  when?: string | null,
) {
  if (when !== null) desk.now.set(when ?? at(fact.on));
  return call(desk, 'POST', `/requests/${requestId}/status-changes`, fact);
}

export interface Person {
  id: string;
  key: string;
}

export async function newPerson(desk: Desk, name: string, fields: object = {}): Promise<Person> {
  const given = { name, email: `${name.toLowerCase()}@desk.test`, role: 'editor', timeZone: NEW_YORK };
  const user = await call(desk, 'POST', '/users', { ...given, ...fields });
  const key = await call(desk, 'POST', `/users/${user.id}/keys`, { label: 'test' });
  return { id: user.id, key: key.key };
}

/** All reminders that fit, from every page. */
export async function reminders(desk: Desk, query = '', key?: string) {
  const items: Record<string, any>[] = [];
  for (let path: string | null = `/reminders?limit=200&${query}`; path !== null;) {
    const page: Answer['body'] = await call(desk, 'GET', path, undefined, key);
    items.push(...page.items);
    path = page.next;
  }
  return items;
}
