import type { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import type { Document } from '../documents/document.entity.ts';
import type { Request } from '../requests/request.entity.ts';

/** A text on its way into a package. */
export interface PackageFile {
  /** Below the folder of its part, with `/`: `footnotes.txt`. */
  path: string;
  text: string;
}

/** A line more in the chronology. */
export interface Told {
  /** The document or the fact that it is told of, by its id. */
  of: string;
  name: string;
  text: string;
}

/** A document that goes into the package. */
export interface PackedDocument {
  document: Document;
  /** In bytes. */
  size: number;
  mediaType: string;
  damagedAt: string | null;
  damage: string | null;
  /** Below `data`: `documents/001-letter.pdf`. */
  path: string;
}

/**
 * What another feature puts into the package of a request, in `data/NAME/`. It is asked inside the snapshot in which
 * everything else was read, for somebody who may see the request. It must say nothing of documents other than those
 * given, repeat no text that lies under a redaction, and give the same texts for the same rows.
 */
export interface PackagePart {
  /** A folder's name: small letters and hyphens; not one of the package's own. */
  readonly name: string;
  files(scope: Scope, request: Request, user: User, documents: readonly PackedDocument[]): Promise<PackageFile[]>;
  /** What it adds to the chronology, under the same rules. */
  told?(scope: Scope, request: Request, user: User, documents: readonly PackedDocument[]): Promise<Told[]>;
}

const OWN = ['documents', 'history', 'law', 'desk'];

/** The parts of other features, as `evidence.module.ts` lists them. */
export class PackageParts {
  constructor(readonly all: readonly PackagePart[]) {
    const names = all.map((part) => part.name);
    const odd = names.find((name, i) => !/^[a-z][a-z-]*$/.test(name) || OWN.includes(name) || names.indexOf(name) < i);
    if (odd !== undefined) throw new Error(`No part of a package can be called "${odd}".`);
  }
}
