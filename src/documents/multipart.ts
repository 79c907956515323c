import multipart, { type MultipartFile } from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { DeskError } from '../errors.ts';
import { isStorable } from '../http/text.ts';
import { check } from '../http/validate.ts';
import type { BlobStore } from './blob-store.ts';
import { UploadFields } from './documents.dto.ts';
import type { Arrival } from './keeping.service.ts';

const ROOM_FOR_FIELDS = 64 * 1024;
const MOST_FIELDS = 20;
/** More than these come better as an archive. */
const MOST_FILES = 100;

/** Lets the app read `multipart/form-data`. */
export async function registerMultipart(app: NestFastifyApplication, config: Config): Promise<void> {
  // busboy knows `headerSize`, though the types of the plugin do not.
  const limits = {
    fileSize: config.maxUploadBytes,
    files: MOST_FILES + 1,
    fields: MOST_FIELDS,
    parts: MOST_FILES + 1 + MOST_FIELDS,
    fieldSize: 8 * 1024,
    headerPairs: 20,
    headerSize: 16 * 1024,
  };
  await app.register(multipart, { throwFileSizeLimit: false, limits });
}

/** What came in one upload: the files, whole on the disk and waiting, and the fields beside them. */
export interface Upload {
  arrivals: Arrival[];
  fields: UploadFields;
}

/**
 * Reads one upload to its end. Fields may stand before the files or after them; the limit is for all files together.
 * Whatever goes wrong (a broken body, a sender that goes away, files over the limit, a field that does not fit),
 * nothing of it is kept.
 */
export async function readUpload(
  httpRequest: FastifyRequest,
  store: BlobStore,
  config: Pick<Config, 'maxUploadBytes'>,
): Promise<Upload> {
  const upload = new Incoming(store, config.maxUploadBytes);
  try {
    mustBeMultipart(httpRequest);
    if (Number(httpRequest.headers['content-length']) > config.maxUploadBytes + ROOM_FOR_FIELDS) {
      throw tooLarge(config.maxUploadBytes);
    }
    for await (const part of httpRequest.parts()) {
      if (part.type === 'file') await upload.file(part);
      else upload.field(part.fieldname, part.value, part.valueTruncated);
    }
    return upload.done();
  } catch (error) {
    await upload.discard();
    throw asUploadError(error);
  }
}

class Incoming {
  #arrivals: Arrival[] = [];
  #bytes = 0;
  #fields: Record<string, unknown> = {};

  constructor(
    private readonly store: BlobStore,
    private readonly maxBytes: number,
  ) {}

  field(name: string, value: unknown, cut: boolean): void {
    if (name === 'file') throw refused('file', 'must be a file with a filename, not text');
    if (name in this.#fields) throw refused(name, 'is given twice');
    if (typeof value !== 'string' || cut || !isStorable(name + value)) {
      throw refused(name, 'must be text of at most 8192 bytes without NUL');
    }
    // A form sends the fields that nobody filled in as well.
    if (value !== '') this.#fields[name] = value;
  }

  async file(part: MultipartFile): Promise<void> {
    if (part.fieldname !== 'file') throw refused(part.fieldname, 'is a file; files belong into the field `file`');
    if (this.#arrivals.length === MOST_FILES) throw refused('file', `is given more than ${MOST_FILES} times`);
    check(UploadFields, this.#fields);
    const received = await this.store.receive(upTo(part, this.maxBytes - this.#bytes, this.maxBytes));
    this.#bytes += received.size;
    this.#arrivals.push({ received, filename: part.filename, via: 'upload' });
  }

  done(): Upload {
    const fields = check(UploadFields, this.#fields);
    if (this.#arrivals.length === 0)
      throw refused('file', 'is missing: send the file as the part `file`, with a filename');
    return { arrivals: this.#arrivals, fields };
  }

  async discard(): Promise<void> {
    for (const { received } of this.#arrivals) await this.store.discard(received);
  }
}

/** A file's bytes; stops the moment that the limit is passed, where the parser would cut the file silently. */
async function* upTo(part: MultipartFile, room: number, maxBytes: number): AsyncGenerator<Uint8Array> {
  let left = room;
  for await (const piece of part.file as AsyncIterable<Buffer>) {
    left -= piece.length;
    if (part.file.truncated || left < 0) throw tooLarge(maxBytes);
    yield piece;
  }
  if (part.file.truncated) throw tooLarge(maxBytes);
}

function mustBeMultipart(httpRequest: FastifyRequest): void {
  if (httpRequest.isMultipart()) return;
  throw new DeskError(
    'unsupported-media',
    'A document is sent as multipart/form-data with the file in the part `file`.',
    {
      accepted: ['multipart/form-data'],
    },
  );
}

/** More than MAX_UPLOAD_BYTES, in one call or in one upload that is resumed. */
export function tooLarge(maxBytes: number): DeskError {
  return new DeskError(
    'too-large',
    `This is more than the ${maxBytes} bytes that this desk takes at once. Nothing of it was kept.`,
    {
      errors: [{ pointer: '/file', detail: `must have at most ${maxBytes} bytes` }],
      hint: 'MAX_UPLOAD_BYTES sets the limit.',
    },
  );
}

function refused(field: string, detail: string): DeskError {
  const name = field.toWellFormed().slice(0, 100);
  const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return new DeskError('invalid', `${name} ${detail}.`, { errors: [{ pointer, detail }] });
}

/** The parser's complaints are the sender's fault; those of the disk are ours. */
function asUploadError(error: unknown): unknown {
  if (error instanceof DeskError) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (/^E[A-Z]+$/.test(code) && code !== 'ECONNRESET') return error;
  return new DeskError('invalid', 'The multipart body is broken or ended too early. Nothing of it was kept.', {
    errors: [
      { pointer: '', detail: 'must be one whole multipart/form-data body with at most 20 fields and 100 files' },
    ],
    cause: error,
  });
}
