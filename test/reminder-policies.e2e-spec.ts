import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Database } from '../src/database/database.ts';
import { sql } from '../src/database/sql.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { Mailbox } from './support/mailbox.ts';
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
const asked = { kind: 'clarification-requested', on: '2026-06-08', answerBy: '2026-07-08' };

eachEngine((engine) => {
  let desk: Desk;
  let mailbox: Mailbox;
  let agencyId: string;
  let ann: Person;
  let vic: Person;
  let eve: Person;

  beforeAll(async () => {
    mailbox = await Mailbox.start();
    desk = await startDesk({ engine, env: { SMTP_URL: mailbox.url, PUBLIC_URL: 'https://desk.test' } });
    agencyId = await newAgency(desk);
    ann = await newPerson(desk, 'Ann');
    vic = await newPerson(desk, 'Vic', { role: 'viewer' });
    eve = await newPerson(desk, 'Eve');
  });
  afterAll(async () => {
    await desk?.stop();
    await mailbox?.stop();
  });

  const put = (path: string, body: unknown, key?: string) =>
    desk.call('PUT', `/reminder-policies/${path}`, body, key === undefined ? {} : { key });
  const planned = async (id: string, kind: string) =>
    (await reminders(desk, `requestId=${id}&state=planned`)).filter((one) => one.deadlineKind === kind);
  const rungs = async (id: string, kind: string) => (await planned(id, kind)).map((one) => one.rung).sort();
  /** One more request with an answer owed, as on 8 June. */
  const owing = async (fields: object = {}, key?: string) => {
    desk.now.set(at('2026-06-01'));
    const id = await newRequest(desk, agencyId, { statusChanges: [filed, received], ...fields }, key);
    await record(desk, id, asked);
    return id;
  };
  const days = (...list: number[]) => list.map((n) => ({ days: n, unit: 'calendar' }));

  describe('a policy', () => {
    it('of the desk, of tags, of a request and of a person: the most special wins, and all are planned anew', async () => {
      const id = await owing({ tags: ['weapons', 'iraq'], assigneeId: ann.id });
      const builtIn = ['0-before', '1-before', '3-before', 'half-way', 'missed', 'opened'];
      expect(await rungs(id, 'answer')).toEqual(builtIn);
      const set = async (path: string, list: number[], key?: string) => {
        const answer = await put(path, { ladders: { answer: { rungs: days(...list), halfWay: false } } }, key);
        expect(answer.status).toBe(200);
        await tick(desk, desk.now.instant());
        return rungs(id, 'answer');
      };
      const floor = ['0-before', '1-before', '3-before'];
      expect(await set('desk/desk', [-12])).toEqual([...floor, '12-before', 'missed', 'opened'].sort());
      expect(await set('tag/weapons', [-11])).toEqual([...floor, '11-before', 'missed', 'opened'].sort());
      expect(await set('tag/iraq', [-10])).toEqual([...floor, '10-before', '11-before', 'missed', 'opened'].sort());
      expect(await set(`request/${id}`, [-9], ann.key)).toEqual([...floor, '9-before', 'missed', 'opened'].sort());
      expect(await set(`person/${ann.id}`, [-8], ann.key)).toEqual([...floor, '8-before', 'missed', 'opened'].sort());
      const gone = (await reminders(desk, `requestId=${id}&state=cancelled`)).filter((one) => one.rung === 'half-way');
      expect(gone.map((one) => one.reason)).toEqual(['policy']);
      for (const path of [`person/${ann.id}`, `request/${id}`]) {
        expect((await desk.call('DELETE', `/reminder-policies/${path}`, undefined, { key: ann.key })).status).toBe(204);
      }
      for (const path of ['tag/weapons', 'tag/iraq', 'desk/desk']) {
        expect((await desk.call('DELETE', `/reminder-policies/${path}`)).status).toBe(204);
      }
      await tick(desk, desk.now.instant());
      expect(await rungs(id, 'answer')).toEqual(builtIn);
      expect((await desk.call('DELETE', '/reminder-policies/desk/desk')).status).toBe(404);
    });

    it('says what stays whatever is set, and shows beforehand what it would change', async () => {
      const id = await owing({ assigneeId: ann.id });
      const policy = { ladders: { answer: { rungs: days(-20), halfWay: false } }, quiet: null };
      const given = { requestId: id, policy };
      const { now, then, floor } = await call(desk, 'POST', '/reminder-policies/preview', given, vic.key);
      const names = (all: { rung: string }[]) => all.map((one) => one.rung);
      expect(names(now)).toEqual(['opened', 'half-way', '3-before', '1-before', '0-before', 'missed', 'quiet']);
      expect(names(then)).toEqual(['opened', '20-before', '3-before', '1-before', '0-before', 'missed']);
      expect(then[1]).toMatchObject({ sendAt: at('2026-06-18', '09:00'), recipient: { id: ann.id, name: 'Ann' } });
      expect(floor).toEqual([
        {
          ladder: 'answer',
          says: 'These stay, whatever is set: 3 days before, 1 day before, the last day, 1 working day after.',
        },
      ]);
      expect(await rungs(id, 'answer')).toContain('half-way');
      const answer = await put(`request/${id}`, policy, ann.key);
      expect(answer.body).toMatchObject({ scope: 'request', subject: id, version: 1, policy, floor });
      await tick(desk, desk.now.instant());
      const after = await call(desk, 'POST', '/reminder-policies/preview', { requestId: id });
      expect(after.now).toEqual(then);
      expect(after.then).toEqual(then);
    });

    it('sends nothing again that was sent under another name', async () => {
      const id = await owing({ assigneeId: ann.id });
      mailbox.clear();
      await tick(desk, at('2026-06-09', '09:00'));
      await tick(desk, at('2026-07-02', '09:00'));
      const about = () => mailbox.mails.filter((mail) => mail.to[0] === 'ann@desk.test').length;
      const before = about();
      await put(`request/${id}`, { ladders: { answer: { rungs: [{ days: -3, unit: 'working' }, ...days(-6)] } } });
      await tick(desk, at('2026-07-02', '09:30'));
      await tick(desk, at('2026-07-02', '18:00'));
      expect(about()).toBe(before);
      expect(await rungs(id, 'answer')).toEqual(['0-before', '1-before', 'missed']);
    });

    it('must make sense', async () => {
      const said = async (body: unknown, path = 'desk/desk') => {
        const answer = await put(path, body);
        return [answer.status, answer.body.errors?.[0]?.pointer, answer.body.errors?.[0]?.detail];
      };
      const answer = (rule: unknown) => ({ ladders: { answer: rule } });
      expect(await said({ ladders: { apeal: {} } })).toEqual([
        422,
        '/ladders/apeal',
        expect.stringContaining('appeal-filing'),
      ]);
      expect(await said(answer({ rungs: [{ days: -2000, unit: 'calendar' }] }))).toEqual([
        400,
        '/ladders/answer/rungs/0/days',
        'must be a whole number from -1095 to 1095',
      ]);
      expect(await said(answer({ rungs: [{ days: -1, unit: 'weeks' }] }))).toEqual([
        400,
        '/ladders/answer/rungs/0/unit',
        'must be one of calendar, working',
      ]);
      expect((await said(answer({ rungs: [...days(-1), ...days(-1)] })))[1]).toBe('/ladders/answer/rungs/1');
      expect((await said(answer({ rungs: Array.from({ length: 31 }, (_, n) => days(-n)[0]) })))[1]).toBe(
        '/ladders/answer/rungs',
      );
      expect((await said(answer({ repeat: { every: 5, unit: 'working', thenEvery: 9 } })))[1]).toBe(
        '/ladders/answer/repeat/thenEvery',
      );
      expect((await said(answer({ repeat: { every: 0, unit: 'working' } })))[1]).toBe('/ladders/answer/repeat/every');
      expect((await said({ ladders: { estimated: { rungs: days(-1) } } }))[1]).toBe('/ladders/estimated/rungs/0');
      expect((await said({ silence: { days: 0, unit: 'working' } }))[1]).toBe('/silence/days');
      expect((await said({ escalation: { days: 3, unit: 'working', to: [v7()] } }))[1]).toBe('/escalation/to/0');
      expect((await said({ escalation: { days: 3, unit: 'working', to: [] } }))[1]).toBe('/escalation/to');
      expect((await said({ laders: {} }))[0]).toBe(400);
      expect(await said({}, 'desk/other')).toEqual([404, undefined, undefined]);
      expect(await said({}, 'room/one')).toEqual([404, undefined, undefined]);
      expect((await call(desk, 'GET', '/reminder-policies')).items.filter((one: any) => one.scope === 'desk')).toEqual(
        [],
      );
    });

    it('is set by whom it concerns, and known to whom the request is', async () => {
      const id = await owing({ access: 'members', tags: ['hidden'] }, ann.key);
      const body = { silence: null };
      const status = async (path: string, key: string) => (await put(path, body, key)).status;
      expect(await status('desk/desk', ann.key)).toBe(403);
      expect(await status('tag/hidden', ann.key)).toBe(403);
      expect(await status(`person/${eve.id}`, ann.key)).toBe(403);
      expect(await status(`request/${id}`, eve.key)).toBe(404);
      expect(await status(`request/${id}`, vic.key)).toBe(404);
      expect(await status(`person/${vic.id}`, vic.key)).toBe(200);
      expect(await status('tag/hidden', desk.key)).toBe(200);
      expect(await status(`request/${id}`, ann.key)).toBe(200);
      const known = async (key: string) =>
        (await call(desk, 'GET', '/reminder-policies?limit=200', undefined, key)).items
          .map((one: any) => one.subject)
          .filter((one: string) => [id, 'hidden', vic.id].includes(one))
          .sort();
      expect(await known(ann.key)).toEqual([id, 'hidden'].sort());
      expect(await known(eve.key)).toEqual([]);
      expect(await known(vic.key)).toEqual([vic.id]);
      expect((await desk.call('GET', '/reminder-policies/tag/hidden', undefined, { key: eve.key })).status).toBe(404);
      const own = { escalation: { days: 3, unit: 'working', to: ['owners'] } };
      expect((await put(`person/${vic.id}`, own, vic.key)).status).toBe(422);
    });

    it('keeps every version, and the same once more is none', async () => {
      const path = `person/${eve.id}`;
      const [one, two] = [{ silence: null }, { quiet: null }];
      for (const body of [one, one, two]) expect((await put(path, body, eve.key)).status).toBe(200);
      const stale = await desk.call('PUT', `/reminder-policies/${path}`, one, {
        key: eve.key,
        headers: { 'if-match': 'W/"1"' },
      });
      expect(stale.status).toBe(412);
      expect((await desk.call('DELETE', `/reminder-policies/${path}`, undefined, { key: eve.key })).status).toBe(204);
      const rows = await desk.app
        .get(Database)
        .read((scope) =>
          sql<{ version: number; body: string | null }>(
            scope,
            `SELECT version, body FROM reminder_policy WHERE subject = :id ORDER BY version`,
            { id: eve.id },
          ),
        );
      expect(rows).toEqual([
        { version: 1, body: JSON.stringify(one) },
        { version: 2, body: JSON.stringify(two) },
        { version: 3, body: null },
      ]);
      const change = desk.app.get(Database).write((tx) => sql(tx, `UPDATE reminder_policy SET body = '{}'`));
      await expect(change).rejects.toThrow('append-only');
    });
  });
});
