import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { DeskError, type FieldError } from '../errors.ts';

const NATIVE: unknown[] = [String, Number, Boolean, Array, Object, Buffer];

/**
 * Reads `value` as a `type` whose fields carry class-validator's rules. Unknown fields are refused, nothing is converted
 * unless a field says so. Throws `invalid` with every fault; their pointers start with `at`.
 */
export function check<T extends object>(type: Type<T>, value: unknown, at = ''): T {
  if (!isPlainObject(value)) {
    throw new DeskError('invalid', 'The input is not valid.', {
      errors: [{ pointer: at, detail: 'must be an object' }],
    });
  }
  const read = plainToInstance(type, value);
  const faults = validateSync(read, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: true, value: false },
  });
  if (faults.length === 0) return read;
  const errors = flatten(faults, at);
  throw new DeskError('invalid', inWords(errors), { errors });
}

/** The global pipe: whatever a controller declares as a class is checked as that class. */
@Injectable()
export class CheckPipe implements PipeTransform {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (type === 'custom' || metatype === undefined || NATIVE.includes(metatype)) return value;
    if (type === 'query') return check(metatype as Type<object>, { ...(value as object) });
    // No body at all says nothing: what a field requires is then missing.
    return check(metatype as Type<object>, value === undefined ? {} : value);
  }
}

function flatten(faults: ValidationError[], at: string): FieldError[] {
  return faults.flatMap((fault) => {
    const pointer = `${at}/${fault.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(fault.constraints ?? {}).map(([rule, message]) => ({
      pointer,
      detail:
        rule === 'whitelistValidation' ? unknownField(fault) : missing(fault) + withoutName(message, fault.property),
    }));
    return [...own.slice(0, 1), ...flatten(fault.children ?? [], pointer)];
  });
}

function unknownField(fault: ValidationError): string {
  const type = fault.target?.constructor;
  if (!type) return 'is not a known field';
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);
  const known = [...new Set(rules.map((rule) => rule.propertyName))].sort();
  return known.length > 0 ? `is not a known field; known are ${known.join(', ')}` : 'is not a known field';
}

/** Said first of a field that is not there at all; "must be text" alone would leave its sender wondering. */
function missing({ target, property }: ValidationError): string {
  return (target as Record<string, unknown> | undefined)?.[property] === undefined ? 'is missing: it ' : '';
}

/** class-validator begins its own messages with the field's name; the pointer says that already. */
function withoutName(message: string, property: string): string {
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}

function inWords(errors: FieldError[]): string {
  const [first, ...others] = errors;
  const field = first!.pointer.slice(1) || 'The input';
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${field} ${first!.detail}${more}.`;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
