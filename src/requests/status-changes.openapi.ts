import { getSchemaPath } from '@nestjs/swagger';
import { statusChangeClasses } from './status-changes.dto.ts';

/** Every class of status change, to be listed once where the schema is used (`@ApiExtraModels`). */
export const statusChangeModels = Object.values(statusChangeClasses);

/** One status change in the API's description: one of all kinds, told apart by `kind`. */
export const statusChangeSchema = {
  oneOf: statusChangeModels.map((model) => ({ $ref: getSchemaPath(model) })),
  discriminator: {
    propertyName: 'kind',
    mapping: Object.fromEntries(
      Object.entries(statusChangeClasses).map(([kind, model]) => [kind, getSchemaPath(model)]),
    ),
  },
};

/** One status change, or an array of them. */
export const statusChangesSchema = {
  oneOf: [statusChangeSchema, { type: 'array' as const, items: statusChangeSchema, minItems: 1, maxItems: 500 }],
};
