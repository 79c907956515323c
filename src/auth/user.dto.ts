import { IsBoolean, IsOptional } from 'class-validator';
import type { Instant } from '../now.ts';
import { IsAddress, IsMaybe, IsOneOf, IsWords, IsZone } from '../http/validators.ts';
import { type Role, roles, type User } from './user.entity.ts';

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
    disabled: user.disabledAt !== null,
    disabledAt: user.disabledAt,
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
    version: user.version,
  };
}
