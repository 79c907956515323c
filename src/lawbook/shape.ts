import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { below, type PackError } from '../law/pack/pack.ts';
import { packSchema } from '../law/pack/schema.ts';

let compiled: ValidateFunction | undefined;

/** How a value departs from the published schema, in plain words; empty if it does not. */
export function shapeProblems(value: unknown): PackError[] {
  // Compiled when the first pack is read: a desk without any does not wait for it.
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, strictTypes: false }).compile(packSchema);
  if (compiled(value)) return [];
  const found = (compiled.errors ?? []).filter((error) => !isEcho(error)).map(inWords);
  const seen = new Set<string>();
  return found.filter(({ pointer, detail }) => {
    const key = `${pointer} ${detail}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What follows from another error: that none of several shapes fits, that a value is not null either. */
function isEcho({ keyword, params }: ErrorObject): boolean {
  return keyword === 'anyOf' || (keyword === 'type' && params['type'] === 'null');
}

function inWords({ keyword, params, instancePath, parentSchema }: ErrorObject): PackError {
  const at = (detail: string, pointer = instancePath): PackError => ({ pointer, detail });
  const known = Object.keys((parentSchema?.['properties'] as object | undefined) ?? {}).join(', ');
  switch (keyword) {
    case 'required':
      return at('is required', below(instancePath, String(params['missingProperty'])));
    case 'additionalProperties':
      return at(`is not known; known are ${known}`, below(instancePath, String(params['additionalProperty'])));
    case 'enum':
      return at(`must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`);
    case 'const':
      return at(`must be ${JSON.stringify(params['allowedValue'])}, or left out`);
    case 'type':
      return at(`must be ${typeWords[String(params['type'])] ?? String(params['type'])}`);
    case 'minimum':
      return at(`must be ${params['limit']} or more`);
    case 'maximum':
      return at(`must be at most ${params['limit']}`);
    case 'minProperties':
    case 'maxProperties':
      return at(`must hold exactly one of ${known}`);
    case 'pattern':
      return at(`must be ${String(parentSchema?.['description'] ?? `of the form ${params['pattern']}`)}`);
    case 'minLength':
    case 'minItems':
      return at('must not be empty');
    case 'maxLength':
      return at(`must have at most ${params['limit']} characters`);
    case 'maxItems':
      return at(`must have at most ${params['limit']} entries`);
    case 'uniqueItems':
      return at('must not hold anything twice');
    default:
      return at('does not fit the schema');
  }
}

const typeWords: Record<string, string> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
};
