import { createHash } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { DeskError } from '../errors.ts';
import '../http/caller.ts';
import { bytesOf, checkCharset, decode } from '../http/json-body.ts';
import type { PlainDate } from '../law/plain-date.ts';
import { readCsv } from './csv-days.ts';
import { type DayList, nameIn, unreadable } from './day-list.ts';
import { readIcs } from './ics-days.ts';

/** The one route that reads them. */
const ROUTE = /\/agencies\/:id\/calendar\/import$/;
const TYPES = ['text/calendar', 'text/csv'] as const;
const WHAT = 'A list of days';

type DayListType = (typeof TYPES)[number];

/** A list as it came in, not yet read. */
interface Sent {
  type: DayListType;
  bytes: Buffer;
  filename: string | null;
}

/** Lets the app read `text/calendar` and `text/csv` where days are imported. */
export function readDayLists(app: NestFastifyApplication): void {
  const instance = app.getHttpAdapter().getInstance();
  for (const type of TYPES) {
    instance.addContentTypeParser(type, async (httpRequest: FastifyRequest, payload: NodeJS.ReadableStream) => {
      if (!ROUTE.test(httpRequest.routeOptions.url ?? '')) throw notHere(['application/json']);
      checkCharset(httpRequest.headers['content-type'] ?? '', WHAT);
      const bytes = await bytesOf(payload, WHAT);
      httpRequest.bodySha256 = digest(bytes);
      return { type, bytes, filename: null } satisfies Sent;
    });
  }
}

/** The list of an import, from its body or from the part `file` of a form, and the name of the file. */
export async function readDayList(
  httpRequest: FastifyRequest,
  today: PlainDate,
): Promise<DayList & { filename: string | null }> {
  const sent = httpRequest.isMultipart()
    ? await fromForm(httpRequest)
    : (httpRequest.body as Partial<Sent> | undefined);
  if (!sent?.type || !Buffer.isBuffer(sent.bytes)) throw notHere([...TYPES, 'multipart/form-data']);
  const text = decode(sent.bytes);
  if (text.includes('\u0000')) throw unreadable('holds a NUL character');
  const list = sent.type === 'text/csv' ? readCsv(text) : readIcs(text, today);
  if (list.days.length === 0) throw unreadable('has no days');
  return { ...list, filename: sent.filename ?? null };
}

async function fromForm(httpRequest: FastifyRequest): Promise<Sent> {
  let sent: Sent | null = null;
  try {
    for await (const part of httpRequest.parts()) {
      if (part.type !== 'file' || part.fieldname !== 'file' || sent) throw notOneFile();
      sent = await fromPart(part);
    }
  } catch (error) {
    if (error instanceof DeskError) throw error;
    throw new DeskError('invalid', 'The multipart body is broken or ended too early.', { cause: error });
  }
  if (!sent) throw notOneFile();
  httpRequest.bodySha256 = digest(sent.bytes);
  return sent;
}

async function fromPart(part: MultipartFile): Promise<Sent> {
  const filename = nameIn(part.filename.replace(/^.*[\\/]/, '').slice(0, 100));
  const ending = /\.(ics|csv)$/i.exec(part.filename)?.[1]?.toLowerCase();
  const named = ending === 'ics' ? 'text/calendar' : ending === 'csv' ? 'text/csv' : undefined;
  const type = named ?? TYPES.find((one) => one === part.mimetype);
  if (!type) throw notHere(TYPES);
  return { type, bytes: await bytesOf(part.file, WHAT), filename };
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function notOneFile(): DeskError {
  return new DeskError('invalid', 'The form must hold one file, in the part `file`, and nothing else.', {
    errors: [{ pointer: '/file', detail: 'must be one .ics or .csv file' }],
  });
}

function notHere(accepted: readonly string[]): DeskError {
  return new DeskError('unsupported-media', `This is read as ${accepted.join(' or ')}.`, { accepted: [...accepted] });
}
