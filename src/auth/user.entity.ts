import { Entity } from 'typeorm';
import { Id, Int, NullText, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';

export const roles = ['owner', 'editor', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** A person who works at the desk. */
@Entity('desk_user')
export class User {
  @Id() id: string;
  @Text() name: string;
  /** Lower case; where reminders go. */
  @Text() email: string;
  @Text() role: Role;
  /** IANA name: reminders come at 09:00 there. */
  @Text() timeZone: string;
  @Text() createdAt: Instant;
  @Text() updatedAt: Instant;
  @NullText() disabledAt: Instant | null;
  @Int() version: number;
}
