import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { Mailbox } from './support/mailbox.ts';
import { at, live, newAgency, newPerson, newRequest, record, reminders, wordsOf } from './support/reminding.ts';

const filed = { kind: 'filed', on: '2026-06-01', channel: 'email' };
const received = { kind: 'received', on: '2026-06-01' };
const closed = { kind: 'closed', on: '2026-06-10' };
const answered = { kind: 'released', on: '2026-06-15', because: 'discretion' };

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

  const subjects = () => mailbox.mails.map((mail) => `${mail.to[0]} ${mail.subject}`);
  const live20June = (from: string) => live(desk, from, '2026-06-20', ['09:00', '11:00']);

  it('whoever holds a closed request is told, once, that the agency opened it again', async () => {
    const ann = await newPerson(desk, 'Ann');
    const id = await newRequest(desk, agencyId, { assigneeId: ann.id, statusChanges: [filed, received] });
    await record(desk, id, closed);
    // The letter of the 15th is recorded on the 17th, and a second one the day after.
    await record(desk, id, answered, at('2026-06-17'));
    await record(desk, id, { ...answered, on: '2026-06-16' }, at('2026-06-17', '13:00'));
    await live20June('2026-06-17');
    expect(subjects()).toEqual(['ann@desk.test 2026-0001: Open again: records were released, Mon 15 Jun 2026']);
    const [mail] = mailbox.mails;
    expect(mail!.headers.date).toBe('Thu, 18 Jun 2026 13:00:00 +0000');
    expect(mail!.text).toContain('We had closed it on Wed 10 Jun 2026.');
    expect(mail!.text).toContain('What you can do next:\n');
    await record(desk, id, { ...closed, on: '2026-06-21' });
    await record(desk, id, { ...answered, on: '2026-06-22' });
    await live(desk, '2026-06-22', '2026-06-24', ['09:00']);
    expect(subjects().slice(1)).toEqual([
      'ann@desk.test 2026-0001: Open again: records were released, Mon 22 Jun 2026',
    ]);
    expect((await reminders(desk, 'state=sent')).map((one) => one.rung)).toEqual(['reopened', 'reopened']);
  });

  it('of a confidential request says its number and a link', async () => {
    const given = { subject: 'CANARY', confidential: true, statusChanges: [filed, received] };
    const id = await newRequest(desk, agencyId, given);
    await record(desk, id, closed);
    await record(desk, id, answered);
    await live20June('2026-06-15');
    expect(subjects()).toEqual(['owner@desk.test 2026-0001']);
    expect(wordsOf(mailbox.mails[0]!.text)).toBe(`2026-0001\nhttp://desk.test/api/v1/requests/${id}`);
  });

  it('old histories entered at once tell nobody', async () => {
    desk.now.set(at('2026-06-18'));
    for (let n = 0; n < 5; n++) {
      await newRequest(desk, agencyId, { statusChanges: [filed, received, closed, answered] });
    }
    await live20June('2026-06-18');
    expect(subjects()).toEqual([]);
    const kept = (await reminders(desk, 'state=cancelled')).filter((one) => one.rung === 'reopened');
    expect(kept.map((one) => one.reason)).toEqual(Array.from({ length: 5 }, () => 'backdated'));
  });
});
