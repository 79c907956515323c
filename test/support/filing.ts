import { expect } from '@jest/globals';
import { v7 } from 'uuid';
import type { Answer, Desk } from './desk.ts';

/** A status change as a test writes it down. */
export type Fact = Record<string, unknown> & { kind: string };

export const filedOn = (on: string): Fact => ({ kind: 'filed', on, channel: 'email' });

/** An agency under the federal FOIA, in New York's zone. */
export async function anAgency(desk: Desk, fields: object = {}): Promise<string> {
  const name = 'Department of the Army Criminal Investigation Division';
  const given = { name, statute: 'us-foia', timeZone: 'America/New_York', ...fields };
  const answer = await desk.call('POST', '/agencies', given);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id as string;
}

/** A request with these facts; the answer's body. */
export async function file(desk: Desk, agencyId: string, facts: Fact[] = [], fields: object = {}, key?: string) {
  const input = { agencyId, subject: 'Stolen weapons', description: 'All investigation files.', ...fields };
  const body = facts.length > 0 ? { ...input, statusChanges: facts } : input;
  const answer = await desk.call('POST', '/requests', body, key === undefined ? {} : { key });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}

export function record(desk: Desk, id: string, facts: Fact | Fact[], key?: string): Promise<Answer> {
  return desk.call('POST', `/requests/${id}/status-changes`, facts, key === undefined ? {} : { key });
}

/** A person of the desk with a key of their own. */
export async function aPerson(desk: Desk, role: 'owner' | 'editor' | 'viewer', name: string = role) {
  const user = await desk.call('POST', '/users', { name, email: `${name}-${v7()}@desk.test`, role });
  expect(user.status).toBe(201);
  const key = await desk.call('POST', `/users/${user.body.id}/keys`, { label: 'test' });
  expect(key.status).toBe(201);
  return { id: user.body.id as string, key: key.body.key as string };
}

export function deadlineOf(body: any, kind: string): any {
  return body.deadlines.find((deadline: any) => deadline.kind === kind);
}

/** Days in ascending order of the deadline's kind: `{determination: '2026-06-30'}`. */
export function dueDates(body: any): Record<string, string | null> {
  return Object.fromEntries(body.deadlines.map((deadline: any) => [deadline.kind, deadline.dueOn]));
}
