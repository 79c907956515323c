import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { Message } from '../src/reminders/reminder.entity.ts';
import { Records } from '../src/reminders/records.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { Mailbox } from './support/mailbox.ts';
import { at, call, newAgency, newPerson, newRequest, type Person, reminders, tick } from './support/reminding.ts';
import { until } from './support/workshop.ts';

eachEngine((engine) => {
  let desk: Desk;
  let mailbox: Mailbox;
  let ann: Person;
  let requestId: string;

  beforeEach(async () => {
    mailbox = await Mailbox.start();
    desk = await startDesk({ engine, env: { SMTP_URL: mailbox.url } });
    ann = await newPerson(desk, 'Ann');
    requestId = await newRequest(desk, await newAgency(desk), {}, ann.key);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await desk.stop();
    await mailbox.stop();
  });

  const remindAnn = (on: string) =>
    call(desk, 'POST', `/requests/${requestId}/reminders`, { on, text: 'Call them' }, ann.key);
  const told = () => mailbox.mails.map((mail) => mail.to[0]);
  const sent = async () => (await reminders(desk, 'state=sent')).filter((one) => one.rung === 'own');

  it('a mail server away until night: the message waits for the morning, and goes once', async () => {
    await remindAnn('2026-06-10');
    mailbox.behaviour = 'refuse';
    await tick(desk, at('2026-06-10', '09:00'));
    await tick(desk, at('2026-06-10', '19:00'));
    mailbox.behaviour = 'accept';
    for (const hour of ['20:00', '23:00']) await tick(desk, at('2026-06-10', hour));
    for (const hour of ['02:00', '07:59']) await tick(desk, at('2026-06-11', hour));
    expect(told()).toEqual([]);
    for (const hour of ['08:00', '08:01', '12:00']) await tick(desk, at('2026-06-11', hour));
    expect(told()).toEqual(['ann@desk.test']);
    expect(await sent()).toMatchObject([{ sentAt: at('2026-06-11', '08:00') }]);
  });

  it('a mail server away over a long weekend loses nothing', async () => {
    await remindAnn('2026-07-02');
    mailbox.behaviour = 'refuse';
    for (const on of ['2026-07-02', '2026-07-03', '2026-07-04', '2026-07-05']) {
      for (let hour = 8; hour < 20; hour++) await tick(desk, at(on, `${String(hour).padStart(2, '0')}:30`));
    }
    mailbox.behaviour = 'accept';
    for (const hour of ['08:00', '14:01']) await tick(desk, at('2026-07-06', hour));
    expect(told()).toEqual(['ann@desk.test']);
    expect(await sent()).toHaveLength(1);
  });

  it('one who leaves the desk before it could be sent is told nothing more; another is', async () => {
    await remindAnn('2026-06-10');
    mailbox.behaviour = 'refuse';
    await tick(desk, at('2026-06-10', '09:00'));
    desk.now.set(at('2026-06-10', '09:05'));
    const headers = { 'if-match': '*' };
    expect((await desk.call('PATCH', `/users/${ann.id}`, { disabled: true }, { headers })).status).toBe(200);
    mailbox.behaviour = 'accept';
    for (const time of ['10:00', '10:01', '10:02']) await tick(desk, at('2026-06-10', time));
    expect(told()).toEqual(['owner@desk.test']);
    expect(await sent()).toMatchObject([{ recipient: { name: 'Owner' } }]);
  });

  it('when everybody is disabled, the last resort is told once, not over and over', async () => {
    await remindAnn('2026-06-10');
    const owner = (await call(desk, 'GET', '/me')).id;
    const at0 = desk.now.instant();
    await desk.app.get(Database).write((tx) => sql(tx, 'UPDATE desk_user SET disabled_at = :at0', { at0 }));
    mailbox.behaviour = 'refuse';
    for (const time of ['09:00', '09:10', '09:20']) await tick(desk, at('2026-06-10', time));
    mailbox.behaviour = 'accept';
    for (const time of ['09:40', '09:41']) await tick(desk, at('2026-06-10', time));
    expect(told()).toEqual(['owner@desk.test']);
    const messages = await desk.app.get(Database).read((scope) => scope.em.find(Message));
    expect(messages).toMatchObject([{ recipientId: owner, state: 'sent' }]);
  });

  it('a letter that waited says no more than may be said by then', async () => {
    await remindAnn('2026-06-10');
    const filed = { kind: 'filed', on: '2026-06-01', channel: 'email' };
    await call(desk, 'POST', `/requests/${requestId}/status-changes`, filed);
    mailbox.behaviour = 'refuse';
    await tick(desk, at('2026-06-15', '09:00'));
    const headers = { 'if-match': '*' };
    expect((await desk.call('PATCH', `/requests/${requestId}`, { confidential: true }, { headers })).status).toBe(200);
    mailbox.behaviour = 'accept';
    for (const time of ['10:00', '10:01']) await tick(desk, at('2026-06-15', time));
    expect(mailbox.mails.map((mail) => mail.subject)).toEqual(['2 reminders: 2026-0001']);
    expect(mailbox.mails[0]!.text).not.toMatch(/Weapons|Call them|Army/);
  });

  describe('Refused for good', () => {
    const tellings = () => mailbox.mails.filter((mail) => mail.subject.includes('did not reach'));

    it('owners are told whose reminders did not arrive, about which requests, and why; once', async () => {
      mailbox.unknown.add('ann@desk.test');
      await remindAnn('2026-06-10');
      await tick(desk, at('2026-06-10', '09:00'));
      expect(mailbox.mails).toEqual([]);
      await tick(desk, at('2026-06-10', '09:01'));
      expect(tellings().map((mail) => [mail.to, mail.subject])).toEqual([
        [['owner@desk.test'], 'FOIA Desk: reminders did not reach Ann'],
      ]);
      expect(tellings()[0]!.text).toMatch(/^- Ann <ann@desk\.test>, about 2026-0001: .*550 No such user$/m);
      expect(mailbox.mails[0]!.text).not.toMatch(/Weapons|Call them|Army/);
      for (const time of ['09:02', '11:00']) await tick(desk, at('2026-06-10', time));
      expect(tellings()).toHaveLength(1);
    });

    it('of many within an hour they are told together, and a refusal of that telling begets no other', async () => {
      mailbox.unknown.add('ann@desk.test');
      await remindAnn('2026-06-10');
      await tick(desk, at('2026-06-10', '09:00'));
      mailbox.unknown.add('owner@desk.test');
      for (const time of ['09:01', '09:02', '09:03']) await tick(desk, at('2026-06-10', time));
      mailbox.unknown.delete('owner@desk.test');
      for (const on of ['2026-06-11', '2026-06-12']) await remindAnn(on);
      await tick(desk, at('2026-06-11', '09:00'));
      await tick(desk, at('2026-06-11', '09:01'));
      expect(tellings()).toHaveLength(1);
      await tick(desk, at('2026-06-12', '09:00'));
      await tick(desk, at('2026-06-12', '09:01'));
      expect(tellings()).toHaveLength(2);
    });
  });

  it('what was taken, but could not be recorded, is recorded later and not sent again', async () => {
    await remindAnn('2026-06-10');
    jest.spyOn(desk.app.get(Records), 'sent').mockRejectedValueOnce(new Error('The database has gone away.'));
    await tick(desk, at('2026-06-10', '09:00'));
    const notes = join(desk.config.dataDir, 'accepted');
    expect([told().length, readdirSync(notes).length, (await sent()).length]).toEqual([1, 1, 0]);
    await tick(desk, at('2026-06-10', '09:02'));
    expect([told().length, (await sent()).length]).toEqual([1, 1]);
    // The note goes after the record is there, and nobody waits for it.
    await until('the note is gone', () => readdirSync(notes).length === 0);
  });

  it('a disk that takes no notes costs nothing but, at worst, a second letter under the same id', async () => {
    await remindAnn('2026-06-10');
    const notes = join(desk.config.dataDir, 'accepted');
    rmSync(notes, { recursive: true, force: true });
    writeFileSync(notes, 'in the way');
    jest.spyOn(desk.app.get(Records), 'sent').mockRejectedValueOnce(new Error('The database has gone away.'));
    for (const time of ['09:00', '09:02', '09:04']) await tick(desk, at('2026-06-10', time));
    expect(mailbox.mails).toHaveLength(2);
    expect(new Set(mailbox.mails.map((mail) => mail.messageId)).size).toBe(1);
    expect(await sent()).toHaveLength(1);
  });
});
