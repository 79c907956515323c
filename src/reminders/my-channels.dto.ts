import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsString, MaxLength, ValidateNested } from 'class-validator';
import { hostOnly } from '../http/without-secrets.ts';
import { IsMaybe, IsOneOf, IsWords } from '../http/validators.ts';
import type { Instant } from '../now.ts';
import { type ChannelName, channelNames, type UserChannel } from './user-channel.entity.ts';

export class MyChannelDto {
  @IsOneOf(channelNames)
  channel: ChannelName;

  /** The URL that the service gave out; of ntfy the topic's. It is a secret: shown by its host only, and kept when left out. */
  @IsMaybe()
  @IsString({ message: 'must be a URL' })
  @MaxLength(2000, { message: 'must have at most 2,000 characters' })
  address?: string;

  /** Of ntfy, where the topic is protected. Kept when left out. */
  @IsMaybe()
  @IsWords(200)
  token?: string;

  /** Whether messages go there; yes when not said. */
  @IsMaybe()
  @IsBoolean({ message: 'must be true or false' })
  enabled?: boolean;
}

export class MyChannelsDto {
  /** All that I want; what is not in the list is forgotten. E-mail need not be in it. */
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(channelNames.length, { message: 'names a channel twice' })
  @ArrayUnique((one: MyChannelDto) => one?.channel, { message: 'must not name a channel twice' })
  @ValidateNested({ each: true })
  @Type(() => MyChannelDto)
  items: MyChannelDto[];
}

export class MyChannelView {
  @ApiProperty({ enum: [...channelNames] })
  channel: ChannelName;
  /** Of e-mail the address, of others all that is shown of it: the host. */
  @ApiProperty({ type: String, nullable: true })
  to: string | null;
  enabled: boolean;
  /** When it took a test message. Nothing else is sent there before. Null for e-mail, which needs none. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  verifiedAt: Instant | null;
}

export class MyChannelList {
  items: MyChannelView[];
}

export class TestedView {
  @ApiProperty({ enum: [...channelNames] })
  channel: ChannelName;
  /** Whether the other side took the message. */
  taken: boolean;
  /** What it answered, or why it could not. */
  says: string;
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  verifiedAt?: Instant | null;
}

export function toMyChannelView(row: UserChannel, email: string): MyChannelView {
  const to = row.channel === 'email' ? email : hostOnly(row.address ?? '');
  return { channel: row.channel, to, enabled: row.enabled, verifiedAt: row.verifiedAt };
}
