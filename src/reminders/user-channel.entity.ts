import { Entity, PrimaryColumn } from 'typeorm';
import { Bool, NullText, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';

export const channelNames = ['email', 'slack', 'mattermost', 'teams', 'discord', 'ntfy'] as const;
export type ChannelName = (typeof channelNames)[number];

/** Where one person wants to be told beside, or instead of, their e-mail address. */
@Entity('user_channel')
export class UserChannel {
  @PrimaryColumn('text') userId: string;
  @PrimaryColumn('text') channel: ChannelName;
  /** A secret: whoever has the URL can write there. Null for e-mail, which goes to the person's own address. */
  @NullText() address: string | null;
  /** What ntfy asks for where a topic is protected. */
  @NullText() token: string | null;
  @Bool() enabled: boolean;
  /** When the other side took a test message; nothing else is sent before. */
  @NullText() verifiedAt: Instant | null;
  @Text() updatedAt: Instant;
}
