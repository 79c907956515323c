import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { unpacked } from './support/bags.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { Mailbox } from './support/mailbox.ts';
import { DeskProcess } from './support/processes.ts';
import { Receiver } from './support/receiver.ts';
import {
  at,
  call,
  newAgency,
  newPerson,
  newRequest,
  type Person,
  record,
  reminders,
  tick,
} from './support/reminding.ts';

const filed = { kind: 'filed', on: '2026-06-01', channel: 'email' };
const received = { kind: 'received', on: '2026-06-01' };
/** An answer is owed by Wed 8 July: told on 9 June, half-way on the 23rd, on 2, 7 and 8 July, and on the 9th that it was missed. */
const asked = { kind: 'clarification-requested', on: '2026-06-08', answerBy: '2026-07-08' };
const WORKER = `${hostname()}/${process.pid}`;

eachEngine((engine) => {
  let desk: Desk;
  let mailbox: Mailbox;
  let receiver: Receiver;
  let agencyId: string;
  let ownerId: string;
  let n = 0;

  beforeAll(async () => {
    [mailbox, receiver] = [await Mailbox.start(), await Receiver.start()];
    const env = { SMTP_URL: mailbox.url, OUTGOING_ALLOW: receiver.host, PUBLIC_URL: 'https://desk.test' };
    desk = await startDesk({ engine, env });
    agencyId = await newAgency(desk);
    ownerId = (await call(desk, 'GET', '/me')).id;
  });
  afterAll(async () => {
    await desk?.stop();
    await Promise.all([mailbox?.stop(), receiver?.stop()]);
  });

  const someone = (name: string, fields: object = {}) => newPerson(desk, `${name}${++n}`, fields);
  /** A request with an answer owed, held by somebody, on 8 June at noon. */
  const owing = async (assignee: Person, fields: object = {}, key?: string) => {
    desk.now.set(at('2026-06-01'));
    const given = { statusChanges: [filed, received], assigneeId: assignee.id, ...fields };
    const id = await newRequest(desk, agencyId, given, key);
    await record(desk, id, asked);
    return id;
  };
  const ledger = async (id: string, key?: string) =>
    (await call(desk, 'GET', `/requests/${id}/reminder-ledger?limit=200`, undefined, key)).items as any[];
  const why = (id: string, on: string, person?: string, key?: string) =>
    call(desk, 'GET', `/requests/${id}/why?on=${on}${person ? `&person=${person}` : ''}`, undefined, key);
  /** Why or why not of the answer that is owed. */
  const about = async (id: string, on: string, person: string, key?: string) =>
    (await why(id, on, person, key)).reasons.filter((one: any) => one.deadlineKind === 'answer');
  const oneAbout = async (id: string, on: string, person: string, key?: string) => {
    const found = await about(id, on, person, key);
    expect(found.map((one: any) => one.says)).toHaveLength(1);
    return found[0];
  };
  const answerOf = async (id: string, rung = '3-before', key?: string) =>
    (await reminders(desk, `requestId=${id}&state=planned`, key)).find((one) => one.rung === rung)!;
  const patch = (path: string, body: object, key?: string) =>
    desk.call('PATCH', path, body, { ...(key && { key }), headers: { 'if-match': '*' } });
  const query = (text: string, values: object = {}) =>
    desk.app.get(Database).read((scope) => sql<any>(scope, text, { ...values }));

  describe('the ledger', () => {
    it('says of each message what its receiver got, by which history it was told, and who sent it', async () => {
      const ann = await someone('Ann');
      const items = [{ channel: 'slack', address: `${receiver.url}/services/s3cret` }];
      await desk.call('PUT', '/me/channels', { items }, { key: ann.key });
      await call(desk, 'POST', '/me/channels/slack/test', undefined, ann.key);
      const id = await owing(ann);
      mailbox.clear();
      receiver.received.length = 0;
      const when = at('2026-06-09', '09:00');
      await tick(desk, when);
      const entry = (await ledger(id)).find((one) => one.rung === 'opened');
      expect(entry).toMatchObject({
        recipient: { id: ann.id, name: `Ann${n}` },
        promised: 'the answer to the agency, due Wed 8 Jul 2026: when it arose',
        state: 'sent',
        plannedAt: at('2026-06-08'),
        plannedFor: when,
        plan: [{ did: 'planned', because: 'recorded', by: { id: ownerId }, policies: [] }],
      });
      const { items: told } = await call(desk, 'GET', `/requests/${id}/timeline`);
      const head = told.find((one: any) => one.statusChange?.sequence === 3).hash;
      const [telling] = entry.tellings;
      expect(telling).toMatchObject({ wordedAt: when, dueOn: '2026-07-08', history: { facts: 3, head } });
      expect(entry.plan[0].history).toEqual(telling.history);
      const [letter, copy] = telling.messages;
      const [mail] = mailbox.mails;
      expect(mailbox.mails).toHaveLength(1);
      expect(letter).toMatchObject({ mailId: mail!.messageId, channel: 'email', address: mail!.to[0], copy: false });
      expect(letter).toMatchObject({ state: 'sent', sentAt: when, sentBy: WORKER });
      expect(letter.answer).toMatch(/^250 /);
      expect(letter.attempts).toEqual([{ at: when, outcome: 'taken', worker: WORKER, answer: letter.answer }]);
      expect(mail!.text).toContain(telling.explanation);
      expect(receiver.received).toHaveLength(1);
      expect(receiver.received[0]!.body).toContain(copy.id);
      expect(copy).toMatchObject({ channel: 'slack', address: null, copy: true, answer: '200 ok', state: 'sent' });
      expect(JSON.stringify(entry)).not.toContain('s3cret');
      expect(await oneAbout(id, '2026-06-09', ann.id)).toMatchObject({ code: 'sent', messages: [letter, copy] });
      // What happens afterwards changes nothing of what was told.
      await record(desk, id, { kind: 'contacted', on: '2026-06-10', channel: 'phone' });
      expect((await ledger(id)).find((one) => one.rung === 'opened').tellings).toEqual([telling]);
    });

    it('a server that fails and then takes it: both attempts, with its answers', async () => {
      const ann = await someone('Ann');
      const id = await owing(ann);
      await tick(desk, at('2026-06-09', '09:00'));
      mailbox.behaviour = 'refuse';
      await tick(desk, at('2026-06-23', '09:00'));
      expect(await oneAbout(id, '2026-06-23', ann.id)).toMatchObject({
        code: 'on-its-way',
        says: expect.stringMatching(/451 Try again later.* It is tried again Tue 23 Jun 2026, 09:00/),
      });
      mailbox.behaviour = 'accept';
      await tick(desk, at('2026-06-23', '09:01'));
      const entry = (await ledger(id)).find((one) => one.rung === 'half-way');
      const [sent] = entry.tellings[0].messages;
      expect(sent.attempts).toMatchObject([
        { at: at('2026-06-23', '09:00'), outcome: 'failed', answer: '451 Try again later', worker: WORKER },
        { at: at('2026-06-23', '09:01'), outcome: 'taken', answer: sent.answer },
      ]);
      expect(sent).toMatchObject({ state: 'sent', sentAt: at('2026-06-23', '09:01') });
      const told = await oneAbout(id, '2026-06-23', ann.id);
      expect(told).toMatchObject({ code: 'sent', plannedFor: at('2026-06-23', '09:00') });
      expect(told.says).toContain('after 1 failed attempt; the answer was "250');
    });

    it('a process that stopped with it in hand leaves a gap that is shown', async () => {
      const ann = await someone('Ann');
      const id = await owing(ann);
      // As another process would have taken it, which then was killed.
      desk.now.set(at('2026-06-09', '09:00'));
      mailbox.behaviour = 'refuse';
      await tick(desk, at('2026-06-09', '09:00'));
      await desk.app
        .get(Database)
        .write((tx) =>
          sql(tx, `UPDATE job SET attempts = attempts + 1 WHERE state = 'waiting' AND kind = 'deliver-message'`),
        );
      mailbox.behaviour = 'accept';
      await tick(desk, at('2026-06-09', '09:05'));
      const [sent] = (await ledger(id)).find((one) => one.rung === 'opened').tellings[0].messages;
      expect(sent.attempts.map((one: any) => one.outcome)).toEqual(['failed', 'lost', 'taken']);
    });

    it('is exported whole, as JSON and as a table', async () => {
      const ann = await someone('Ann');
      const id = await owing(ann);
      await tick(desk, at('2026-06-09', '09:00'));
      const { number } = await call(desk, 'GET', `/requests/${id}`);
      const file = await desk.call('GET', `/requests/${id}/reminder-ledger/export`);
      expect(file.headers['content-disposition']).toBe(`attachment; filename=reminder-ledger-${number}.json`);
      const items = await ledger(id);
      expect(file.body).toMatchObject({ request: { id, number }, history: { facts: 3 }, of: 'everybody', items });
      const csv = await desk.call('GET', `/requests/${id}/reminder-ledger/export?format=csv`);
      expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
      const lines = parse<Record<string, string>>(csv.body, { bom: true, columns: true });
      expect(lines).toHaveLength(items.length);
      const [mail] = mailbox.mails.filter((one) => one.text.includes(id));
      expect(lines.find((line) => line.message !== '')).toMatchObject({
        to: `Ann${n}`,
        policies: 'built in',
        message_id_header: mail!.messageId,
        address: `ann${n}@desk.test`,
        facts: '3',
        sent_by: WORKER,
        attempts: expect.stringContaining(' taken '),
      });
      expect((await desk.call('GET', `/requests/${id}/reminder-ledger/export?format=xml`)).status).toBe(400);
      const pages: any[] = [];
      for (let path: string | null = `/requests/${id}/reminder-ledger?limit=3`; path !== null;) {
        const page: any = await call(desk, 'GET', path);
        pages.push(...page.items);
        path = page.next;
      }
      expect(pages).toEqual(items);
    });

    it('goes into a package that asks for reminders, without the names and addresses of colleagues', async () => {
      const ann = await someone('Ann');
      const id = await owing(ann);
      mailbox.behaviour = 'refuse-for-good';
      await tick(desk, at('2026-06-09', '09:00'));
      mailbox.behaviour = 'accept';
      const pack = async (include: string) => {
        const answer = await desk.call('GET', `/requests/${id}/package?include=${include}`);
        expect(answer.status).toBe(200);
        const { files } = await unpacked(answer.body);
        return {
          json: files.get('data/desk/reminder-ledger.json')?.toString('utf8'),
          csv: files.get('data/desk/reminder-ledger.csv')?.toString('utf8'),
        };
      };
      expect(await pack('notes')).toEqual({ json: undefined, csv: undefined });
      const plain = await pack('reminders');
      const entry = JSON.parse(plain.json!).find((one: any) => one.rung === 'opened');
      expect(entry).toMatchObject({
        state: 'failed',
        recipient: { id: '', name: expect.stringMatching(/^person \d/) },
      });
      expect(entry.tellings[0].messages[0]).toMatchObject({ address: null, attempts: [{ outcome: 'refused' }] });
      for (const word of [`ann${n}@desk.test`, `Ann${n}`, ann.id]) expect(plain.json! + plain.csv!).not.toContain(word);
      const named = await pack('reminders,members');
      for (const word of [`ann${n}@desk.test`, `Ann${n}`, ann.id]) expect(named.json).toContain(word);
    });

    it('cannot be changed or deleted, but for words that are redacted', async () => {
      const database = desk.app.get(Database);
      for (const table of ['plan_change', 'message_item', 'delivery_attempt']) {
        expect(Number((await query(`SELECT count(*) AS n FROM ${table}`))[0].n)).toBeGreaterThan(0);
        for (const text of [
          `DELETE FROM ${table}`,
          `UPDATE ${table} SET ${table === 'message_item' ? 'rung' : 'id'} = 'x'`,
        ]) {
          await expect(database.write((tx) => sql(tx, text))).rejects.toThrow(`${table} is append-only`);
        }
        if (engine === 'postgres') {
          await expect(database.write((tx) => sql(tx, `TRUNCATE ${table} CASCADE`))).rejects.toThrow('append-only');
        }
      }
      const change = database.write((tx) => sql(tx, `UPDATE message_item SET explanation = 'other'`));
      await expect(change).rejects.toThrow('message_item is append-only');
    });

    it('a text that is redacted goes from it too', async () => {
      const ann = await someone('Ann');
      const id = await owing(ann);
      const ground = 'Kanarienvogel & Co';
      const extended = { kind: 'extended', on: '2026-06-08', ground };
      const { statusChange } = await record(desk, id, extended);
      await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-06-09', text: `Ask ${ground}` }, ann.key);
      await tick(desk, at('2026-06-09', '09:00'));
      const words = async (rung: string) =>
        (await ledger(id)).find((one) => one.rung === rung).tellings[0].explanation as string | null;
      const [own, opened] = [await words('own'), await words('opened')];
      expect(own).toBe(`Ask ${ground}`);
      const redacted = { kind: 'redacted', on: '2026-06-09', redacts: statusChange.id, reason: 'A source' };
      await record(desk, id, redacted, at('2026-06-09', '10:00'));
      expect([await words('own'), await words('opened')]).toEqual([null, opened]);
    });
  });

  describe('why not', () => {
    it('the policy asks for nothing on that day, or does no more, in the version of then', async () => {
      const ann = await someone('Ann');
      const id = await owing(ann);
      // Two writes, two rows, however many rungs were planned by them.
      const kept = await query('SELECT body FROM plan_change WHERE request_id = :id ORDER BY id', { id });
      expect(kept.map(({ body }) => JSON.parse(body).planned.length)).toEqual([2, 7]);
      const plain = await oneAbout(id, '2026-06-15', ann.id);
      expect(plain).toMatchObject({ code: 'policy', policies: [], reminderId: null });
      expect(plain.says).toContain('the next is half-way to its day, Tue 23 Jun 2026');
      const policy = { ladders: { answer: { rungs: [{ days: -20, unit: 'calendar' }], halfWay: false } } };
      await desk.call('PUT', `/reminder-policies/request/${id}`, policy);
      await tick(desk, desk.now.instant());
      const gone = await oneAbout(id, '2026-06-23', ann.id);
      const policies = [{ scope: 'request', subject: id, version: 1 }];
      expect(gone).toMatchObject({ code: 'policy', policies, rung: 'half-way', by: { id: ownerId } });
      expect(gone.says).toContain('the policy of the request (version 1) asks for it no more');
      expect(await oneAbout(id, '2026-06-18', ann.id)).toMatchObject({ code: 'waiting', policies });
      expect(await oneAbout(id, '2026-06-17', ann.id)).toMatchObject({ code: 'policy', policies });
      expect((await desk.call('DELETE', `/reminder-policies/request/${id}`)).status).toBe(204);
      const versions = (await call(desk, 'GET', `/reminder-policies/request/${id}/versions`)).items;
      expect(versions).toMatchObject([
        { version: 2, policy: null },
        { version: 1, policy },
      ]);
      expect((await desk.call('GET', `/reminder-policies/request/${agencyId}/versions`)).status).toBe(404);
    });

    it('it was met, by which fact; it moved, from when to when and why', async () => {
      const ann = await someone('Ann');
      const id = await owing(ann);
      const corrects = (await answerOf(id)).deadlineId.split(':')[1];
      await record(desk, id, {
        kind: 'corrected',
        on: '2026-06-09',
        corrects,
        replacement: { ...asked, answerBy: '2026-07-20' },
      });
      const moved = await oneAbout(id, '2026-07-02', ann.id);
      expect(moved).toMatchObject({ code: 'moved', from: '2026-07-08', to: '2026-07-20', fact: { sequence: 4 } });
      expect(moved.says).toContain('moved from Wed 8 Jul 2026 to Mon 20 Jul 2026');
      await record(desk, id, { kind: 'clarified', on: '2026-06-10', channel: 'email' });
      // Three days before and one day before fall on the same Friday.
      const [met, too] = await about(id, '2026-07-17', ann.id);
      expect([met.rung, too.rung]).toEqual(['3-before', '1-before']);
      expect(met).toMatchObject({ code: 'met', fact: { sequence: 5, kind: 'clarified' }, at: at('2026-06-10') });
      expect(met.says).toContain('had been met before by fact #5 (clarified)');
      desk.now.set(at('2026-06-12'));
      expect(await oneAbout(id, '2026-06-11', ann.id)).toMatchObject({ code: 'met', fact: { sequence: 5 } });
      const quiet = (await ledger(id)).find((one) => one.rung === 'quiet' && one.state === 'cancelled');
      const { reasons } = await why(id, quiet.askedForOn, ann.id);
      expect(reasons.find((one: any) => one.reminderId === quiet.reminderId)).toMatchObject({ code: 'answered' });
    });

    it('somebody muted it, put it off, acknowledged it, or called it off', async () => {
      const [ann, eve, bob] = [await someone('Ann'), await someone('Eve'), await someone('Bob')];
      const id = await owing(ann, {}, eve.key);
      const act = async (what: string, who: Person, body?: object, rung = '3-before') => {
        const own = (await reminders(desk, `requestId=${id}&state=planned`)).filter(
          (one) => one.recipient.id === who.id,
        );
        const { id: of } = own.find((one) => one.rung === rung)!;
        await call(desk, 'POST', `/reminders/${of}/${what}`, body, who.key);
      };
      const escalation = { days: 3, unit: 'calendar', to: [bob.id] };
      await desk.call('PUT', `/reminder-policies/request/${id}`, { escalation });
      await tick(desk, desk.now.instant());
      expect(await oneAbout(id, '2026-07-02', bob.id)).toMatchObject({ code: 'waiting', rung: 'escalated' });
      await act('acknowledge', ann);
      expect(await oneAbout(id, '2026-07-02', bob.id)).toMatchObject({ code: 'acknowledged', by: { id: ann.id } });
      await act('snooze', ann, { until: '2026-06-30' });
      const off = await oneAbout(id, '2026-06-23', ann.id);
      expect(off).toMatchObject({ code: 'snoozed', by: { id: ann.id }, at: at('2026-06-08') });
      expect(off).toMatchObject({ movedTo: at('2026-06-30', '09:00'), putOff: 'snoozed', rung: 'half-way' });
      expect((await patch(`/reminders/${(await answerOf(id)).id}`, { state: 'cancelled' }, ann.key)).status).toBe(200);
      expect(await oneAbout(id, '2026-07-02', ann.id)).toMatchObject({ code: 'called-off', by: { id: ann.id } });
      desk.now.set(at('2026-06-08', '13:00'));
      await act('mute', ann, undefined, '1-before');
      expect(await oneAbout(id, '2026-07-08', ann.id)).toMatchObject({
        code: 'muted',
        by: { id: ann.id },
        at: at('2026-06-08', '13:00'),
      });
      // Where nothing had ever been planned for that day it is said as well.
      expect(await oneAbout(id, '2026-06-26', ann.id)).toMatchObject({ code: 'muted', by: { id: ann.id } });
      expect(await oneAbout(id, '2026-07-08', eve.id)).toMatchObject({ code: 'waiting' });
      const { items } = await call(
        desk,
        'GET',
        '/events?limit=200&type=reminder.acknowledged,reminder.snoozed,reminder.muted',
      );
      expect(items.filter((one: any) => one.request.id === id)).toMatchObject([
        { type: 'reminder.acknowledged', byUserId: ann.id, data: { recipientId: ann.id, rung: '3-before' } },
        { type: 'reminder.snoozed', byUserId: ann.id, data: { until: '2026-06-30' } },
        { type: 'reminder.muted', byUserId: ann.id, data: { rung: '1-before' } },
      ]);
    });

    it('acknowledged before it could be escalated: that is said though nothing was ever planned', async () => {
      const [ann, bob] = [await someone('Ann'), await someone('Bob')];
      const id = await owing(ann);
      await call(desk, 'POST', `/reminders/${(await answerOf(id)).id}/acknowledge`, undefined, ann.key);
      const escalation = { days: 3, unit: 'calendar', to: [bob.id] };
      await desk.call('PUT', `/reminder-policies/request/${id}`, { escalation });
      await tick(desk, desk.now.instant());
      const codes = (await about(id, '2026-07-02', bob.id)).map((one: any) => one.code);
      expect(codes).toEqual(['acknowledged', 'not-a-recipient']);
    });

    it('their digest or the hour: told on another day, or not at that hour', async () => {
      const ann = await someone('Ann');
      const weekly = { digest: 'weekly', digestOn: 5 };
      expect((await patch('/me', { notifications: weekly }, ann.key)).status).toBe(200);
      const [id, other] = [await owing(ann), await owing(ann)];
      await tick(desk, at('2026-06-12', '09:00'));
      const off = await oneAbout(id, '2026-06-23', ann.id);
      expect(off).toMatchObject({ code: 'put-off', putOff: 'digest', movedTo: at('2026-06-26', '09:00') });
      mailbox.clear();
      await tick(desk, at('2026-06-26', '09:00'));
      expect(mailbox.mails.filter((mail) => mail.to[0] === `ann${n}@desk.test`)).toHaveLength(1);
      for (const one of [id, other]) {
        expect(await oneAbout(one, '2026-06-26', ann.id)).toMatchObject({ code: 'sent', together: true });
      }
      expect((await oneAbout(id, '2026-06-23', ann.id)).says).toContain('was told Fri 26 Jun 2026, 09:00');
      mailbox.behaviour = 'refuse';
      await tick(desk, at('2026-07-02', '19:30'));
      await tick(desk, at('2026-07-02', '20:30'));
      const late = await oneAbout(id, '2026-07-02', ann.id);
      expect(late).toMatchObject({ code: 'quiet-hours', movedTo: at('2026-07-03', '08:00') });
      mailbox.behaviour = 'accept';
      await tick(desk, at('2026-07-03', '08:00'));
      expect(await oneAbout(id, '2026-07-02', ann.id)).toMatchObject({ code: 'sent-later' });
      expect(await oneAbout(id, '2026-07-03', ann.id)).toMatchObject({ code: 'sent' });
    });

    it('its hour has come and nobody has taken it up; the night is not for it', async () => {
      const ann = await someone('Ann');
      const id = await owing(ann);
      desk.now.set(at('2026-06-09', '09:30'));
      expect(await oneAbout(id, '2026-06-09', ann.id)).toMatchObject({ code: 'due' });
      desk.now.set(at('2026-06-09', '21:00'));
      expect(await oneAbout(id, '2026-06-09', ann.id)).toMatchObject({
        code: 'quiet-hours',
        movedTo: at('2026-06-10', '08:00'),
      });
      await tick(desk, at('2026-06-10', '08:00'));
      expect(await oneAbout(id, '2026-06-09', ann.id)).toMatchObject({ code: 'sent-later' });
      const eve = await someone('Eve');
      expect((await patch('/me', { notifications: { workingDaysOnly: true } }, eve.key)).status).toBe(200);
      const other = await owing(eve);
      desk.now.set(at('2026-06-13'));
      expect(await oneAbout(other, '2026-06-09', eve.id)).toMatchObject({ code: 'days-off' });
      await tick(desk, at('2026-06-15', '09:00'));
    });

    it('the address refuses it, or the service did and a letter went instead', async () => {
      const ann = await someone('Ann');
      const id = await owing(ann);
      mailbox.behaviour = 'refuse-for-good';
      await tick(desk, at('2026-06-09', '09:00'));
      mailbox.behaviour = 'accept';
      const bounced = await oneAbout(id, '2026-06-09', ann.id);
      expect(bounced).toMatchObject({ code: 'refused', messages: [{ state: 'failed', answer: null }] });
      expect(bounced.messages[0].attempts).toMatchObject([{ outcome: 'refused', answer: '550 No such mailbox' }]);
      mailbox.behaviour = 'refuse';
      const other = await owing(ann);
      desk.now.set(at('2026-06-09', '09:00'));
      await desk.sweep();
      await desk.app
        .get(Database)
        .write((tx) => sql(tx, `UPDATE job SET max_attempts = 2 WHERE state = 'waiting' AND kind = 'deliver-message'`));
      await tick(desk, at('2026-06-09', '09:05'));
      mailbox.behaviour = 'accept';
      const dead = await oneAbout(other, '2026-06-09', ann.id);
      expect(dead).toMatchObject({ code: 'failed', messages: [{ lastError: expect.stringContaining('451') }] });
      expect(dead.messages[0].attempts.map((one: any) => one.outcome)).toEqual(['failed', 'failed']);
      const items = [
        { channel: 'email', enabled: true },
        { channel: 'mattermost', address: `${receiver.url}/mm/${n}` },
      ];
      await desk.call('PUT', '/me/channels', { items }, { key: ann.key });
      await call(desk, 'POST', '/me/channels/mattermost/test', undefined, ann.key);
      await desk.call(
        'PUT',
        '/me/channels',
        { items: [{ channel: 'email', enabled: false }, { channel: 'mattermost' }] },
        { key: ann.key },
      );
      expect((await answerOf(id)).channel).toBe('mattermost');
      receiver.manner = { status: 503 };
      await tick(desk, at('2026-06-23', '09:00'));
      await desk.call('PUT', '/me/channels', { items: [] }, { key: ann.key });
      receiver.manner = {};
      await tick(desk, at('2026-06-23', '09:05'));
      await tick(desk, at('2026-06-23', '09:06'));
      const told = await oneAbout(id, '2026-06-23', ann.id);
      expect(told).toMatchObject({
        code: 'sent',
        messages: [{ channel: 'mattermost', state: 'failed' }, { channel: 'email' }],
      });
      expect(told.says).toContain('Its recipient does not use this channel any more.');
      expect(told.messages[0].attempts.map((one: any) => one.outcome)).toEqual(['failed', 'refused']);
      const sent = (await reminders(desk, `requestId=${id}&state=sent`)).find((one) => one.rung === 'half-way');
      expect(sent!.channel).toBe('email');
    });

    it('others hold it, they may not see it, or it was given to somebody else', async () => {
      const [ann, bob, eve] = [await someone('Ann'), await someone('Bob'), await someone('Eve')];
      const id = await owing(ann, { access: 'members' });
      expect((await why(id, '2026-07-02', eve.id)).reasons).toMatchObject([{ code: 'no-access' }]);
      expect((await patch(`/requests/${id}`, { assigneeId: bob.id, access: 'everyone' })).status).toBe(200);
      const given = await oneAbout(id, '2026-07-02', ann.id);
      expect(given).toMatchObject({ code: 'readdressed', by: { id: ownerId }, others: [{ id: bob.id }] });
      expect(given.says).toContain(`the request was edited by Owner`);
      expect(await oneAbout(id, '2026-06-15', ann.id)).toMatchObject({
        code: 'not-a-recipient',
        others: [{ id: bob.id }],
      });
      expect(await oneAbout(id, '2026-07-02', eve.id)).toMatchObject({
        code: 'not-a-recipient',
        others: [{ id: bob.id }],
      });
      mailbox.behaviour = 'refuse';
      await tick(desk, at('2026-06-09', '09:00'));
      desk.now.set(at('2026-06-09', '09:10'));
      expect((await patch(`/requests/${id}`, { confidential: true })).status).toBe(200);
      mailbox.behaviour = 'accept';
      for (const time of ['09:20', '09:21', '09:22']) await tick(desk, at('2026-06-09', time));
      const told = (await ledger(id)).find((one) => one.rung === 'opened' && one.recipient.id === bob.id);
      const first = told.tellings.map((one: any) => one.messages[0].attempts.at(-1).outcome);
      expect(first).toEqual(['called-back', 'taken']);
      expect(await oneAbout(id, '2026-06-09', bob.id)).toMatchObject({ code: 'sent' });
      await tick(desk, at('2026-06-23', '09:00'));
      desk.now.set(at('2026-06-23', '12:00'));
      expect((await patch(`/requests/${id}`, { assigneeId: eve.id })).status).toBe(200);
      const taken = await oneAbout(id, '2026-06-23', eve.id);
      expect(taken).toMatchObject({ code: 'told-to-another', rung: 'half-way', others: [{ id: bob.id }] });
      const off = await desk.call('PATCH', `/users/${ann.id}`, { disabled: true }, { headers: { 'if-match': '*' } });
      expect(off.status).toBe(200);
      const left = (await why(id, '2026-06-23', ann.id)).reasons.map((one: any) => one.code);
      expect(left).toContain('disabled');
      const mails = mailbox.mails.filter((mail) => mail.to[0] === `bob${n - 1}@desk.test` && mail.text.includes(id));
      expect(mails.at(-1)!.text).not.toMatch(/Weapons|Why:/);
    });

    it('one of one’s own was moved or called off; a draft, a closed and a backdated one', async () => {
      const ann = await someone('Ann');
      desk.now.set(at('2026-06-01'));
      const id = await newRequest(desk, agencyId, { assigneeId: ann.id });
      expect((await why(id, '2026-06-02', ann.id)).reasons).toMatchObject([{ code: 'draft' }]);
      const own = await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-06-10', text: 'Call' }, ann.key);
      await patch(`/reminders/${own.id}`, { on: '2026-06-12' }, ann.key);
      const of = async (on: string) => (await why(id, on, ann.id)).reasons.filter((one: any) => one.rung === 'own');
      expect(await of('2026-06-10')).toMatchObject([
        { code: 'rescheduled', by: { id: ann.id }, movedTo: at('2026-06-12', '09:00') },
      ]);
      expect(await of('2026-06-12')).toMatchObject([{ code: 'waiting', reminderId: own.id }]);
      await desk.call('DELETE', `/reminders/${own.id}`, undefined, { key: ann.key });
      expect(await of('2026-06-12')).toMatchObject([{ code: 'called-off', by: { id: ann.id } }]);
      const late = await newRequest(desk, agencyId, {
        assigneeId: ann.id,
        statusChanges: [
          { ...filed, on: '2026-01-05' },
          { ...received, on: '2026-01-05' },
        ],
      });
      const old = (await ledger(late)).find((one) => one.reason === 'backdated');
      const day = old.plannedFor.slice(0, 10);
      expect((await why(late, day, ann.id)).reasons).toEqual(
        expect.arrayContaining([expect.objectContaining({ code: 'backdated', reminderId: old.reminderId })]),
      );
      const closed = await owing(ann);
      await record(desk, closed, { kind: 'closed', on: '2026-06-09' });
      const ended = await oneAbout(closed, '2026-07-02', ann.id);
      expect(ended.fact).toMatchObject({ sequence: 4, kind: 'closed' });
      expect(['closed', 'over']).toContain(ended.code);
    });
  });

  it('what was sent before this was kept is told as far as it is known', async () => {
    const ann = await someone('Ann');
    const id = await owing(ann);
    const when = at('2026-06-05', '09:00');
    await desk.app.get(Database).write((tx) =>
      sql(
        tx,
        `INSERT INTO reminder (id, request_id, rung, rung_key, send_at, channel, recipient_id, state, planned_at, sent_at)
         VALUES (:key, :id, 'own', :key, :when, 'email', :person, 'sent', :when, :when)`,
        { key: `old-${id}`, id, when, person: ann.id },
      ),
    );
    const { told, reasons } = await why(id, '2026-06-05', ann.id);
    expect(told).toBe(true);
    expect(reasons[0]).toMatchObject({ code: 'sent', rung: 'own', policies: null, messages: [] });
    expect((await ledger(id))[0]).toMatchObject({ state: 'sent', plan: [], tellings: [] });
  });

  it('is for whom it concerns: oneself always, others for owners and whoever the request belongs to', async () => {
    const [ann, eve, vic] = [await someone('Ann'), await someone('Eve'), await someone('Vic', { role: 'viewer' })];
    const id = await owing(ann);
    await call(desk, 'PUT', `/requests/${id}/watchers/${vic.id}`, undefined, vic.key);
    const list = async (who: Person, more = '') =>
      desk.call('GET', `/requests/${id}/reminder-ledger?limit=200${more}`, undefined, { key: who.key });
    const people = (answer: any) => new Set(answer.body.items.map((one: any) => one.recipient.id));
    expect([(await list(ann)).body.of, people(await list(ann))]).toEqual(['everybody', new Set([ann.id, vic.id])]);
    expect([(await list(vic)).body.of, people(await list(vic))]).toEqual(['me', new Set([vic.id])]);
    expect((await list(eve)).body).toMatchObject({ of: 'me', items: [] });
    expect((await list(eve, `&person=${ann.id}`)).status).toBe(403);
    expect(people(await list(ann, `&person=${vic.id}`))).toEqual(new Set([vic.id]));
    const asks = (who: Person, person: string) =>
      desk.call('GET', `/requests/${id}/why?on=2026-07-02&person=${person}`, undefined, { key: who.key });
    expect((await asks(vic, ann.id)).status).toBe(403);
    expect((await asks(eve, ann.id)).status).toBe(403);
    expect((await asks(vic, vic.id)).status).toBe(200);
    expect((await asks(ann, `VIC${n}@desk.test`)).body).toMatchObject({ person: { id: vic.id }, told: false });
    expect((await asks(ann, 'nobody@desk.test')).status).toBe(404);
    expect((await desk.call('GET', `/requests/${id}/why?on=2026-02-30`)).status).toBe(400);
    await patch(`/requests/${id}`, { access: 'members' });
    for (const path of ['why', 'reminder-ledger', 'reminder-ledger/export']) {
      expect((await desk.call('GET', `/requests/${id}/${path}`, undefined, { key: eve.key })).status).toBe(404);
    }
  });

  it('the command gives the same answer', async () => {
    const ann = await someone('Ann');
    const id = await owing(ann);
    const { number } = await call(desk, 'GET', `/requests/${id}`);
    const { dataDir, databaseUrl } = desk.config;
    const env = { DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }), LOG_LEVEL: 'silent' };
    const run = async (...args: string[]) => {
      const command = await DeskProcess.start(['why', ...args], env);
      return [await command.exited, command.output] as const;
    };
    const day = ['--on', '2026-06-15', '--person', `ann${n}@desk.test`];
    const [words, data, wrong] = await Promise.all([
      run(number, ...day),
      run(id, ...day, '--json'),
      run('2020-9999', ...day),
    ]);
    expect(words[0]).toBe(0);
    expect(words[1]).toContain(`Ann${n} was not told of ${number} on Mon 15 Jun 2026, because:\n- `);
    expect(words[1]).toContain('the built-in policy asks for nothing on this day');
    const told = JSON.parse(data[1]);
    expect(told).toMatchObject({ request: { id }, on: '2026-06-15', told: false });
    expect(wrong).toEqual([1, 'There is no request 2020-9999 here.\n']);
  });
});
