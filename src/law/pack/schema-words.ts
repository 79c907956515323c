/** Short words for writing a JSON Schema down beside the types it describes, so that the compiler holds one against the other. */

/** A JSON Schema, or a part of one. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** A field that may be left out. */
export class Maybe {
  constructor(readonly schema: Schema) {}
}

/** A schema for every field of `T`: a word added to the grammar does not compile until it stands here too. */
export type Fields<T> = { [K in keyof T]-?: object extends Pick<T, K> ? Maybe : Schema };

export const maybe = (schema: Schema): Maybe => new Maybe(schema);

/** An object with these fields and no other. */
export function object<T>(fields: Fields<T>, more: Schema = {}): Schema {
  const all = Object.entries<Maybe | Schema>(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([name, one]) => [name, one instanceof Maybe ? one.schema : one])),
    required: all.filter(([, one]) => !(one instanceof Maybe)).map(([name]) => name),
    additionalProperties: false,
    ...more,
  };
}

/** One of the words of a list. */
export const among = (words: readonly string[]): Schema => ({ enum: [...words] });

/** One of the words of a union of which there is no list; the compiler asks for all of them. */
export const oneOf = <T extends string>(words: Record<T, true>): Schema => ({ enum: Object.keys(words) });

export const listOf = (items: Schema, most = 1000, more: Schema = {}): Schema => ({
  type: 'array',
  items,
  maxItems: most,
  ...more,
});

export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

/** A definition by its name. */
export const the = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

export const whole = (least: number, most: number): Schema => ({ type: 'integer', minimum: least, maximum: most });
/** Words on one line. */
export const words: Schema = {
  type: 'string',
  minLength: 1,
  maxLength: 2000,
  pattern: '^[^\\u0000-\\u001f\\u007f]*$',
  description: 'words on one line',
};
export const id: Schema = {
  type: 'string',
  maxLength: 60,
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  description: 'a name like us-pa: a–z, 0–9 and single hyphens',
};
export const plainDate: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'a day, YYYY-MM-DD',
};
export const hour: Schema = {
  type: 'string',
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  description: 'a time of day, such as 17:00',
};
export const yes: Schema = { const: true };
export const year: Schema = whole(1800, 2200);
