import multipart, { type MultipartFile } from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { DeskError } from '../errors.ts';
import { isStorable } from '../http/text.ts';
import { check } from '../http/validate.ts';
import type { BlobStore } from './blob-store.ts';
import { UploadFields } from './documents.dto.ts';
import type { Received } from './waiting.ts';

const ROOM_FOR_FIELDS = 64 * 1024;
/** Lets the app read `multipart/form-data`. */
export async function registerMultipart(app: NestFastifyApplication, config: Config): Promise<void> {
  // busboy knows `headerSize`, though the types of the plugin do not.
  const limits = {
    fileSize: config.maxUploadBytes,
    files: 2,
    fields: 20,
    parts: 22,
    fieldSize: 8 * 1024,
    headerPairs: 20,
    headerSize: 16 * 1024,
  };
  await app.register(multipart, { throwFileSizeLimit: false, limits });
}

/** What came in one upload: the file, whole on the disk and waiting, and the fields beside it. */
export interface Upload {
  received: Received;
  filename: string | undefined;
  fields: UploadFields;
}

/**
 * Reads one upload to its end. Fields may stand before the file or after it. Whatever goes wrong (a broken body, a sender
 * that goes away, a file over the limit, a field that does not fit), nothing of it is kept.
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
  #received?: Received;
  #filename?: string;
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
    if (part.fieldname !== 'file') throw refused(part.fieldname, 'is a file; the file belongs into the field `file`');
    if (this.#received) throw refused('file', 'is given twice: send one file per call');
    check(UploadFields, this.#fields);
    this.#filename = part.filename;
    this.#received = await this.store.receive(upTo(part, this.maxBytes));
  }

  done(): Upload {
    const fields = check(UploadFields, this.#fields);
    if (!this.#received) throw refused('file', 'is missing: send the file as the part `file`, with a filename');
    return { received: this.#received, filename: this.#filename, fields };
  }

  async discard(): Promise<void> {
    if (this.#received) await this.store.discard(this.#received);
  }
}

/** The file's bytes; stops the moment that the limit is passed, where the parser would cut the file silently. */
async function* upTo(part: MultipartFile, maxBytes: number): AsyncGenerator<Uint8Array> {
  for await (const piece of part.file as AsyncIterable<Buffer>) {
    if (part.file.truncated) throw tooLarge(maxBytes);
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

function tooLarge(maxBytes: number): DeskError {
  return new DeskError(
    'too-large',
    `The file is larger than the ${maxBytes} bytes that this desk takes. Nothing of it was kept.`,
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
    errors: [{ pointer: '', detail: 'must be one whole multipart/form-data body with at most 20 fields and one file' }],
    cause: error,
  });
}
