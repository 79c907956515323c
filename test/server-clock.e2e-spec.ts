import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, day } from '../src/law/plain-date.ts';
import { shift } from '../src/now.ts';
import { dayIn, timeIn } from '../src/zone.ts';
import { count, randomFrom, seed } from './support/counts.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { type Mail, Mailbox } from './support/mailbox.ts';
import { Receiver } from './support/receiver.ts';
import { at, call, newAgency, newPerson, newRequest, type Person, record, tick } from './support/reminding.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Twelve zones whose clocks change on different days and by different amounts, or not at all. */
const ZONES = [
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Honolulu',
];
/** Around them clocks go back in the north and forward in the south, and the other way round. */
const CHANGES = ['2026-10-24', '2027-03-13'];
const FILED = { kind: 'filed', on: '2026-09-21', channel: 'email' };

eachEngine((engine) => {
  let desk: Desk;
  let mailbox: Mailbox;
  let receiver: Receiver;
  let people: (Person & { zone: string; email: string; requestId: string })[];
  /** What came, with the hour it was for its reader. */
  let came: (Mail & { hour: string; on: string })[];

  beforeEach(async () => {
    mailbox = await Mailbox.start();
    receiver = await Receiver.start();
    desk = await startDesk({ engine, env: { SMTP_URL: mailbox.url, OUTGOING_ALLOW: receiver.host } });
    [people, came] = [[], []];
  });
  afterEach(async () => {
    await desk.stop();
    await mailbox.stop();
    await receiver.stop();
  });

  /** One in each zone, who answers for a request of their own. */
  async function peopleEverywhere(statusChanges: object[] = []): Promise<void> {
    const agencyId = await newAgency(desk);
    for (const [n, zone] of ZONES.entries()) {
      const person = await newPerson(desk, `Reader${n}`, { timeZone: zone });
      const requestId = await newRequest(desk, agencyId, { statusChanges }, person.key);
      people.push({ ...person, zone, email: `reader${n}@desk.test`, requestId });
    }
  }

  async function goTo(instant: string): Promise<void> {
    await tick(desk, instant);
    for (const mail of mailbox.mails.splice(0)) {
      const { zone } = people.find((one) => one.email === mail.to[0]) ?? { zone: 'America/New_York' };
      came.push({ ...mail, hour: timeIn(zone, instant), on: dayIn(zone, instant) });
    }
  }

  const toldOf = (words: string) => came.filter((mail) => mail.text.includes(words));
  const atNight = () => came.filter(({ hour }) => hour < '08:00' || hour >= '20:00');

  describe('in twelve zones', () => {
    it.each(CHANGES)('each is told once, at nine by their own clock, on every day around %s', async (first) => {
      const days = Array.from({ length: count(3, 20) }, (_, n) => addDays(day(first), n));
      desk.now.set(at(addDays(day(first), -3)));
      await peopleEverywhere();
      for (const { key, requestId } of people) {
        for (const on of days)
          await call(desk, 'POST', `/requests/${requestId}/reminders`, { on, text: `Of ${on}` }, key);
      }
      const end = shift(at(addDays(days.at(-1)!, 1)), 12 * HOUR);
      for (let now = desk.now.instant(); now < end; now = shift(now, HOUR / 4)) {
        // Sweeps that could find nothing are left out.
        if (people.some(({ zone }) => ['08:45', '09:00'].includes(timeIn(zone, now)))) await goTo(now);
      }
      expect(came).toHaveLength(ZONES.length * days.length);
      for (const { zone, email } of people) {
        const theirs = came.filter((mail) => mail.to[0] === email).map(({ text, on, hour }) => [text, on, hour]);
        const expected = days.map((on) => [expect.stringContaining(`Of ${on}`), on, '09:00']);
        expect([zone, theirs]).toEqual([zone, expected]);
      }
    });
  });

  /** What a clock does to a server that is running. */
  const moves: [string, (random: () => number) => number[]][] = [
    ['goes on', (random) => [Math.ceil(random() * 12) * HOUR]],
    ['is put forward by an hour', () => [HOUR]],
    ['is put back by an hour', () => [-HOUR]],
    [
      'stands 400 days ahead for a while, and is put right',
      (random) => [400 * DAY, HOUR, -400 * DAY + random() * HOUR],
    ],
    [
      'stands 400 days behind for a while, and is put right',
      (random) => [-400 * DAY, HOUR, 400 * DAY + random() * HOUR],
    ],
    ['sleeps for a week', () => [7 * DAY]],
  ];

  it('loses no reminder, sends none twice and none at night, wherever the clock of the server goes', async () => {
    const random = randomFrom(seed + (engine === 'sqlite' ? 0 : 1));
    desk.now.set(at('2026-10-01'));
    await peopleEverywhere();
    const promised: string[] = [];
    for (const { key, requestId } of people) {
      for (let n = 0; n < count(3, 10); n++) {
        const text = `Promise ${promised.length} is kept`;
        const on = addDays(day('2026-10-03'), Math.floor(random() * 60));
        await call(desk, 'POST', `/requests/${requestId}/reminders`, { on, text }, key);
        promised.push(text);
      }
    }
    const done: string[] = [];
    for (let n = 0; n < count(25, 300) || desk.now.instant() < at('2026-12-15'); n++) {
      const [name, steps] = moves[n < moves.length ? n : Math.floor(random() * moves.length)]!;
      done.push(name);
      for (const ms of steps(random)) await goTo(shift(desk.now.instant(), Math.round(ms)));
    }
    for (let hour = 0; hour < 24; hour++) await goTo(shift(desk.now.instant(), HOUR));
    expect({ done, wrong: promised.filter((text) => toldOf(text).length !== 1) }).toEqual({ done, wrong: [] });
    expect(atNight()).toEqual([]);
    const ids = came.map((mail) => mail.messageId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells of a lost day once it is lost, though the clock had stood 400 days ahead before', async () => {
    desk.now.set(at('2026-09-21'));
    await peopleEverywhere([FILED, { kind: 'received', on: '2026-09-21' }]);
    const [{ requestId, email }] = people as [(typeof people)[number]];
    await goTo(at('2027-10-30', '10:00'));
    await goTo(at('2026-09-22', '10:00'));
    came.length = 0;
    // What a clock put right must not leave behind: a standing of a year that has not come.
    const now = await call(desk, 'GET', `/requests/${requestId}`);
    expect(now.deadlines.filter((one: { overdue: boolean }) => one.overdue)).toEqual([]);
    expect((await call(desk, 'GET', '/deadlines?state=missed')).items).toEqual([]);
    await record(desk, requestId, { kind: 'clarification-requested', on: '2026-09-23', answerBy: '2026-10-23' });
    for (let on = day('2026-09-24'); on <= '2026-10-27'; on = addDays(on, 1)) await goTo(at(on, '10:00'));
    const subjects = came.filter((mail) => mail.to[0] === email).map((mail) => mail.subject);
    expect(subjects).toEqual(expect.arrayContaining([expect.stringContaining('the last day was Fri 23 Oct 2026')]));
    expect(subjects.filter((subject) => subject.includes('the last day was'))).toHaveLength(1);
  });

  it('what was put off by a clock that stood ahead is done when the clock has been put right', async () => {
    desk.now.set(at('2026-10-01'));
    await peopleEverywhere();
    const [{ requestId, key }] = people as [(typeof people)[number]];
    await call(desk, 'POST', '/webhooks', { url: receiver.url });
    await call(desk, 'POST', `/requests/${requestId}/reminders`, { on: '2026-10-02', text: 'Not lost' }, key);
    mailbox.behaviour = 'refuse';
    receiver.manner = { status: 503 };
    desk.now.set(at('2027-11-05', '10:00'));
    await record(desk, requestId, FILED, null);
    await goTo(at('2027-11-05', '10:00'));
    await goTo(at('2027-11-05', '10:05'));
    expect(mailbox.attempts).toBeGreaterThan(0);
    expect(receiver.received.length).toBeGreaterThan(0);
    mailbox.behaviour = 'accept';
    receiver.manner = {};
    receiver.received.length = 0;
    await goTo(at('2026-10-02', '10:00'));
    await goTo(at('2026-10-02', '10:01'));
    expect(toldOf('Not lost')).toHaveLength(1);
    expect(receiver.received.map((one) => JSON.parse(one.body).type)).toContain('status-change.recorded');
  });
});
