import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsMaybe } from '../http/validators.ts';
import type { Statute } from '../law/statute.ts';
import { CitationView } from './standing.dto.ts';

export class StatutesQuery {
  /** ISO 3166 (`US`, `US-CA`, `GB-SCT`) or `EU`; a country stands for its parts too. */
  @ApiPropertyOptional({ type: String, example: 'US-CA' })
  @IsMaybe()
  @Matches(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, { message: 'must be a code like US, US-CA or EU' })
  jurisdiction?: string;
}

/** A law in a list. */
export class StatuteItem {
  id: string;
  name: string;
  /** ISO 3166: `US`, `US-CA`. */
  jurisdiction: string;
  @ApiProperty({ type: CitationView })
  cites: Statute['cites'];
  /** For agencies that set no other. */
  timeZone: string;
  /** The version in force, chosen by the day of filing. */
  @ApiProperty({
    type: 'object',
    properties: {
      from: { type: 'string', format: 'date', nullable: true },
      to: { type: 'string', format: 'date', nullable: true },
      appliesTo: { type: 'string', enum: ['filed-from', 'received-from', 'pending-too', 'event-from'] },
    },
  })
  version: Statute['version'];
}

export class StatuteList {
  items: StatuteItem[];
  @ApiProperty({ type: 'null' })
  next: null;
}

export function toStatuteItem({ id, name, jurisdiction, cites, timeZone, version }: Statute): StatuteItem {
  return { id, name, jurisdiction, cites, timeZone, version };
}
