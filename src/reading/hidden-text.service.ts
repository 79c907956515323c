import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { DocumentFollowers } from '../documents/document-follower.ts';
import type { Document } from '../documents/document.entity.ts';
import { openTo } from '../documents/open-to.ts';
import { DeskError } from '../errors.ts';
import { Now } from '../now.ts';
import { HiddenTextDecision } from './hidden-text.entity.ts';
import { decisionFor, decisionsOn, digestOf, hiddenPages } from './pages.ts';
import type { HiddenTextCount, HiddenTextDecisionView, HiddenTextPage, NewHiddenTextDecision } from './reading.dto.ts';

/** Text under boxes: that it is there is known to all who see the document, what it says to those who decide on it. */
@Injectable()
export class HiddenTextService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DocumentFollowers) private readonly followers: DocumentFollowers,
    @Inject(Now) private readonly now: Now,
  ) {}

  /** Pages with hidden text, up to `limit`, after page `after`. */
  async list(user: User, id: string, limit: number, after: number): Promise<HiddenTextPage[]> {
    return this.database.read(async (scope) => {
      const document = await openTo(scope, user, id, 'read');
      const decisions = await decisionsOn(scope, id);
      const mayWrite = user.role !== 'viewer';
      const pages = await hiddenPages(scope, document, { after, limit });
      return pages.map((page) => {
        const decision = decisionFor(decisions, page);
        return {
          number: page.number,
          decision: decision?.decision ?? 'undecided',
          decisionId: decision?.id ?? null,
          pieces: page.hidden!.map(({ text, box }) => ({
            box,
            characters: text.length,
            text: mayWrite ? text : null,
          })),
        };
      });
    });
  }

  /** Newest first. */
  async decisions(user: User, id: string): Promise<HiddenTextDecisionView[]> {
    return this.database.read(async (scope) => {
      await openTo(scope, user, id, 'read');
      return (await decisionsOn(scope, id)).map(toView);
    });
  }

  /** Decides on the hidden text that is there now. Throws `does-not-fit` when there is none on those pages. */
  async decide(tx: Tx, user: User, id: string, wanted: NewHiddenTextDecision): Promise<HiddenTextDecisionView> {
    const document = await openTo(tx, user, id, 'write');
    const { decision, reason, firstPage = null, lastPage = null } = wanted;
    if (firstPage !== null && lastPage !== null && firstPage > lastPage) {
      const detail = 'must not be before firstPage';
      throw new DeskError('does-not-fit', `lastPage ${detail}.`, { errors: [{ pointer: '/lastPage', detail }] });
    }
    const pages = await hiddenPages(tx, document, { after: (firstPage ?? 1) - 1, upTo: lastPage });
    if (pages.length === 0)
      throw new DeskError('does-not-fit', 'There is no hidden text on these pages, so there is nothing to decide.');
    const seen = Object.fromEntries(pages.map(({ number, hidden }) => [number, digestOf(hidden!)]));
    const at = this.now.instant();
    const row: HiddenTextDecision = {
      id: v7(),
      documentId: id,
      decision,
      firstPage,
      lastPage,
      seen,
      reason,
      decidedBy: user.id,
      decidedAt: at,
    };
    await tx.em.insert(HiddenTextDecision, row);
    await this.followers.changed(tx, { because: 'read', document, byUserId: user.id, at });
    return toView(row);
  }

  async count(scope: Scope, document: Document): Promise<HiddenTextCount> {
    const pages = await hiddenPages(scope, document, { after: 0 });
    const decisions = pages.length > 0 ? await decisionsOn(scope, document.id) : [];
    return { pages: pages.length, undecided: pages.filter((page) => !decisionFor(decisions, page)).length };
  }
}

function toView({ seen, ...decision }: HiddenTextDecision): HiddenTextDecisionView {
  return { ...decision, pages: Object.keys(seen).map(Number) };
}
