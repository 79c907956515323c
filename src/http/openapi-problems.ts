import type { OpenAPIObject } from '@nestjs/swagger';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

/** The body of every refusal, as `http/problem.ts` writes it. */
export const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', description: 'Names the kind of refusal for good: `urn:foia-desk:problem:<code>`.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong, for people.' },
    instance: { type: 'string', description: 'The path that was called.' },
    requestId: { type: 'string', description: 'Names this call in the log; also in `X-Request-Id`.' },
    errors: {
      type: 'array',
      description: 'Where the input is wrong.',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string', description: 'A JSON Pointer.' }, detail: { type: 'string' } },
      },
    },
    accepted: { type: 'array', items: { type: 'string' }, description: 'What would be accepted instead.' },
    errorId: { type: 'string', description: 'With 500: what the log calls it.' },
  },
};

const says: Record<number, string> = {
  400: 'The input is not valid; `errors` says where.',
  401: 'No API key, or one that does not open.',
  403: 'Your role does not allow it.',
  404: 'It does not exist, or is not open to you.',
  409: 'Not possible now; `accepted` says what would be.',
  412: 'It has been changed since you read it.',
  413: 'Too large.',
  415: 'Another media type is expected.',
  422: 'Well formed, but it does not fit.',
  428: 'If-Match is missing.',
  429: 'Too many calls; `Retry-After` says when to go on.',
  503: 'Not available just now; trying again is safe.',
  507: 'The disk is full.',
};

interface Answer {
  description: string;
  content: Record<string, { schema: { $ref: string } }>;
}

export interface RouteTraits {
  verb: 'get' | 'post' | 'put' | 'patch' | 'delete' | 'options';
  hasId: boolean;
  uploads: boolean;
  /** It changes something that has versions. */
  edits: boolean;
}

/** The refusals that a route of this sort may answer with. */
export function problemResponses({ verb, hasId, uploads, edits }: RouteTraits): Record<string, Answer> {
  const writes = verb !== 'get' && verb !== 'options';
  const statuses = [
    400,
    401,
    429,
    ...(hasId ? [404] : []),
    ...(writes ? [403, 409, 422, 507] : []),
    ...(writes && verb !== 'delete' ? [413, 415] : []),
    ...(edits ? [412, 428] : []),
    ...(uploads && writes ? [413, 507] : []),
    503,
  ];
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(statuses.map((status) => [String(status), { description: says[status]!, content }]));
}
