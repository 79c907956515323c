import { Agency } from '../agencies/agency.entity.ts';
import type { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { DeskError } from '../errors.ts';
import type { Law } from '../law/law.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import type { Instant } from '../now.ts';
import { access } from '../requests/access.ts';
import { verifyChain } from '../requests/chain.ts';
import { loadClosures } from '../requests/closures.ts';
import { factsOf, loadHistory } from '../requests/history.ts';
import { lawOf, readStanding } from '../requests/reading.ts';
import { asSeenBy } from '../requests/references.ts';
import type { Request } from '../requests/request.entity.ts';
import { DeadlineMove, StatusChangeRow, StatusChangeText } from '../requests/status-change.entity.ts';
import type { Timeline } from '../requests/timeline.dto.ts';
import { readTimeline } from '../requests/timeline.service.ts';
import { todayIn } from '../requests/today.ts';
import { gatherDesk, type DeskFacts } from './gather-desk.ts';
import { gatherDocuments } from './gather-documents.ts';
import { gatherLaw, type LawFacts } from './gather-law.ts';
import type { Extra, PackageQuery } from './package.dto.ts';
import type { PackageFile, PackageParts, PackedDocument, Told } from './part.ts';

/** Everything that goes into one package, as it stood at one moment. */
export interface Gathered {
  request: Request;
  agency: Agency;
  asOf: PlainDate;
  include: ReadonlySet<Extra>;
  rows: StatusChangeRow[];
  texts: StatusChangeText[];
  moves: DeadlineMove[];
  documents: PackedDocument[];
  standing: Standing;
  timeline: Timeline;
  law: LawFacts;
  desk: DeskFacts;
  /** Of other features, by the path below `data`. */
  parts: PackageFile[];
  /** What other features add to the chronology. */
  told: Told[];
}

/** Reads it, inside one snapshot. Refuses what would be handed over damaged, or without somebody's decision. */
export async function gather(
  scope: Scope,
  user: User,
  id: string,
  query: PackageQuery,
  parts: PackageParts,
  now: Instant,
): Promise<Gathered> {
  const request = await access(scope, user, id, 'read');
  const include = new Set(query.include);
  if (include.size > 0 && user.role === 'viewer') {
    throw new DeskError(
      'forbidden',
      'What the desk keeps for itself is put into a package by editors and owners only.',
    );
  }
  const agency = await scope.em.findOneByOrFail(Agency, { id: request.agencyId });
  const asOf = query.asOf ?? todayIn(agency.timeZone, now);
  const rows = await scope.em.find(StatusChangeRow, { where: { requestId: id }, order: { sequence: 'ASC' } });
  await mustBeAsRecorded(scope, user, request);
  const documents = await gatherDocuments(scope, user, request, include, query.hiddenText === 'include');
  const law = lawOf(request, agency, await loadClosures(scope));
  return {
    request,
    agency,
    asOf,
    include,
    rows,
    texts: await textsOf(scope, rows),
    moves: await scope.em.find(DeadlineMove, { where: { requestId: id }, order: { id: 'ASC' } }),
    documents,
    standing: await standingOf(scope, request, law, asOf),
    timeline: await readTimeline(scope, user, request, agency, asOf),
    law: await gatherLaw(scope, request, law),
    desk: await gatherDesk(scope, user, request, rows, documents, include),
    parts: await filesOf(parts, scope, request, user, documents),
    told: await toldOf(parts, scope, request, user, documents),
  };
}

/** The chain is handed over exactly as it was hashed, so it must be whole, and nothing in it may be hidden from `user`. */
async function mustBeAsRecorded(scope: Scope, user: User, request: Request): Promise<void> {
  const damage = (await verifyChain(scope, request)).find(({ fault }) => fault !== 'redacted');
  if (damage) {
    throw new DeskError(
      'conflict',
      `The history of this request is damaged (${damage.says}), so no evidence can be made of it.`,
      { hint: 'Run `foia-desk verify`, and restore a backup.' },
    );
  }
  const facts = factsOf(await loadHistory(scope, request.id));
  const asSeen = await asSeenBy(scope, user, facts);
  const veiled = facts.find((fact) => asSeen(fact) !== fact);
  if (veiled) {
    throw new DeskError(
      'forbidden',
      'This history names another request that is not open to you, and it can only be handed over as a whole. Ask an owner for the package.',
    );
  }
}

async function textsOf(scope: Scope, rows: readonly StatusChangeRow[]): Promise<StatusChangeText[]> {
  if (rows.length === 0) return [];
  return scope.em
    .createQueryBuilder(StatusChangeText, 'text')
    .innerJoin(StatusChangeRow, 'fact', 'fact.id = text.statusChangeId')
    .where('fact.requestId = :id', { id: rows[0]!.requestId })
    .orderBy('fact.sequence')
    .addOrderBy('text.path')
    .getMany();
}

async function standingOf(scope: Scope, request: Request, law: Law, asOf: PlainDate): Promise<Standing> {
  return readStanding(factsOf(await loadHistory(scope, request.id)), law, asOf);
}

async function filesOf(
  parts: PackageParts,
  scope: Scope,
  request: Request,
  user: User,
  documents: readonly PackedDocument[],
): Promise<PackageFile[]> {
  const all: PackageFile[] = [];
  for (const part of parts.all) {
    const files = await part.files(scope, request, user, documents);
    all.push(...files.map((file) => ({ ...file, path: `${part.name}/${file.path}` })));
  }
  return all;
}

async function toldOf(
  parts: PackageParts,
  scope: Scope,
  request: Request,
  user: User,
  documents: readonly PackedDocument[],
): Promise<Told[]> {
  const all: Told[] = [];
  for (const part of parts.all) all.push(...((await part.told?.(scope, request, user, documents)) ?? []));
  return all;
}
