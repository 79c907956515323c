import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PageQuery } from '../http/page.ts';
import { IsClearable, IsId, IsMaybe, IsOneOf, IsPlainDate, IsWords, IsZone } from '../http/validators.ts';
import type { Overrides } from '../law/overrides.ts';
import { type Channel, channels } from '../law/status-change.ts';
import type { Instant } from '../now.ts';
import type { Agency, Contact } from './agency.entity.ts';

const importModes = ['add', 'replace'] as const;

const OVERRIDES =
  "The agency's own rules over the statute's: by kind of deadline `{count?, unit?, from?, metBy?, cutOff?, cites}`, " +
  '`answerWithin` and `calendar {add?, remove?}` with days, spans `{from, to?, name, cites}` and ids of optional ' +
  'holidays. Every rule names where it is written.';

export class ContactDto {
  @IsOneOf(channels)
  channel: Channel;

  /** The address, number or URL of that channel. */
  @IsWords(1000, { lines: true })
  value: string;

  /** What it is for, such as "appeals". */
  @IsMaybe()
  @IsWords(200)
  role?: string;

  /** The first day on which it is right. */
  @IsMaybe()
  @IsPlainDate()
  validFrom?: string;

  /** The last day on which it is right. */
  @IsMaybe()
  @IsPlainDate()
  validTo?: string;
}

/** A public body to add. */
export class NewAgencyDto {
  @IsWords(300)
  name: string;

  @IsClearable()
  @IsWords(50)
  abbreviation?: string | null;

  /** The body that this one is a component of. */
  @IsClearable()
  @IsId()
  parentId?: string | null;

  /** The law that one asks it under, by its id in `GET /statutes`. */
  @IsWords(60)
  statute: string;

  /** IANA name: legal days are this zone's days. The statute's zone when not said. */
  @IsMaybe()
  @IsZone()
  timeZone?: string;

  @IsMaybe()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(50, { message: 'must have at most 50 entries' })
  @ValidateNested({ each: true, message: 'must be a list of objects' })
  @Type(() => ContactDto)
  contacts?: ContactDto[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: OVERRIDES })
  @IsMaybe()
  @IsObject({ message: 'must be an object' })
  overrides?: Record<string, unknown>;
}

/** What may be changed; what is left out stays, null clears. */
export class AgencyChangesDto {
  @IsMaybe()
  @IsWords(300)
  name?: string;

  @IsClearable()
  @IsWords(50)
  abbreviation?: string | null;

  @IsClearable()
  @IsId()
  parentId?: string | null;

  /** Requests filed from now on are under this law; earlier ones keep theirs. */
  @IsMaybe()
  @IsWords(60)
  statute?: string;

  @IsMaybe()
  @IsZone()
  timeZone?: string;

  /** Replaces all of them. */
  @IsMaybe()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(50, { message: 'must have at most 50 entries' })
  @ValidateNested({ each: true, message: 'must be a list of objects' })
  @Type(() => ContactDto)
  contacts?: ContactDto[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: `${OVERRIDES} Replaces all of them.` })
  @IsMaybe()
  @IsObject({ message: 'must be an object' })
  overrides?: Record<string, unknown>;
}

export class AgencyQuery extends PageQuery {
  /** Words that all occur in the name or the abbreviation. */
  @IsOptional()
  @IsWords(200)
  q?: string;
}

export class AgencyView {
  id: string;
  name: string;
  abbreviation: string | null;
  parentId: string | null;
  /** The id of the law. */
  statute: string;
  timeZone: string;
  @ApiProperty({ type: [ContactDto] })
  contacts: Contact[];
  @ApiProperty({ type: 'object', additionalProperties: true, description: OVERRIDES })
  overrides: Overrides;
  createdAt: Instant;
  updatedAt: Instant;
  version: number;
}

export class AgencyList {
  items: AgencyView[];
  /** Path and query of the next page; null on the last. */
  next: string | null;
}

export class ImportQuery {
  /** `add`: beside the days off that it has. `replace`: in place of them. */
  @IsOneOf(importModes)
  mode: (typeof importModes)[number];

  /** Where the list was published; explanations cite it. */
  @IsWords(500)
  cites: string;

  @ApiPropertyOptional({ type: String, description: 'The web address of that.' })
  @IsMaybe()
  @MaxLength(2000, { message: 'must have at most 2000 characters' })
  @Matches(/^https?:\/\/\S+$/, { message: 'must be a web address' })
  url?: string;
}

export class CalendarImported {
  /** How many entries the list has, once what it says twice is counted once. */
  days: number;
  /** Whether the agency's calendar is another than before. */
  changed: boolean;
  /** In words: what was left out, and what changes nothing. */
  notes: string[];
  @ApiProperty({ type: AgencyView })
  agency: AgencyView;
  /** The agency's. */
  version: number;
}

export function toAgencyView(agency: Agency): AgencyView {
  return {
    id: agency.id,
    name: agency.name,
    abbreviation: agency.abbreviation,
    parentId: agency.parentId,
    statute: agency.statuteId,
    timeZone: agency.timeZone,
    contacts: agency.contacts,
    overrides: agency.overrides,
    createdAt: agency.createdAt,
    updatedAt: agency.updatedAt,
    version: agency.version,
  };
}
