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

/** Content on disk, named by its SHA-256 and never modified. */
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
  @Int() version: number;
}
