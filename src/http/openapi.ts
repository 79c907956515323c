import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const OPENAPI_PATH = 'api/v1/openapi.json';
export const DOCS_PATH = 'docs';

/** The docs page and the OpenAPI document, made when first asked for. */
export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup(DOCS_PATH, app, () => openApiOf(app), {
    jsonDocumentUrl: OPENAPI_PATH,
    raw: ['json'],
    customSiteTitle: 'FOIA Desk: the API',
  });
}

/** The API in OpenAPI 3.1, read off the controllers. Types need the plugin of `nest build`: made from `dist` only. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('FOIA Desk')
    .setVersion('1')
    .setDescription(
      'File and track freedom-of-information requests; know every deadline, and why it falls on that day.',
    )
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key: `fd_<id>_<secret>`.' }, 'key')
    .addSecurityRequirements('key')
    .build();
  return SwaggerModule.createDocument(app, about);
}
