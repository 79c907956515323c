import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '../now.ts';

/** An upload that comes in pieces, as its owner sees it. */
export class ResumableUpload {
  id: string;
  requestId: string;
  @ApiProperty({ type: String, nullable: true })
  filename: string | null;
  @ApiProperty({ type: 'integer' })
  size: number;
  /** How many bytes have come; the next piece begins here. */
  @ApiProperty({ type: 'integer' })
  offset: number;
  /** When it is given up, or forgotten once it is finished. */
  expiresAt: Instant;
  /** The documents that it became, the file itself first; null while it is not finished. */
  @ApiProperty({ type: [String], nullable: true })
  documentIds: string[] | null;
}
