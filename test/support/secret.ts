import { expect } from '@jest/globals';
import { v7 } from 'uuid';
import { Database } from '../../src/database/database.ts';
import { freshDelivery } from '../../src/events/fan-out.ts';
import { Webhook, WebhookDelivery } from '../../src/events/webhook.entity.ts';
import { Job } from '../../src/jobs/job.entity.ts';
import { Message } from '../../src/reminders/reminder.entity.ts';
import type { Desk } from './desk.ts';
import { aPerson } from './filing.ts';
import { box, line, pdfOf } from './pdf.ts';
import { attach, readPages } from './read-pages.ts';
import { whenRead } from './read.ts';
import { beginUpload } from './tus.ts';

/** Stands in every free text of what only members may see; no answer to anybody else may hold it. */
export const CANARY = 'kanarienvogel';

/** A request open to members alone, with everything that can hang on one, and the people around it. */
export interface Secret {
  agencyId: string;
  requestId: string;
  /** Open to everyone, and related to the secret one. */
  openRequestId: string;
  /** Open to everyone, and under legal hold. */
  heldRequestId: string;
  /** A document of the open request, with a page of the secret one's words. */
  openDocumentId: string;
  statusChangeId: string;
  documentId: string;
  /** The digits by which a permalink finds it. */
  documentPrefix: string;
  citationId: string;
  findingId: string;
  /** An upload that the member has begun. */
  uploadId: string;
  /** A legal hold that was set and lifted. */
  actId: string;
  noteId: string;
  reminderId: string;
  messageId: string;
  /** An owner's webhook, with a delivery that tells of the secret. */
  webhookId: string;
  deliveryId: string;
  jobId: string;
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
  const content = line(72, 700, `${CANARY} content`) + line(72, 600, `${CANARY} hidden`) + box(60, 590, 300, 30);
  form.set('file', new Blob([new Uint8Array(pdfOf([{ content }]))], { type: 'application/pdf' }), `${CANARY}.pdf`);
  const document = await made(`/requests/${request.id}/documents`, form);
  await whenRead(desk, document.id);
  const citation = await made(`/documents/${document.id}/citations`, { page: 1, quote: CANARY });
  const covered = { code: '(b)(3)', kind: 'redacted', pageFrom: 1, withholdingStatute: `${CANARY} act`, note: CANARY };
  const finding = await made(`/documents/${document.id}/exemptions`, covered);
  await desk.call('PUT', `/reminder-policies/tag/${CANARY}`, { silence: null });
  const note = await made(`/requests/${request.id}/notes`, { text: `${CANARY} text` });
  const reminder = await made(`/requests/${request.id}/reminders`, { on: '2026-12-01', text: `${CANARY} reminder` });
  const related = [{ kind: 'follow-up-to', requestId: request.id }];
  const open = await made('/requests', { agencyId: agency.id, subject: 'Open', description: 'Open', related });
  const shown = await attach(desk, open.id, `open ${open.id}`, {}, creator.key);
  await readPages(desk, shown.id, ['page: nobody but members reads this']);
  const timeline = await desk.call('GET', `/requests/${request.id}/timeline`, undefined, as);
  const statusChangeId = timeline.body.items.find((item: any) => item.type === 'status-change').statusChange.id;
  const messageId = await aMessage(desk, member.id);
  const { webhookId, deliveryId } = await aWebhook(desk, request.id);
  const jobId = await aJob(desk, request.id);
  const held = await made('/requests', { agencyId: agency.id, subject: 'Held', description: 'Held' });
  await desk.call('PUT', `/requests/${held.id}/legal-hold`, { reason: 'A suit' });
  const fields = { filename: `${CANARY}.pdf`, label: `${CANARY} label` };
  const uploadId = (await beginUpload(desk.url, request.id, 1000, fields, member.key)).split('/').at(-1)!;
  for (const method of ['PUT', 'DELETE']) {
    await desk.call(method, `/requests/${request.id}/legal-hold`, { reason: `${CANARY} reason` });
  }
  const { history } = (await desk.call('GET', `/requests/${request.id}/legal-hold`)).body;
  const actId = history[0].id as string;
  return {
    agencyId: agency.id,
    requestId: request.id,
    openRequestId: open.id,
    heldRequestId: held.id,
    openDocumentId: shown.id,
    statusChangeId,
    documentId: document.id,
    documentPrefix: document.sha256.slice(0, 20),
    citationId: citation.id,
    findingId: finding.id,
    uploadId,
    actId,
    noteId: note.id,
    reminderId: reminder.id,
    messageId,
    webhookId,
    deliveryId,
    jobId,
    tag: CANARY,
    foreign: [
      ...[CANARY, request.id, request.number, document.id, document.sha256, document.sha256.slice(0, 12)],
      ...[citation.id, finding.id, note.id, reminder.id, messageId, webhookId, deliveryId, jobId, uploadId, actId],
    ],
    creator,
    member,
    memberViewer,
    stranger,
    viewer,
  };
}

/** Nothing is sent to it: its host does not exist. */
async function aWebhook(desk: Desk, requestId: string): Promise<{ webhookId: string; deliveryId: string }> {
  const url = `https://hooks.invalid/${CANARY}`;
  const made = await desk.call('POST', '/webhooks', { url, description: `${CANARY} webhook`, disabled: true });
  expect(made).toMatchObject({ status: 201 });
  const [webhookId, deliveryId] = [made.body.id as string, v7()];
  const at = desk.now.instant();
  const delivery: WebhookDelivery = {
    ...freshDelivery(webhookId, at),
    ...{ id: deliveryId, eventId: v7(), requestId, type: 'request.created', body: `{"says":"${CANARY}"}` },
    ...{ state: 'failed', nextTryAt: null, endedAt: at },
  };
  // Enabled only now, so that nothing of this test is ever on its way to it.
  await desk.app.get(Database).write(async (tx) => {
    await tx.em.insert(WebhookDelivery, delivery);
    await tx.em.update(Webhook, { id: webhookId }, { state: 'enabled', restsUntil: '2200-01-01T00:00:00.000Z' });
  });
  return { webhookId, deliveryId };
}

/** One that no process of this release takes on. */
async function aJob(desk: Desk, subjectId: string): Promise<string> {
  const id = v7();
  const at = desk.now.instant();
  const job = { id, kind: 'of-another-release', subjectId, lane: 'desk' as const, priority: 5, runAt: at };
  const row = { ...job, state: 'waiting' as const, attempts: 0, maxAttempts: 3, leaseToken: 0, createdAt: at };
  await desk.app.get(Database).write((tx) => tx.em.insert(Job, { ...row, lastError: `${CANARY} error` }));
  return id;
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
    thread: null,
    copyOf: null,
    toldAt: null,
  };
  await desk.app.get(Database).write((tx) => tx.em.insert(Message, message));
  return id;
}
