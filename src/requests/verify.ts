import type { Scope } from '../database/database.ts';
import type { Standing } from '../law/standing.ts';
import { actFaults } from './acts.ts';
import { type ChainFault, verifyChain } from './chain.ts';
import { Request, RequestDeadline } from './request.entity.ts';
import { readStanding } from './reading.ts';
import { Sources } from './sources.ts';
import { cachedOf } from './standing-cache.ts';

/** A cached standing that is not what its history says, or an act that is not what was recorded. */
export interface StandingFault {
  fault: 'standing' | 'act';
  requestId: string;
  number: string;
  says: string;
}

export type RequestFault = ChainFault | StandingFault;

/** How many requests were looked at, and everything that is wrong with any of them. */
export interface VerifiedRequests {
  requests: number;
  faults: RequestFault[];
}

const LOT = 200;

/**
 * Walks the chain of every request and recomputes every standing, for the day for which it was read. `redacted` faults
 * are listed too: they are gaps with a name, not damage. Run it in a snapshot.
 */
export async function verifyRequests(scope: Scope): Promise<VerifiedRequests> {
  const verified: VerifiedRequests = { requests: 0, faults: [] };
  for await (const request of everyRequest(scope)) {
    verified.requests++;
    verified.faults.push(...(await verifyChain(scope, request)), ...(await verifyStandingOrSay(scope, request)));
    const { id: requestId, number } = request;
    const says = await actFaults(scope, requestId);
    verified.faults.push(...says.map((says) => ({ fault: 'act' as const, requestId, number, says })));
  }
  return verified;
}

/**
 * Recomputes one standing from its history and compares it with everything that is cached of it. `loaded`: what it is
 * read off, if that is at hand.
 */
export async function verifyStanding(scope: Scope, request: Request, loaded?: Sources): Promise<StandingFault[]> {
  const sources = loaded ?? (await Sources.of(scope, [request]));
  const standing = readStanding(sources.facts(request), sources.law(request), request.readOn);
  const faults = differing(request, cachedOf(standing, sources.agency(request).timeZone));
  const copies = await scope.em.findBy(RequestDeadline, { requestId: request.id });
  if (!sameDeadlines(standing, copies)) faults.push('the list of deadlines');
  return faults.map((what) => ({
    fault: 'standing',
    requestId: request.id,
    number: request.number,
    says: `${what} of ${request.number} is not what its history says`,
  }));
}

/** A history that was damaged so that nothing can be read off it is one fault more, not the end of the search. */
async function verifyStandingOrSay(scope: Scope, request: Request): Promise<StandingFault[]> {
  try {
    return await verifyStanding(scope, request);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const says = `the standing of ${request.number} cannot be recomputed: ${why}`;
    return [{ fault: 'standing', requestId: request.id, number: request.number, says }];
  }
}

/** All standings, without the chains. */
export async function verifyStandings(scope: Scope): Promise<StandingFault[]> {
  const faults: StandingFault[] = [];
  for await (const request of everyRequest(scope)) faults.push(...(await verifyStanding(scope, request)));
  return faults;
}

function differing(request: Request, recomputed: Record<string, unknown>): string[] {
  const stored = request as unknown as Record<string, unknown>;
  return Object.keys(recomputed).filter((column) => !same(stored[column], recomputed[column]));
}

function sameDeadlines(standing: Standing, copies: readonly RequestDeadline[]): boolean {
  const stored = new Map(copies.map((copy) => [copy.deadlineId, copy.body]));
  return stored.size === standing.deadlines.length && standing.deadlines.every((one) => same(stored.get(one.id), one));
}

/** As JSON, since that is how they are kept: absent and undefined are the same. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** Every request of the desk, in lots. */
export async function* everyRequest(scope: Scope): AsyncGenerator<Request> {
  let after = '';
  for (;;) {
    const lot = await scope.em
      .createQueryBuilder(Request, 'request')
      .where('request.id > :after', { after })
      .orderBy('request.id')
      .limit(LOT)
      .getMany();
    yield* lot;
    if (lot.length < LOT) return;
    after = lot.at(-1)!.id;
  }
}
