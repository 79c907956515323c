import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemResponses, problemSchema } from './openapi-problems.ts';

const OPENAPI_PATH = 'api/v1/openapi.json';
const DOCS_PATH = 'docs';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'options'] as const;
type Verb = (typeof verbs)[number];

const ABOUT = [
  'File and track freedom-of-information requests; know every deadline, and why it falls on that day.',
  'Send your API key with every call: `Authorization: Bearer fd_…`. Lists answer `{items, next}`; follow `next` until it',
  'is null. Writes may be repeated safely under one `Idempotency-Key`. Edits name the version they change in `If-Match`.',
  'Every refusal is `application/problem+json` and says what would be accepted.',
].join(' ');

/** The docs page and the OpenAPI document, made when first asked for. */
export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup(DOCS_PATH, app, () => openApiOf(app), {
    jsonDocumentUrl: OPENAPI_PATH,
    raw: ['json'],
    customSiteTitle: 'FOIA Desk: the API',
    customCss: '.swagger-ui .topbar { display: none }',
    swaggerOptions: {
      persistAuthorization: false,
      displayRequestDuration: true,
      tagsSorter: 'alpha',
      validatorUrl: null,
    },
  });
}

/** The API in OpenAPI 3.1, read off the controllers. Types need the plugin of `nest build`: made from `dist` only. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('FOIA Desk')
    .setVersion('1')
    .setDescription(ABOUT)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key: `fd_<id>_<secret>`.' }, 'key')
    .addSecurityRequirements('key')
    .build();
  const document = SwaggerModule.createDocument(app, about, { operationIdFactory: nameOf });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of verbs) if (item[verb]) complete(document, item[verb], verb, path);
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
  };
  return { ...document, paths: sorted(document.paths), components: sortedWithin(document.components) };
}

/** `RequestsController.record` is `requests-record` to generated clients. */
function nameOf(controller: string, method: string): string {
  const feature = controller.replace(/Controller$/, '');
  return `${feature.charAt(0).toLowerCase()}${feature.slice(1)}-${method}`;
}

/** What holds for every route is said here once, so that no controller can forget it. */
function complete(document: OpenAPIObject, operation: Operation, verb: Verb, path: string): void {
  // Said in lower case by some controllers and left to the framework by others.
  operation.tags = operation.tags?.map(capital);
  const takesFile = Object.keys(bodyOf(operation)).some((type) => FILES.includes(type));
  // Offsets and digests make these safe to repeat; a key would promise what is true anyway.
  const uploads = takesFile || /\/(uploads|unpack)\b/.test(path);
  const writes = verb !== 'get' && verb !== 'options';
  const parameters = (operation.parameters ?? []).filter((one) => !('name' in one) || one.name !== 'If-Match');
  operation.parameters = parameters;
  if (writes && !uploads) parameters.push(header('Idempotency-Key', false, IDEMPOTENCY));
  const edits = verb === 'patch' && !uploads && hasVersion(document, operation);
  if (edits) parameters.push(header('If-Match', true, 'The ETag of the version that is changed.'));
  const statuses = problemResponses({ verb, edits, hasId: path.includes('{'), uploads });
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (answer && 'description' in answer && !answer.description) answer.description = GOOD[status] ?? 'Done.';
  }
  operation.responses = sorted({ ...statuses, ...operation.responses });
}

/** Media types in which a route takes a file's bytes. */
const FILES: readonly string[] = ['multipart/form-data', 'application/offset+octet-stream'];

const GOOD: Record<string, string> = {
  200: 'Here it is.',
  201: 'It is made.',
  204: 'It is done; there is nothing to say.',
};

const IDEMPOTENCY =
  'Up to 255 characters of your own. The same key with the same body gets the first answer for 24 hours.';

/** Whether what is changed has versions: its answer shows one. */
function hasVersion(document: OpenAPIObject, operation: Operation): boolean {
  const answer = JSON.stringify(operation.responses['200'] ?? {});
  const name = /#\/components\/schemas\/(\w+)/.exec(answer)?.[1];
  const schema = name ? document.components?.schemas?.[name] : undefined;
  return !schema || !('properties' in schema) || 'version' in (schema.properties ?? {});
}

function bodyOf(operation: Operation): object {
  const body = operation.requestBody;
  return body && 'content' in body ? body.content : {};
}

function header(name: string, required: boolean, description: string) {
  return { name, in: 'header' as const, required, description, schema: { type: 'string' as const } };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** By name, so that the checked-in file only changes when the API does. */
function sorted<T extends object>(map: T): T {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

function sortedWithin<T extends object>(map: T): T {
  const entries = Object.entries(map).map(([name, value]: [string, object]) => [name, sorted(value)] as const);
  return sorted(Object.fromEntries(entries) as T);
}
