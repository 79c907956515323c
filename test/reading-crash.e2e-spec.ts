import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { count, long, randomFrom } from './support/counts.ts';
import { callAt, OWNER_KEY } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { line, pdfOf } from './support/pdf.ts';
import { dropPostgresDatabase, newPostgresDatabase } from './support/postgres.ts';
import { DeskProcess } from './support/processes.ts';

const PAGES = 1500;
const ENDED = ['ready', 'partial', 'failed', 'none'];

eachEngine((engine) => {
  const kills = engine === 'sqlite' ? count(2, 50) : count(1, 50);

  it(
    `${kills} times kill -9 while files are being read: none that is half read calls itself ready`,
    async () => {
      const random = randomFrom();
      const dataDir = await mkdtemp(join(tmpdir(), 'foia-desk-'));
      const databaseUrl = engine === 'postgres' ? await newPostgresDatabase() : undefined;
      const env = {
        DATA_DIR: dataDir,
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        OWNER_KEY,
        LOG_LEVEL: 'silent',
        RATE_LIMIT: '1000000',
        SWEEP_SECONDS: '1',
        LEASE_SECONDS: '3',
      };
      const documents: string[] = [];
      try {
        let requestId = '';
        for (let kill = 0; kill < kills; kill++) {
          const server = await DeskProcess.serve(env);
          requestId ||= await aRequest(server.url);
          for (const id of documents) await checkOne(server.url, id);
          documents.push(await attach(server.url, requestId, kill));
          await sleep(random() * 1500);
          await server.kill9();
        }
        const last = await DeskProcess.serve(env);
        const ended = async () => {
          for (const id of documents) while (!ENDED.includes(await checkOne(last.url, id))) await sleep(100);
        };
        await ended();
        const unlucky = await givenUp(last.url, documents);
        for (const id of unlucky) await callAt(last.url, OWNER_KEY, 'POST', `/documents/${id}/reading`, {});
        await ended();
        for (const [kill, id] of documents.entries()) {
          expect((await get(last.url, `${id}/reading`)).state).toBe('ready');
          expect((await get(last.url, `${id}/pages/${PAGES}`)).text).toBe(`File ${kill}, page ${PAGES}`);
        }
        await last.stop();
        if (long)
          process.stdout.write(
            `${engine}: ${kills} kills, ${documents.length} files, none half read, ${unlucky.length} given up and read anew\n`,
          );
      } finally {
        if (databaseUrl) await dropPostgresDatabase(databaseUrl);
        await rm(dataDir, { recursive: true, force: true });
      }
    },
    long ? 3_600_000 : 300_000,
  );
});

/** Files in whose midst so many servers were killed that they were given up, which they say. */
async function givenUp(url: string, documents: readonly string[]): Promise<string[]> {
  const failed: string[] = [];
  for (const id of documents) {
    const { state, reason } = await get(url, `${id}/reading`);
    if (state === 'ready') continue;
    expect([state, reason]).toEqual(['failed', 'It could not be read: Every process that ran it stopped.']);
    failed.push(id);
  }
  return failed;
}

const get = async (url: string, path: string) => (await callAt(url, OWNER_KEY, 'GET', `/documents/${path}`)).body;

/** All of its pages are there or none is, and what it says of itself fits. */
async function checkOne(url: string, id: string): Promise<string> {
  const { state, pagesDone, pagesTotal } = await get(url, `${id}/reading`);
  const first = await get(url, `${id}/pages?limit=1`);
  const end = await callAt(url, OWNER_KEY, 'GET', `/documents/${id}/pages/${PAGES}`);
  const after = (await get(url, `${id}/reading`)).state;
  if (state === 'ready') {
    expect([pagesDone, pagesTotal, first.items.length, end.status]).toEqual([PAGES, PAGES, 1, 200]);
  } else if (after !== 'ready') {
    expect([state, first.items.length, end.status]).toEqual([state, 0, 404]);
  }
  return state;
}

async function aRequest(url: string): Promise<string> {
  const post = (path: string, body: unknown) => callAt(url, OWNER_KEY, 'POST', path, body);
  const agency = await post('/agencies', { name: 'CID', statute: 'us-foia' });
  const request = await post('/requests', { agencyId: agency.body.id, subject: 's', description: 'd' });
  expect(request.status).toBe(201);
  return request.body.id;
}

async function attach(url: string, requestId: string, file: number): Promise<string> {
  const pages = Array.from({ length: PAGES }, (_, i) => ({ content: line(72, 700, `File ${file}, page ${i + 1}`) }));
  const data = new FormData();
  data.append('file', new Blob([new Uint8Array(pdfOf(pages))]), `${file}.pdf`);
  const { status, body } = await callAt(url, OWNER_KEY, 'POST', `/requests/${requestId}/documents`, data);
  expect(status).toBe(201);
  return body.id;
}
