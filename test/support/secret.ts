import { expect } from '@jest/globals';
import { v7 } from 'uuid';
import { Database } from '../../src/database/database.ts';
import { Message } from '../../src/reminders/reminder.entity.ts';
import type { Desk } from './desk.ts';
import { aPerson } from './filing.ts';

/** Stands in every free text of what only members may see; no answer to anybody else may hold it. */
export const CANARY = 'kanarienvogel';

/** A request open to members alone, with everything that can hang on one, and the people around it. */
export interface Secret {
  agencyId: string;
  requestId: string;
  /** Open to everyone, and related to the secret one. */
  openRequestId: string;
  statusChangeId: string;
  documentId: string;
  noteId: string;
  reminderId: string;
  messageId: string;
  tag: string;
  /** What a foreign answer must not hold: the canary, and what the secret things are called. */
  foreign: string[];
  creator: { id: string; key: string };
  member: { id: string; key: string };
  memberViewer: { id: string; key: string };
  stranger: { id: string; key: string };
  viewer: { id: string; key: string };
}

export async function aSecret(desk: Desk): Promise<Secret> {
  const [creator, member] = [await aPerson(desk, 'editor', 'creator'), await aPerson(desk, 'editor', 'member')];
  const memberViewer = await aPerson(desk, 'viewer', 'reader');
  const [stranger, viewer] = [await aPerson(desk, 'editor', 'stranger'), await aPerson(desk, 'viewer', 'outsider')];
  const as = { key: creator.key };
  const made = async (path: string, body: unknown): Promise<any> => {
    const answer = await desk.call('POST', path, body, as);
    expect({ path, ...answer }).toMatchObject({ status: 201 });
    return answer.body;
  };
  // A day that the route of imports brings again: it changes nothing of the secret.
  const day = { from: '2033-12-23', name: 'Skeleton Crew Day', cites: { label: 'Order' } };
  const overrides = { calendar: { add: [day] } };
  const agency = await made('/agencies', { name: 'Agency', statute: 'us-foia', overrides });
  const request = await made('/requests', {
    agencyId: agency.id,
    subject: `${CANARY} subject`,
    description: `${CANARY} description`,
    tags: [CANARY],
    access: 'members',
    requester: { name: `${CANARY} requester`, onBehalfOf: `${CANARY} client` },
    statusChanges: [
      { kind: 'filed', on: '2026-03-02', channel: 'email', note: `${CANARY} note` },
      { kind: 'acknowledged', on: '2026-03-04', trackingNumber: `${CANARY}-26-1` },
      { kind: 'extended', on: '2026-03-05', ground: `${CANARY} ground` },
    ],
  });
  for (const { id } of [member, memberViewer]) {
    await desk.call('PUT', `/requests/${request.id}/members/${id}`, undefined, as);
  }
  const form = new FormData();
  form.set('label', `${CANARY} label`);
  form.set('file', new Blob([`${CANARY} content`], { type: 'text/plain' }), `${CANARY}.txt`);
  const document = await made(`/requests/${request.id}/documents`, form);
  await desk.call('PUT', `/reminder-policies/tag/${CANARY}`, { silence: null });
  const note = await made(`/requests/${request.id}/notes`, { text: `${CANARY} text` });
  const reminder = await made(`/requests/${request.id}/reminders`, { on: '2026-12-01', text: `${CANARY} reminder` });
  const related = [{ kind: 'follow-up-to', requestId: request.id }];
  const open = await made('/requests', { agencyId: agency.id, subject: 'Open', description: 'Open', related });
  const timeline = await desk.call('GET', `/requests/${request.id}/timeline`, undefined, as);
  const statusChangeId = timeline.body.items.find((item: any) => item.type === 'status-change').statusChange.id;
  const messageId = await aMessage(desk, member.id);
  return {
    agencyId: agency.id,
    requestId: request.id,
    openRequestId: open.id,
    statusChangeId,
    documentId: document.id,
    noteId: note.id,
    reminderId: reminder.id,
    messageId,
    tag: CANARY,
    foreign: [CANARY, request.id, request.number, document.id, document.sha256, note.id, reminder.id, messageId],
    creator,
    member,
    memberViewer,
    stranger,
    viewer,
  };
}

/** As the reminders would have written it for the member. */
async function aMessage(desk: Desk, recipientId: string): Promise<string> {
  const id = v7();
  const at = desk.now.instant();
  const message = {
    id,
    recipientId,
    channel: 'email',
    address: 'member@desk.test',
    mailId: `<${id}@desk.test>`,
    subject: `${CANARY} subject`,
    text: `${CANARY} text`,
    state: 'sent' as const,
    createdAt: at,
    sentAt: at,
    sentBy: null,
    serverAnswer: null,
    lastError: null,
  };
  await desk.app.get(Database).write((tx) => tx.em.insert(Message, message));
  return id;
}
