import { ApiProperty } from '@nestjs/swagger';
import { IsClearable, IsFlag, IsId, IsMaybe, IsOneOf, IsPlainDate, IsWords } from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';
import { type Blob, type Document, type DocumentRole, documentRoles, type WayIn, waysIn } from './document.entity.ts';
import { type TextState, textStates } from './text-state.ts';

const LONGEST_LABEL = 300;

/** What may be said of a file when it comes. */
export class DocumentFields {
  /** What it is, in a person's words. */
  @IsMaybe()
  @IsWords(LONGEST_LABEL)
  label?: string;

  /** What it is in the request's life. */
  @IsMaybe()
  @IsOneOf(documentRoles)
  role?: DocumentRole;

  /** The day on which the agency released it. */
  @IsMaybe()
  @IsPlainDate()
  releasedOn?: PlainDate;

  /** The day on which it arrived. */
  @IsMaybe()
  @IsPlainDate()
  receivedOn?: PlainDate;

  /** The status change with which it came. */
  @IsMaybe()
  @IsId()
  statusChangeId?: string;
}

/** The fields beside files in a form, in any order. */
export class UploadFields extends DocumentFields {
  /** `true`: what an archive, a message or a mailbox holds becomes documents too. */
  @IsMaybe()
  @IsFlag()
  unpack?: boolean;
}

/** What of a document can be changed; null clears a field. The file itself never changes. */
export class DocumentEdit {
  @IsClearable()
  @IsWords(LONGEST_LABEL)
  @ApiProperty({ type: String, nullable: true, required: false })
  label?: string | null;

  @IsClearable()
  @IsOneOf(documentRoles)
  @ApiProperty({ enum: documentRoles, nullable: true, required: false })
  role?: DocumentRole | null;

  @IsClearable()
  @IsPlainDate()
  @ApiProperty({ type: String, nullable: true, required: false })
  releasedOn?: PlainDate | null;

  @IsClearable()
  @IsPlainDate()
  @ApiProperty({ type: String, nullable: true, required: false })
  receivedOn?: PlainDate | null;

  @IsClearable()
  @IsId()
  @ApiProperty({ type: String, nullable: true, required: false })
  statusChangeId?: string | null;
}

/** Why a document is removed. */
export class RemovalReason {
  @IsWords(2000, { lines: true })
  reason: string;
}

/** Whether the document's text is there to be shown, searched and cited. */
export class TextView {
  /** As `GET /documents/:id/reading` has it. */
  @ApiProperty({ enum: textStates })
  state: TextState;
  /** Why it is not `ready`, once that is known. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

/** Where in another document of the same request the bytes were found. */
export class PlaceView {
  /** Perhaps one that was removed since: the timeline tells. */
  documentId: string;
  memberPath: string;
}

/** A document as the API shows it. */
export class DocumentView {
  id: string;
  requestId: string;
  /** As it was sent, without path, control characters or text that reads backwards. */
  filename: string;
  /** What the first bytes say, never the name: a label, no promise. */
  mediaType: string;
  size: number;
  sha256: string;
  @ApiProperty({ type: String, nullable: true })
  label: string | null;
  @ApiProperty({ enum: documentRoles, nullable: true })
  role: DocumentRole | null;
  @ApiProperty({ type: String, nullable: true })
  releasedOn: PlainDate | null;
  @ApiProperty({ type: String, nullable: true })
  receivedOn: PlainDate | null;
  @ApiProperty({ type: String, nullable: true })
  statusChangeId: string | null;
  /** User who attached it. */
  addedBy: string;
  addedAt: string;
  /** How it came: sent whole or in pieces, or found in an archive or a message. */
  @ApiProperty({ enum: waysIn })
  addedVia: WayIn;
  /** The document in which it was found. */
  @ApiProperty({ type: String, nullable: true })
  fromDocumentId: string | null;
  /** Its path or name there. */
  @ApiProperty({ type: String, nullable: true })
  memberPath: string | null;
  /** Where else the same bytes were found. */
  alsoIn: PlaceView[];
  @ApiProperty({ type: TextView })
  text: TextView;
  /** Since when the stored bytes are known to be damaged; such a file is not handed out. */
  @ApiProperty({ type: String, nullable: true })
  damagedAt: string | null;
  /** Where the bytes are. */
  contentUrl: string;
  version: number;
}

/** Several documents that came in one call: each file, followed by what was found in it. */
export class DocumentList {
  items: DocumentView[];
}

/** One page of a request's documents, oldest first. */
export class DocumentPage {
  items: DocumentView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** What a view needs of a blob: not its chunks, which are many. */
export type BlobFacts = Pick<Blob, 'sha256' | 'size' | 'mediaType' | 'damagedAt'>;

export function toDocumentView(document: Document, blob: BlobFacts, text: TextView): DocumentView {
  return {
    id: document.id,
    requestId: document.requestId,
    filename: document.filename,
    mediaType: blob.mediaType,
    size: blob.size,
    sha256: document.sha256,
    label: document.label,
    role: document.role,
    releasedOn: document.releasedOn,
    receivedOn: document.receivedOn,
    statusChangeId: document.statusChangeId,
    addedBy: document.addedBy,
    addedAt: document.addedAt,
    addedVia: document.addedVia,
    fromDocumentId: document.fromDocumentId,
    memberPath: document.memberPath,
    alsoIn: document.alsoIn,
    text,
    damagedAt: blob.damagedAt,
    contentUrl: `/api/v1/documents/${document.id}/content`,
    version: document.version,
  };
}
