import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Int, Json, NullText, Text } from '../database/columns.ts';
import type { Overrides } from '../law/overrides.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Channel } from '../law/status-change.ts';
import type { Instant } from '../now.ts';

export interface Contact {
  channel: Channel;
  value: string;
  role?: string;
  validFrom?: PlainDate;
  validTo?: PlainDate;
}

/** The public body that one asks; a component is an agency with a parent. */
@Entity('agency')
export class Agency {
  @Id() id: string;
  @Text() name: string;
  @NullText() abbreviation: string | null;
  @NullText() parentId: string | null;
  @Text() statuteId: string;
  /** IANA name: legal days are this zone's days. */
  @Text() timeZone: string;
  @Json() contacts: Contact[];
  @Json() overrides: Overrides;
  /** Name and abbreviation in lower case, for `q`. */
  @Text() search: string;
  @Text() createdAt: Instant;
  @Text() updatedAt: Instant;
  @Int() version: number;
}

/** What the clock was told of an agency, and from when: `knownAt` must not use what was entered later. */
@Entity('agency_version')
export class AgencyVersion {
  @PrimaryColumn('text') agencyId: string;
  @PrimaryColumn('integer') version: number;
  @Text() statuteId: string;
  @Text() timeZone: string;
  @Json() overrides: Overrides;
  @Text() recordedAt: Instant;
  @Text() recordedBy: string;
  /** In words, for the dates that it moves; null for an edit by hand. */
  @NullText() because: string | null;
}
