import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { DeskError } from '../errors.ts';
import { bytesOf, checkCharset, decode } from '../http/json-body.ts';

/** The one route that reads them. */
const ROUTE = /^\/r\/:token$/;
const FORM = 'application/x-www-form-urlencoded';
const WHAT = 'A form';

/** What the page behind a link, or a mail program, sends back. */
export type LinkForm = ReadonlyMap<string, string>;

/** Lets the app read plain forms behind signed links. */
export function readForms(app: NestFastifyApplication): void {
  const instance = app.getHttpAdapter().getInstance();
  instance.addContentTypeParser(FORM, async (httpRequest: FastifyRequest, payload: NodeJS.ReadableStream) => {
    if (!ROUTE.test(httpRequest.routeOptions.url ?? '')) {
      throw new DeskError('unsupported-media', 'This is read as application/json.', { accepted: ['application/json'] });
    }
    checkCharset(httpRequest.headers['content-type'] ?? '', WHAT);
    return new Map(new URLSearchParams(decode(await bytesOf(payload, WHAT)))) satisfies LinkForm;
  });
}

/** The fields of a form of either kind: mail programs send what they like best (RFC 8058). */
export async function formOf(httpRequest: FastifyRequest): Promise<LinkForm> {
  if (!httpRequest.isMultipart()) return httpRequest.body instanceof Map ? (httpRequest.body as LinkForm) : new Map();
  const fields = new Map<string, string>();
  try {
    for await (const part of httpRequest.parts()) {
      if (part.type === 'file') throw new DeskError('invalid', 'No file is expected here.');
      if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
    }
  } catch (error) {
    if (error instanceof DeskError) throw error;
    throw new DeskError('invalid', 'The form is broken or ended too early.', { cause: error });
  }
  return fields;
}
