import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Agency } from '../agencies/agency.entity.ts';
import { statuteOf, trackOf } from '../agencies/fitting.ts';
import type { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import type { Tx } from '../database/database.ts';
import { checkVersion } from '../http/etag.ts';
import type { Law } from '../law/law.ts';
import type { Standing } from '../law/standing.ts';
import { type Instant, Now } from '../now.ts';
import { access, relatedSeen } from './access.ts';
import { GENESIS } from './chain.ts';
import { loadClosures } from './closures.ts';
import { doesNotFit, toFacts } from './facts.ts';
import { type Appended, chainUp, factsOf, loadHistory, saveFacts } from './history.ts';
import { becauseOf } from './in-words.ts';
import { becomeMember, membersOf } from './members.ts';
import { nextNumber } from './numbers.ts';
import { redact } from './redact.ts';
import { mustBeUser, mustKnow, mustSee, relatedReferences } from './references.ts';
import { type Related, Request, RequestRelation, RequestTag } from './request.entity.ts';
import { toHead, toRequestView } from './request-view.ts';
import type { Recorded, RequestView } from './request-view.dto.ts';
import type { EditRequest, FileRequest } from './requests.dto.ts';
import { lawOf } from './reading.ts';
import { Standings } from './standings.service.ts';
import type { Read } from './status-changes.pipe.ts';
import { todayIn } from './today.ts';

/** Files requests, records what happens to them, edits them. Every method works in the caller's write. */
@Injectable()
export class Requests {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Now) private readonly now: Now,
    @Inject(Standings) private readonly standings: Standings,
  ) {}

  /** Makes a request; `reads` are recorded in the same write. Of a `sample` nobody is reminded. */
  async file(tx: Tx, user: User, input: FileRequest, reads: readonly Read[], sample = false): Promise<RequestView> {
    const agency = await mustFindAgency(tx, input.agencyId);
    await mustBeUser(tx, input.assigneeId, '/assigneeId');
    await mustSee(tx, user, relatedReferences(input.related));
    const at = this.now.instant();
    const request = this.#draft(user, agency, input, await nextNumber(tx, this.config.timeZone, at), at);
    request.sample = sample;
    await mustKnow(tx, user, reads, request.id);
    const closures = await loadClosures(tx);
    const appended = this.#append(user, request, lawOf(request, agency, closures), agency, [], reads, at);
    const facts = factsOf(appended.entries);
    const standing = await this.standings.apply(tx, request, agency, facts, {
      because: 'recorded',
      reason: '',
      closures,
      added: facts,
      byUserId: user.id,
      at,
      isNew: true,
      columns: headOf(request, appended),
      save: async () => {
        await this.#saveSides(tx, request);
        if (facts.length > 0) await saveFacts(tx, appended);
      },
    });
    return this.#view(tx, user, request, agency, standing, at);
  }

  /** Appends facts: all of them, or none. Needs no `If-Match`: whoever comes second appends after the first. */
  async record(tx: Tx, user: User, id: string, reads: readonly Read[]): Promise<Recorded> {
    const request = await access(tx, user, id, 'write');
    await mustKnow(tx, user, reads, id);
    const agency = await tx.em.findOneByOrFail(Agency, { id: request.agencyId });
    const entries = await loadHistory(tx, id);
    const at = this.now.instant();
    const closures = await loadClosures(tx);
    const law = lawOf(request, agency, closures);
    const appended = this.#append(user, request, law, agency, factsOf(entries), reads, at);
    const added = factsOf(appended.entries);
    await saveFacts(tx, appended);
    const removedTexts = await redact(tx, user, request, factsOf(entries), added);
    const history = removedTexts.length > 0 ? factsOf(await loadHistory(tx, id)) : [...factsOf(entries), ...added];
    const standing = await this.standings.apply(tx, request, agency, history, {
      because: 'recorded',
      reason: becauseOf(added, history),
      closures,
      added,
      removedTexts,
      byUserId: user.id,
      at,
      columns: headOf(request, appended),
    });
    const statusChanges = appended.rows.map(({ id: factId, sequence, kind, onDay, recordedAt, hash }) => {
      return { id: factId, sequence, kind, on: onDay, recordedAt, hash };
    });
    const view = await this.#view(tx, user, request, agency, standing, at);
    return { statusChanges, statusChange: statusChanges.at(-1)!, request: view };
  }

  /** Changes what is not history. Throws `stale` when `ifMatch` is not the version at hand. */
  async edit(tx: Tx, user: User, id: string, input: EditRequest, ifMatch: string | undefined): Promise<RequestView> {
    const request = await access(tx, user, id, 'write');
    checkVersion(ifMatch, request.version);
    if (input.assigneeId !== request.assigneeId) await mustBeUser(tx, input.assigneeId, '/assigneeId');
    if (input.track) trackOf(statuteOf(request.statuteId), input.track);
    const columns = given(input);
    if (input.related) columns.related = await this.#newRelated(tx, user, request, input.related);
    if (input.access === 'members' && request.access !== 'members') await becomeMember(tx, user, request, columns);
    const agency = await tx.em.findOneByOrFail(Agency, { id: request.agencyId });
    const at = this.now.instant();
    const standing = await this.standings.apply(tx, request, agency, factsOf(await loadHistory(tx, id)), {
      because: 'edited',
      reason: input.track === undefined ? 'the fee category was changed' : 'the track was changed',
      byUserId: user.id,
      at,
      columns,
      save: () => this.#saveSides(tx, request, columns),
    });
    return this.#view(tx, user, request, agency, standing, at);
  }

  #append(
    user: User,
    request: Request,
    law: Law,
    agency: Agency,
    history: ReturnType<typeof factsOf>,
    reads: readonly Read[],
    at: Instant,
  ): Appended {
    const context = {
      zone: agency.timeZone,
      recordedAt: at,
      latest: todayIn(agency.timeZone, at),
      recorded: request.chainCount,
    };
    const facts = toFacts(reads, history, law, context);
    return chainUp(request.id, user.id, request.chainHead, facts);
  }

  /** A request before its first standing; `Standings.apply` fills in the rest. */
  #draft(user: User, agency: Agency, input: FileRequest, number: string, at: Instant): Request {
    const request: Partial<Request> = {
      id: v7(),
      number,
      agencyId: agency.id,
      statuteId: agency.statuteId,
      subject: input.subject,
      description: input.description,
      access: input.access ?? this.config.newRequests,
      confidential: input.confidential ?? false,
      creatorId: user.id,
      assigneeId: input.assigneeId ?? null,
      requester: input.requester ?? null,
      feeCategory: input.feeCategory ?? null,
      track: trackOf(statuteOf(agency.statuteId), input.track),
      feeLimit: input.feeLimit ?? null,
      tags: input.tags ?? [],
      related: input.related ?? [],
      createdAt: at,
      chainHead: GENESIS,
      chainCount: 0,
      lastFactAt: null,
      heldSince: null,
    };
    return request as Request;
  }

  /** The relations that an edit leaves: those it names, and those that its author cannot see, so cannot have taken out. */
  async #newRelated(tx: Tx, user: User, request: Request, given: readonly Related[]): Promise<Related[]> {
    const own = given.findIndex((one) => one.requestId === request.id);
    if (own >= 0) throw doesNotFit(`/related/${own}/requestId`, 'names this request itself');
    const seen = await relatedSeen(tx, user, request.related);
    const hidden = request.related.filter((one) => !seen.includes(one));
    await mustSee(tx, user, relatedReferences(given));
    return [...given, ...hidden];
  }

  /** Tags and relations also stand in tables of their own, where lists look. */
  async #saveSides(tx: Tx, request: Request, changed: Partial<Request> = request): Promise<void> {
    const requestId = request.id;
    const isNew = changed === request;
    if (changed.tags) {
      if (!isNew) await tx.em.delete(RequestTag, { requestId });
      const rows = request.tags.map((tag) => ({ requestId, tag }));
      if (rows.length > 0) await tx.em.insert(RequestTag, rows);
    }
    if (changed.related) {
      if (!isNew) await tx.em.delete(RequestRelation, { requestId });
      const rows = request.related.map((one) => ({ requestId, kind: one.kind, otherId: one.requestId }));
      if (rows.length > 0) await tx.em.insert(RequestRelation, rows);
    }
  }

  async #view(
    tx: Tx,
    user: User,
    request: Request,
    agency: Agency,
    standing: Standing,
    at: Instant,
  ): Promise<RequestView> {
    const head = toHead(request, agency.name, at);
    head.related = await relatedSeen(tx, user, request.related);
    if (request.access === 'members') head.members = await membersOf(tx, request);
    return toRequestView(head, standing);
  }
}

/**
 * The agency asked. Its row is held until the request stands: a change of its rules meanwhile would look for requests to
 * read anew, and not yet find this one.
 */
export async function mustFindAgency(tx: Tx, id: string): Promise<Agency> {
  const query = tx.em.createQueryBuilder(Agency, 'agency').where('agency.id = :id', { id });
  if (tx.engine === 'postgres') query.setLock('pessimistic_read');
  const agency = await query.getOne();
  if (!agency) throw doesNotFit('/agencyId', 'names no agency of this desk');
  return agency;
}

function headOf(request: Request, appended: Appended): Partial<Request> {
  const last = appended.rows.at(-1);
  if (!last) return {};
  return {
    chainHead: appended.head,
    chainCount: request.chainCount + appended.rows.length,
    lastFactAt: last.recordedAt,
  };
}

/** The fields that were sent, as columns; null clears. */
function given(input: EditRequest): Partial<Request> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
