import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, startDesk } from './support/desk.ts';

interface OpenApi {
  openapi: string;
  servers?: unknown[];
  security: unknown[];
  paths: Record<
    string,
    Record<string, { summary?: string; responses: Record<string, { content?: object }>; security?: unknown }>
  >;
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
}

/** What `npm run check` compares with a fresh print of the built program. */
const document = JSON.parse(await readFile(new URL('../docs/api/openapi.json', import.meta.url), 'utf8')) as OpenApi;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([verb, operation]) => ({ name: `${verb.toUpperCase()} ${path}`, operation })),
);

describe('The checked-in OpenAPI document', () => {
  it('is OpenAPI 3.1, bound to no host, and asks for a key everywhere', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', security: [{ key: [] }] });
    expect(document.servers ?? []).toEqual([]);
    expect(operations.filter(({ operation }) => operation.security)).toEqual([]);
  });

  it('says of every route what it does and how it refuses', () => {
    for (const { name, operation } of operations) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/\w{2,}/)]);
      for (const status of ['400', '401', '429']) {
        expect([name, operation.responses[status]?.content]).toEqual([
          name,
          { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        ]);
      }
    }
  });

  it('describes every answer that is JSON', () => {
    const vague = operations.filter(({ operation }) => {
      const good = Object.entries(operation.responses).filter(([status]) => ['200', '201'].includes(status));
      return good.some(([, answer]) => !answer.content || /schemas\/Object"/.test(JSON.stringify(answer.content)));
    });
    expect(vague.map(({ name }) => name)).toEqual([]);
  });

  it('names no schema without saying what is in it', () => {
    const text = JSON.stringify(document);
    const named = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !document.components.schemas[name])).toEqual([]);
  });
});

describe('The running desk', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({ engine: 'sqlite' });
  });
  afterAll(() => desk?.stop());

  const open = (path: string) => desk.call('GET', path, undefined, { key: null });

  it('has every route of the document and no other', async () => {
    const { body } = await open('/api/v1/openapi.json');
    const routes = (one: OpenApi) =>
      Object.entries(one.paths).flatMap(([path, item]) => Object.keys(item).map((verb) => `${verb} ${path}`));
    expect(routes(body).sort()).toEqual(routes(document).sort());
  });

  it('serves the docs page with its own scripts and styles, under a policy that lets only those run', async () => {
    const page = await open('/docs');
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': expect.stringContaining('text/html') } });
    const policy = page.headers['content-security-policy'];
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(page.body).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
    const links = [...(page.body as string).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      const path = new URL(link, `${desk.url}/docs`).pathname;
      expect([path, (await open(path)).status]).toEqual([path, 200]);
    }
    expect(page.body).not.toMatch(/<script(?![^>]*src=)[^>]*>\s*\S/);
  });
});
