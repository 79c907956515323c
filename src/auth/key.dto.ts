import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { PageQuery } from '../http/page.ts';
import { IsId, IsInstant, IsMaybe, IsWords } from '../http/validators.ts';
import type { Instant } from '../now.ts';
import type { ApiKey } from './api-key.entity.ts';

export const LONGEST_OVERLAP_S = 7 * 24 * 60 * 60;

export class NewKeyDto {
  /** What it is for: "laptop", "the newsroom's scraper". */
  @IsMaybe()
  @IsWords(100)
  label?: string;

  /** From then on it no longer opens anything; never when not said. */
  @IsOptional()
  @IsInstant()
  expiresAt?: Instant | null;
}

export class RotateKeyDto {
  /** For how many seconds the old key works on, at most seven days; 0 when not said. */
  @IsMaybe()
  @IsInt({ message: 'must be a whole number of seconds' })
  @Min(0, { message: 'must be at least 0' })
  @Max(LONGEST_OVERLAP_S, { message: `must be at most ${LONGEST_OVERLAP_S} (seven days)` })
  overlapSeconds?: number;
}

export class KeyQuery extends PageQuery {
  /** Whose keys: one's own when not said. Those of others are for owners. */
  @IsOptional()
  @IsId()
  userId?: string;
}

export class KeyView {
  id: string;
  userId: string;
  label: string;
  /** How the key begins, to tell it from others. */
  prefix: string;
  createdAt: Instant;
  createdBy: string | null;
  expiresAt: Instant | null;
  /** Noted every few minutes at most. */
  lastUsedAt: Instant | null;
  /** Ahead of now while a rotated key still works. */
  revokedAt: Instant | null;
}

export class NewKeyView extends KeyView {
  /** The key itself, shown this once and stored nowhere. Null when the answer is a replay under an Idempotency-Key. */
  key: string | null;
}

export class KeyList {
  items: KeyView[];
  /** Path and query of the next page; null on the last. */
  next: string | null;
}

export function toKeyView(key: ApiKey): KeyView {
  return {
    id: key.id,
    userId: key.userId,
    label: key.label,
    prefix: `fd_${key.lookup}`,
    createdAt: key.createdAt,
    createdBy: key.createdBy,
    expiresAt: key.expiresAt,
    lastUsedAt: key.lastUsedAt,
    revokedAt: key.revokedAt,
  };
}
