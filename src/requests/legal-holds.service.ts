import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { DeskError, notFound } from '../errors.ts';
import { Now } from '../now.ts';
import { access } from './access.ts';
import { RequestActText } from './act.entity.ts';
import { loadActs, recordAct } from './acts.ts';
import { REDACTED } from './free-text.ts';
import type { LegalHoldView } from './legal-hold.dto.ts';
import { mustNotBeHeld } from './legal-hold.ts';
import { cleanAnswers } from './redact.ts';
import { Request } from './request.entity.ts';
import { nameUsers } from './user-names.ts';

/** Legal holds, and the texts of acts. Who may is asked by the guard: owners alone. */
@Injectable()
export class LegalHolds {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {}

  async of(user: User, requestId: string): Promise<LegalHoldView> {
    return this.database.read(async (scope) => {
      const request = await access(scope, user, requestId, 'read');
      return viewOf(scope, request);
    });
  }

  /** Sets a hold. Throws `conflict` when there is one. */
  async set(tx: Tx, user: User, requestId: string, reason: string): Promise<LegalHoldView> {
    const request = await access(tx, user, requestId, 'write');
    if (request.heldSince !== null) {
      throw new DeskError('conflict', `The request is under legal hold already, since ${request.heldSince}.`);
    }
    return this.#turn(tx, user, request, reason);
  }

  /** Lifts the hold. Throws `conflict` when there is none. */
  async lift(tx: Tx, user: User, requestId: string, reason: string): Promise<LegalHoldView> {
    const request = await access(tx, user, requestId, 'write');
    if (request.heldSince === null) throw new DeskError('conflict', 'The request is not under legal hold.');
    return this.#turn(tx, user, request, reason);
  }

  /** Removes the free texts of an act for good; that it was done, by whom and when, stays. */
  async removeTexts(tx: Tx, user: User, requestId: string, actId: string): Promise<void> {
    const request = await access(tx, user, requestId, 'write');
    const act = (await loadActs(tx, requestId)).find(({ id }) => id === actId);
    if (!act) throw notFound('act');
    mustNotBeHeld(request, 'no text is removed');
    const texts = Object.values(act.texts).filter((text) => text !== REDACTED);
    if (texts.length === 0) throw new DeskError('conflict', 'This act has no free text (any more).');
    const actedAt = this.now.instant();
    await recordAct(tx, { requestId, kind: 'texts-removed', facts: { actId }, texts: {}, actedAt, actedBy: user.id });
    await tx.em.delete(RequestActText, { actId });
    await cleanAnswers(tx, requestId, texts);
    tx.leaveNoTrace();
  }

  async #turn(tx: Tx, user: User, request: Request, reason: string): Promise<LegalHoldView> {
    const at = this.now.instant();
    const heldSince = request.heldSince === null ? at : null;
    const kind = heldSince ? 'hold-set' : 'hold-lifted';
    await recordAct(tx, { requestId: request.id, kind, facts: {}, texts: { reason }, actedAt: at, actedBy: user.id });
    await tx.em.update(Request, { id: request.id }, { heldSince, updatedAt: at, version: request.version + 1 });
    return viewOf(tx, { ...request, heldSince });
  }
}

async function viewOf(scope: Scope, request: Pick<Request, 'id' | 'heldSince'>): Promise<LegalHoldView> {
  const acts = (await loadActs(scope, request.id)).filter(({ kind }) => kind.startsWith('hold-'));
  const nameOf = await nameUsers(
    scope,
    acts.map((act) => act.actedBy),
  );
  const history = acts.map(({ id, kind, actedAt, actedBy, texts }) => {
    const by = { id: actedBy, name: nameOf(actedBy) };
    return { id, held: kind === 'hold-set', at: actedAt, by, reason: texts.reason! };
  });
  return { since: request.heldSince, history };
}
