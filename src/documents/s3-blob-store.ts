import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { randomUUID } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Config } from '../config.ts';
import { DeskError } from '../errors.ts';
import { BlobStore, shardOf, type Stored, type StoredFile } from './blob-store.ts';
import { copyable } from './checked-read.ts';
import { outOfSpace } from './durable.ts';
import { S3File } from './s3-file.ts';
import { type Received, Waiting } from './waiting.ts';

type Settings = Pick<
  Config,
  | 'dataDir'
  | 's3Bucket'
  | 's3Endpoint'
  | 's3Prefix'
  | 's3Region'
  | 's3AccessKeyId'
  | 's3SecretAccessKey'
  | 's3PathStyle'
>;

const CONNECTS_WITHIN_MS = 5_000;
const SILENT_FOR_MS = 60_000;
const MOST_CONNECTIONS = 200;
/** Two parts of this size are in memory for each upload under way. S3 allows 10,000 parts of one object. */
const PART_BYTES = 8 * 1024 * 1024;
const MOST_PARTS = 10_000;
/** What S3 and its kin call a full disk. */
const FULL = /StorageFull|InsufficientStorage|QuotaExceeded|InsufficientCapacity/i;

/**
 * Content in a bucket of S3 or of anything that speaks its language. An object appears there under its final key only
 * once it is whole; until then its bytes are in the waiting room on the local disk, where a restart finds them.
 */
export class S3BlobStore extends BlobStore {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  constructor(
    settings: Settings,
    private readonly partBytes = PART_BYTES,
  ) {
    super(new Waiting(join(settings.dataDir, 'files', 'waiting')));
    this.#bucket = settings.s3Bucket!;
    this.#prefix = settings.s3Prefix === '' ? '' : `${settings.s3Prefix}/`;
    this.#client = new S3Client({
      region: settings.s3Region,
      forcePathStyle: settings.s3PathStyle,
      ...(settings.s3Endpoint && { endpoint: settings.s3Endpoint }),
      ...(settings.s3AccessKeyId && {
        credentials: { accessKeyId: settings.s3AccessKeyId, secretAccessKey: settings.s3SecretAccessKey! },
      }),
      // Otherwise bodies are sent in a wrapping of their own that some servers store along with the bytes.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: CONNECTS_WITHIN_MS,
        socketTimeout: SILENT_FOR_MS,
        httpAgent: { maxSockets: MOST_CONNECTIONS },
        httpsAgent: { maxSockets: MOST_CONNECTIONS },
      },
    });
  }

  /** Throws when the bucket refuses us. One that cannot be reached just now may be there in a minute. */
  async open(): Promise<void> {
    await this.waiting.open();
    const answer = await this.#client
      .send(new HeadBucketCommand({ Bucket: this.#bucket }))
      .catch((error: unknown) => error);
    const status = statusOf(answer);
    if (![301, 400, 403, 404].includes(status ?? 0)) return;
    const says = status === 404 ? 'it does not exist' : 'it refuses these credentials, or is in another region';
    throw new DeskError('unavailable', `The bucket S3_BUCKET=${this.#bucket} cannot be used: ${says}.`, {
      hint: 'Make the bucket, or set S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.',
      cause: answer,
    });
  }

  pathOf(sha256: string): string {
    return `s3://${this.#bucket}/${this.#keyOf(sha256)}`;
  }

  async place({ waiting, sha256, size }: Pick<Received, 'waiting' | 'sha256' | 'size'>): Promise<void> {
    const partSize = Math.max(this.partBytes, Math.ceil(size / MOST_PARTS));
    const body = createReadStream(this.waiting.path(waiting), { highWaterMark: 1024 * 1024 });
    const params = { Bucket: this.#bucket, Key: this.#keyOf(sha256), Body: body };
    try {
      await new Upload({ client: this.#client, params, partSize, queueSize: 2 }).done();
      const kept = await this.#sizeOf(sha256);
      if (kept !== size) throw new Error(`The object has ${kept} bytes instead of ${size}.`);
    } catch (error) {
      throw asStoreError(error);
    } finally {
      body.destroy();
    }
  }

  async read(sha256: string): Promise<StoredFile | null> {
    const size = await this.#sizeOf(sha256);
    return size === null ? null : new S3File(size, (from, to) => this.#range(sha256, from, to));
  }

  async *list(): AsyncGenerator<Stored> {
    const now = await this.#serverTime();
    let token: string | undefined;
    do {
      const page = await this.#send(() =>
        this.#client.send(
          new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: this.#prefix, ContinuationToken: token }),
        ),
      );
      for (const { Key: key = '', LastModified: modified } of page.Contents ?? []) {
        const ageMs = now - (modified?.getTime() ?? now);
        yield { sha256: key.split('/').at(-1)!, path: `s3://${this.#bucket}/${key}`, ageMs };
      }
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  protected async bring(sha256: string): Promise<string | null> {
    const file = await this.read(sha256);
    return file && this.waiting.keep(copyable(file), sha256);
  }

  async empty(): Promise<void> {
    const start = `s3://${this.#bucket}/`.length;
    for await (const { path } of this.list()) await this.#delete(path.slice(start));
  }

  protected async has(sha256: string): Promise<boolean> {
    return (await this.#sizeOf(sha256)) !== null;
  }

  protected async take(sha256: string): Promise<void> {
    await this.#delete(this.#keyOf(sha256));
  }

  #keyOf(sha256: string): string {
    return this.#prefix + shardOf(sha256);
  }

  async #delete(key: string): Promise<void> {
    await this.#send(() => this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key })));
  }

  /** Null when there is no such object. */
  async #sizeOf(sha256: string): Promise<number | null> {
    const head = new HeadObjectCommand({ Bucket: this.#bucket, Key: this.#keyOf(sha256) });
    const answer = await this.#client.send(head).catch((error: unknown) => {
      if (statusOf(error) === 404) return null;
      throw asStoreError(error);
    });
    return answer && (answer.ContentLength ?? 0);
  }

  async #range(sha256: string, from: number, to: number): Promise<Readable> {
    const get = { Bucket: this.#bucket, Key: this.#keyOf(sha256), Range: `bytes=${from}-${to}` };
    const answer = await this.#send(() => this.#client.send(new GetObjectCommand(get)));
    return answer.Body as Readable;
  }

  /** The time by the clock that stamps the objects, in milliseconds. */
  async #serverTime(): Promise<number> {
    const probe = { Bucket: this.#bucket, Key: `${this.#prefix}${randomUUID()}.probe` };
    return this.#send(async () => {
      await this.#client.send(new PutObjectCommand({ ...probe, Body: 'now' }));
      const { LastModified: now } = await this.#client.send(new HeadObjectCommand(probe));
      await this.#client.send(new DeleteObjectCommand(probe));
      return now!.getTime();
    });
  }

  async #send<T>(fn: () => Promise<T>): Promise<T> {
    try {
      return await fn();
    } catch (error) {
      throw asStoreError(error);
    }
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error ? (error as S3ServiceException).$metadata?.httpStatusCode : undefined;
}

function asStoreError(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  const name = error instanceof Error ? error.name : '';
  if (statusOf(error) === 507 || FULL.test(name)) return outOfSpace('Make room in the bucket of S3_BUCKET.', error);
  return new DeskError('unavailable', 'The store of files cannot be reached just now. Please try again.', {
    retryAfter: 5,
    hint: 'The bucket of S3_BUCKET did not answer, or refused.',
    cause: error,
  });
}
