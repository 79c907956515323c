import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

eachEngine((engine) => {
  let desk: Desk;
  let before: string;

  const kept = async () => JSON.stringify((await desk.call('GET', '/agencies?limit=200')).body);
  /** An agency's JSON as raw text or bytes. */
  const post = (body: string | Uint8Array, headers: Record<string, string> = JSON_TYPE) =>
    desk.call('POST', '/agencies', body, { headers });

  beforeAll(async () => {
    desk = await startDesk({ engine });
    before = await kept();
  });
  afterAll(async () => {
    // Nothing that was refused has left a trace, and the desk still works.
    expect(await kept()).toBe(before);
    expect((await post('{"name":"Still here","statute":"us-foia"}')).status).toBe(201);
    await desk.stop();
  });

  it.each<[string, string | Uint8Array, number]>([
    ['no JSON', '{"name": ', 400],
    ['two values', '{} {}', 400],
    ['an array where an object is expected', '[]', 400],
    ['a word', '"agency"', 400],
    ['null', 'null', 400],
    ['nothing', '', 400],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
    ['half of a surrogate pair in UTF-8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), 400],
    ['half of a surrogate pair, escaped', '{"name":"\\ud800","statute":"us-foia"}', 400],
    ['a NUL, escaped', '{"name":"a\\u0000b","statute":"us-foia"}', 400],
    ['a NUL in a field name', '{"name":"a","statute":"us-foia","a\\u0000":1}', 400],
    ['a NUL deep inside', '{"name":"a","statute":"us-foia","overrides":{"x":[{"y":"\\u0000"}]}}', 400],
    ['a bare NUL', '{"name":"a\0b","statute":"us-foia"}', 400],
    ['__proto__', '{"name":"a","statute":"us-foia","__proto__":{"isAdmin":true}}', 400],
    ['__proto__, escaped', '{"name":"a","statute":"us-foia","\\u005f_proto__":{"x":1}}', 400],
    ['constructor', '{"name":"a","statute":"us-foia","constructor":{"prototype":{"x":1}}}', 400],
    ['a number beyond all', '{"name":"a","statute":"us-foia","overrides":{"x":1e400}}', 400],
    ['a number for a text', '{"name":7,"statute":"us-foia"}', 400],
    ['65 levels', `{"overrides":${'['.repeat(64)}${']'.repeat(64)}}`, 400],
  ])('refuses %s', async (_, body, status) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status, headers: { 'content-type': 'application/problem+json; charset=utf-8' } });
    expect(answer.body).toMatchObject({ status, title: expect.any(String), requestId: answer.headers['x-request-id'] });
  });

  it('refuses 10,000 levels in 20 KB before anything reads them', async () => {
    const deep = `${'{"a":'.repeat(3000)}${'['.repeat(10_000)}${']'.repeat(10_000)}${'}'.repeat(3000)}`;
    const started = performance.now();
    expect((await post(deep)).body).toMatchObject({ status: 400, detail: expect.stringContaining('64 deep') });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('refuses 10 MB, and its sender reads why', async () => {
    const answer = await post(`{"name":"${'a'.repeat(10 * 1024 * 1024)}"}`);
    expect(answer).toMatchObject({ status: 413, body: { type: 'urn:foia-desk:problem:too-large' } });
  });

  it('takes emoji, quotes and every script as they are', async () => {
    const name = 'Ämter & "Büros" 🗄️ 情報公開 — \u202eabc';
    const answer = await desk.call('POST', '/agencies', {
      name: 'probe',
      statute: 'us-foia',
      overrides: { [name]: 1 },
    });
    expect(answer.body.errors[0].pointer).toBe(`/overrides/${name}`);
  });

  it.each([
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['XML', { 'content-type': 'application/xml' }],
    ['UTF-16', { 'content-type': 'application/json; charset=utf-16' }],
    ['Latin-1', { 'content-type': 'application/json; charset="ISO-8859-1"' }],
  ])('takes no %s', async (_, headers) => {
    expect(await post('{"name":"a","statute":"us-foia"}', headers)).toMatchObject({ status: 415 });
  });

  it('tells all faults at once, each with its place', async () => {
    const answer = await desk.call('POST', '/users', {
      name: '',
      email: 'a@b\r\nBcc: x@y.z',
      role: 'god',
      timeZone: 'X',
    });
    expect(answer.body.errors).toEqual([
      { pointer: '/name', detail: 'must be text of 1 to 200 characters on one line' },
      { pointer: '/email', detail: 'must be one plain e-mail address, such as desk@example.org' },
      { pointer: '/role', detail: 'must be one of owner, editor, viewer' },
      { pointer: '/timeZone', detail: 'must be an IANA time zone, such as America/New_York' },
    ]);
    const empty = await desk.call('POST', '/agencies', { statute: 'us-foia' });
    expect(empty.body.detail).toBe('name is missing: it must be text of 1 to 300 characters on one line.');
  });

  it.each([
    ['an unknown one', '/agencies?nmae=x', '/nmae'],
    ['one given twice', '/agencies?q=a&q=b', '/q'],
    ['a limit of 0', '/agencies?limit=0', '/limit'],
    ['a limit of 201', '/agencies?limit=201', '/limit'],
    ['a limit that is no number', '/agencies?limit=1e2', '/limit'],
    ['a negative limit', '/agencies?limit=-1', '/limit'],
    ['a cursor of another list', '/agencies?cursor=WyJhIl0', '/cursor'],
    ['a cursor with a NUL', `/agencies?cursor=${Buffer.from('["a\\u0000","b"]').toString('base64url')}`, '/cursor'],
    ['a cursor that holds objects', `/agencies?cursor=${Buffer.from('[{},[]]').toString('base64url')}`, '/cursor'],
    ['a nested one', '/agencies?q[a]=b', '/q[a]'],
  ])('refuses as a parameter %s', async (_, path, pointer) => {
    const answer = await desk.call('GET', path);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it.each([
    ['a NUL in the query', '/agencies?q=a%00b'],
    ['half of a surrogate pair in the query', '/agencies?q=%ED%A0%80'],
    ['a NUL in the path', '/agencies/a%00b'],
    ['a broken escape in the path', '/agencies/%E0%A4%A'],
    ['a broken escape in the query', '/agencies?q=100%'],
    ['an id of 5,000 characters', `/agencies/${'x'.repeat(5000)}`],
  ])('refuses %s', async (_, path) => {
    expect(await desk.call('GET', path)).toMatchObject({ status: 400, body: { status: 400 } });
  });

  it.each([
    ['GET', '/nothing'],
    ['PUT', '/agencies'],
    ['DELETE', '/me'],
    ['GET', "/agencies/' OR 1=1 --"],
    ['GET', '/agencies/../../etc/passwd'],
  ])('has nothing at %s %s', async (method, path) => {
    const answer = await desk.call(method, path);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  describe('On the wire', () => {
    it.each([
      ['no HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400/],
      [
        'two lengths',
        'POST /api/v1/agencies HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
        /^HTTP\/1\.1 400/,
      ],
      ['100 KB of headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`, /^HTTP\/1\.1 431/],
    ])('refuses %s', async (_, text, expected) => {
      const heard = await raw(desk.url, text);
      expect(heard).toMatch(expected);
      expect(heard).toContain('application/problem+json');
    });

    it('survives a body that breaks off', async () => {
      const head = `POST /api/v1/agencies HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${desk.key}\r\n`;
      const text = `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"name":"half`;
      await raw(desk.url, text, 50);
      expect((await desk.call('GET', '/me')).status).toBe(200);
    });
  });

  it('sends headers that keep a browser from doing anything with an answer', async () => {
    const { headers } = await desk.call('GET', '/me');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

/** What the server says to these bytes until it hangs up, or until we do after `ms`. */
function raw(url: string, text: string, ms = 5000): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let heard = '';
    const timer = setTimeout(() => socket.destroy(), ms);
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(heard);
    });
  });
}
