import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsObject, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { Instant } from '../now.ts';
import { IsAddress, IsClearable, IsMaybe, IsOneOf, IsWords, IsZone } from '../http/validators.ts';
import { digests, type Notifications, type Role, roles, type User, usualNotifications } from './user.entity.ts';

/** A person to add to the desk. */
export class NewUserDto {
  @IsWords(200)
  name: string;

  /** Where reminders go; each person has an address of their own. */
  @IsAddress()
  email: string;

  /** owner: everything, and the desk's people. editor: reads and writes requests. viewer: reads. */
  @IsOneOf(roles)
  role: Role;

  /** IANA name; reminders come at 09:00 there. The desk's own zone when not said. */
  @IsOptional()
  @IsZone()
  timeZone?: string;
}

/** When and how often to be told. What is left out stays as it is. */
export class NotificationsDto {
  /** From then on nothing comes, where I am: 16:00 to 20:00. */
  @IsMaybe()
  @Matches(/^(1[6-9]:[0-5]\d|20:00)$/, { message: 'must be a time from 16:00 to 20:00' })
  quietFrom?: string;

  /** Before that nothing comes, where I am: 08:00 to 12:00. */
  @IsMaybe()
  @Matches(/^((08|09|10|11):[0-5]\d|12:00)$/, { message: 'must be a time from 08:00 to 12:00' })
  quietUntil?: string;

  /** Never on a Saturday or Sunday, unless it would be too late. */
  @IsMaybe()
  @IsBoolean({ message: 'must be true or false' })
  workingDaysOnly?: boolean;

  /** What comes due on a day is one message. `weekly`: what can wait comes on one day of the week. */
  @IsMaybe()
  @IsOneOf(digests)
  digest?: Notifications['digest'];

  /** The day of the week for that: 0 is Sunday. */
  @IsMaybe()
  @IsInt({ message: 'must be a day of the week from 0 (Sunday) to 6' })
  @Min(0, { message: 'must be a day of the week from 0 (Sunday) to 6' })
  @Max(6, { message: 'must be a day of the week from 0 (Sunday) to 6' })
  digestOn?: number;
}

/** What people may change about themselves. */
export class MyChangesDto {
  @IsMaybe()
  @IsWords(200)
  name?: string;

  @IsMaybe()
  @IsAddress()
  email?: string;

  @IsMaybe()
  @IsZone()
  timeZone?: string;

  /** Null: as built in. */
  @IsClearable()
  @IsObject({ message: 'must be an object' })
  @ValidateNested({ message: 'must be an object' })
  @Type(() => NotificationsDto)
  notifications?: NotificationsDto | null;
}

/** What an owner may change about anybody. */
export class UserChangesDto extends MyChangesDto {
  @IsMaybe()
  @IsOneOf(roles)
  role?: Role;

  /** A disabled person's keys stop at once; everything they did stays. */
  @IsMaybe()
  @IsBoolean({ message: 'must be true or false' })
  disabled?: boolean;
}

export class UserView {
  id: string;
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  @ApiProperty({ type: NotificationsDto })
  notifications: Notifications;
  disabled: boolean;
  disabledAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  version: number;
}

export class UserList {
  items: UserView[];
  /** Path and query of the next page; null on the last. */
  next: string | null;
}

export function toUserView(user: User): UserView {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    timeZone: user.timeZone,
    notifications: user.notifications ?? usualNotifications,
    disabled: user.disabledAt !== null,
    disabledAt: user.disabledAt,
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
    version: user.version,
  };
}
