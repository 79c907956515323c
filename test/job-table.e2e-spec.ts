import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { Job } from '../src/jobs/job.entity.ts';
import { addDays, day } from '../src/law/plain-date.ts';
import { shift } from '../src/now.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { Mailbox } from './support/mailbox.ts';
import { at, call, newAgency, newPerson, newRequest, type Person, reminders, tick } from './support/reminding.ts';

const DAY_MS = 24 * 3600 * 1000;

eachEngine((engine) => {
  let desk: Desk;
  let mailbox: Mailbox;
  let ann: Person;
  let requestId: string;

  beforeAll(async () => {
    mailbox = await Mailbox.start();
    desk = await startDesk({ engine, env: { SMTP_URL: mailbox.url } });
    ann = await newPerson(desk, 'Ann');
    const fields = { subject: 'Kanarienvogel', description: 'Kanarienvogel', confidential: true };
    requestId = await newRequest(desk, await newAgency(desk), fields, ann.key);
  });
  afterAll(async () => {
    await desk?.stop();
    await mailbox?.stop();
  });

  const jobs = async (query: string) => (await call(desk, 'GET', `/jobs?${query}`)).items as any[];
  const one = (id: string) => call(desk, 'GET', `/jobs/${id}`);
  const act = (id: string, act: string, body?: object) => desk.call('POST', `/jobs/${id}/${act}`, body);
  const own = async () =>
    (await reminders(desk, 'state=planned,sent,failed', ann.key)).filter((row) => row.text !== null);
  const readyz = async () => (await desk.call('GET', '/readyz')).body;
  const metric = async (line: string) =>
    ((await desk.call('GET', '/metrics')).body as string)
      .split('\n')
      .find((one) => one.startsWith(line))
      ?.split(' ')[1];

  /** A message to Ann that the mail server has just refused; the job of it. */
  async function refused(): Promise<string> {
    const on = addDays(day(desk.now.instant().slice(0, 10)), 2);
    await call(desk, 'POST', `/requests/${requestId}/reminders`, { on, text: `Call on ${on}` }, ann.key);
    mailbox.behaviour = 'refuse';
    await tick(desk, at(on, '09:00'));
    const [job] = await jobs('kind=deliver-message&state=failed,due');
    return job.id as string;
  }
  async function buried(kind: string): Promise<string> {
    const now = desk.now.instant();
    const row = { id: v7(), kind, subjectId: v7(), priority: 5, runAt: now, createdAt: now, finishedAt: now };
    const job = { ...row, lane: 'desk', state: 'dead', attempts: 3, maxAttempts: 3, leaseToken: 3 } as const;
    await desk.app.get(Database).write((tx) => tx.em.insert(Job, job));
    return row.id;
  }
  async function dead(): Promise<string> {
    const id = await refused();
    await desk.app
      .get(Database)
      .write((tx) => sql(tx, 'UPDATE job SET attempts = max_attempts - 1 WHERE id = :id', { id }));
    await tick(desk, (await one(id)).nextTryAt as string);
    expect(await one(id)).toMatchObject({ state: 'dead' });
    return id;
  }

  it('shows what failed, in words, and of a confidential request its number alone', async () => {
    const id = await refused();
    const shown = await one(id);
    expect(shown).toMatchObject({
      ...{ kind: 'deliver-message', lane: 'mail', state: 'failed', attempts: 1, crashes: 0, droppedAt: null, acts: [] },
      lastError: expect.stringContaining('451'),
      leasedBy: null,
      about: expect.stringMatching(/^A message \(email\) to the user .*, about 2026-0001$/),
    });
    expect(shown.nextTryAt > desk.now.instant()).toBe(true);
    expect(JSON.stringify([shown, await jobs('limit=200')])).not.toMatch(/Kanarienvogel|Call on/);
    const { items } = await call(desk, 'GET', '/jobs/counts');
    expect(items).toContainEqual({ kind: 'deliver-message', state: 'failed', count: 1 });
    expect(await jobs('state=failed&lane=chat')).toEqual([]);

    mailbox.behaviour = 'accept';
    expect(await act(id, 'retry')).toMatchObject({ status: 200, body: { attempts: 0, acts: [{ act: 'retry' }] } });
    await desk.sweep();
    expect(mailbox.mails.map((mail) => mail.to[0])).toEqual(['ann@desk.test']);
    expect((await act(id, 'retry')).status).toBe(409);
    expect((await act(id, 'drop', { reason: 'Late' })).status).toBe(409);
    expect((await act(v7(), 'retry')).status).toBe(404);
  });

  it('goes through all of them by cursor', async () => {
    const at0 = desk.now.instant();
    const rows = Array.from({ length: 7 }, (_, n) => ({
      ...{ id: v7(), kind: 'of-another-release', subjectId: `${n}`, lane: 'desk' as const, priority: 5, attempts: 0 },
      ...{
        state: 'waiting' as const,
        runAt: shift(at0, n < 3 ? -1000 : DAY_MS * 365),
        maxAttempts: 3,
        leaseToken: 0,
        createdAt: at0,
      },
    }));
    await desk.app.get(Database).write((tx) => tx.em.insert(Job, rows));
    const seen: any[] = [];
    for (let path: string | null = '/jobs?state=due,waiting&kind=of-another-release&limit=2'; path !== null;) {
      const page: any = await call(desk, 'GET', path);
      seen.push(...page.items);
      path = page.next;
    }
    expect(seen.map((job) => job.subjectId)).toEqual(['6', '5', '4', '3', '2', '1', '0']);
    expect(seen.map((job) => job.state)).toEqual([
      ...Array<string>(4).fill('waiting'),
      ...Array<string>(3).fill('due'),
    ]);
    expect((await desk.call('GET', '/jobs?state=broken')).status).toBe(400);
    await desk.app.get(Database).write((tx) => tx.em.delete(Job, { kind: 'of-another-release' }));
  });

  it('a dead message is told to owners once a day, and to whoever watches the process', async () => {
    await desk.sweep();
    expect(await readyz()).toMatchObject({ status: 'ready', checks: { jobs: 'ok', sweeps: 'ok' } });
    mailbox.clear();
    const first = await dead();
    expect((await own()).map((row) => row.state)).toEqual(['sent', 'failed']);
    expect(await readyz()).toMatchObject({ status: 'degraded', checks: { jobs: expect.stringContaining('1 dead') } });
    mailbox.behaviour = 'accept';
    await desk.sweep();
    const told = () => mailbox.mails.filter((mail) => mail.subject.startsWith('FOIA Desk: ')).map((mail) => mail.to[0]);
    expect(told()).toEqual(['owner@desk.test']);
    expect(mailbox.mails[0]!.text).toContain('/api/v1/jobs?state=dead&kind=deliver-message');
    expect(mailbox.mails[0]!.text).not.toMatch(/Kanarienvogel/);
    const mine = (await call(desk, 'GET', '/messages')).items as any[];
    expect(mine.map((message) => message.subject)).toContain('FOIA Desk: 1 job has failed for good (deliver-message)');
    expect(await metric('foia_desk_jobs{kind="deliver-message",state="dead"}')).toBe('1');
    expect(await metric('foia_desk_messages{channel="email",state="failed"}')).toBe('1');
    expect(await metric('foia_desk_reminders{channel="email",state="failed"}')).toBe('1');
    expect(await metric('foia_desk_reminders_late')).toBe('0');
    expect(await metric('foia_desk_jobs_oldest_due_seconds{lane="mail"}')).toBe('0');
    expect(Number(await metric('foia_desk_last_sweep_timestamp_seconds'))).toBeGreaterThan(1.7e9);

    // Of the same kind within the day: nothing; of another kind: told.
    const others = [await buried('deliver-message'), await buried('index-document')];
    desk.now.advance(3600_000);
    await desk.sweep();
    expect(told()).toHaveLength(2);
    desk.now.advance(DAY_MS);
    await desk.sweep();
    expect(mailbox.mails.at(-1)!.subject).toBe('FOIA Desk: 1 job has failed for good (deliver-message)');
    expect(told()).toHaveLength(3);
    // Nothing new: nothing more, however much time passes.
    desk.now.advance(3 * DAY_MS);
    await desk.sweep();
    expect(told()).toHaveLength(3);
    for (const id of [first, ...others]) expect((await act(id, 'drop', { reason: 'Seen' })).status).toBe(200);
    expect(await readyz()).toMatchObject({ status: 'ready' });
  });

  it('a dead message that is tried again is put into words anew, and told once', async () => {
    const id = await dead();
    mailbox.clear();
    mailbox.behaviour = 'accept';
    expect(await act(id, 'retry')).toMatchObject({ status: 200 });
    await desk.sweep();
    await desk.sweep();
    expect(mailbox.mails.map((mail) => mail.to[0])).toEqual(['ann@desk.test']);
    expect((await own()).at(-1)).toMatchObject({ state: 'sent' });
    expect((await act(id, 'retry')).status).toBe(409);
  });

  it('a dropped message is told as not sent, with who dropped it and why on record, and can be taken up again', async () => {
    const id = await refused();
    expect(await act(id, 'drop', {})).toMatchObject({ status: 400 });
    const dropped = await act(id, 'drop', { reason: 'Told by telephone' });
    const me = (await call(desk, 'GET', '/me')).id;
    expect(dropped).toMatchObject({
      status: 200,
      body: {
        state: 'dropped',
        nextTryAt: null,
        acts: [{ act: 'drop', userId: me, at: desk.now.instant(), reason: 'Told by telephone' }],
      },
    });
    expect((await own()).at(-1)).toMatchObject({ state: 'failed' });
    const [message] = (await call(desk, 'GET', '/messages', undefined, ann.key)).items as any[];
    expect(message).toMatchObject({ state: 'failed' });
    mailbox.clear();
    mailbox.behaviour = 'accept';
    desk.now.advance(3600_000);
    await desk.sweep();
    expect(mailbox.mails).toEqual([]);
    expect(await jobs('state=dropped')).toContainEqual(expect.objectContaining({ id }));
    expect(await jobs('state=dead')).toEqual([]);
    await expect(desk.app.get(Database).write((tx) => sql(tx, `UPDATE job_act SET reason = 'Other'`))).rejects.toThrow(
      /append-only/,
    );

    expect(await act(id, 'retry')).toMatchObject({ status: 200, body: { droppedAt: null } });
    await desk.sweep();
    expect(mailbox.mails).toHaveLength(1);
  });
});
