import { Entity } from 'typeorm';
import { Big, Id, Int, Json, NullText, Text } from '../database/columns.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';

export const documentRoles = [
  'request',
  'acknowledgement',
  'question',
  'answer',
  'fee-letter',
  'determination',
  'release',
  'appeal',
  'appeal-decision',
  'court',
  'internal',
] as const;
export type DocumentRole = (typeof documentRoles)[number];

export const waysIn = ['upload', 'resumable', 'archive', 'message', 'package'] as const;
/** How a document came in: sent whole, sent in pieces, found in an archive, found in a message or mailbox. */
export type WayIn = (typeof waysIn)[number];

/** A place in another document of the same request. */
export interface Place {
  documentId: string;
  /** A path in an archive, or the name of an attachment. */
  memberPath: string;
}

/** Content in the store, named by its SHA-256 and never modified. */
@Entity('blob')
export class Blob {
  @Id() sha256: string;
  @Big() size: number;
  /** SHA-256 of each 1 MiB: a byte leaves only after its chunk was checked. */
  @Json() chunks: string[];
  @Text() mediaType: string;
  @Text() storedAt: Instant;
  @NullText() damagedAt: Instant | null;
  @NullText() damage: string | null;
}

/** A released (or sent) file as part of one request. */
@Entity('document')
export class Document {
  @Id() id: string;
  @Text() requestId: string;
  @Text() sha256: string;
  @Text() filename: string;
  @NullText() label: string | null;
  @NullText() role: DocumentRole | null;
  @NullText() releasedOn: PlainDate | null;
  @NullText() receivedOn: PlainDate | null;
  @NullText() statusChangeId: string | null;
  @Text() addedBy: string;
  @Text() addedAt: Instant;
  @Text() addedVia: WayIn;
  /** The document in which it was found; that one may have been removed since. */
  @NullText() fromDocumentId: string | null;
  @NullText() memberPath: string | null;
  /** Where else the same bytes were found since. */
  @Json() alsoIn: Place[];
  @Int() version: number;
}
