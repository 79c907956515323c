import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { LOG } from '../src/core.module.ts';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import type { Log } from '../src/log.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { Mailbox } from './support/mailbox.ts';
import { at, call, newAgency, newPerson, newRequest, reminders, tick } from './support/reminding.ts';

const filed = { kind: 'filed', on: '2026-06-01', channel: 'email' };
const received = { kind: 'received', on: '2026-06-01' };
const facts = { statusChanges: [filed, received] };

eachEngine((engine) => {
  let desk: Desk;
  let mailbox: Mailbox;
  let agencyId: string;

  beforeEach(async () => {
    mailbox = await Mailbox.start();
    desk = await startDesk({ engine, env: { SMTP_URL: mailbox.url } });
    agencyId = await newAgency(desk);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await desk.stop();
    await mailbox.stop();
  });

  async function damage(requestId: string, column: string, value: string): Promise<void> {
    const statement = `UPDATE request SET ${column} = :value WHERE id = :requestId`;
    await desk.app.get(Database).write((tx) => sql(tx, statement, { value, requestId }));
  }

  it('a request that cannot be read keeps back no reminder but its own, and is said once, without its content', async () => {
    const ann = await newPerson(desk, 'Ann');
    const ids: string[] = [];
    for (let n = 0; n < 6; n++) ids.push(await newRequest(desk, agencyId, { ...facts, assigneeId: ann.id }));
    const others = await newRequest(desk, agencyId, facts);
    await call(desk, 'POST', `/requests/${ids[2]}/reminders`, { on: '2026-07-01', text: 'CANARY' }, ann.key);
    const law = (await call(desk, 'GET', `/requests/${ids[1]}`)).statute.id;
    await damage(ids[1]!, 'statute_id', 'CANARY-law');
    await damage(ids[4]!, 'standing', '{"CANARY');
    const log = desk.app.get<Log>(LOG);
    const said: Record<string, unknown>[] = [];
    jest.spyOn(log, 'error').mockImplementation(((facts: object) => void said.push({ ...facts })) as Log['error']);
    await tick(desk, at('2026-07-01', '09:00'));
    await tick(desk, at('2026-07-01', '09:01'));
    expect(mailbox.mails.map((mail) => mail.to[0]).sort()).toEqual(['ann@desk.test', 'owner@desk.test']);
    const toAnn = mailbox.mails.find((mail) => mail.to[0] === 'ann@desk.test')!;
    for (const id of ids) expect(toAnn.text.includes(id)).toBe(id !== ids[1] && id !== ids[4]);
    expect(mailbox.mails.find((mail) => mail.to[0] === 'owner@desk.test')!.text).toContain(others);
    const unread = said.filter((facts) => 'fault' in facts);
    expect(unread.map((facts) => facts.requestId).sort()).toEqual([ids[1], ids[4]].sort());
    expect(JSON.stringify(unread)).not.toContain('CANARY');
    // Mended, it is told of.
    await damage(ids[1]!, 'statute_id', law);
    await tick(desk, at('2026-07-01', '09:02'));
    expect(mailbox.mails).toHaveLength(3);
    expect(mailbox.mails[2]!.text).toContain(ids[1]);
  });

  it('nor does it keep the others from moving with a reader who goes abroad', async () => {
    const ann = await newPerson(desk, 'Ann');
    const good = await newRequest(desk, agencyId, { ...facts, assigneeId: ann.id });
    const bad = await newRequest(desk, agencyId, { ...facts, assigneeId: ann.id });
    await damage(bad, 'statute_id', 'gone');
    desk.now.set(at('2026-06-02'));
    const headers = { 'if-match': '*' };
    await desk.call('PATCH', `/users/${ann.id}`, { timeZone: 'Europe/Berlin' }, { headers });
    await tick(desk, at('2026-06-02', '13:00'));
    const planned = await reminders(desk, `requestId=${good}&state=planned`);
    const late = planned.find((one) => one.deadlineKind === 'determination');
    expect(late).toMatchObject({ sendAt: at('2026-07-01', '09:00', 'Europe/Berlin') });
  });
});
