import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

/**
 * The opponent: hashes a raw body while it writes it to a file, syncs, and answers with the digest; hands the file out
 * as a stream. No form, no key, no database, no digests of parts, no check on the way out.
 * Usage: node files.mjs DIR; prints its port.
 */
const [, , dir] = process.argv;

const server = createServer((call, answer) => {
  const path = join(dir, call.url.slice(1));
  const done = call.method === 'POST' ? take(call, path) : give(answer, path);
  done.then(
    (says) => says && answer.end(says),
    (error) => answer.destroy(error),
  );
});

async function take(call, path) {
  const file = await open(path, 'w');
  const hash = createHash('sha256');
  for await (const piece of call) {
    hash.update(piece);
    await file.write(piece);
  }
  await file.sync();
  await file.close();
  return hash.digest('hex');
}

async function give(answer, path) {
  answer.setHeader('Content-Length', (await stat(path)).size);
  createReadStream(path, { highWaterMark: 1024 * 1024 }).pipe(answer);
}

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.on('SIGTERM', () => process.exit(0));
