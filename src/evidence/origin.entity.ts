import { Entity } from 'typeorm';
import { Id, Int, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';

/** Where an imported request came from. Append-only. */
@Entity('request_origin')
export class RequestOrigin {
  @Id() requestId: string;
  /** What the other desk called it. */
  @Text() number: string;
  /** How far its history went there: what follows was recorded here. */
  @Text() chainHead: string;
  @Int() chainCount: number;
  /** SHA-256 of the package's `tagmanifest-sha256.txt`. */
  @Text() packageSum: string;
  @Text() importedBy: string;
  @Text() importedAt: Instant;
}
