import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarFor } from '../../src/law/calendar.ts';
import { day } from '../../src/law/plain-date.ts';
import { findStatute } from '../../src/law/statutes/all.ts';
import { type Channel, type Outgoing, Refused } from '../../src/reminders/channel.ts';
import { compose, type Occasion } from '../../src/reminders/words.ts';
import { propertyRuns } from '../support/runs.ts';

/** One message as the other side got it. */
export interface Got {
  /** Every byte of it, headers too. */
  raw: string;
  /** What a person is shown of it, without what only makes marks harmless. */
  shown: string;
  /** By what a second copy is known as that. */
  id: string;
  /** Whom it reached: addresses, or the path that was called. */
  to: string[];
  /** The names of everything that could be a header, a part or a field: words must not add any. */
  frame: string[];
}

/** A channel under test, with the other side in view. */
export interface ChannelFixture {
  channel: Channel;
  /** A good address on the other side. */
  address: string;
  /** Addresses that must be refused for good, each with its reason. */
  refused: [why: string, address: string | null][];
  /** The id by which `message` is known there. */
  idOf(message: Outgoing): string;
  /** Every message on the other side, in the order of arrival. */
  received(): Promise<Got[]>;
  stop(): Promise<void>;
}

const never = new AbortController().signal;
const CANARY = 'kanarienvogel';

export function outgoing(fields: Partial<Outgoing> = {}): Outgoing {
  const id = '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11';
  return {
    id,
    mailId: `<${id}@desk.test>`,
    address: 'reporter@news.test',
    subject: '2026-0001: Appeal due in 14 days, Tue 3 Nov 2026',
    text: 'Why:\n  2026-08-05  determined\n.\nNaïve “quotes” – and a line that is a single dot above.\n',
    createdAt: '2026-10-20T13:00:00.000Z',
    thread: null,
    ...fields,
  };
}

/** Marks of every service that would call people, open something, or break out of where words stand. */
export const EVIL = [
  'x\r\nBcc: evil@example.com\r\nContent-Type: text/html\r\n\r\n<b>hi</b>',
  '.\r\nMAIL FROM:<evil@example.com>\r\nRCPT TO:<evil@example.com>',
  '<!channel> <!here> <!everyone> <@U12345> <https://evil.example|your bank>',
  '@everyone @here @channel @all @someone <@1234> <@&1234> [press](https://evil.example) ![](https://evil.example/x.png)',
  '<script src="https://evil.example/x.js"></script><img src=x onerror=alert(1)> <at>somebody</at> {{card}} "}],"x":[{"',
  '```\n# big\n> quoted\n- [ ] todo\n**bold** _it_ ~~no~~ ||spoiler|| `code`',
];

/** What every way out of the desk must do. */
export function channelContract(name: string, start: () => Promise<ChannelFixture>): void {
  describe(`the channel contract: ${name}`, () => {
    let fixture: ChannelFixture;
    const to = (fields: Partial<Outgoing> = {}) => outgoing({ address: fixture.address, ...fields });

    beforeEach(async () => {
      fixture = await start();
    });
    afterEach(() => fixture.stop());

    it('hands the message over as it is, and says what the other side answered', async () => {
      const message = to();
      const { answer } = await fixture.channel.send(message, never);
      expect(answer).not.toBe('');
      const [got] = await fixture.received();
      expect(got!.shown).toContain(message.subject);
      expect(got!.shown).toContain(message.text.trim());
      expect(got!.id).toBe(fixture.idOf(message));
    });

    it('sends the same message again under the same id and with the same words', async () => {
      await fixture.channel.send(to(), never);
      await fixture.channel.send(to(), never);
      const all = await fixture.received();
      expect(new Set(all.map((one) => one.id))).toEqual(new Set([fixture.idOf(to())]));
      expect(new Set(all.map((one) => one.shown)).size).toBe(1);
    });

    it('refuses for good what is no address of its kind', async () => {
      for (const [why, address] of fixture.refused) {
        const result = await fixture.channel.send(to({ address }), never).catch((error: unknown) => error);
        expect([why, result]).toEqual([why, expect.any(Refused)]);
      }
      expect(await fixture.received()).toEqual([]);
    });

    it('lets no words become a header, a part, a field, a recipient or a call to anybody', async () => {
      await fixture.channel.send(to(), never);
      const [plain] = await fixture.received();
      const words = fc
        .constantFrom(...EVIL)
        .chain((evil) => fc.string({ maxLength: 40, unit: 'binary' }).map((more) => evil + more));
      await fc.assert(
        fc.asyncProperty(words, words, async (subject, text) => {
          const storable = (one: string) => one.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '');
          await fixture.channel.send(to({ subject: storable(subject), text: storable(text) }), never);
          const got = (await fixture.received()).at(-1)!;
          expect(got.to).toEqual(plain!.to);
          expect(got.frame).toEqual(plain!.frame);
          expect(got.id).toBe(plain!.id);
        }),
        { numRuns: Math.min(propertyRuns(25), 500) },
      );
    });

    it('cuts what is too long, and says where the rest is; no half of a character', async () => {
      await fixture.channel.send(to({ text: `${'🦉*<@'.repeat(20_000)}\nthe end\n` }), never);
      const [got] = await fixture.received();
      expect(got!.raw).not.toContain('\ufffd');
      expect(got!.shown.includes('the end') || got!.raw.includes(outgoing().id)).toBe(true);
    });

    it('of a confidential request hands over its number and a link, whatever stands in every field of it', async () => {
      const reader = { id: 'someone', timeZone: 'America/New_York', role: 'editor' as const, notifications: null };
      const { subject, text } = compose([confidential()], reader, NOW, urlOf);
      await fixture.channel.send(to({ subject, text }), never);
      const [got] = await fixture.received();
      expect(got!.raw).not.toContain(CANARY);
      expect(got!.shown).not.toContain(CANARY);
      expect(got!.shown).toContain('2026-0007');
      expect(got!.shown).toContain(urlOf('0199f0c2-0000-7c4e-9d55-0d8f0e7f3a11'));
    });
  });
}

const NOW = '2026-10-20T13:00:00.000Z';
const urlOf = (id: string) => `http://desk.test/api/v1/requests/${id}`;

/** A canary in every field that words could be made of. */
function confidential(): Occasion {
  const steps = [{ on: day('2026-08-05'), says: CANARY, cites: { label: CANARY } }];
  const deadline = {
    id: CANARY,
    kind: 'appeal-filing',
    owedBy: 'requester',
    dueOn: '2026-11-03',
    state: 'running',
    steps,
  };
  const standing = {
    status: 'decided',
    filedOn: '2026-06-01',
    deadlines: [deadline],
    consequences: [],
    nextStatusChanges: [],
  };
  return {
    request: {
      id: '0199f0c2-0000-7c4e-9d55-0d8f0e7f3a11',
      number: '2026-0007',
      subject: CANARY,
      confidential: true,
      creatorId: 'someone',
      assigneeId: null,
      trackingNumbers: [CANARY],
    },
    agency: { name: CANARY, timeZone: 'America/New_York' },
    standing: standing as unknown as Occasion['standing'],
    calendar: calendarFor(findStatute('us-foia')!, {}, []),
    deadline: deadline as unknown as Occasion['deadline'],
    rung: '14-before',
    dueOn: day('2026-11-03'),
    text: CANARY,
  };
}
