import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, file, filedOn, record } from './support/filing.ts';
import { Mailbox } from './support/mailbox.ts';
import { Receiver } from './support/receiver.ts';
import { at, newPerson, type Person, tick } from './support/reminding.ts';

const CANARY = 'kanarienvogel';
const HOOKS = ['slack', 'mattermost', 'teams', 'discord', 'ntfy'] as const;

eachEngine((engine) => {
  let desk: Desk;
  let mailbox: Mailbox;
  let receiver: Receiver;
  let agency: string;
  let ann: Person;
  let n = 0;

  beforeAll(async () => {
    [mailbox, receiver] = [await Mailbox.start(), await Receiver.start()];
    desk = await startDesk({ engine, env: { SMTP_URL: mailbox.url, OUTGOING_ALLOW: receiver.host } });
    agency = await anAgency(desk);
  });
  afterAll(async () => {
    await desk?.stop();
    await Promise.all([mailbox?.stop(), receiver?.stop()]);
  });
  beforeEach(async () => {
    desk.now.set(at('2026-06-01'));
    ann = await newPerson(desk, `Ann${++n}`);
  });
  afterEach(() => {
    mailbox.clear();
    mailbox.behaviour = 'accept';
    receiver.received.length = 0;
    receiver.manner = {};
  });

  const as = (key = ann.key) => ({ key });
  const urlOf = (channel: string) => `${receiver.url}/${channel}/s3cret-${n}`;
  const put = (...items: object[]) => desk.call('PUT', '/me/channels', { items }, as());
  const test = (channel: string) => desk.call('POST', `/me/channels/${channel}/test`, undefined, as());
  /** Sets these up and has each take a test message. */
  async function use(...channels: string[]): Promise<void> {
    const put1 = await put(...channels.map((channel) => ({ channel, address: urlOf(channel) })));
    expect(put1).toMatchObject({ status: 200 });
    for (const channel of channels) expect((await test(channel)).body).toMatchObject({ channel, taken: true });
    receiver.received.length = 0;
  }
  const pathsCalled = () => receiver.received.map((one) => one.path.split('/')[1] || 'ntfy').sort();
  const remind = async (fields: object = {}) => {
    const { id } = await file(desk, agency, [], fields, ann.key);
    const given = { on: '2026-06-02', text: 'Call them' };
    expect(await desk.call('POST', `/requests/${id}/reminders`, given, as())).toMatchObject({ status: 201 });
    return id as string;
  };
  const messages = async () => (await desk.call('GET', '/messages', undefined, as())).body.items as any[];
  const states = async (requestId: string) =>
    (
      await desk.call('GET', `/reminders?requestId=${requestId}&state=sent,failed,planned`, undefined, as())
    ).body.items.map((one: any) => `${one.rung} ${one.state}`);

  it('starts with e-mail; another way is used once it has taken a test message', async () => {
    const before = await desk.call('GET', '/me/channels', undefined, as());
    expect(before.body.items).toMatchObject([{ channel: 'email', enabled: true, verifiedAt: null }]);
    await put(
      { channel: 'slack', address: urlOf('slack') },
      { channel: 'ntfy', address: urlOf('ntfy'), token: 'tk_s3cret' },
    );
    await remind();
    await tick(desk, at('2026-06-02', '09:00'));
    expect([mailbox.mails.length, receiver.received.length]).toEqual([1, 0]);
    receiver.manner = { status: 404, body: `no_service ${urlOf('slack')}` };
    expect((await test('slack')).body).toEqual({ channel: 'slack', taken: false, says: '404 no_service ***' });
    receiver.manner = {};
    const verifiedAt = desk.now.instant();
    expect((await test('ntfy')).body).toEqual({ channel: 'ntfy', taken: true, says: '200 ok', verifiedAt });
    const { items } = (await desk.call('GET', '/me/channels', undefined, as())).body;
    expect(items.map((one: any) => [one.channel, one.to, one.verifiedAt])).toEqual([
      ['email', `ann${n}@desk.test`, null],
      ['slack', receiver.host, null],
      ['ntfy', receiver.host, verifiedAt],
    ]);
    // Named again without its address, it is the one there was; another address is to be tested anew.
    expect((await put({ channel: 'ntfy' })).body.items[1]).toMatchObject({ channel: 'ntfy', verifiedAt });
    expect((await put({ channel: 'ntfy', address: urlOf('else') })).body.items[1]).toMatchObject({ verifiedAt: null });
  });

  it('tells by every way at once: the same words, a row and an id each, and the reminder is sent once', async () => {
    await use(...HOOKS);
    const id = await remind();
    await tick(desk, at('2026-06-02', '09:00'));
    expect(mailbox.mails.map((mail) => mail.to)).toEqual([[`ann${n}@desk.test`]]);
    expect(pathsCalled()).toEqual([...HOOKS].sort());
    const told = await messages();
    expect(told.map((one) => one.channel).sort()).toEqual(['email', ...HOOKS].sort());
    expect(new Set(told.map((one) => one.text)).size).toBe(1);
    expect(told.every((one) => one.state === 'sent')).toBe(true);
    for (const { body } of receiver.received) expect(body).toContain('Call them');
    expect(await states(id)).toEqual(['own sent']);
    await tick(desk, at('2026-06-02', '12:00'));
    expect([mailbox.mails.length, receiver.received.length]).toEqual([1, HOOKS.length]);
    const { items } = (await desk.call('GET', '/events?type=reminder.sent&limit=200', undefined, as())).body;
    expect(items.filter((one: any) => one.request.id === id)).toHaveLength(1);
  });

  it('one way that fails keeps the others from nothing; the one in trouble is tried again under its id', async () => {
    await use('slack', 'discord');
    receiver.manner = ({ path }) => (path.startsWith('/slack') ? { status: 503 } : {});
    const id = await remind();
    await tick(desk, at('2026-06-02', '09:00'));
    expect([mailbox.mails.length, await states(id)]).toEqual([1, ['own sent']]);
    receiver.manner = {};
    await tick(desk, at('2026-06-02', '09:10'));
    const bodies = receiver.received.filter((one) => one.path.startsWith('/slack')).map((one) => one.body);
    expect(bodies.length).toBe(2);
    expect(new Set(bodies).size).toBe(1);
    expect((await messages()).every((one) => one.state === 'sent')).toBe(true);
  });

  it('e-mail may be switched off when another way is open; what that refuses for good goes as a letter after all', async () => {
    const off = { channel: 'email', enabled: false };
    expect(await put(off)).toMatchObject({ status: 409, body: { errors: [{ pointer: '/items/0/enabled' }] } });
    expect(await put(off, { channel: 'slack', address: urlOf('slack') })).toMatchObject({ status: 409 });
    await use('slack');
    expect(await put(off, { channel: 'slack' })).toMatchObject({ status: 200 });
    const first = await remind();
    await tick(desk, at('2026-06-02', '09:00'));
    expect([mailbox.mails.length, receiver.received.length, await states(first)]).toEqual([0, 1, ['own sent']]);
    desk.now.set(at('2026-06-02', '10:00'));
    receiver.manner = { status: 410, body: 'channel_is_archived' };
    const { id } = await file(desk, agency, [], {}, ann.key);
    await desk.call('POST', `/requests/${id}/reminders`, { on: '2026-06-03', text: 'Call again' }, as());
    await tick(desk, at('2026-06-03', '09:00'));
    expect(mailbox.mails.map((mail) => mail.text.includes('Call again'))).toEqual([true]);
    expect(await states(id)).toEqual(['own sent']);
    expect((await messages()).slice(0, 2).map((one) => [one.channel, one.state])).toEqual([
      ['email', 'sent'],
      ['slack', 'failed'],
    ]);
  });

  it('when the last way has failed for good the reminder has, and says why', async () => {
    await use('slack');
    mailbox.behaviour = 'refuse-for-good';
    receiver.manner = { status: 404, body: 'no_service' };
    const id = await remind();
    await tick(desk, at('2026-06-02', '09:00'));
    expect(await states(id)).toEqual(['own failed']);
    const { items } = (await desk.call('GET', '/events?type=reminder.failed&limit=200', undefined, as())).body;
    expect(items.filter((one: any) => one.request.id === id)).toHaveLength(1);
  });

  it('of a confidential request no receiver gets more than its number and a link; nor of one that becomes so while it waits', async () => {
    await use(...HOOKS);
    const secretive = {
      ...{ subject: CANARY, description: CANARY, tags: [CANARY] },
      ...{ confidential: true, requester: { name: CANARY, onBehalfOf: CANARY } },
    };
    const { id, number } = await file(
      desk,
      agency,
      [
        { ...filedOn('2026-05-01'), note: CANARY },
        { kind: 'acknowledged', on: '2026-05-02', trackingNumber: `${CANARY}-1` },
      ],
      secretive,
      ann.key,
    );
    await desk.call('POST', `/requests/${id}/reminders`, { on: '2026-06-02', text: CANARY }, as());
    await record(desk, id, { kind: 'extended', on: '2026-05-20', ground: CANARY }, ann.key);
    await tick(desk, at('2026-06-02', '09:00'));
    const all = JSON.stringify([mailbox.mails, receiver.received]);
    expect(mailbox.mails.length).toBeGreaterThan(0);
    expect(receiver.received.length).toBeGreaterThanOrEqual(HOOKS.length);
    expect(all).not.toContain(CANARY);
    for (const { body } of receiver.received) expect(body.replaceAll('\\', '')).toContain(number);
    // Waiting for a service in trouble.
    receiver.received.length = 0;
    receiver.manner = { status: 503 };
    mailbox.behaviour = 'refuse';
    desk.now.set(at('2026-06-02', '10:00'));
    const open = await file(desk, agency, [], { subject: CANARY }, ann.key);
    await desk.call('POST', `/requests/${open.id}/reminders`, { on: '2026-06-03', text: CANARY }, as());
    await tick(desk, at('2026-06-03', '09:00'));
    await desk.call('PATCH', `/requests/${open.id}`, { confidential: true }, { headers: { 'if-match': '*' } });
    receiver.received.length = 0;
    receiver.manner = {};
    mailbox.behaviour = 'accept';
    for (const time of ['09:20', '09:21', '10:30']) await tick(desk, at('2026-06-03', time));
    expect(pathsCalled()).toEqual([...HOOKS].sort());
    expect(JSON.stringify([mailbox.mails, receiver.received])).not.toContain(CANARY);
  });

  it('keeps addresses to itself: no answer, job, message or event holds one', async () => {
    await use(...HOOKS);
    receiver.manner = ({ path }) => ({ status: 500, body: `${receiver.url}${path}` });
    await remind();
    await tick(desk, at('2026-06-02', '09:00'));
    const answers = await Promise.all(
      ['/me/channels', '/messages', '/reminders', '/events', '/me'].map((path) =>
        desk.call('GET', path, undefined, as()),
      ),
    );
    const rows = await desk.app
      .get(Database)
      .read(async (scope) => [
        ...(await sql(scope, 'SELECT * FROM job')),
        ...(await sql(scope, 'SELECT * FROM message')),
        ...(await sql(scope, 'SELECT * FROM reminder')),
        ...(await sql(scope, 'SELECT * FROM event')),
        ...(await sql(scope, 'SELECT * FROM idempotency_key')),
      ]);
    expect(JSON.stringify([answers, rows])).not.toContain(`s3cret-${n}`);
    receiver.manner = {};
    await tick(desk, at('2026-06-02', '12:00'));
  });

  it('refuses in words what does not fit', async () => {
    const slack = { channel: 'slack', address: urlOf('slack') };
    const wrong: [object[], number][] = [
      [[{ channel: 'pigeon', address: urlOf('x') }], 400],
      [[{ channel: 'slack' }], 422],
      [[{ channel: 'slack', address: 'http://169.254.169.254/' }], 422],
      [[{ ...slack, token: 'x' }], 422],
      [[{ channel: 'email', address: urlOf('x') }], 422],
      [[slack, slack], 400],
    ];
    for (const [items, status] of wrong) expect([items, (await put(...items)).status]).toEqual([items, status]);
    expect((await desk.call('PUT', '/me/channels', { items: 'x' }, as())).status).toBe(400);
    expect((await test('discord')).status).toBe(404);
    expect((await test('pigeon')).status).toBe(404);
    expect((await test('email')).body).toMatchObject({ channel: 'email', taken: true });
  });
});
