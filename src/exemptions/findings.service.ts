import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Document } from '../documents/document.entity.ts';
import { openTo } from '../documents/open-to.ts';
import { DeskError, notFound } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { pageOf, toPage } from '../http/page.ts';
import { findStatute } from '../law/statutes/all.ts';
import { Now } from '../now.ts';
import { pagesState } from '../reading/pages.ts';
import { access } from '../requests/access.ts';
import { doesNotFit } from '../requests/facts.ts';
import type { Request } from '../requests/request.entity.ts';
import { StatusChangeRow } from '../requests/status-change.entity.ts';
import { codeOf, codeView } from './codes.ts';
import type {
  Decided,
  FindingDecision,
  FindingInput,
  FindingList,
  FindingsQuery,
  FindingView,
  NewClaim,
  NewFinding,
} from './exemptions.dto.ts';
import { MOST_WITHHELD } from './exemptions.dto.ts';
import { ExemptionFinding } from './finding.entity.ts';

/** Which exemption withholds what: entered by hand, suggested, confirmed, rejected. */
@Injectable()
export class Findings {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {}

  async ofDocument(user: User, call: Call, documentId: string, query: FindingsQuery): Promise<FindingList> {
    return this.database.read(async (scope) => {
      const document = await openTo(scope, user, documentId, 'read');
      return list(scope, call, { column: 'document_id', id: document.id }, query);
    });
  }

  async ofRequest(user: User, call: Call, requestId: string, query: FindingsQuery): Promise<FindingList> {
    return this.database.read(async (scope) => {
      await access(scope, user, requestId, 'read');
      return list(scope, call, { column: 'request_id', id: requestId }, query);
    });
  }

  /** On pages of a document; what a person enters is confirmed. */
  async add(tx: Tx, user: User, documentId: string, input: NewFinding): Promise<FindingView> {
    const document = await openTo(tx, user, documentId, 'read');
    const request = await access(tx, user, document.requestId, 'write');
    const pageFrom = input.pageFrom ?? null;
    const pageTo = input.pageTo ?? pageFrom;
    if (pageFrom === null) throw doesNotFit('/pageFrom', 'is missing: say which page of the document tells it');
    if (pageTo! < pageFrom) throw doesNotFit('/pageTo', 'comes before pageFrom');
    const total = (await pagesState(tx, document))?.total ?? null;
    if (total !== null && pageTo! > total) throw doesNotFit('/pageTo', `is behind the last page, ${total}`);
    const { kind, box } = input;
    const place = box === undefined ? null : { box };
    const own = { documentId, statusChangeId: null, about: 'pages' as const, kind, pageFrom, pageTo, place };
    return this.#keep(tx, user, request, input, own);
  }

  /** For what a determination withholds as a whole. */
  async claim(tx: Tx, user: User, requestId: string, input: NewClaim): Promise<FindingView> {
    const request = await access(tx, user, requestId, 'write');
    const { statusChangeId } = input;
    if (!(await tx.em.existsBy(StatusChangeRow, { id: statusChangeId, requestId }))) {
      throw doesNotFit('/statusChangeId', 'is no status change of this request');
    }
    const none = { documentId: null, pageFrom: null, pageTo: null, place: null };
    const own = { statusChangeId, about: 'determination' as const, kind: 'withheld' as const, ...none };
    return this.#keep(tx, user, request, input, own);
  }

  /** Confirms or rejects, one or many. By ids any of them; by document or exemption those that wait. */
  async decide(tx: Tx, user: User, requestId: string, input: FindingDecision): Promise<Decided> {
    const request = await access(tx, user, requestId, 'write');
    const { decision, ids, documentId, code } = input;
    if (ids === undefined && documentId === undefined && code === undefined) {
      throw doesNotFit('/ids', 'is missing: name the findings, or say documentId or code for all that wait');
    }
    if (ids !== undefined) await mustBeOf(tx, requestId, ids);
    const exact = code === undefined ? undefined : mustBeCode(request, code);
    const where = {
      requestId,
      ...(ids
        ? { id: In(ids), state: In(['suggested', decision === 'confirmed' ? 'rejected' : 'confirmed']) }
        : { state: 'suggested' as const }),
      ...(documentId !== undefined && { documentId }),
      ...(exact !== undefined && { code: exact }),
    };
    const by = { state: decision, decidedBy: user.id, decidedAt: this.now.instant() };
    const { affected } = await tx.em.update(ExemptionFinding, where, by);
    return { changed: affected ?? 0 };
  }

  /** One that was entered by hand, by its author or an owner; what the desk found is rejected instead, so that it stays away. */
  async remove(tx: Tx, user: User, id: string): Promise<void> {
    const finding = await tx.em.findOneBy(ExemptionFinding, { id });
    if (!finding) throw notFound('finding');
    await access(tx, user, finding.requestId, 'write').catch((error: unknown) => {
      throw error instanceof DeskError && error.code === 'not-found' ? notFound('finding') : error;
    });
    if (finding.source === 'detected') {
      throw new DeskError('conflict', 'The desk found this one: reject it, or it would be found again.', {
        accepted: ['POST /requests/:id/exemptions/decisions'],
      });
    }
    if (finding.createdBy !== user.id && user.role !== 'owner') {
      throw new DeskError('forbidden', 'A finding is removed by whoever entered it or by an owner.');
    }
    await tx.em.delete(ExemptionFinding, { id });
  }

  async #keep(
    tx: Tx,
    user: User,
    request: Request,
    input: FindingInput,
    own: Pick<ExemptionFinding, 'documentId' | 'statusChangeId' | 'about' | 'kind' | 'pageFrom' | 'pageTo' | 'place'>,
  ): Promise<FindingView> {
    const { withheldFrom = null, withheldTo = withheldFrom, withheldCount = null } = input;
    if (withheldTo !== null && (withheldFrom === null || withheldTo < withheldFrom)) {
      throw doesNotFit('/withheldTo', 'does not come after withheldFrom');
    }
    if (withheldTo !== null && withheldTo - withheldFrom! >= MOST_WITHHELD) {
      throw doesNotFit('/withheldTo', `makes more than ${MOST_WITHHELD} pages: say withheldCount instead`);
    }
    const at = this.now.instant();
    const finding: ExemptionFinding = {
      id: v7(),
      requestId: request.id,
      ...own,
      code: mustBeCode(request, input.code),
      raw: input.code,
      withholdingStatute: input.withholdingStatute ?? null,
      withheldFrom,
      withheldTo,
      withheldCount,
      state: 'confirmed',
      source: 'hand',
      note: input.note ?? null,
      mark: null,
      createdBy: user.id,
      createdAt: at,
      decidedBy: user.id,
      decidedAt: at,
    };
    await tx.em.insert(ExemptionFinding, finding);
    return viewOf(finding, new Map());
  }
}

function mustBeCode({ statuteId }: Pick<Request, 'statuteId'>, typed: string): string {
  const code = codeOf(statuteId, typed);
  if (code !== null) return code;
  const rules = findStatute(statuteId)?.exemptions.map((rule) => rule.code) ?? [];
  const detail = `is no exemption of ${statuteId} that can be read`;
  throw new DeskError('does-not-fit', `code ${detail}.`, { errors: [{ pointer: '/code', detail }], accepted: rules });
}

async function mustBeOf(tx: Tx, requestId: string, ids: readonly string[]): Promise<void> {
  const known = await tx.em.find(ExemptionFinding, { select: { id: true }, where: { id: In([...ids]), requestId } });
  const found = new Set(known.map((one) => one.id));
  const missing = ids.findIndex((id) => !found.has(id));
  if (missing >= 0) throw doesNotFit(`/ids/${missing}`, 'is no finding of this request');
}

/** By page, then in the order of their making; what has no page comes first. */
async function list(
  scope: Scope,
  call: Call,
  of: { column: 'document_id' | 'request_id'; id: string },
  query: FindingsQuery,
): Promise<FindingList> {
  const { limit, after } = pageOf(query, 2);
  const place = 'COALESCE(page_from, 0)';
  const rows = await sql<{ id: string; place: number }>(
    scope,
    `SELECT id, ${place} AS place FROM exemption_finding WHERE ${of.column} = :id
     ${query.state ? 'AND state IN (:states)' : ''} ${query.code === undefined ? '' : 'AND code = :code'}
     ${after ? `AND (${place} > :page OR (${place} = :page AND id > :last))` : ''}
     ORDER BY place, id LIMIT ${limit + 1}`,
    { id: of.id, states: query.state, code: query.code, page: Number(after?.[0] ?? 0), last: String(after?.[1] ?? '') },
  );
  const found = await scope.em.findBy(ExemptionFinding, { id: In(rows.map((row) => row.id)) });
  const byId = new Map(found.map((finding) => [finding.id, finding]));
  const letters = await changesOfLetters(scope, found);
  return toPage(
    call,
    limit,
    rows,
    (row) => [Number(row.place), row.id],
    (row) => viewOf(byId.get(row.id)!, letters),
  );
}

/** Which status change the letters are attached to. */
async function changesOfLetters(
  scope: Scope,
  findings: readonly ExemptionFinding[],
): Promise<Map<string, string | null>> {
  const ids = findings.flatMap((one) => (one.about === 'determination' && one.documentId ? [one.documentId] : []));
  if (ids.length === 0) return new Map();
  const letters = await scope.em.findBy(Document, { id: In([...new Set(ids)]) });
  return new Map(letters.map((letter) => [letter.id, letter.statusChangeId]));
}

function viewOf(finding: ExemptionFinding, letters: Map<string, string | null>): FindingView {
  const { mark: _, ...shown } = finding;
  const ofLetter = finding.documentId === null ? null : (letters.get(finding.documentId) ?? null);
  return { ...shown, ...codeView(finding.code), statusChangeId: finding.statusChangeId ?? ofLetter };
}
