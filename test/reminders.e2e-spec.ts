import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, day } from '../src/law/plain-date.ts';
import { calendarOf } from '../src/law/calendar.ts';
import { dayIn } from '../src/zone.ts';
import { count } from './support/counts.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { Mailbox } from './support/mailbox.ts';
import {
  at,
  call,
  live,
  newAgency,
  newPerson,
  newRequest,
  NEW_YORK,
  record,
  reminders,
  tick,
  wordsOf,
} from './support/reminding.ts';

const calendar = calendarOf('us-federal', undefined, false);
const filed = { kind: 'filed', on: '2026-06-01', channel: 'email' };
const received = { kind: 'received', on: '2026-06-01' };
const asked = { kind: 'clarification-requested', on: '2026-06-08', answerBy: '2026-07-08' };
const determined = { kind: 'determined', on: '2026-08-05', outcome: 'denied' };

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
    await desk.stop();
    await mailbox.stop();
  });

  const subjects = () => mailbox.mails.map((mail) => mail.subject);

  describe('the ladder over time', () => {
    it("repeats an agency's lateness every 20 working days six times, then every 60, until there is a decision", async () => {
      const id = await newRequest(desk, agencyId, { statusChanges: [filed, received] });
      let on = '2026-06-30';
      const told: string[] = [];
      for (let n = 0; n < 9; n++) {
        const [next] = await reminders(desk, 'state=planned').then((all) =>
          all.filter((one) => one.deadlineKind === 'determination'),
        );
        expect(next!.rung).toBe(`late-${n + 1}`);
        on = dayIn(NEW_YORK, next!.sendAt);
        await tick(desk, at(on, '09:00'));
        told.push(on);
      }
      const apart = told.slice(1).map((to, n) => calendar.workingDaysBetween(day(told[n]!), day(to)));
      expect(told[0]).toBe('2026-07-01');
      expect(apart).toEqual([20, 20, 20, 20, 20, 20, 60, 60]);
      await record(desk, id, { ...determined, on: addDays(day(on), 1) });
      const last = (await reminders(desk)).filter((one) => one.rung === 'late-10');
      expect(last).toMatchObject([{ state: 'cancelled', reason: 'met', sentAt: null }]);
    });

    it('asks after a request that nobody has confirmed, and stops when somebody does', async () => {
      const id = await newRequest(desk, agencyId, { statusChanges: [filed] });
      await live(desk, '2026-06-01', '2026-06-15');
      expect(subjects()).toEqual(['2026-0001: No sign of life since it was filed on Mon 1 Jun 2026']);
      await record(desk, id, { kind: 'acknowledged', on: '2026-06-16' });
      await live(desk, '2026-06-16', '2026-06-26');
      expect(mailbox.mails).toHaveLength(1);
    });

    it('counts days to answer, says when the day was missed, and what is left', async () => {
      await newRequest(desk, agencyId, { statusChanges: [filed, received] });
      const [{ id }] = (await call(desk, 'GET', '/requests')).items;
      await record(desk, id, asked);
      await live(desk, '2026-06-08', '2026-07-10');
      expect(subjects()).toEqual([
        '2026-0001: Answer to the agency due in 29 days, Wed 8 Jul 2026',
        '2026-0001: Answer to the agency due in 15 days, Wed 8 Jul 2026',
        '2026-0001: Answer to the agency due in 6 days, Wed 8 Jul 2026',
        '2026-0001: Answer to the agency due tomorrow, Wed 8 Jul 2026',
        '2026-0001: Answer to the agency due today, Wed 8 Jul 2026',
        '2026-0001: Answer to the agency: the last day was Wed 8 Jul 2026',
      ]);
      expect(mailbox.mails[0]!.text).toContain('Send it by Wed 8 Jul 2026, 23:59 (America/New_York).');
      expect(mailbox.mails[0]!.text).toContain('What you can do next:\n  answer what is meant [clarified]\n');
      expect(mailbox.mails.at(-1)!.text).toContain('What is left: Answer at once');
    });

    it('starts anew when a day moves, and says nothing for the old one', async () => {
      const id = await newRequest(desk, agencyId, { statusChanges: [filed, received] });
      const before = await reminders(desk, `requestId=${id}&state=planned`);
      expect(before.map((one) => one.rung)).toEqual(['late-1', 'quiet']);
      await record(desk, id, { ...asked, on: '2026-06-08' });
      const [late] = (await reminders(desk, 'state=cancelled')).filter((one) => one.rung === 'late-1');
      expect(late).toMatchObject({ id: before[0]!.id, reason: 'paused', dueOn: '2026-06-30' });
    });

    it('keeps planned rows as they are when a fact moves nothing', async () => {
      const id = await newRequest(desk, agencyId, { statusChanges: [filed, received] });
      const before = (await reminders(desk, 'state=planned')).filter((one) => one.deadlineId);
      await record(desk, id, { kind: 'acknowledged', on: '2026-06-02' });
      const after = (await reminders(desk, 'state=planned')).filter((one) => one.deadlineId);
      expect(after).toEqual(before);
    });
  });

  describe('time that was lost', () => {
    it('a server asleep for a week: one message a person, at a decent hour, and never again', async () => {
      const ann = await newPerson(desk, 'Ann');
      const bob = await newPerson(desk, 'Bob', { timeZone: 'Europe/Berlin' });
      for (const assigneeId of [ann.id, ann.id, bob.id]) {
        await newRequest(desk, agencyId, { assigneeId, statusChanges: [filed, received] });
      }
      const overdue = await newRequest(desk, agencyId, { assigneeId: ann.id, statusChanges: [filed, received] });
      await record(desk, overdue, { ...asked, answerBy: '2026-07-06' });
      await tick(desk, at('2026-06-09', '09:00'));
      mailbox.clear();
      // Asleep from 9 June to the night of 7 July: late determinations, a missed answer with all its rungs.
      await tick(desk, at('2026-07-08', '01:00'));
      expect(subjects()).toEqual([]);
      await tick(desk, at('2026-07-08', '02:00')); // 08:00 in Berlin
      expect(mailbox.mails.map((mail) => mail.to)).toEqual([['bob@desk.test']]);
      await tick(desk, at('2026-07-08', '07:59'));
      expect(mailbox.mails).toHaveLength(1);
      await tick(desk, at('2026-07-08', '08:00'));
      expect(mailbox.mails).toHaveLength(2);
      const mail = mailbox.mails[1]!;
      expect(mail.to).toEqual(['ann@desk.test']);
      expect(mail.subject).toBe('3 reminders: 2026-0004: Answer to the agency: the last day was Mon 6 Jul 2026');
      expect(mail.text.split('\n').slice(0, 3)).toEqual([
        '- 2026-0004: Answer to the agency: the last day was Mon 6 Jul 2026',
        '- 2026-0001: Determination is late: it was due Tue 30 Jun 2026',
        '- 2026-0002: Determination is late: it was due Tue 30 Jun 2026',
      ]);
      await live(desk, '2026-07-08', '2026-07-10');
      expect(mailbox.mails).toHaveLength(2);
      expect((await reminders(desk, 'state=planned')).every((one) => one.sendAt > desk.now.instant())).toBe(true);
    });

    it('says what can still be saved first, then what was missed, who is late, and the rest; what ends within a day also singly', async () => {
      const ann = await newPerson(desk, 'Ann', { timeZone: 'Europe/Berlin' });
      const held = { assigneeId: ann.id, statusChanges: [filed, received] };
      const late = await newRequest(desk, agencyId, held);
      const answering = async (answerBy: string) => {
        const id = await newRequest(desk, agencyId, held);
        await record(desk, id, { ...asked, answerBy });
        return id;
      };
      await answering('2026-07-06');
      await answering('2026-07-10');
      await answering('2026-07-08');
      desk.now.set(at('2026-06-09', '09:00'));
      await call(desk, 'POST', `/requests/${late}/reminders`, { on: '2026-07-01', text: 'Call them' }, ann.key);
      await tick(desk, at('2026-06-09', '09:00'));
      mailbox.clear();
      await tick(desk, at('2026-07-08', '02:00')); // 08:00 in Berlin
      const toAnn = () => mailbox.mails.filter((mail) => mail.to[0] === 'ann@desk.test');
      const [all, single] = [...toAnn()].sort((a, b) => b.text.length - a.text.length);
      expect(toAnn()).toHaveLength(2);
      expect(
        all!.text
          .split('\n')
          .slice(0, 5)
          .map((line) => line.replace(/: .*/, '')),
      ).toEqual(['- 2026-0004', '- 2026-0003', '- 2026-0002', '- 2026-0001', '- 2026-0001']);
      expect(single!.subject).toMatch(/^2026-0004: /);
      const jobs = (await call(desk, 'GET', '/jobs?kind=deliver-message&state=done&limit=2')).items as any[];
      expect(jobs.map((job) => job.priority)).toEqual([1, 0]);
      // Until the rung of its very day, which comes at its own hour: 09:00 in Berlin.
      for (const hour of ['02:01', '02:30', '02:59']) await tick(desk, at('2026-07-08', hour));
      expect(toAnn()).toHaveLength(2);
    });

    it('entering old requests floods nobody: one message, the next morning, about what is still open', async () => {
      const many = count(60, 500);
      desk.now.set(at('2026-10-15'));
      for (let n = 0; n < many; n++) {
        const statusChanges = n % 2 === 0 ? [filed, received] : [filed, received, determined];
        await newRequest(desk, agencyId, { statusChanges });
      }
      await live(desk, '2026-10-15', '2026-10-16');
      expect(mailbox.mails).toHaveLength(1);
      expect(subjects()[0]).toBe(`${many / 2} reminders: 2026-0002: Appeal due in 18 days, Tue 3 Nov 2026`);
      const backdated = await reminders(desk, 'state=cancelled');
      expect(new Set(backdated.map((one) => one.reason))).toEqual(new Set(['backdated']));
      expect(backdated.filter((one) => one.rung === '30-before')).toHaveLength(many / 2);
    });

    it('a fact recorded while its reminder was due calls it off', async () => {
      const id = await newRequest(desk, agencyId, { statusChanges: [filed, received] });
      await record(desk, id, asked);
      await record(desk, id, { kind: 'clarified', on: '2026-06-08', channel: 'email' });
      await live(desk, '2026-06-08', '2026-06-12');
      expect(subjects()).toEqual([]);
    });
  });

  describe('who is told', () => {
    it('whoever holds the request: a new assignee takes over, in their own morning', async () => {
      const ann = await newPerson(desk, 'Ann', { timeZone: 'Europe/Berlin' });
      const id = await newRequest(desk, agencyId, { statusChanges: [filed, received] });
      const { version } = await call(desk, 'GET', `/requests/${id}`);
      const answer = await desk.call(
        'PATCH',
        `/requests/${id}`,
        { assigneeId: ann.id },
        { headers: { 'if-match': `W/"${version}"` } },
      );
      expect(answer.status).toBe(200);
      const late = (await reminders(desk)).filter((one) => one.rung === 'late-1');
      expect(late).toMatchObject([
        {
          state: 'planned',
          sendAt: at('2026-07-01', '09:00', 'Europe/Berlin'),
          recipient: { id: ann.id, name: 'Ann' },
        },
        { state: 'cancelled', reason: 'readdressed' },
      ]);
    });

    it('somebody else when a person is disabled, and at another hour when they have moved', async () => {
      const ann = await newPerson(desk, 'Ann');
      const id = await newRequest(desk, agencyId, { assigneeId: ann.id, statusChanges: [filed, received] });
      await call(
        desk,
        'POST',
        `/requests/${id}/reminders`,
        { on: '2026-06-30', text: 'Call the FOIA office' },
        ann.key,
      );
      const user = await desk.call('GET', `/users/${ann.id}`);
      desk.now.set(at('2026-06-02'));
      const change = (body: object, etag: string) =>
        desk.call('PATCH', `/users/${ann.id}`, body, { headers: { 'if-match': etag } });
      const moved = await change({ timeZone: 'Europe/Berlin' }, user.headers.etag!);
      expect(moved.status).toBe(200);
      await tick(desk, at('2026-06-02', '13:00'));
      const planned = (await reminders(desk, 'state=planned')).filter((one) => one.deadlineKind === 'determination');
      expect(planned).toMatchObject([{ sendAt: at('2026-07-01', '09:00', 'Europe/Berlin') }]);
      desk.now.set(at('2026-06-03'));
      expect((await change({ disabled: true }, moved.headers.etag!)).status).toBe(200);
      await tick(desk, at('2026-06-30', '09:00'));
      await tick(desk, at('2026-07-01', '09:00'));
      expect(mailbox.mails.map((mail) => [mail.to[0], mail.subject])).toEqual([
        ['owner@desk.test', '2026-0001: Call the FOIA office'],
        ['owner@desk.test', '2026-0001: Determination is late: it was due Tue 30 Jun 2026'],
      ]);
    });

    it("nobody any more of an agency's deadline that was muted; of ours, only by recording a fact", async () => {
      const id = await newRequest(desk, agencyId, { statusChanges: [filed, received] });
      const [late] = await reminders(desk, 'state=planned');
      expect(await call(desk, 'PATCH', `/reminders/${late!.id}`, { muted: true })).toMatchObject({
        state: 'cancelled',
        reason: 'muted',
      });
      await live(desk, '2026-06-30', '2026-07-02', ['09:00']);
      expect(subjects()).toEqual([]);
      await call(desk, 'PATCH', `/reminders/${late!.id}`, { muted: false });
      const next = (await reminders(desk, 'state=planned')).filter((one) => one.deadlineKind !== 'suit-filing');
      expect(next.map((one) => one.rung)).toEqual(['late-2', 'quiet']);
      desk.now.set(at('2026-08-05'));
      await record(desk, id, determined);
      const [ours] = (await reminders(desk, 'state=planned')).filter((one) => one.deadlineKind === 'appeal-filing');
      const refused = await desk.call('PATCH', `/reminders/${ours!.id}`, { muted: true });
      expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('cannot be muted')]);
    });

    it('one of ours that is muted goes to the next person', async () => {
      const ann = await newPerson(desk, 'Ann');
      const id = await newRequest(desk, agencyId, { assigneeId: ann.id, statusChanges: [filed, received] });
      desk.now.set(at('2026-08-05'));
      await record(desk, id, determined);
      const appeal = async () =>
        (await reminders(desk, 'state=planned')).filter((one) => one.deadlineKind === 'appeal-filing');
      const [first] = await appeal();
      expect(first!.recipient.name).toBe('Ann');
      await call(desk, 'PATCH', `/reminders/${first!.id}`, { muted: true }, ann.key);
      const rest = await appeal();
      expect(rest.length).toBeGreaterThan(5);
      expect(new Set(rest.map((one) => one.recipient.name))).toEqual(new Set(['Owner']));
    });
  });

  describe('reminders of one’s own', () => {
    it('come at 09:00 of their day, can be changed, and called off', async () => {
      const id = await newRequest(desk, agencyId);
      const made = await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-06-10', text: 'Call them' });
      expect(made).toMatchObject({
        rung: 'own',
        dueOn: '2026-06-10',
        sendAt: at('2026-06-10', '09:00'),
        state: 'planned',
        sentAt: null,
        text: 'Call them',
      });
      const changed = await call(desk, 'PATCH', `/reminders/${made.id}`, { on: '2026-06-11', text: 'Call them twice' });
      expect(changed).toMatchObject({ id: made.id, sendAt: at('2026-06-11', '09:00'), text: 'Call them twice' });
      const other = await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-06-11', text: 'Not this' });
      expect((await desk.call('DELETE', `/reminders/${other.id}`)).status).toBe(204);
      await live(desk, '2026-06-01', '2026-06-12');
      expect(subjects()).toEqual(['2026-0001: Call them twice']);
      const all = await reminders(desk, `requestId=${id}&from=2026-06-11&to=2026-06-11`);
      expect(all.map((one) => [one.text, one.state, one.reason, one.sentAt])).toEqual(
        expect.arrayContaining([
          ['Call them twice', 'sent', undefined, at('2026-06-11', '09:00')],
          ['Not this', 'cancelled', 'called-off', null],
        ]),
      );
      const late = await desk.call('PATCH', `/reminders/${made.id}`, { text: 'Too late' });
      expect(late.status).toBe(409);
      const messages = await call(desk, 'GET', '/messages');
      expect(messages.items).toMatchObject([
        { state: 'sent', channel: 'email', subject: '2026-0001: Call them twice' },
      ]);
      const [{ id: messageId }] = messages.items;
      expect((await call(desk, 'GET', `/messages/${messageId}`)).text).toContain('Call them twice');
    });

    it('must make sense', async () => {
      const id = await newRequest(desk, agencyId);
      const post = async (body: unknown) => (await desk.call('POST', `/requests/${id}/reminders`, body)).status;
      expect(await post({ on: '2026-05-31', text: 'Yesterday' })).toBe(422);
      expect(await post({ on: '2026-06-31', text: 'No such day' })).toBe(400);
      expect(await post({ on: '2026-06-10' })).toBe(400);
      expect(await post({ on: '2026-06-10', text: 'x', to: 'evil@example.com' })).toBe(400);
      expect(await post({ on: '2026-06-10', text: 'x'.repeat(2001) })).toBe(400);
      expect(await reminders(desk)).toEqual([]);
      expect((await desk.call('GET', '/reminders?state=late')).status).toBe(400);
      expect((await desk.call('GET', '/reminders?cursor=junk')).status).toBe(400);
      expect((await desk.call('PATCH', '/reminders/nonsense', {})).status).toBe(404);
    });
  });

  describe('what leaves the desk', () => {
    it('of a confidential request is its number and a link, nothing else', async () => {
      const agency = await newAgency(desk, { name: 'CANARY agency' });
      const id = await newRequest(desk, agency, {
        subject: 'CANARY subject',
        description: 'CANARY description',
        confidential: true,
        tags: ['CANARY'],
        requester: { name: 'CANARY requester' },
        statusChanges: [{ ...filed, trackingNumber: 'CANARY-1', note: 'CANARY note' }, { ...received }],
      });
      await newRequest(desk, agencyId, { subject: 'In the open', statusChanges: [filed, received] });
      await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-07-01', text: 'CANARY own words' });
      await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-07-02', text: 'CANARY alone' });
      await tick(desk, at('2026-07-01', '09:00'));
      await tick(desk, at('2026-07-02', '09:00'));
      expect(subjects()).toEqual(['3 reminders: 2026-0001', '2026-0001']);
      const link = `http://desk.test/api/v1/requests/${id}`;
      expect(wordsOf(mailbox.mails[1]!.text)).toBe(`2026-0001\n${link}`);
      expect(mailbox.mails[0]!.text).toContain('In the open');
      for (const mail of mailbox.mails) expect(mail.raw).not.toMatch(/CANARY|Q0FOQVJZ/i);
    });

    it('is one letter to one person, whatever the words are', async () => {
      const evil = 'x\u2028Bcc: evil@example.com';
      const id = await newRequest(desk, agencyId, { subject: evil });
      const text = 'Call\nBcc: evil@example.com\n\n.\nMAIL FROM:<evil@example.com>\nRCPT TO:<evil@example.com>';
      await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-06-10', text });
      expect(
        (await desk.call('POST', '/requests', { agencyId, subject: 'x\r\nBcc: evil@example.com', description: 'x' }))
          .status,
      ).toBe(400);
      await tick(desk, at('2026-06-10', '09:00'));
      expect(mailbox.mails).toHaveLength(1);
      const mail = mailbox.mails[0]!;
      expect(mail.to).toEqual(['owner@desk.test']);
      expect(Object.keys(mail.headers)).not.toContain('bcc');
      expect(mail.raw.split('\r\n\r\n')[0]).not.toMatch(/^(bcc|cc|to: .*evil)/im);
      expect(mail.text).toContain('RCPT TO:<evil@example.com>');
    });

    it('is tried again when the server refuses for now, and fails in the open when it refuses for good', async () => {
      const id = await newRequest(desk, agencyId);
      await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-06-10', text: 'Call' });
      mailbox.behaviour = 'refuse';
      await tick(desk, at('2026-06-10', '09:00'));
      const state = async () => {
        const [message] = (await call(desk, 'GET', '/messages')).items;
        const [reminder] = (await reminders(desk)).filter((one) => one.rung === 'own');
        return [message.state, message.lastError ?? '', reminder!.state];
      };
      expect(await state()).toEqual(['queued', expect.stringContaining('Try again later'), 'planned']);
      mailbox.behaviour = 'accept';
      await tick(desk, at('2026-06-10', '09:01'));
      expect(await state()).toEqual(['sent', '', 'sent']);
      expect(mailbox.mails).toHaveLength(1);
      await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-06-11', text: 'Again' });
      mailbox.behaviour = 'refuse-for-good';
      await tick(desk, at('2026-06-11', '09:00'));
      expect((await call(desk, 'GET', '/messages')).items[0]).toMatchObject({
        state: 'failed',
        lastError: expect.stringContaining('550'),
      });
      const [failed] = await reminders(desk, 'state=failed');
      expect(failed).toMatchObject({ text: 'Again', reason: expect.stringContaining('No such mailbox') });
      await live(desk, '2026-06-11', '2026-06-13');
      // The fourth tells the owners of it, once, and is refused too.
      expect(mailbox.attempts).toBe(4);
    });
  });

  describe('who may look', () => {
    it('only those who see the request; messages only their reader', async () => {
      const ann = await newPerson(desk, 'Ann');
      const eve = await newPerson(desk, 'Eve');
      const vic = await newPerson(desk, 'Vic', { role: 'viewer' });
      const id = await newRequest(desk, agencyId, { access: 'members', statusChanges: [filed, received] }, ann.key);
      const own = await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-06-02', text: 'SECRET' }, ann.key);
      expect(await reminders(desk, '', eve.key)).toEqual([]);
      expect(await reminders(desk, `requestId=${id}`, vic.key)).toEqual([]);
      expect((await reminders(desk, `requestId=${id}`, ann.key)).length).toBeGreaterThan(2);
      const as = async (key: string, method: string, path: string, body?: unknown) =>
        (await desk.call(method, path, body, { key })).status;
      expect(await as(eve.key, 'POST', `/requests/${id}/reminders`, { on: '2026-06-02', text: 'x' })).toBe(404);
      expect(await as(eve.key, 'PATCH', `/reminders/${own.id}`, { text: 'x' })).toBe(404);
      expect(await as(eve.key, 'DELETE', `/reminders/${own.id}`)).toBe(404);
      expect(await as(vic.key, 'POST', `/requests/${id}/reminders`, { on: '2026-06-02', text: 'x' })).toBe(403);
      await tick(desk, at('2026-06-02', '09:00'));
      const [message] = (await call(desk, 'GET', '/messages', undefined, ann.key)).items;
      expect(message.subject).toContain('SECRET');
      expect((await call(desk, 'GET', '/messages', undefined, eve.key)).items).toEqual([]);
      expect(await as(eve.key, 'GET', `/messages/${message.id}`)).toBe(404);
      expect(await as(desk.key, 'GET', `/messages/${message.id}`)).toBe(404);
      const open = await newRequest(desk, agencyId);
      const hers = await call(desk, 'POST', `/requests/${open}/reminders`, { on: '2026-06-05', text: 'mine' }, ann.key);
      expect(await as(eve.key, 'DELETE', `/reminders/${hers.id}`)).toBe(403);
    });

    it('one who may not see the request any more is not told of it any more', async () => {
      const ann = await newPerson(desk, 'Ann');
      const id = await newRequest(desk, agencyId);
      await call(desk, 'POST', `/requests/${id}/reminders`, { on: '2026-06-10', text: 'SECRET' }, ann.key);
      const { version } = await call(desk, 'GET', `/requests/${id}`);
      await desk.call('PATCH', `/requests/${id}`, { access: 'members' }, { headers: { 'if-match': `W/"${version}"` } });
      await tick(desk, at('2026-06-10', '09:00'));
      expect(mailbox.mails).toEqual([]);
      expect(await reminders(desk, 'state=cancelled')).toMatchObject([{ reason: 'no-access' }]);
    });
  });
});
