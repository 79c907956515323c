import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Metadata, Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import { DeskError, notFound } from '../errors.ts';
import { isStorable } from '../http/text.ts';
import { check } from '../http/validate.ts';
import { Sweep } from '../jobs/sweep.ts';
import type { Log } from '../log.ts';
import { Now } from '../now.ts';
import { httpDate } from '../zone.ts';
import { BlobStore } from './blob-store.ts';
import { DocumentFields } from './documents.dto.ts';
import { Keeping } from './keeping.service.ts';
import { tooLarge } from './multipart.ts';
import { type Resumable, ResumableStore } from './resumable.ts';
import { handOver, Refusals } from './tus-bridge.ts';
import type { ResumableUpload } from './uploads.dto.ts';

/** What clients of the protocol send along without being asked. */
const IGNORED: readonly string[] = ['name', 'type', 'filetype', 'fileext', 'relativePath'];

/** Uploads by the tus protocol: bytes by its server, everything that they mean by the desk. */
@Injectable()
export class Resumables implements OnModuleInit {
  readonly #uploads: ResumableStore;
  readonly #tus: Server;
  readonly #refusals = new Refusals();
  /** Whose each call is that the tus server has in hand, and which upload it begins. */
  readonly #calls = new WeakMap<object, { user: User; id: string }>();
  readonly #finishing = new Map<string, Promise<string[]>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    @Inject(Now) private readonly now: Now,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(BlobStore) private readonly store: BlobStore,
    @Inject(Keeping) private readonly keeping: Keeping,
  ) {
    this.#uploads = new ResumableStore(join(config.dataDir, 'files', 'uploads'), now);
    this.#tus = new Server({
      path: '/api/v1/uploads',
      datastore: this.#uploads,
      maxSize: config.maxUploadBytes,
      // Who asks again has lost the connection that still holds the upload: it need not be waited for long.
      lockDrainTimeout: 1000,
      // Relative, so that it stays right behind any proxy.
      generateUrl: (_, { path, id }) => `${path}/${id}`,
      namingFunction: (call) => this.#calls.get(call)!.id,
      onUploadFinish: async (call, { id }) => {
        const upload = await this.#uploads.find(id);
        return { headers: locationOf(await this.#finish(this.#calls.get(call)!.user, upload!)) };
      },
      onResponseError: (call, error) => this.#refusals.keep(call, error),
    });
  }

  async onModuleInit(): Promise<void> {
    await this.#uploads.open();
    this.sweep.every('unfinished uploads', async () => {
      const gone = await this.#uploads.expire();
      if (gone > 0) this.log.info({ gone }, 'Uploads that nobody continued for three days were given up.');
    });
  }

  /** Begins an upload to a request that `user` may attach to; with a body, its first piece is in there. */
  async begin(user: User, requestId: string, httpRequest: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.keeping.mayAttach(user, requestId);
    const { 'upload-length': length, 'upload-metadata': sent } = httpRequest.headers as Record<string, string>;
    if (Number(length) > this.config.maxUploadBytes) throw tooLarge(this.config.maxUploadBytes);
    const metadata = metadataIn(sent);
    const fields = fieldsIn(metadata);
    await this.keeping.mayAttach(user, requestId, fields);
    const filename = metadata.filename ?? metadata.name ?? null;
    const id = v7();
    const upload = { id, requestId, userId: user.id, size: Number(length), filename, fields, metadata };
    this.#uploads.expect({ ...upload, activeAt: this.now.instant(), documentIds: null });
    await this.#hand(user, id, httpRequest, reply).finally(() => this.#uploads.forget(id));
  }

  /** A piece, a question how far it is, or its end: whatever the protocol says of an upload of `user`. */
  async go(user: User, id: string, httpRequest: FastifyRequest, reply: FastifyReply): Promise<void> {
    const upload = await this.#mine(user, id);
    // The answer to the last piece was lost, or a crash came before it: asking again ends it.
    if (httpRequest.method === 'HEAD' && (await this.#isWhole(upload))) {
      void reply.headers(locationOf(await this.#finish(user, upload)));
    }
    await this.#hand(user, id, httpRequest, reply);
  }

  async view(user: User, id: string): Promise<ResumableUpload> {
    const upload = await this.#mine(user, id);
    const documentIds = (await this.#isWhole(upload)) ? await this.#finish(user, upload) : null;
    const { requestId, filename, size } = upload;
    const offset = documentIds ? size : await this.#uploads.offsetOf(upload);
    return { id, requestId, filename, size, offset, expiresAt: this.#uploads.expiresAt(upload), documentIds };
  }

  /** What the protocol's clients may ask of this desk before they begin. */
  async about(httpRequest: FastifyRequest, reply: FastifyReply): Promise<void> {
    await handOver(this.#tus, this.#refusals, httpRequest, reply);
  }

  async #hand(user: User, id: string, httpRequest: FastifyRequest, reply: FastifyReply): Promise<void> {
    const begin = (call: Request) => void this.#calls.set(call, { user, id });
    await handOver(this.#tus, this.#refusals, httpRequest, reply, begin);
    const upload = await this.#uploads.find(id);
    if (upload && !upload.documentIds) void reply.header('Upload-Expires', httpDate(this.#uploads.expiresAt(upload)));
  }

  async #mine(user: User, id: string): Promise<Resumable> {
    const upload = await this.#uploads.find(id);
    if (upload?.userId !== user.id || this.#uploads.expiresAt(upload) <= this.now.instant()) throw notFound('upload');
    return upload;
  }

  async #isWhole(upload: Resumable): Promise<boolean> {
    return (await this.#uploads.offsetOf(upload)) === upload.size;
  }

  /** Makes the document. May be asked again and again: the same bytes on the same request are the same document. */
  #finish(user: User, upload: Resumable): Promise<string[]> {
    const under = this.#finishing.get(upload.id);
    if (under) return under;
    const ends = this.#attach(user, upload).finally(() => this.#finishing.delete(upload.id));
    this.#finishing.set(upload.id, ends);
    return ends;
  }

  async #attach(user: User, upload: Resumable): Promise<string[]> {
    if (upload.documentIds) return upload.documentIds;
    const received = await this.store.adopt(this.#uploads.bytesOf(upload.id));
    const filename = upload.filename ?? undefined;
    const arrivals = [{ received, filename, via: 'resumable' as const }];
    const attached = await this.keeping.attach(user, upload.requestId, arrivals, upload.fields);
    const ids = attached.map(({ document }) => document.id);
    await this.#uploads.finish(upload, ids);
    return ids;
  }
}

function locationOf([documentId]: readonly string[]): Record<string, string> {
  return { 'Document-Location': `/api/v1/documents/${documentId}` };
}

function metadataIn(sent: string | undefined): Record<string, string | null> {
  try {
    return sent === undefined ? {} : Metadata.parse(sent);
  } catch {
    throw new DeskError('invalid', 'Upload-Metadata must be pairs with commas: a name, a space, the value in Base64.', {
      errors: [{ pointer: '', detail: 'must be such as `filename cmVsZWFzZS5wZGY=,role cmVsZWFzZQ==`' }],
    });
  }
}

/** The fields beside the file, as those of a form. */
function fieldsIn(metadata: Record<string, string | null>): DocumentFields {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(metadata)) {
    if (!isStorable(name + (value ?? ''))) throw new DeskError('invalid', 'Upload-Metadata holds a NUL character.');
    if (name === 'unpack') throw takenOutLater();
    if (value && name !== 'filename' && !IGNORED.includes(name)) fields[name] = value;
  }
  return check(DocumentFields, fields);
}

/** A fault in what it holds would else cost an upload of hours. */
function takenOutLater(): DeskError {
  const detail = 'is not taken here: finish the upload, then POST /documents/:id/unpack';
  return new DeskError('invalid', `unpack ${detail}.`, { errors: [{ pointer: '/unpack', detail }] });
}
