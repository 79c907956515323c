import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook as Signer } from 'standardwebhooks';
import { v7 } from 'uuid';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { eventTypes } from '../src/events/event-types.ts';
import { FanOut } from '../src/events/fan-out.ts';
import { Publishing } from '../src/events/publishing.ts';
import { bodyOf } from '../src/events/event-view.ts';
import { Sweep } from '../src/jobs/sweep.ts';
import { type Answer, type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { aPerson, anAgency, file, filedOn, record } from './support/filing.ts';
import { Mailbox } from './support/mailbox.ts';
import { type Received, Receiver } from './support/receiver.ts';
import { at, tick } from './support/reminding.ts';
import { until } from './support/workshop.ts';

const anyVersion = { headers: { 'if-match': '*' } };
const CANARY = 'kanarienvogel';

eachEngine((engine) => {
  let desk: Desk;
  let mailbox: Mailbox;
  let good: Receiver;
  let bad: Receiver;
  let agency: string;

  beforeAll(async () => {
    [mailbox, good, bad] = [await Mailbox.start(), await Receiver.start(), await Receiver.start()];
    const env = { OUTGOING_ALLOW: `${good.host},${bad.host}`, SMTP_URL: mailbox.url };
    desk = await startDesk({ engine, env });
    agency = await anAgency(desk);
  });
  afterAll(async () => {
    await desk?.stop();
    await Promise.all([mailbox, good, bad].map((one) => one?.stop()));
  });
  beforeEach(() => desk.now.set(at('2026-06-01')));
  afterEach(async () => {
    for (const { id } of (await desk.call('GET', '/webhooks')).body.items) await desk.call('DELETE', `/webhooks/${id}`);
    for (const receiver of [good, bad]) {
      receiver.received.length = 0;
      receiver.manner = {};
      receiver.mostAtOnce = 0;
    }
    mailbox.clear();
  });

  async function hook(receiver: Receiver, fields: object = {}): Promise<{ id: string; secret: string }> {
    const answer = await desk.call('POST', '/webhooks', { url: `${receiver.url}/hooks/s3cret-path`, ...fields });
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  }
  const later = async (seconds: number) => {
    await tick(desk, new Date(Date.parse(desk.now.instant()) + seconds * 1000).toISOString());
  };
  const deliveries = async (id: string, query = '') =>
    (await desk.call('GET', `/webhooks/${id}/deliveries?limit=200${query}`)).body.items as any[];
  const typesAt = (receiver: Receiver) => receiver.received.map((one) => JSON.parse(one.body).type as string);

  /** As the other side would: throws unless it was signed with this secret. The library's clock is the real one. */
  function verify(secret: string, { headers, body }: Received): any {
    const signer = new Signer(secret);
    const [id, seconds] = [headers['webhook-id'] as string, Number(headers['webhook-timestamp'])];
    expect(Math.abs(seconds - Date.parse(desk.now.instant()) / 1000)).toBeLessThan(60);
    const signature = signer.sign(id, new Date(seconds * 1000), body);
    expect((headers['webhook-signature'] as string).split(' ')).toContain(signature);
    return JSON.parse(body);
  }

  it('is told at once where many others never answer, and those come back after a rest', async () => {
    bad.manner = { does: 'stall' };
    const stuck = await Promise.all(Array.from({ length: 30 }, () => hook(bad)));
    await hook(good);
    await file(desk, agency, [filedOn('2026-06-01')]);
    const sweep = desk.app.get(Sweep, { strict: false });
    await sweep.now();
    await until('the good one is told', () => good.received.length >= 2);
    // Of one host so many at a time as leave places for others.
    expect(bad.mostAtOnce).toBeLessThanOrEqual(5);
    const waiting = (await desk.call('GET', '/jobs?kind=serve-webhook&state=waiting,due&limit=200')).body
      .items as any[];
    expect(waiting.length).toBeGreaterThanOrEqual(20);
    expect(waiting.every((job) => job.attempts === 0 && job.leaseUntil === null)).toBe(true);
    const refused = await desk.call('POST', `/jobs/${waiting[0].id}/drop`, { reason: 'Gone' });
    expect(refused).toMatchObject({ status: 409, body: { accepted: [expect.stringContaining('disabled')] } });
    for (const { id } of stuck) await desk.call('DELETE', `/webhooks/${id}`);
    bad.manner = {};
    bad.hangUp();
    await desk.sweep();
  });

  it('sends each event once, signed, with ids, kinds and days', async () => {
    const { id, secret } = await hook(good);
    expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32);
    const request = await file(desk, agency, [filedOn('2026-06-01')]);
    await desk.sweep();
    const bodies = good.received.map((one) => verify(secret, one));
    expect(bodies.slice(0, 2)).toMatchObject([
      { type: 'request.created', timestamp: desk.now.instant(), data: { request: { id: request.id } } },
      {
        type: 'status-change.recorded',
        data: { request: { number: request.number }, kind: 'filed', on: '2026-06-01' },
      },
    ]);
    const { items } = (await desk.call('GET', '/events?limit=200')).body;
    const told = items.filter((item: any) => item.request.id === request.id).map((item: any) => item.id);
    expect(good.received.map((one) => one.headers['webhook-id'])).toEqual(told);
    expect(JSON.stringify(good.received)).not.toMatch(/Stolen|investigation/);
    expect((await deliveries(id)).every((one) => one.state === 'delivered' && one.attempts === 1)).toBe(true);
    await later(60);
    expect(good.received).toHaveLength(told.length);
    expect(good.mostAtOnce).toBe(1);
  });

  it('signs as the library of the other side verifies', async () => {
    const { id, secret } = await hook(good);
    desk.now.set(new Date().toISOString());
    await desk.call('POST', `/webhooks/${id}/ping`);
    await desk.sweep();
    const [{ body, headers }] = good.received as [Received];
    const signer = new Signer(secret);
    expect(signer.verify(body, headers as Record<string, string>)).toMatchObject({ type: 'ping' });
    expect(() => signer.verify(`${body} `, headers as Record<string, string>)).toThrow();
    expect(() => new Signer('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw').verify(body, headers as any)).toThrow();
  });

  it('sends only what was asked for: types, and a tag', async () => {
    await hook(good, { types: ['status-change.recorded'] });
    await hook(bad, { tag: 'weapons' });
    await file(desk, agency, [filedOn('2026-06-01')]);
    const tagged = await file(desk, agency, [], { tags: ['weapons'] });
    await desk.sweep();
    expect(typesAt(good)).toEqual(['status-change.recorded']);
    expect(bad.received.map((one) => JSON.parse(one.body).data.request.id)).toEqual([tagged.id]);
  });

  it('two secrets sign while one follows the other, and then one', async () => {
    const { id, secret } = await hook(good);
    const rotated = await desk.call('POST', `/webhooks/${id}/secret`, { overlapSeconds: 3600 });
    expect(rotated).toMatchObject({ status: 201, body: { previousSecretUntil: at('2026-06-01', '13:00') } });
    await desk.call('POST', `/webhooks/${id}/ping`);
    await desk.sweep();
    for (const one of [secret, rotated.body.secret]) verify(one, good.received[0]!);
    desk.now.set(at('2026-06-01', '13:00'));
    await desk.call('POST', `/webhooks/${id}/ping`);
    await desk.sweep();
    verify(rotated.body.secret, good.received[1]!);
    expect(() => verify(secret, good.received[1]!)).toThrow();
  });

  it.each([301, 307, 400, 404, 500, 503])(
    'answered by %i, tries again under the same id and with the same body',
    async (status) => {
      const { id, secret } = await hook(bad);
      bad.manner = { status, headers: { location: `${good.url}/stolen` }, body: `no: ${secret} at /hooks/s3cret-path` };
      await desk.call('POST', `/webhooks/${id}/ping`);
      await desk.sweep();
      const [failed] = await deliveries(id);
      expect(failed).toMatchObject({
        state: 'waiting',
        attempts: 1,
        lastStatus: status,
        lastError: `It answered ${status}.`,
      });
      expect(failed.response).toBe('no: *** at ***');
      await later(4);
      expect(bad.received).toHaveLength(1);
      bad.manner = { status: 204 };
      await later(2);
      expect(await deliveries(id)).toMatchObject([
        { state: 'delivered', attempts: 2, lastStatus: 204, lastError: null },
      ]);
      const [first, second] = bad.received;
      expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
      expect(second!.body).toBe(first!.body);
      verify(secret, second!);
      expect(good.received).toEqual([]);
    },
  );

  it('waits as long as it is asked to, and leaves the endpoint alone meanwhile', async () => {
    const { id } = await hook(bad);
    bad.manner = { status: 429, headers: { 'retry-after': '3600' } };
    await desk.call('POST', `/webhooks/${id}/ping`);
    await desk.sweep();
    bad.manner = {};
    await file(desk, agency);
    await later(3500);
    expect(bad.received).toHaveLength(1);
    await later(200);
    expect(typesAt(bad).sort()).toEqual(['ping', 'ping', 'request.created']);
  });

  it('gives up after ten attempts in three days and a bit, disables what nothing reached, and tells its owner by mail', async () => {
    const { id } = await hook(bad, { description: 'The tracker' });
    bad.manner = { status: 500 };
    await desk.call('POST', `/webhooks/${id}/ping`);
    await desk.sweep();
    for (const seconds of [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]) await later(seconds * 1.11);
    expect(bad.received).toHaveLength(10);
    expect(new Set(bad.received.map((one) => one.headers['webhook-id'])).size).toBe(1);
    expect(await deliveries(id)).toMatchObject([{ state: 'failed', attempts: 10, nextTryAt: null }]);
    const { body } = await desk.call('GET', `/webhooks/${id}`);
    expect(body).toMatchObject({
      state: 'disabled',
      disabledBecause: expect.stringMatching(/nothing has reached it since/),
    });
    await tick(desk, at('2026-06-05', '10:00'));
    const mail = mailbox.mails.find((one) => one.subject === 'Webhook disabled: The tracker')!;
    expect(mail.to).toEqual(['owner@desk.test']);
    expect(mail.text).toContain(bad.host);
    expect(mail.raw).not.toContain('s3cret-path');
    // Replayed by hand once it is mended, with the id that it had.
    bad.manner = {};
    const [{ id: deliveryId }] = await deliveries(id);
    expect(await desk.call('POST', `/webhooks/${id}/deliveries/${deliveryId}/replay`)).toMatchObject({ status: 409 });
    await desk.call('PATCH', `/webhooks/${id}`, { disabled: false }, anyVersion);
    expect(await desk.call('POST', `/webhooks/${id}/deliveries/${deliveryId}/replay`)).toMatchObject({ status: 201 });
    await desk.sweep();
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
    expect(new Set(bad.received.map((one) => one.headers['webhook-id'])).size).toBe(1);
  });

  it('disables at once what says that it is gone; what waited goes when it is enabled again', async () => {
    const { id } = await hook(bad);
    bad.manner = { status: 410 };
    await desk.call('POST', `/webhooks/${id}/ping`);
    await desk.sweep();
    expect((await desk.call('GET', `/webhooks/${id}`)).body).toMatchObject({ state: 'disabled' });
    expect(mailbox.mails.map((one) => one.subject)).toEqual([`Webhook disabled: ${id}`]);
    await file(desk, agency);
    await later(90_000);
    expect(bad.received).toHaveLength(1);
    bad.manner = {};
    await desk.call('PATCH', `/webhooks/${id}`, { disabled: false }, anyVersion);
    await desk.sweep();
    expect(typesAt(bad)).toEqual(['ping', 'ping']);
  });

  it('one that stalls, hangs up or never ends its answer keeps nobody else waiting', async () => {
    const others = [await hook(bad), await hook(bad), await hook(bad)];
    const [stalls, hangsUp, drips] = others.map((one) => one.id);
    await hook(good);
    let n = 0;
    bad.manner = () => ({ does: (['stall', 'hang-up', 'drip'] as const)[n++ % 3] });
    const started = performance.now();
    for (const id of [stalls, hangsUp, drips]) await desk.call('POST', `/webhooks/${id}/ping`);
    await file(desk, agency);
    await desk.app.get(Publishing).publish();
    while (good.received.length < 1 && performance.now() - started < 10_000)
      await new Promise((go) => setTimeout(go, 10));
    expect(typesAt(good)).toEqual(['request.created']);
    expect(performance.now() - started).toBeLessThan(5000);
    // The desk itself waits 15 s for what stalls; the other side may hang up sooner.
    bad.manner = {};
    bad.hangUp();
    await desk.sweep();
    const states = await Promise.all(others.map(async ({ id }) => (await deliveries(id)).map((one) => one.lastError)));
    expect(states.flat().filter((error) => error !== null).length).toBeGreaterThanOrEqual(2);
  });

  it('reaches no private address, whatever the URL; what is refused says why', async () => {
    for (const url of [
      'http://127.0.0.1/',
      'https://169.254.169.254/latest',
      `http://localhost:${good.port}/`,
      'ftp://a.example/',
    ]) {
      expect(await desk.call('POST', '/webhooks', { url })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/url' }] },
      });
    }
    const { id } = await hook(good);
    const changed = await desk.call('PATCH', `/webhooks/${id}`, { url: 'https://[::1]/' }, anyVersion);
    expect(changed).toMatchObject({ status: 422 });
    // As if the allow-list had been longer when it was added.
    await desk.app
      .get(Database)
      .write((tx) => sql(tx, 'UPDATE webhook SET url = :url', { url: `http://localhost:${good.port}/x` }));
    await desk.call('POST', `/webhooks/${id}/ping`);
    await desk.sweep();
    expect(await deliveries(id)).toMatchObject([
      { state: 'waiting', lastError: expect.stringMatching(/reachable in public/) },
    ]);
    expect(good.received).toEqual([]);
  });

  it('of a confidential request sends its number and a link, whatever stands in it, also when it became so meanwhile', async () => {
    await hook(good);
    await hook(bad, { types: ['request.created', 'status-change.recorded'] });
    const secretive = {
      ...{ subject: CANARY, description: CANARY, tags: [CANARY], requester: { name: CANARY, onBehalfOf: CANARY } },
      confidential: true,
    };
    const facts = [
      { ...filedOn('2026-06-01'), note: CANARY },
      { kind: 'acknowledged', on: '2026-06-01', trackingNumber: `${CANARY}-1` },
    ];
    const { id, number } = await file(desk, agency, facts, secretive);
    const form = new FormData();
    form.set('label', CANARY);
    form.set('file', new Blob([CANARY]), `${CANARY}.txt`);
    await desk.call('POST', `/requests/${id}/documents`, form);
    await desk.sweep();
    expect(good.received.length).toBeGreaterThan(3);
    for (const { body } of good.received) {
      const request = { number, url: `http://desk.test/api/v1/requests/${id}` };
      expect(JSON.parse(body)).toEqual({ type: 'request.touched', timestamp: desk.now.instant(), data: { request } });
    }
    expect(bad.received).toEqual([]);
    expect(JSON.stringify(good.received)).not.toContain(CANARY);
    // Open when it happened, confidential before it could be sent.
    good.received.length = 0;
    good.manner = { status: 500 };
    const open = await file(desk, agency, [filedOn('2026-06-01')]);
    await desk.sweep();
    good.received.length = 0;
    good.manner = {};
    await desk.call('PATCH', `/requests/${open.id}`, { confidential: true }, anyVersion);
    await later(400);
    await later(400);
    expect(good.received.length).toBeGreaterThan(3);
    expect(new Set(typesAt(good))).toEqual(new Set(['request.touched']));
    expect(JSON.stringify(good.received)).not.toMatch(/filed|status-change/);
  });

  it('no body comes near 20 KB', () => {
    for (const type of eventTypes) {
      const data = JSON.stringify({
        deadlineId: `determination:${v7()}.9.9`,
        kind: 'k'.repeat(60),
        owedBy: 'requester',
        on: '2026-06-01',
      });
      const row = { id: v7(), number: 1, type, requestId: v7(), byUserId: v7(), at: desk.now.instant(), data };
      const body = bodyOf({ ...row, requestNumber: '2026-999999', confidential: false }, desk.app.get(FanOut).urlOf);
      expect(Buffer.byteLength(body)).toBeLessThan(2000);
    }
  });

  it('is paused while nobody stands behind it, and goes on when another owner takes it over', async () => {
    const other = await aPerson(desk, 'owner', 'second');
    const made = await desk.call('POST', '/webhooks', { url: good.url }, { key: other.key });
    const { id } = made.body;
    expect(made.body.ownerId).toBe(other.id);
    await desk.call('POST', `/webhooks/${id}/ping`);
    await desk.call('PATCH', `/users/${other.id}`, { role: 'editor' }, anyVersion);
    await file(desk, agency);
    await desk.sweep();
    const sent = good.received.length;
    expect(sent).toBeLessThanOrEqual(1);
    await file(desk, agency);
    await later(600);
    expect(good.received).toHaveLength(sent);
    await desk.call('PATCH', `/webhooks/${id}`, { description: 'Mine now' }, anyVersion);
    await file(desk, agency);
    await desk.sweep();
    expect(typesAt(good)).toContain('request.created');
  });

  it('shows neither URL nor secret again, anywhere', async () => {
    const { id, secret } = await hook(good);
    const key = v7();
    const how = { headers: { 'idempotency-key': key } };
    const url = `${good.url}/hooks/s3cret-path?token=t0psecret`;
    const first = await desk.call('POST', '/webhooks', { url }, how);
    const again = await desk.call('POST', '/webhooks', { url }, how);
    expect([first.body.secret.slice(0, 6), again.body.secret, again.body.id]).toEqual(['whsec_', null, first.body.id]);
    bad.manner = { status: 500 };
    await file(desk, agency);
    await desk.sweep();
    const answers: Answer[] = [];
    for (const path of ['/webhooks', `/webhooks/${id}`, `/webhooks/${id}/deliveries`, '/events', '/messages']) {
      answers.push(await desk.call('GET', path));
    }
    answers.push(await desk.call('PATCH', `/webhooks/${id}`, { description: 'x' }, anyVersion));
    const shown = JSON.stringify(answers);
    const secrets = [secret, first.body.secret, 's3cret-path', 't0psecret'];
    expect(secrets.filter((one) => shown.includes(one))).toEqual([]);
    expect(answers[1]!.body.host).toBe(good.host);
    const rows = await desk.app
      .get(Database)
      .read(async (scope) => [
        ...(await sql(scope, 'SELECT * FROM job')),
        ...(await sql(scope, 'SELECT * FROM event')),
        ...(await sql(scope, 'SELECT * FROM idempotency_key')),
        ...(await sql(scope, 'SELECT * FROM webhook_delivery')),
        ...(await sql(scope, 'SELECT * FROM message')),
      ]);
    const stored = JSON.stringify(rows);
    expect(secrets.filter((one) => stored.includes(one))).toEqual([]);
  });

  describe('what is asked for wrongly', () => {
    it('is refused in words', async () => {
      const { id } = await hook(good);
      expect(await desk.call('POST', '/webhooks', {})).toMatchObject({ status: 400 });
      expect(await desk.call('POST', '/webhooks', { url: good.url, types: ['nonsense'] })).toMatchObject({
        status: 400,
      });
      expect(await desk.call('PATCH', `/webhooks/${id}`, { tag: 'x' })).toMatchObject({ status: 428 });
      expect(await desk.call('POST', `/webhooks/${id}/secret`, { overlapSeconds: -1 })).toMatchObject({ status: 400 });
      expect(await desk.call('GET', `/webhooks/${v7()}`)).toMatchObject({ status: 404 });
      expect(await desk.call('GET', '/webhooks/nonsense')).toMatchObject({ status: 404 });
      expect(await desk.call('POST', `/webhooks/${id}/deliveries/${v7()}/replay`)).toMatchObject({ status: 404 });
    });
  });

  it('what is recorded while an endpoint is being served is sent too', async () => {
    const { id } = await hook(good);
    const request = await file(desk, agency, [filedOn('2026-06-01')]);
    good.manner = { delayMs: 5 };
    await desk.app.get(Publishing).publish();
    for (let n = 0; n < 5; n++) {
      await record(desk, request.id, { kind: 'contacted', on: '2026-06-01', channel: 'phone' });
      await desk.app.get(Publishing).publish();
    }
    await desk.sweep();
    const open = (await deliveries(id)).filter((one) => one.state !== 'delivered');
    expect(open).toEqual([]);
    expect(typesAt(good).filter((type) => type === 'status-change.recorded')).toHaveLength(6);
    expect(good.mostAtOnce).toBe(1);
  });
});
