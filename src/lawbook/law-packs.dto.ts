import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '../now.ts';

export const packStates = ['in-force', 'refused', 'kept-in-use', 'withdrawn'] as const;
export type PackState = (typeof packStates)[number];

export class PackFault {
  @ApiProperty({ type: String, description: 'A JSON Pointer into the file; empty: the file as a whole.' })
  pointer: string;
  @ApiProperty({ type: String }) detail: string;
}

/** A file of laws. */
export class LawPack {
  @ApiProperty({ type: String, example: 'law/us-pa.json' }) file: string;
  @ApiProperty({
    type: String,
    enum: [...packStates],
    description:
      'A refused file leaves in force what it last supplied. `kept-in-use`: the file no longer supplies a law that requests or agencies need.',
  })
  state: PackState;
  @ApiProperty({ type: [PackFault] }) errors: PackFault[];
  @ApiProperty({ type: [String], description: 'The ids of the laws in force that are from this file.' })
  statutes: string[];
  @ApiProperty({ type: [String] }) calendars: string[];
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the last of them came into force.',
  })
  loadedAt: Instant | null;
}

export class LawPackList {
  items: LawPack[];
  @ApiProperty({ type: 'null' }) next: null;
}
