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

  describe('what one does about it', () => {
    const act = (path: string, body: unknown, key?: string) =>
      desk.call('POST', path, body, key === undefined ? {} : { key });
    const oneOf = async (id: string, rung: string) =>
      (await reminders(desk, `requestId=${id}&state=planned`)).find((one) => one.rung === rung)!;

    it('an acknowledgement is on record; nobody can end a deadline by saying so', async () => {
      const id = await owing({ assigneeId: ann.id });
      const first = await oneOf(id, '3-before');
      const said = await act(`/reminders/${first.id}/acknowledge`, undefined, ann.key);
      expect(said).toMatchObject({
        status: 200,
        body: { kind: 'acknowledge', subject: first.deadlineId, byUserId: ann.id },
      });
      expect(await oneOf(id, '3-before')).toEqual(first);
      const done = await act(`/reminders/${first.id}/done`, undefined, ann.key);
      expect([done.status, done.body.accepted[0]]).toEqual([409, 'clarified']);
      expect(done.body.detail).toContain(
        `Only a recorded fact ends this. Record what was done, with POST /api/v1/requests/${id}/status-changes`,
      );
      const acts = await call(desk, 'GET', `/requests/${id}/reminder-acts`, undefined, vic.key);
      expect(acts.items).toMatchObject([{ kind: 'acknowledge', dueOn: '2026-07-08', userId: ann.id, byLink: false }]);
      const change = desk.app.get(Database).write((tx) => sql(tx, 'DELETE FROM reminder_act'));
      await expect(change).rejects.toThrow('append-only');
    });

    it('what is put off comes on that day, and never later than the last working morning', async () => {
      const id = await owing({ assigneeId: ann.id });
      const { id: reminderId, deadlineId } = await oneOf(id, 'half-way');
      const put = async (until: string) => act(`/requests/${id}/deadlines/${deadlineId}/snooze`, { until }, ann.key);
      expect((await put('2026-06-08')).body.detail).toContain('must be a day from 2026-06-09 to 2026-07-08');
      expect((await put('2026-07-09')).status).toBe(422);
      expect((await act(`/reminders/${reminderId}/snooze`, { until: 'soon' }, ann.key)).status).toBe(400);
      expect((await put('2026-07-07')).status).toBe(200);
      const after = (await planned(id, 'answer')).map((one) => `${one.rung} ${one.sendAt}`).sort();
      const then = at('2026-07-07', '09:00');
      expect(after).toEqual(
        [
          `0-before ${at('2026-07-08', '09:00')}`,
          `1-before ${then}`,
          `3-before ${then}`,
          `half-way ${then}`,
          `missed ${at('2026-07-09', '09:00')}`,
          `opened ${at('2026-06-09', '09:00')}`,
          `snoozed-2026-07-07 ${then}`,
        ].sort(),
      );
      mailbox.clear();
      await tick(desk, at('2026-06-23', '09:00'));
      await tick(desk, then);
      const told = mailbox.mails.filter((mail) => mail.to[0] === 'ann@desk.test' && mail.text.includes(id));
      const { number } = await call(desk, 'GET', `/requests/${id}`);
      // What had opened it; half-way nothing; then all at once, as one.
      expect(told.map((mail) => mail.text.match(new RegExp(`^${number}: `, 'gm'))?.length)).toEqual([1, 1]);
      expect((await reminders(desk, `requestId=${id}&state=sent`)).filter((one) => one.sentAt === then)).toHaveLength(
        4,
      );
    });

    it('muting one of ours moves it on, and the last who hears of it cannot', async () => {
      const id = await owing({ assigneeId: ann.id }, eve.key);
      const first = await oneOf(id, '3-before');
      expect((await act(`/reminders/${first.id}/mute`, undefined, vic.key)).status).toBe(403);
      expect((await act(`/reminders/${first.id}/mute`, undefined, ann.key)).status).toBe(200);
      const of = async () => new Set((await planned(id, 'answer')).map((one) => one.recipient.id));
      expect(await of()).toEqual(new Set([eve.id]));
      expect((await act(`/requests/${id}/deadlines/${first.deadlineId}/mute`, undefined, eve.key)).status).toBe(200);
      const owners = await planned(id, 'answer');
      const refused = await act(`/reminders/${owners[0]!.id}/mute`, undefined);
      expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('cannot be muted')]);
      expect((await call(desk, 'GET', `/requests/${id}/reminder-acts`)).items.map((one: any) => one.kind)).toEqual([
        'mute',
        'mute',
      ]);
    });

    it('is refused when it is over, when its day has moved, and for what is told only once', async () => {
      const id = await owing({ assigneeId: ann.id });
      const { id: reminderId } = await oneOf(id, '3-before');
      const corrects = (await oneOf(id, '3-before')).deadlineId.split(':')[1];
      const replacement = { ...asked, answerBy: '2026-07-20' };
      await record(desk, id, { kind: 'corrected', on: '2026-06-09', corrects, replacement });
      const own = await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-06-10', text: 'Call' }, ann.key);
      const said = async (path: string) => (await act(path, undefined, ann.key)).body.detail;
      expect(await said(`/reminders/${own.id}/acknowledge`)).toContain('told once');
      expect(await said(`/reminders/${reminderId}/acknowledge`)).toContain(
        'Its day has moved since: it is Mon 20 Jul 2026 now',
      );
      await record(desk, id, { kind: 'clarified', on: '2026-06-09', channel: 'email' });
      expect(await said(`/reminders/${reminderId}/acknowledge`)).toContain('This is over');
      expect((await act(`/requests/${id}/deadlines/answer:none/mute`, undefined, ann.key)).status).toBe(409);
    });
  });

  describe('the link in a message', () => {
    /** The newest mail to Ann about this request, and where its link leads on this machine. */
    const mailAbout = (id: string) => {
      const mail = mailbox.mails.filter((one) => one.to[0] === 'ann@desk.test' && one.text.includes(id)).at(-1)!;
      const link = /https:\/\/desk\.test(\/r\/[\w-]+)/.exec(mail.text)![1]!;
      return { mail, link };
    };
    const go = (path: string, body?: Record<string, string> | FormData) =>
      fetch(`${desk.url}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body && { body: body instanceof FormData ? body : new URLSearchParams(body) }),
      });
    const acts = async (id: string) =>
      (await call(desk, 'GET', `/requests/${id}/reminder-acts`)).items.map((one: any) => `${one.kind} ${one.byLink}`);
    const told = async (fields: object = {}) => {
      const id = await owing({ assigneeId: ann.id, ...fields });
      await tick(desk, at('2026-06-09', '09:00'));
      return { id, ...mailAbout(id) };
    };

    it('only shows when it is followed, by whomever and how often', async () => {
      const { id, link } = await told();
      const before = await reminders(desk, `requestId=${id}`);
      for (const method of ['GET', 'HEAD', 'GET']) {
        const answer = await fetch(`${desk.url}${link}`, { method });
        expect(answer.status).toBe(200);
        expect(Object.fromEntries(answer.headers)).toMatchObject({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
          'x-robots-tag': 'noindex, nofollow',
          'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        });
      }
      const page = await (await go(link)).text();
      expect(page).toContain('Answer to the agency, Wed 8 Jul 2026');
      expect(page).not.toMatch(/<script|<style|<img|<link/i);
      expect(await reminders(desk, `requestId=${id}`)).toEqual(before);
      expect(await acts(id)).toEqual([]);
    });

    it('acts by its buttons, for its recipient', async () => {
      const { id, link } = await told();
      const page = await (await go(link)).text();
      const item = /name="item" value="([0-9a-f-]+)"/.exec(page)![1]!;
      expect((await go(link, { item, act: 'acknowledge' })).status).toBe(200);
      expect((await go(link, { item, act: 'snooze', until: '2026-09-01' })).status).toBe(422);
      expect((await go(link, { item, act: 'snooze', until: 'never' })).status).toBe(400);
      expect((await go(link, { item, act: 'snooze', until: '2026-06-25' })).status).toBe(200);
      const done = await go(link, { item, act: 'done' });
      expect([done.status, await done.text()]).toEqual([
        409,
        expect.stringContaining('Only a recorded fact ends this'),
      ]);
      expect((await go(link, { item: v7(), act: 'mute' })).status).toBe(400);
      expect((await go(link, { item, act: 'erase' })).status).toBe(400);
      expect((await go(link, {})).status).toBe(400);
      expect(await acts(id)).toEqual(['acknowledge true', 'snooze true']);
      const shown = await (await go(link)).text();
      expect(shown).toContain('Acknowledged by Ann.');
      expect(shown).toContain('Put off until Thu 25 Jun 2026 by Ann.');
      expect(
        (
          await desk.call('POST', `/reminders/${item}/acknowledge`, 'act=x', {
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          })
        ).status,
      ).toBe(415);
    });

    it('mutes by one click of a mail program, in either kind of form, under the same floor', async () => {
      const one = await told();
      expect(one.mail.headers['list-unsubscribe']).toBe(`<https://desk.test${one.link}>`);
      expect(one.mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
      expect((await go(one.link, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
      expect(await acts(one.id)).toEqual(['mute true']);
      expect(new Set((await planned(one.id, 'answer')).map((row) => row.recipient.name))).not.toContain('Ann');
      const two = await told();
      const form = new FormData();
      form.set('List-Unsubscribe', 'One-Click');
      expect((await go(two.link, form)).status).toBe(200);
      expect(await acts(two.id)).toEqual(['mute true']);
      // The owner is the last who hears of it.
      await tick(desk, at('2026-06-23', '09:00'));
      const mail = mailbox.mails
        .filter((each) => each.to[0] === 'owner@desk.test' && each.text.includes(two.id))
        .at(-1)!;
      const link = /https:\/\/desk\.test(\/r\/[\w-]+)/.exec(mail.text)![1]!;
      const answer = await go(link, { 'List-Unsubscribe': 'One-Click' });
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('cannot be muted')]);
      expect(await acts(two.id)).toEqual(['mute true']);
    });

    it('opens nothing when it is forged, changed, of somebody who is gone, or too old: always in the same words', async () => {
      const { id, link } = await told();
      const { link: other } = await told();
      const nothing = await (await go('/r/x')).text();
      const middle = (from: string) => Buffer.from(from.slice(3), 'base64url');
      const mixed = Buffer.concat([middle(link).subarray(0, 20), middle(other).subarray(20)]).toString('base64url');
      const later = middle(link);
      later.writeUInt32BE(0xffffffff, 16);
      for (const path of [
        `/r/${mixed}`,
        `/r/${later.toString('base64url')}`,
        `${link}A`,
        link.slice(0, -2),
        '/r/%00',
        `/r/${v7()}`,
      ]) {
        for (const answer of [await go(path), await go(path, { act: 'mute' })]) {
          expect([path, answer.status]).toEqual([path, path === '/r/%00' ? 400 : 404]);
          if (path !== '/r/%00') expect(await answer.text()).toBe(nothing);
        }
      }
      desk.now.set(at('2026-08-07', '08:00'));
      expect((await go(link)).status).toBe(200);
      desk.now.set(at('2026-08-09', '08:00'));
      expect(await (await go(link)).text()).toBe(nothing);
      desk.now.set(at('2026-06-09', '12:00'));
      const user = await desk.call('GET', `/users/${ann.id}`);
      const patch = (body: object) => desk.call('PATCH', `/users/${ann.id}`, body, { headers: { 'if-match': '*' } });
      expect(user.status).toBe(200);
      await patch({ disabled: true });
      expect(await (await go(link)).text()).toBe(nothing);
      await patch({ disabled: false });
      expect((await go(link)).status).toBe(200);
      const { version } = await call(desk, 'GET', `/requests/${id}`);
      const closed = await desk.call(
        'PATCH',
        `/requests/${id}`,
        { access: 'members', assigneeId: null },
        { headers: { 'if-match': `W/"${version}"` } },
      );
      expect(closed.status).toBe(200);
      expect(await (await go(link)).text()).toBe(nothing);
    });

    it('shows of a confidential request its number alone, whatever is asked', async () => {
      const { id, link, mail } = await told({ confidential: true, subject: 'CANARY', tags: ['CANARY'] });
      const { number } = await call(desk, 'GET', `/requests/${id}`);
      const page = await (await go(link)).text();
      expect(page).toContain(number);
      expect(mail.text).not.toContain('8 Jul');
      const item = /name="item" value="([0-9a-f-]+)"/.exec(page)![1]!;
      const asked: Record<string, string>[] = [
        { item, act: 'done' },
        { item, act: 'snooze', until: '2027-01-01' },
        { item, act: 'acknowledge' },
        { 'List-Unsubscribe': 'One-Click' },
      ];
      for (const body of asked) {
        expect(await (await go(link, body)).text()).not.toMatch(/CANARY|Jul|2026-07|clarified|Answer/);
      }
      expect(await acts(id)).toEqual(['acknowledge true', 'mute true']);
    });
  });

  describe('who else is told', () => {
    const mailsTo = (name: string, id: string) =>
      mailbox.mails.filter((mail) => mail.to[0] === `${name}@desk.test` && mail.text.includes(id));
    const watch = async (id: string, who: string, key?: string, verb = 'PUT') =>
      (await desk.call(verb, `/requests/${id}/watchers/${who}`, undefined, key === undefined ? {} : { key })).status;

    it('watchers, as long as they may see it', async () => {
      const id = await owing({ assigneeId: ann.id });
      expect(await watch(id, vic.id, vic.key)).toBe(204);
      expect(await watch(id, vic.id, vic.key)).toBe(204);
      expect(await watch(id, eve.id, vic.key)).toBe(403);
      expect(await watch(id, eve.id, ann.key)).toBe(204);
      expect(await watch(id, v7(), ann.key)).toBe(404);
      expect((await call(desk, 'GET', `/requests/${id}/watchers`)).items.map((one: any) => one.name)).toEqual([
        'Eve',
        'Vic',
      ]);
      mailbox.clear();
      await tick(desk, at('2026-06-09', '09:00'));
      for (const name of ['ann', 'vic', 'eve']) expect(mailsTo(name, id)).toHaveLength(1);
      expect(mailsTo('vic', id)[0]!.text).toContain('You get this as its watcher.');
      expect(await watch(id, eve.id, eve.key, 'DELETE')).toBe(204);
      const access = async (to: string) => {
        const answer = await desk.call('PATCH', `/requests/${id}`, { access: to }, { headers: { 'if-match': '*' } });
        expect(answer.status).toBe(200);
      };
      await access('members');
      expect((await call(desk, 'GET', `/requests/${id}/watchers`)).items).toEqual([]);
      expect(await watch(id, vic.id, ann.key)).toBe(422);
      await access('everyone');
      expect(new Set((await planned(id, 'answer')).map((one) => one.recipient.name))).toEqual(new Set(['Ann']));
    });

    it('a watcher who mutes takes it from nobody else', async () => {
      desk.now.set(at('2026-06-01'));
      const id = await newRequest(desk, agencyId, { assigneeId: ann.id, statusChanges: [filed, received] });
      await watch(id, vic.id);
      const late = (await planned(id, 'determination')).find((one) => one.recipient.id === vic.id)!;
      expect((await desk.call('POST', `/reminders/${late.id}/mute`, undefined, { key: vic.key })).status).toBe(200);
      expect((await planned(id, 'determination')).map((one) => one.recipient.name)).toEqual(['Ann']);
    });

    it('whom the policy names when nobody acknowledges it, of those who may see it', async () => {
      const counsel = await newPerson(desk, 'Counsel', { role: 'viewer' });
      const escalation = { days: 5, unit: 'calendar', to: [counsel.id] };
      const [open, known, hidden] = [
        await owing({ assigneeId: ann.id }),
        await owing({ assigneeId: ann.id }),
        await owing({ assigneeId: ann.id, access: 'members' }),
      ];
      for (const id of [open, known, hidden]) expect((await put(`request/${id}`, { escalation })).status).toBe(200);
      await tick(desk, at('2026-06-08', '13:00'));
      const ofCounsel = async (id: string) =>
        (await planned(id, 'answer')).filter((one) => one.recipient.id === counsel.id);
      expect(await ofCounsel(open)).toMatchObject([{ rung: 'escalated', sendAt: at('2026-07-02', '09:00') }]);
      expect(await ofCounsel(hidden)).toEqual([]);
      const [mine] = await planned(known, 'answer');
      await desk.call('POST', `/reminders/${mine!.id}/acknowledge`, undefined, { key: ann.key });
      expect(await ofCounsel(known)).toEqual([]);
      const gone = (await reminders(desk, `requestId=${known}&state=cancelled`)).filter(
        (one) => one.rung === 'escalated',
      );
      expect(gone.map((one) => one.reason)).toEqual(['acknowledged']);
      mailbox.clear();
      await tick(desk, at('2026-07-02', '09:00'));
      expect(mailsTo('counsel', open)).toHaveLength(1);
      expect(mailsTo('counsel', open)[0]!.text).toContain('You get this because nobody has acknowledged it.');
      expect([...mailsTo('counsel', known), ...mailsTo('counsel', hidden)]).toEqual([]);
    });
  });

  describe('when one wants to be told', () => {
    let dee: Person;
    const wish = async (notifications: unknown) => {
      const answer = await desk.call('PATCH', '/me', { notifications }, { key: dee.key, headers: { 'if-match': '*' } });
      return [answer.status, answer.status === 200 ? answer.body.notifications : answer.body.errors[0].pointer];
    };
    const mailsOfDee = () => mailbox.mails.filter((mail) => mail.to[0] === 'dee@desk.test');
    beforeAll(async () => void (dee = await newPerson(desk, 'Dee')));

    it('hours, days and digests are one\u2019s own, within bounds', async () => {
      const usual = { quietFrom: '20:00', quietUntil: '08:00', workingDaysOnly: false, digest: 'daily', digestOn: 1 };
      expect((await call(desk, 'GET', '/me', undefined, dee.key)).notifications).toEqual(usual);
      expect(await wish({ quietUntil: '07:59' })).toEqual([400, '/notifications/quietUntil']);
      expect(await wish({ quietFrom: '15:00' })).toEqual([400, '/notifications/quietFrom']);
      expect(await wish({ digest: 'monthly' })).toEqual([400, '/notifications/digest']);
      expect(await wish({ digestOn: 7 })).toEqual([400, '/notifications/digestOn']);
      expect(await wish({ quietUntil: '10:30' })).toEqual([200, { ...usual, quietUntil: '10:30' }]);
      expect(await wish({ digest: 'weekly', digestOn: 5 })).toEqual([
        200,
        { ...usual, quietUntil: '10:30', digest: 'weekly', digestOn: 5 },
      ]);
      expect(await wish(null)).toEqual([200, usual]);
    });

    it('a weekly digest gathers what can wait; quiet hours hold back even what is late; the last rungs keep their day', async () => {
      desk.now.set(at('2026-06-01'));
      expect((await wish({ quietUntil: '10:30', digest: 'weekly', digestOn: 5, workingDaysOnly: true }))[0]).toBe(200);
      const late = await newRequest(desk, agencyId, { assigneeId: dee.id, statusChanges: [filed, received] });
      const ours = await owing({ assigneeId: dee.id });
      await tick(desk, at('2026-06-08', '13:00'));
      const when = async (id: string, kind: string) =>
        Object.fromEntries((await planned(id, kind)).map((one) => [one.rung, one.sendAt]));
      expect(await when(late, 'determination')).toEqual({ 'late-1': at('2026-07-03', '10:30') });
      expect(await when(ours, 'answer')).toEqual({
        opened: at('2026-06-12', '10:30'),
        'half-way': at('2026-06-26', '10:30'),
        '3-before': at('2026-07-02', '10:30'),
        '1-before': at('2026-07-07', '10:30'),
        '0-before': at('2026-07-08', '10:30'),
        missed: at('2026-07-09', '10:30'),
      });
      mailbox.clear();
      await tick(desk, at('2026-07-02', '10:30'));
      expect(mailsOfDee()).toHaveLength(1);
      mailbox.clear();
      // Asleep over Friday: on Saturday only what is urgent would come, and on Monday not before half past ten.
      await tick(desk, at('2026-07-04', '12:00'));
      await tick(desk, at('2026-07-06', '10:00'));
      expect(mailsOfDee()).toEqual([]);
      await tick(desk, at('2026-07-06', '10:30'));
      expect(mailsOfDee()).toHaveLength(1);
    });

    it('on the day of the digest a week is told under headings', async () => {
      const mine = { assigneeId: dee.id };
      await owing(mine);
      await owing(mine);
      await tick(desk, at('2026-06-08', '13:00'));
      mailbox.clear();
      await tick(desk, at('2026-06-12', '10:30'));
      const [mail] = mailsOfDee();
      expect(mail!.subject).toMatch(/^My week, 2 reminders: .*Answer to the agency due in 26 days/);
      expect(mail!.text).toMatch(/^Expiring later:\n- .*\n- .*\n\n=/);
    });

    it('what ends within a day comes once more by itself, and is never lost among the rest', async () => {
      dee = await newPerson(desk, 'Dee2');
      desk.now.set(at('2026-06-01'));
      const many: string[] = [];
      for (let n = 0; n < 7; n++) many.push(await owing({ assigneeId: dee.id }));
      mailbox.clear();
      // Asleep from 8 June to the morning of the last day.
      await tick(desk, at('2026-07-08', '09:00'));
      const mails = mailbox.mails.filter((mail) => mail.to[0] === 'dee2@desk.test');
      expect(mails.filter((mail) => mail.subject.startsWith('7 reminders: '))).toHaveLength(1);
      const singles = mails.filter((mail) => !/reminders: /.test(mail.subject));
      const toldOf = singles.map((mail) => many.find((id) => mail.text.includes(id)));
      expect([singles.length, new Set(toldOf).size]).toEqual([5, 5]);
      const link = /(\/r\/[\w-]+)/.exec(singles[0]!.text)![1]!;
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
      expect((await fetch(`${desk.url}${link}`, { method: 'POST', body })).status).toBe(200);
      mailbox.clear();
      await tick(desk, at('2026-07-08', '15:00'));
      expect(mailbox.mails.filter((mail) => mail.to[0] === 'dee2@desk.test')).toEqual([]);
      await tick(desk, at('2026-07-09', '09:00'));
      const after = mailbox.mails.filter((mail) => mail.to[0] === 'dee2@desk.test');
      expect(after).toHaveLength(1);
      expect(many.filter((id) => !after[0]!.text.includes(id))).toEqual([toldOf[0]]);
    });
  });
});
