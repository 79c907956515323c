import { request as httpRequest } from 'node:http';
import type { Readable } from 'node:stream';
import { OWNER_KEY } from './desk.ts';

/** What came back of one call of the protocol; status 0 when the connection broke. */
export interface TusAnswer {
  status: number;
  headers: Record<string, string | undefined>;
  body: string;
}

/** `filename cmVs…,role cmVs…` */
export function metadata(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

/** One call by hand, streamed, as a client of the tus protocol makes it. */
export function tus(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Readable | Uint8Array,
  key = OWNER_KEY,
): Promise<TusAnswer> {
  return new Promise((done) => {
    const call = httpRequest(`${url}${path.startsWith('/api') ? '' : '/api/v1'}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'tus-resumable': '1.0.0',
        ...(body && { 'content-type': 'application/offset+octet-stream' }),
        ...headers,
      },
    });
    const broken = () => done({ status: 0, headers: {}, body: '' });
    call.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      answer.on('end', () => done({ status: answer.statusCode!, headers: answer.headers as never, body: text }));
      answer.on('error', broken);
    });
    call.on('error', broken);
    if (body && 'pipe' in body) {
      body.on('error', () => call.destroy());
      call.on('close', () => body.destroy());
      body.pipe(call);
    } else call.end(body);
  });
}

/** Begins an upload and returns its path. */
export async function beginUpload(
  url: string,
  requestId: string,
  size: number,
  fields: Record<string, string> = { filename: 'a.bin' },
  key = OWNER_KEY,
): Promise<string> {
  const headers = { 'upload-length': String(size), 'upload-metadata': metadata(fields) };
  const answer = await tus(url, 'POST', `/requests/${requestId}/uploads`, headers, undefined, key);
  if (answer.status !== 201) throw new Error(`No upload: ${JSON.stringify(answer)}`);
  return answer.headers.location!;
}
