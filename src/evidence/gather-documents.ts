import type { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { Blob, Document } from '../documents/document.entity.ts';
import { DeskError } from '../errors.ts';
import { withTextToWithhold } from '../reading/pages.ts';
import { access } from '../requests/access.ts';
import type { Request } from '../requests/request.entity.ts';
import { namesInOrder } from './names.ts';
import type { Extra } from './package.dto.ts';
import type { PackedDocument } from './part.ts';

type Facts = Pick<Blob, 'sha256' | 'size' | 'mediaType' | 'damagedAt' | 'damage'>;

/**
 * A request's documents in the order in which they were attached. Throws `conflict` while text lies under a redaction
 * of one and nobody has decided about it, unless `withHiddenText`.
 */
export async function gatherDocuments(
  scope: Scope,
  user: User,
  request: Request,
  include: ReadonlySet<Extra>,
  withHiddenText: boolean,
): Promise<PackedDocument[]> {
  await access(scope, user, request.id, 'read');
  const query = scope.em.createQueryBuilder(Document, 'document').where('document.requestId = :id', { id: request.id });
  if (!include.has('internal')) query.andWhere("(document.role IS NULL OR document.role <> 'internal')");
  const documents = await query.orderBy('document.id').getMany();
  const blobs = await factsOf(scope, request.id);
  const names = namesInOrder(documents.map((document) => document.filename));
  if (!withHiddenText) await mustHideNothing(scope, documents);
  return documents.map((document, i) => {
    const { size, mediaType, damagedAt, damage } = blobs.get(document.sha256)!;
    return { document, size, mediaType, damagedAt, damage, path: `documents/${names[i]!}` };
  });
}

/** Without the digests of their parts, which are many. */
async function factsOf(scope: Scope, requestId: string): Promise<Map<string, Facts>> {
  const blobs: Facts[] = await scope.em
    .createQueryBuilder(Blob, 'blob')
    .select(['blob.sha256', 'blob.size', 'blob.mediaType', 'blob.damagedAt', 'blob.damage'])
    .innerJoin(Document, 'document', 'document.sha256 = blob.sha256')
    .where('document.requestId = :requestId', { requestId })
    .getMany();
  return new Map(blobs.map((blob) => [blob.sha256, blob]));
}

async function mustHideNothing(scope: Scope, documents: readonly Document[]): Promise<void> {
  const held = await withTextToWithhold(scope, documents);
  const named = documents.filter((document) => held.has(document.id));
  if (named.length === 0) return;
  const list = named.map(({ filename, id }) => `${filename} (${id})`).join(', ');
  throw new DeskError(
    'conflict',
    `Under the redactions of ${list} there is text that anybody can copy out, and nobody has decided that it may be shown. Decide on it, or ask with hiddenText=include.`,
    { accepted: ['hiddenText=include'] },
  );
}
