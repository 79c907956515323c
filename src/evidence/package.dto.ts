import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsCommaList, IsMaybe, IsOneOf, IsPlainDate } from '../http/validators.ts';
import type { PlainDate } from '../law/plain-date.ts';

/** What the desk keeps for itself unless it is asked for. */
export const extras = ['notes', 'internal', 'assignees', 'reminders', 'members'] as const;
export type Extra = (typeof extras)[number];

export class PackageQuery {
  /** What else goes in: the desk's notes, documents of the role `internal`, who looks after it, reminders, members. */
  @IsCommaList(extras) include?: Extra[];

  /** The day for which deadlines are told: today in the agency's zone when not said. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsMaybe()
  @IsPlainDate()
  asOf?: PlainDate;

  /** `include`: files go in although text lies under their redactions and nobody has decided about it. */
  @ApiPropertyOptional({ enum: ['include'] })
  @IsMaybe()
  @IsOneOf(['include'])
  hiddenText?: 'include';
}
