import { cleanFilename } from '../documents/filename.ts';
import type { Document } from '../documents/document.entity.ts';
import { UploadFields } from '../documents/documents.dto.ts';
import { isId } from '../http/validators.ts';
import { check } from '../http/validate.ts';
import { fitting, isInstant, unfit } from './unfit.ts';
import type { VerifiedPackage } from './verify-package.ts';

/** A document of a package on its way into a desk. */
export interface ImportedDocument {
  document: Document;
  /** Where its bytes lie in the bag. */
  path: string;
}

/** The index of documents, held to the rules of an upload. */
export function readDocuments({ documents, history }: VerifiedPackage): ImportedDocument[] {
  const ids = new Set<string>();
  const sums = new Set<string>();
  return documents.map((listed, i) => {
    const at = `documents.json/${i}`;
    const { id, sha256, path, filename, addedBy, addedAt } = listed;
    if (!isId(id) || ids.has(id) || sums.has(sha256)) throw unfit(at, 'has no id of its own, or is there twice');
    ids.add(id);
    sums.add(sha256);
    if (typeof filename !== 'string' || !isId(addedBy) || !isInstant(addedAt)) throw unfit(at, 'is no document');
    const { label, role, releasedOn, receivedOn, statusChangeId } = listed;
    const said = Object.entries({ label, role, releasedOn, receivedOn, statusChangeId }).filter(
      ([, one]) => one !== null,
    );
    const fields = fitting(at, () => check(UploadFields, Object.fromEntries(said)));
    const document: Document = {
      id,
      requestId: history.requestId,
      sha256,
      filename: cleanFilename(filename),
      label: fields.label ?? null,
      role: fields.role ?? null,
      releasedOn: fields.releasedOn ?? null,
      receivedOn: fields.receivedOn ?? null,
      statusChangeId: fields.statusChangeId ?? null,
      addedBy,
      addedAt,
      addedVia: 'package',
      fromDocumentId: null,
      memberPath: null,
      alsoIn: [],
      version: 1,
    };
    return { document, path: `data/${path}` };
  });
}
