import { Entity } from 'typeorm';
import { Id, Int, NullJson, NullText, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';

export const roles = ['owner', 'editor', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const digests = ['daily', 'weekly'] as const;

/** When and how often somebody wants to be told; the hours are `HH:mm` where they are. */
export interface Notifications {
  /** Nothing comes from then on. */
  quietFrom: string;
  /** Nothing comes before. */
  quietUntil: string;
  /** Never on a Saturday or Sunday, unless it would be too late. */
  workingDaysOnly: boolean;
  /** What comes due on a day is one message; `weekly`: what can wait comes on one day of the week. */
  digest: (typeof digests)[number];
  /** 0 is Sunday. */
  digestOn: number;
}

/** For who has said nothing. */
export const usualNotifications: Notifications = {
  quietFrom: '20:00',
  quietUntil: '08:00',
  workingDaysOnly: false,
  digest: 'daily',
  digestOn: 1,
};

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
  /** Null: at 09:00, every day that anything is due. */
  @NullJson() notifications: Notifications | null;
  @Int() version: number;
}
