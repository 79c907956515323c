import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { type Channel, type Outgoing, Refused } from '../../src/reminders/channel.ts';

/** A channel under test, with the other side in view. */
export interface ChannelFixture {
  channel: Channel;
  /** Every letter on the other side, raw, in no particular order. */
  received(): Promise<string[]>;
  stop(): Promise<void>;
}

const never = new AbortController().signal;

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

/** What every way out of the desk must do. */
export function channelContract(name: string, start: () => Promise<ChannelFixture>): void {
  describe(`the channel contract: ${name}`, () => {
    let fixture: ChannelFixture;

    beforeEach(async () => {
      fixture = await start();
    });
    afterEach(() => fixture.stop());

    it('hands the message over as it is, and says what the other side answered', async () => {
      const message = outgoing();
      const { answer } = await fixture.channel.send(message, never);
      expect(answer).not.toBe('');
      const mail = await simpleParser((await fixture.received())[0]!);
      expect(mail.subject).toBe(message.subject);
      expect(mail.text?.trim()).toBe(message.text.trim());
      expect(mail.messageId).toBe(message.mailId);
      expect(mail.headerLines.find((line) => line.key === 'date')?.line).toBe('Date: Tue, 20 Oct 2026 13:00:00 +0000');
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    });

    it('sends the same message again under the same id and with the same words', async () => {
      await fixture.channel.send(outgoing(), never);
      await fixture.channel.send(outgoing(), never);
      const mails = await Promise.all((await fixture.received()).map((raw) => simpleParser(raw)));
      expect(new Set(mails.map((mail) => mail.messageId))).toEqual(new Set([outgoing().mailId]));
      expect(new Set(mails.map((mail) => mail.text)).size).toBe(1);
    });

    it.each([
      ['no address', null],
      ['a second recipient behind a line break', 'a@news.test\r\nRCPT TO:<evil@example.com>'],
      ['a second recipient behind a comma', 'a@news.test, evil@example.com'],
      ['a name with brackets', 'A <evil@example.com>'],
      ['a NUL', 'a@news.test\u0000'],
      ['no domain', 'reporter'],
    ])('refuses for good: %s', async (_, address) => {
      await expect(fixture.channel.send(outgoing({ address }), never)).rejects.toThrow(Refused);
      expect(await fixture.received()).toEqual([]);
    });

    it('lets no words become a header, a part or a recipient', async () => {
      const evil = 'x\r\nBcc: evil@example.com\r\nContent-Type: text/html\r\n\r\n<b>hi</b>';
      await fixture.channel.send(
        outgoing({ subject: evil, text: `${evil}\r\n.\r\nMAIL FROM:<evil@example.com>` }),
        never,
      );
      const received = await fixture.received();
      expect(received).toHaveLength(1);
      const mail = await simpleParser(received[0]!);
      expect(mail.bcc).toBeUndefined();
      expect(mail.html).toBe(false);
      expect(mail.attachments).toEqual([]);
      expect(mail.to).toMatchObject({ value: [{ address: 'reporter@news.test' }] });
      expect(mail.text).toContain('MAIL FROM:<evil@example.com>');
    });
  });
}
