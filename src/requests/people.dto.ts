import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { type Role, roles } from '../auth/user.entity.ts';
import { IsWords } from '../http/validators.ts';
import type { Instant } from '../now.ts';

export class NewNote {
  @ApiProperty({ type: String })
  @IsWords(20_000, { lines: true })
  text: string;
}

class NoteAuthor {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String }) name: string;
}

@ApiSchema({ name: 'Note' })
export class NoteView {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String }) text: string;
  @ApiProperty({ type: NoteAuthor }) author: NoteAuthor;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Instant;
}

export class NoteList {
  @ApiProperty({ type: [NoteView] }) items: NoteView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export const memberBecause = ['owner', 'creator', 'assignee', 'member'] as const;

@ApiSchema({ name: 'Member' })
export class MemberView {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String, enum: [...roles] }) role: Role;
  @ApiProperty({ type: String, enum: [...memberBecause], description: 'Only a `member` can be taken out.' })
  because: (typeof memberBecause)[number];
}

export class MemberList {
  @ApiProperty({ type: [MemberView] }) items: MemberView[];
  @ApiProperty({ type: String, nullable: true }) next: null;
}
