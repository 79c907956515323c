import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../test/support/servers.mjs';
import { alternate, print } from './compare.mjs';
import { api, firstLine, start, startDesk } from './desk.mjs';

const KEY = 'fd_benchbench_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const BARE = fileURLToPath(new URL('bare/files.mjs', import.meta.url));
const MiB = 1024 * 1024;
const SIZE = Number(process.env.BENCH_FILE_MIB ?? 256) * MiB;
const ROUNDS = 5;

/** One large file up, as a form and by the tus protocol, and down: the desk beside a handler that only does the work. */
export async function benchFiles() {
  const dir = await mkdtemp(join(tmpdir(), 'foia-desk-bench-'));
  const opened = [];
  try {
    const port = await freePort();
    opened.push(
      await startDesk({ PORT: String(port), DATA_DIR: join(dir, 'ours'), OWNER_KEY: KEY, RUN_JOBS: 'false' }),
    );
    await mkdir(join(dir, 'bare'));
    const bare = start(BARE, [join(dir, 'bare')]);
    opened.push(bare);
    const barePort = Number(await firstLine(bare.child));
    const requestId = await aRequest(port);
    const given = { dir, port, barePort, requestId };
    const name = (what) => `${what} ${SIZE / MiB} MiB`;
    const raw = (round) => upBare(given, round);
    print(name('upload as a form,'), await alternate(ROUNDS, (round) => upForm(given, round), raw), 'MiB/s');
    print(name('upload by tus,'), await alternate(ROUNDS, (round) => upTus(given, round + ROUNDS), raw), 'MiB/s');
    const id = (await api(port, KEY, 'GET', `/requests/${requestId}/documents`)).items[0].id;
    const ours = () => down(port, `/api/v1/documents/${id}/content`);
    print(name('download'), await alternate(ROUNDS, ours, () => down(barePort, '/0')), 'MiB/s');
  } finally {
    for (const one of opened.reverse()) await one.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function aRequest(port) {
  const agency = await api(port, KEY, 'POST', '/agencies', { name: 'Bench Agency', statute: 'us-foia' });
  const about = { agencyId: agency.id, subject: 'Files', description: 'All files.' };
  return (await api(port, KEY, 'POST', '/requests', about)).id;
}

/** A file of its own for each turn, so that no turn finds its bytes there. */
async function newFile({ dir }, round) {
  const path = join(dir, 'sent');
  const file = await open(path, 'w');
  const hash = createHash('sha256');
  const block = randomBytes(MiB);
  for (let i = 0; i < SIZE / MiB; i++) {
    block.writeUInt32LE(i + round * 65_536, 0);
    hash.update(block);
    await file.write(block);
  }
  await file.sync();
  await file.close();
  return { path, sha256: hash.digest('hex') };
}

async function upForm(given, round) {
  const { path, sha256 } = await newFile(given, round);
  const head = '--cut\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
  const tail = '\r\n--cut--\r\n';
  const headers = {
    'content-type': 'multipart/form-data; boundary=cut',
    'content-length': head.length + SIZE + tail.length,
  };
  const url = `/api/v1/requests/${given.requestId}/documents`;
  const started = performance.now();
  const { body } = await send(given.port, 'POST', url, headers, path, head, tail);
  return checked(started, JSON.parse(body).sha256, sha256);
}

async function upTus(given, round) {
  const { path, sha256 } = await newFile(given, round);
  const started = performance.now();
  const begin = { 'tus-resumable': '1.0.0', 'upload-length': SIZE };
  const { location } = (await send(given.port, 'POST', `/api/v1/requests/${given.requestId}/uploads`, begin)).headers;
  const piece = {
    'tus-resumable': '1.0.0',
    'upload-offset': 0,
    'content-type': 'application/offset+octet-stream',
    'content-length': SIZE,
  };
  const { headers } = await send(given.port, 'PATCH', location, piece, path);
  const took = performance.now();
  const document = await api(given.port, KEY, 'GET', headers['document-location'].replace('/api/v1', ''));
  return checked(started + performance.now() - took, document.sha256, sha256);
}

async function upBare(given, round) {
  const { path, sha256 } = await newFile(given, round);
  const started = performance.now();
  const { body } = await send(given.barePort, 'POST', '/0', { 'content-length': SIZE }, path);
  return checked(started, body, sha256);
}

function checked(started, got, expected) {
  const seconds = (performance.now() - started) / 1000;
  if (got !== expected) throw new Error(`The file arrived as ${got} instead of ${expected}.`);
  return SIZE / MiB / seconds;
}

function send(port, method, path, headers, file, head = '', tail = '') {
  return new Promise((settle, fail) => {
    const call = request({ port, host: '127.0.0.1', method, path, headers: { ...headers, ...auth } }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (piece) => (body += piece));
      answer.on('end', () =>
        answer.statusCode < 300
          ? settle({ headers: answer.headers, body })
          : fail(new Error(`${method} ${path}: ${answer.statusCode} ${body}`)),
      );
    });
    call.on('error', fail);
    if (!file) return call.end();
    if (head) call.write(head);
    const bytes = createReadStream(file, { highWaterMark: MiB });
    bytes.on('end', () => call.end(tail)).pipe(call, { end: false });
  });
}

const auth = { authorization: `Bearer ${KEY}` };

async function down(port, path) {
  const started = performance.now();
  const size = await new Promise((settle, fail) => {
    const call = request({ port, host: '127.0.0.1', path, headers: auth }, (answer) => {
      let got = 0;
      answer.on('data', (piece) => (got += piece.length));
      answer.on('end', () => settle(got)).on('error', fail);
    });
    call.on('error', fail).end();
  });
  if (size !== SIZE) throw new Error(`${path} gave ${size} bytes instead of ${SIZE}.`);
  return SIZE / MiB / ((performance.now() - started) / 1000);
}
