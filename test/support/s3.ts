import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Named in a variable: it has no types of its own.
const s3rver: string = 's3rver';
const { default: S3rver } = (await import(s3rver)) as { default: new (options: object) => Server };

interface Server {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}

export const BUCKET = 'released';

/** An S3 server of our own, behind a line that can be cut. */
export interface S3 {
  /** Settings of a desk that keeps its files there. */
  env: Record<string, string>;
  /** `full`: it refuses to store; `down`: nobody answers. */
  mode: 'well' | 'full' | 'down';
  /** Every object that was asked for, such as `PUT /released/files/ab/…`. */
  calls: string[];
  /** Where the server keeps an object, to be damaged or made old. */
  fileOf(key: string): string;
  stop(): Promise<void>;
}

export async function startS3(): Promise<S3> {
  const directory = await mkdtemp(join(tmpdir(), 'foia-s3-'));
  const options = { address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: BUCKET }] };
  const server = new S3rver(options);
  const { port } = await server.run();
  const line = createServer((call, answer) => {
    s3.calls.push(`${call.method} ${call.url}`);
    if (s3.mode === 'down') return void call.socket.destroy();
    if (s3.mode === 'full' && ['PUT', 'POST'].includes(call.method!)) {
      call.resume();
      const body = '<?xml version="1.0"?><Error><Code>XMinioStorageFull</Code><Message>Full.</Message></Error>';
      return void answer.writeHead(507, { 'content-type': 'application/xml' }).end(body);
    }
    const { method, url: path, headers } = call;
    const on = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (there) => {
      answer.writeHead(there.statusCode!, there.headers);
      there.pipe(answer);
    });
    on.on('error', () => answer.destroy());
    answer.on('close', () => on.destroy());
    call.pipe(on);
  });
  await new Promise<void>((go) => line.listen(0, '127.0.0.1', go));
  const s3: S3 = {
    env: {
      S3_ENDPOINT: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
      S3_BUCKET: BUCKET,
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    mode: 'well',
    calls: [],
    fileOf: (key) => join(directory, BUCKET, `${key}._S3rver_object`),
    stop: async () => {
      line.closeAllConnections();
      await new Promise((go) => line.close(go));
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
  return s3;
}
