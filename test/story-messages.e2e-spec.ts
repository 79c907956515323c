import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { Mailbox } from './support/mailbox.ts';
import { at, live, newAgency, newRequest, record, reminders } from './support/reminding.ts';

/** The story, with the day of each fact. */
const facts = [
  { kind: 'filed', on: '2026-06-01', channel: 'email' },
  { kind: 'received', on: '2026-06-01' },
  { kind: 'acknowledged', on: '2026-06-04', trackingNumber: 'FA-26-3417' },
  { kind: 'clarification-requested', on: '2026-06-08', answerBy: '2026-07-08' },
  { kind: 'clarified', on: '2026-06-22', channel: 'email' },
  { kind: 'extended', on: '2026-07-10', ground: 'records in field facilities' },
  { kind: 'determined', on: '2026-08-05', outcome: 'partly-granted', exemptions: ['(b)(6)', '(b)(7)(C)'] },
  { kind: 'appealed', on: '2026-10-20', channel: 'email' },
];

eachEngine((engine) => {
  describe('the story', () => {
    let desk: Desk;
    let mailbox: Mailbox;

    beforeEach(async () => {
      mailbox = await Mailbox.start();
      desk = await startDesk({ engine, env: { SMTP_URL: mailbox.url } });
    });
    afterEach(async () => {
      await desk.stop();
      await mailbox.stop();
    });

    it('sends exactly its six messages, each once, each at 09:00', async () => {
      desk.now.set(at('2026-06-01'));
      const requestId = await newRequest(desk, await newAgency(desk), { feeCategory: 'news-media' });
      let day = '2026-06-01';
      for (const fact of facts) {
        await live(desk, day, fact.on);
        await record(desk, requestId, fact);
        day = fact.on;
      }
      await live(desk, day, '2026-11-20');
      const told = mailbox.mails.map((mail) => `${mail.headers.date} ${mail.subject}`);
      expect(told).toEqual([
        'Tue, 09 Jun 2026 13:00:00 +0000 2026-0001: Answer to the agency due in 29 days, Wed 8 Jul 2026',
        'Thu, 30 Jul 2026 13:00:00 +0000 2026-0001: Determination is late: it was due Tue 28 Jul 2026',
        'Thu, 06 Aug 2026 13:00:00 +0000 2026-0001: Appeal due in 89 days, Tue 3 Nov 2026',
        'Fri, 02 Oct 2026 13:00:00 +0000 2026-0001: Appeal due in 32 days, Tue 3 Nov 2026',
        'Tue, 20 Oct 2026 13:00:00 +0000 2026-0001: Appeal due in 14 days, Tue 3 Nov 2026',
        'Thu, 19 Nov 2026 14:00:00 +0000 2026-0001: Appeal decision is late: it was due Wed 18 Nov 2026',
      ]);
      const sent = await reminders(desk, 'state=sent');
      expect(sent.map((one) => `${one.rung} ${one.deadlineKind}`)).toEqual([
        'opened answer',
        'late-1 determination',
        'opened appeal-filing',
        '30-before appeal-filing',
        '14-before appeal-filing',
        'late-1 appeal-decision',
      ]);
    });
  });
});
