import { expect } from '@jest/globals';
import { v7 } from 'uuid';
import { Database, type Tx } from '../../src/database/database.ts';
import { DocumentFollowers } from '../../src/documents/document-follower.ts';
import { Document } from '../../src/documents/document.entity.ts';
import type { Desk } from './desk.ts';

/** Attaches a file of one's own to a request; the document as the API shows it. */
export async function attach(desk: Desk, requestId: string, fields: Record<string, string> = {}, key?: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([fields.bytes ?? v7()]), 'release.txt');
  form.delete('bytes');
  const answer = await desk.call('POST', `/requests/${requestId}/documents`, form, key === undefined ? {} : { key });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}

/** Removes a document, as the desk will one day: its row, and whoever follows it is told. */
export async function removeDocument(desk: Desk, documentId: string): Promise<void> {
  await desk.app.get(Database).write(async (tx) => {
    const document = await tx.em.findOneByOrFail(Document, { id: documentId });
    await tell(desk, tx, document, 'removed');
    await tx.em.delete(Document, { id: documentId });
  });
}

function tell(desk: Desk, tx: Tx, document: Document, because: 'read' | 'removed'): Promise<void> {
  const at = desk.now.instant();
  return desk.app.get(DocumentFollowers, { strict: false }).changed(tx, { because, document, byUserId: null, at });
}
