import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Instant } from '../now.ts';
import { type ActBody, type ActKind, RequestAct, RequestActText } from './act.entity.ts';
import { digestOf, MISSING, REDACTED } from './free-text.ts';

/** An act with its texts put back. */
export interface Act {
  id: string;
  requestId: string;
  kind: ActKind;
  facts: ActBody['facts'];
  /** `[redacted]` where an owner removed one for good. */
  texts: Record<string, string>;
  actedAt: Instant;
  actedBy: string;
}

/** What is recorded of one; the texts are those that a person wrote and may have to be removed some day. */
export type NewAct = Omit<Act, 'id'>;

/** Records what was done. The request's row must be locked (`access` to write). */
export async function recordAct(tx: Tx, act: NewAct): Promise<string> {
  const id = v7();
  const texts = Object.entries(act.texts).map(([path, text]) => {
    return { actId: id, path, text, salt: randomBytes(16).toString('hex') };
  });
  const digests = Object.fromEntries(texts.map(({ path, salt, text }) => [path, digestOf(salt, text)]));
  const { requestId, kind, facts, actedAt, actedBy } = act;
  await tx.em.insert(RequestAct, { id, requestId, kind, body: { facts, digests }, actedAt, actedBy });
  if (texts.length > 0) await tx.em.insert(RequestActText, texts);
  return id;
}

/** A request's acts in the order in which they were done. */
export async function loadActs(scope: Scope, requestId: string): Promise<Act[]> {
  const acts = await scope.em.find(RequestAct, { where: { requestId }, order: { id: 'ASC' } });
  if (acts.length === 0) return [];
  const texts = new Map((await textsOf(scope, requestId)).map((row) => [`${row.act_id} ${row.path}`, row.text]));
  const removed = new Set(acts.filter(({ kind }) => kind === 'texts-removed').map(({ body }) => body.facts.actId));
  return acts.map(({ body, ...act }) => {
    const lost = removed.has(act.id) ? REDACTED : MISSING;
    const own = Object.keys(body.digests).map((path) => [path, texts.get(`${act.id} ${path}`) ?? lost] as const);
    return { ...act, facts: body.facts, texts: Object.fromEntries(own) };
  });
}

/** What is wrong with a request's acts: texts that are not what was recorded, or gone though nobody removed them. */
export async function actFaults(scope: Scope, requestId: string): Promise<string[]> {
  const acts = await scope.em.find(RequestAct, { where: { requestId }, order: { id: 'ASC' } });
  if (acts.length === 0) return [];
  const texts = new Map((await textsOf(scope, requestId)).map((row) => [`${row.act_id} ${row.path}`, row]));
  const removed = new Set(acts.filter(({ kind }) => kind === 'texts-removed').map(({ body }) => body.facts.actId));
  return acts.flatMap(({ id, body }) =>
    Object.entries(body.digests).flatMap(([path, digest]) => {
      const row = texts.get(`${id} ${path}`);
      if (!row) return removed.has(id) ? [] : [`the ${path} of act ${id} is missing`];
      return digestOf(row.salt, row.text) === digest ? [] : [`the ${path} of act ${id} is not what was recorded`];
    }),
  );
}

async function textsOf(scope: Scope, requestId: string) {
  return sql<{ act_id: string; path: string; salt: string; text: string }>(
    scope,
    `SELECT t.act_id, t.path, t.salt, t.text FROM request_act_text t
     JOIN request_act a ON a.id = t.act_id WHERE a.request_id = :requestId`,
    { requestId },
  );
}
