import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { Mailbox } from './support/mailbox.ts';
import { at, call, newAgency, newRequest, record, tick } from './support/reminding.ts';

eachEngine((engine) => {
  let desk: Desk;
  let box: Mailbox;

  beforeAll(async () => {
    box = await Mailbox.start();
    desk = await startDesk({ engine, env: { SMTP_URL: box.url } });
  }, 60_000);
  afterAll(async () => {
    await desk?.stop();
    await box?.stop();
  });

  const overrides = (id: string, calendar: object) =>
    desk.call('PATCH', `/agencies/${id}`, { overrides: { calendar } }, { headers: { 'if-match': '*' } });

  describe('when dates move though nothing was recorded', () => {
    it('whoever holds the request is told which, and why, the next morning', async () => {
      await tick(desk, at('2026-11-02'));
      const agencyId = await newAgency(desk);
      const id = await newRequest(desk, agencyId);
      const untouched = await newRequest(desk, await newAgency(desk, { name: 'Another' }));
      for (const one of [id, untouched]) await record(desk, one, { kind: 'filed', on: '2026-11-02', channel: 'email' });
      box.clear();

      await overrides(agencyId, { add: ['2026-11-27'] });
      await tick(desk, at('2026-11-02', '13:00'));
      expect(box.mails).toEqual([]);
      await tick(desk, at('2026-11-03', '09:00'));
      expect(box.mails).toHaveLength(1);
      const [letter] = box.mails;
      expect(letter!.subject).toContain('Dates moved, though nothing was recorded');
      expect(letter!.text).toContain('The determination moves from Wed 2 Dec 2026 to Thu 3 Dec 2026.');
      expect(letter!.text).toContain("Because: the agency's own rules were changed.");
      await tick(desk, at('2026-11-04', '09:00'));
      expect(box.mails).toHaveLength(1);
    });

    it('nobody is told of a change that moves nothing, or of what is closed', async () => {
      const agencyId = await newAgency(desk, { name: 'Quiet' });
      const open = await newRequest(desk, agencyId);
      const closed = await newRequest(desk, agencyId);
      await tick(desk, at('2026-11-05'));
      for (const one of [open, closed]) await record(desk, one, { kind: 'filed', on: '2026-11-05', channel: 'email' });
      await record(desk, closed, { kind: 'closed', on: '2026-11-05' });
      box.clear();
      await overrides(agencyId, { add: ['2027-11-26'] });
      await tick(desk, at('2026-11-05', '13:00'));
      await overrides(agencyId, { add: ['2026-11-27', '2027-11-26'] });
      await tick(desk, at('2026-11-05', '14:00'));
      await tick(desk, at('2026-11-06', '09:00'));
      expect(box.mails.map((letter) => letter.text.includes('Dates moved'))).toEqual([true]);
      const { items } = await call(desk, 'GET', `/reminders?requestId=${closed}`);
      expect(items.filter((one: any) => one.state === 'planned')).toEqual([]);
    });

    it('of a confidential request the message gives its number alone', async () => {
      await tick(desk, at('2026-11-09'));
      const agencyId = await newAgency(desk, { name: 'Secret' });
      const id = await newRequest(desk, agencyId, { confidential: true });
      await record(desk, id, { kind: 'filed', on: '2026-11-09', channel: 'email' });
      box.clear();
      await overrides(agencyId, { add: ['2026-11-27'] });
      await tick(desk, at('2026-11-09', '13:00'));
      await tick(desk, at('2026-11-10', '09:00'));
      expect(box.mails).toHaveLength(1);
      expect(box.mails[0]!.text).not.toContain('determination');
      expect(box.mails[0]!.subject).toMatch(/^2026-\d{4}$/);
    });
  });
});
