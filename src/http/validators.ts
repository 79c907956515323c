import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  Matches,
  ValidateBy,
  ValidateIf,
  type ValidationOptions,
} from 'class-validator';
import { ADDRESS_SHAPE } from '../setting-reader.ts';
import { parsePlainDate } from '../law/plain-date.ts';
import { parseInstant } from '../now.ts';
import { isZone } from '../zone.ts';

type Given = { value: unknown };

function rule(name: string, fits: (value: unknown) => boolean, says: string, options?: ValidationOptions) {
  const message = options?.each ? `each ${says}` : says;
  return ValidateBy({ name, validator: { validate: fits, defaultMessage: () => message } }, options);
}

/** A day that exists, `2026-06-01`: no time, no zone, no 30 February. */
export function IsPlainDate(options?: ValidationOptions): PropertyDecorator {
  return applyDecorators(
    rule(
      'isPlainDate',
      (value) => parsePlainDate(value) !== null,
      'must be a day that exists, such as 2026-06-01',
      options,
    ),
    ApiProperty({ type: String, format: 'date', ...(options?.each && { isArray: true }) }),
  );
}

/** A moment with its offset, `2026-06-01T16:00:00Z`; read as UTC with milliseconds. */
export function IsInstant(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: Given) => parseInstant(value) ?? value),
    rule(
      'isInstant',
      (value) => parseInstant(value) !== null,
      'must be a moment with its offset, such as 2026-06-01T16:00:00Z',
    ),
    ApiProperty({ type: String, format: 'date-time' }),
  );
}

/** One plain e-mail address, in lower case: a line break in it would become another recipient. */
export function IsAddress(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: Given) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
    rule('isAddress', isAddress, 'must be one plain e-mail address, such as desk@example.org'),
  );
}

export function isAddress(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length <= 254 &&
    ADDRESS_SHAPE.test(value) &&
    !/[\u0000-\u001f\u007f]/.test(value)
  );
}

export function IsZone(): PropertyDecorator {
  return rule('isZone', isZone, 'must be an IANA time zone, such as America/New_York');
}

/** An id of this desk. */
export function IsId(options?: ValidationOptions): PropertyDecorator {
  return rule('isId', isId, 'must be an id, such as 0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11', options);
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
}

/** Text of 1 to `most` characters, trimmed; `lines` allows line breaks and tabs, no other control character ever. */
export function IsWords(most: number, { lines = false, ...options }: ValidationOptions & { lines?: boolean } = {}) {
  const says = lines
    ? `must be text of 1 to ${most} characters`
    : `must be text of 1 to ${most} characters on one line`;
  return applyDecorators(
    Transform(({ value }: Given) => trimmed(value)),
    rule('isWords', (value) => isWords(value, most, lines), says, options),
    ApiProperty(options.each ? {} : { minLength: 1, maxLength: most }),
  );
}

export function isWords(value: unknown, most: number, lines: boolean): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length > most) return false;

  return !(lines ? /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/ : /[\u0000-\u001f\u007f]/).test(value);
}

function trimmed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trimmed);
  return typeof value === 'string' ? value.trim() : value;
}

/** One of a few words. */
export function IsOneOf(allowed: readonly string[], options?: ValidationOptions): PropertyDecorator {
  const each = options?.each ? 'each ' : '';
  return applyDecorators(
    IsIn(allowed, { message: `${each}must be one of ${allowed.join(', ')}`, ...options }),
    ApiProperty({ enum: [...allowed], ...(options?.each && { isArray: true }) }),
  );
}

/** May be left out or be null: null clears it. */
export function IsClearable(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined && value !== null);
}

/** May be left out, but is never null. */
export function IsMaybe(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** A query's yes or no: exactly `true` or `false`. */
export function IsFlag(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: Given) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsOptional(),
    IsBoolean({ message: 'must be exactly true or false' }),
    ApiProperty({ type: Boolean, required: false }),
  );
}

/** A query's list with commas, `a,b`; of the `allowed` words if they are given. */
export function IsCommaList(allowed?: readonly string[]): PropertyDecorator {
  const items = { type: 'string' as const, ...(allowed && { enum: [...allowed] }) };
  return applyDecorators(
    Transform(({ value }: Given) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value)),
    IsOptional(),
    IsArray({ message: 'must be one list with commas' }),
    ArrayMaxSize(100, { message: 'must have at most 100 parts' }),
    ArrayUnique({ message: 'must not name anything twice' }),
    allowed
      ? IsIn(allowed, { each: true, message: `must be a list, with commas, of ${allowed.join(', ')}` })
      : Matches(/^.{1,200}$/u, { each: true, message: 'must be a list with commas and no empty part' }),
    ApiProperty({ type: 'array', items, required: false, style: 'form', explode: false } as object),
  );
}
