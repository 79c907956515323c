import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { parseAllowed } from '../src/http/addresses.ts';
import { Outgoing as OutgoingCalls } from '../src/http/outgoing.ts';
import { createLog } from '../src/log.ts';
import { Later, type Outgoing, Refused } from '../src/reminders/channel.ts';
import { HookChannel } from '../src/reminders/hook-channel.ts';
import { discord, type Format, mattermost, ntfy, slack, teams } from '../src/reminders/hook-formats.ts';
import { htmlOf } from '../src/reminders/letter.ts';
import { OutboxChannel } from '../src/reminders/outbox-channel.ts';
import { SmtpChannel } from '../src/reminders/smtp-channel.ts';
import { channelContract, type ChannelFixture, EVIL, type Got, outgoing } from './contracts/channel.ts';
import { Mailbox } from './support/mailbox.ts';
import { Receiver } from './support/receiver.ts';
import { until } from './support/workshop.ts';

const FROM = 'foia-desk@desk.test';
const never = new AbortController().signal;

const mail: Pick<ChannelFixture, 'address' | 'refused' | 'idOf'> = {
  address: 'reporter@news.test',
  refused: [
    ['no address', null],
    ['a second recipient behind a line break', 'a@news.test\r\nRCPT TO:<evil@example.com>'],
    ['a second recipient behind a comma', 'a@news.test, evil@example.com'],
    ['a name with brackets', 'A <evil@example.com>'],
    ['a NUL', 'a@news.test\u0000'],
    ['no domain', 'reporter'],
  ],
  idOf: (message: Outgoing) => message.mailId,
};

async function gotMail(raw: string, envelope?: string[]): Promise<Got> {
  const parsed = await simpleParser(raw);
  const headers = parsed.headerLines.map((line) => line.key);
  const to = envelope ?? (parsed.to as { value: { address?: string }[] }).value.map((one) => one.address ?? '');
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const heads = raw.split(`--${boundary}`).map((part) => part.trimStart().split(/\r?\n\r?\n/)[0] ?? '');
  const parts = heads.map((head) => /^Content-Type: [^;\r\n]+/im.exec(head)?.[0] ?? '');
  const frame = [...headers.sort(), ...parts, `attachments: ${parsed.attachments.length}`, tagsIn(parsed)];
  return { raw, shown: `${parsed.subject}\n${parsed.text}`, id: parsed.messageId ?? '', to, frame };
}

/** The kinds of marks in the HTML part: words add none, but for lines, of which there may be more. */
function tagsIn({ html }: ParsedMail): string {
  const tags = [...(html || '').matchAll(/<(\/?[a-z!]+)[^>]*>/gi)].map(([, name]) => name!.toLowerCase());
  return [...new Set(tags)].filter((name) => name !== 'br').join(' ');
}

channelContract('SMTP', async () => {
  const mailbox = await Mailbox.start();
  const channel = new SmtpChannel(mailbox.url, FROM, 2);
  return {
    ...mail,
    channel,
    received: () => Promise.all(mailbox.mails.map((one) => gotMail(one.raw, one.to))),
    stop: async () => {
      await channel.close();
      await mailbox.stop();
    },
  };
});

channelContract('the outbox', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'foia-desk-outbox-'));
  const channel = new OutboxChannel(join(dir, 'outbox'), FROM, createLog('silent'));
  return {
    ...mail,
    channel,
    received: async () => {
      const names = await readdir(join(dir, 'outbox')).catch(() => []);
      return Promise.all(names.map(async (name) => gotMail(await readFile(join(dir, 'outbox', name), 'utf8'))));
    },
    stop: () => rm(dir, { recursive: true, force: true }),
  };
});

/** Without what makes marks harmless. */
const asShown = (text: string) =>
  text
    .replaceAll('\u200b', '')
    .replace(/\\([\\`*_~|<>[\]()#:-])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const services: [name: string, format: Format, textOf: (body: any) => string][] = [
  ['Slack', slack, (body) => body.text],
  ['Mattermost', mattermost, (body) => body.text],
  ['Discord', discord, (body) => body.content],
  ['Teams', teams, (body) => body.attachments[0].content.body.map((one: any) => one.inlines[0].text).join('\n\n')],
  ['ntfy', ntfy, (body) => `${body.title}\n${body.message}`],
];

async function hookFixture(format: Format, textOf: (body: any) => string) {
  const receiver = await Receiver.start();
  const calls = new OutgoingCalls([parseAllowed(receiver.host)!]);
  const channel = new HookChannel(calls, format, 'http://desk.test', 0);
  const frameOf = (value: any): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Array.isArray(value)
        ? [...new Set(value.flatMap(frameOf))]
        : Object.entries(value).flatMap(([name, inner]) => [name, ...frameOf(inner)]);
  return {
    receiver,
    channel,
    address: `${receiver.url}/services/T0/s3cret-topic`,
    refused: [
      ['no address', null],
      ['no URL', 'reporter@news.test'],
      ['an address inside', 'http://169.254.169.254/latest'],
      ['another port of ours', 'http://127.0.0.1:1/'],
    ] as [string, string | null][],
    idOf: (message: Outgoing) => `http://desk.test/api/v1/messages/${message.id}`,
    received: () =>
      Promise.resolve(
        receiver.received.map(({ path, headers, body }): Got => {
          const json = JSON.parse(body);
          const id = /http:\/\/desk\.test\/api\/v1\/messages\/[0-9a-f-]+/.exec(body)?.[0] ?? '';
          const frame = [...Object.keys(headers).sort(), ...frameOf(json)];
          return { raw: `${JSON.stringify(headers)}\n${body}`, shown: asShown(textOf(json)), id, to: [path], frame };
        }),
      ),
    stop: () => receiver.stop(),
  };
}

for (const [name, format, textOf] of services) channelContract(name, () => hookFixture(format, textOf));

describe('an SMTP server', () => {
  async function withMailbox(test: (mailbox: Mailbox, channel: SmtpChannel) => Promise<void>): Promise<void> {
    const mailbox = await Mailbox.start();
    const channel = new SmtpChannel(mailbox.url, FROM, 2);
    await test(mailbox, channel).finally(async () => {
      await channel.close();
      await mailbox.stop();
    });
  }

  it('names one recipient in the envelope', () =>
    withMailbox(async (mailbox, channel) => {
      await channel.send(outgoing(), never);
      expect(mailbox.mails[0]).toMatchObject({ from: FROM, to: ['reporter@news.test'] });
    }));

  it('that refuses for now may be tried again; one that refuses for good may not', () =>
    withMailbox(async (mailbox, channel) => {
      mailbox.behaviour = 'refuse';
      await expect(channel.send(outgoing(), never)).rejects.not.toThrow(Refused);
      mailbox.behaviour = 'refuse-for-good';
      await expect(channel.send(outgoing(), never)).rejects.toThrow(/550/);
      await expect(channel.send(outgoing(), never)).rejects.toThrow(Refused);
      mailbox.behaviour = 'accept';
      await channel.send(outgoing(), never);
      expect(mailbox.mails).toHaveLength(1);
    }));

  it('that hangs up, or cannot be reached, may be tried again', () =>
    withMailbox(async (mailbox, channel) => {
      mailbox.behaviour = 'drop';
      await expect(channel.send(outgoing(), never)).rejects.not.toThrow(Refused);
      const nowhere = new SmtpChannel('smtp://127.0.0.1:1', FROM, 1);
      await expect(nowhere.send(outgoing(), never)).rejects.not.toThrow(Refused);
      await nowhere.close();
    }));

  it('that never answers is given up when the job is', () =>
    withMailbox(async (mailbox, channel) => {
      mailbox.behaviour = 'stall';
      const stop = new AbortController();
      const sending = channel.send(outgoing(), stop.signal);
      setTimeout(() => stop.abort(), 100);
      await expect(sending).rejects.toThrow(/did not take the message in time/);
    }));
});

describe('A letter', () => {
  it('has its date, says that a machine wrote it, and stands in one thread with all of its request', async () => {
    const mailbox = await Mailbox.start();
    const channel = new SmtpChannel(mailbox.url, FROM, 2);
    const message = outgoing({ thread: '0199f0c2-0000-7c4e-9d55-0d8f0e7f3a11' });
    await channel.send(message, never);
    await channel.send(outgoing(), never);
    const [first, second] = mailbox.mails;
    expect(first!.headers).toMatchObject({
      date: 'Tue, 20 Oct 2026 13:00:00 +0000',
      'auto-submitted': 'auto-generated',
    });
    const thread = `<request.${message.thread}@desk.test>`;
    expect(first!.headers).toMatchObject({ references: thread, 'in-reply-to': thread });
    expect(second!.headers).not.toHaveProperty('references');
    await channel.close();
    await mailbox.stop();
  });

  it('has the same words as HTML, in which nothing runs, nothing is fetched and only whole lines are links', () => {
    const html = htmlOf({ subject: EVIL.join(' '), text: `${EVIL.join('\n')}\nhttp://desk.test/api/v1/requests/1\n` });
    const tags = [...html.matchAll(/<([a-z]+)[^>]*>/gi)].map(([, name]) => name);
    expect(new Set(tags)).toEqual(new Set(['html', 'head', 'meta', 'title', 'body', 'div', 'br', 'a']));
    expect(html).not.toMatch(/<[^>]+\b(src|srcset|background|onerror)=/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual(['http://desk.test/api/v1/requests/1']);
  });
});

describe('A chat service', () => {
  const words = { subject: EVIL[2]!, text: `${EVIL.join('\n')}\n` };

  it('calls nobody, whatever the words say', async () => {
    for (const [name, format] of services) {
      const { body } = format(outgoing({ ...words, address: 'https://hooks.example/x' }), 'http://desk.test/m');
      const text = JSON.stringify(body);
      if (name === 'Slack') expect(text).not.toMatch(/<[!@#h]/);
      if (name === 'Mattermost' || name === 'Discord')
        expect(text).not.toMatch(/(^|[^\\])<[!@#]|@(everyone|here|channel|all)/);
      if (name === 'Discord') expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
      if (name === 'Teams') expect(text).not.toMatch(/"TextBlock"|"entities"|"mention"/);
    }
  });

  it('is sent no more than it takes', () => {
    const long = { text: '*@<🦉'.repeat(20_000), address: 'https://hooks.example/x' };
    const [slacks, matters, discords, cards, topics] = services.map(
      ([, format]) => format(outgoing(long), 'http://desk.test/m').body as any,
    );
    expect([slacks.text.length <= 4000, matters.text.length <= 4000, discords.content.length <= 2000]).toEqual([
      true,
      true,
      true,
    ]);
    expect([Buffer.byteLength(JSON.stringify(cards)) < 28_000, Buffer.byteLength(topics.message) < 4096]).toEqual([
      true,
      true,
    ]);
    expect(cards.attachments[0].content.actions[0].url).toBe('http://desk.test/m');
  });

  it('ntfy gets its topic, and its token in a header of its own', async () => {
    const { receiver, channel } = await hookFixture(ntfy, () => '');
    await channel.send(outgoing({ address: `${receiver.url}/sub/desk-topic`, token: 'tk_s3cret' }), never);
    expect(receiver.received[0]).toMatchObject({ path: '/sub', headers: { authorization: 'Bearer tk_s3cret' } });
    expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({ topic: 'desk-topic' });
    expect(receiver.received[0]!.body).not.toContain('tk_s3cret');
    await receiver.stop();
  });

  it('that says no for good is not asked again; one in trouble is; one that asks for patience says how long', async () => {
    const { receiver, channel, address } = await hookFixture(slack, () => '');
    const send = (status: number, headers = {}) => {
      receiver.manner = { status, headers, body: `no_service at ${address}` };
      return channel.send(outgoing({ address }), never).catch((error: unknown) => error as Error);
    };
    for (const status of [302, 400, 403, 404, 410]) expect(await send(status)).toBeInstanceOf(Refused);
    for (const status of [408, 500, 502, 503]) expect(await send(status)).not.toBeInstanceOf(Refused);
    expect(await send(429, { 'retry-after': '90' })).toMatchObject({ name: 'Later', afterMs: 90_000 });
    expect(await send(429)).toBeInstanceOf(Later);
    receiver.manner = { does: 'hang-up' };
    expect(await channel.send(outgoing({ address }), never).catch((error: unknown) => error)).not.toBeInstanceOf(
      Refused,
    );
    const said = [((await send(404)) as Error).message, ((await send(500)) as Error).message];
    expect(said).toEqual(['404 no_service at ***', '500 no_service at ***']);
    await receiver.stop();
  });

  it('is called once a second at most; whoever would wait long comes back later', async () => {
    const receiver = await Receiver.start();
    const channel = new HookChannel(new OutgoingCalls([parseAllowed(receiver.host)!]), slack, 'http://desk.test', 200);
    const [one, other] = [`${receiver.url}/a`, `${receiver.url}/b`];
    const begun = performance.now();
    await Promise.all([one, one, one, other].map((address) => channel.send(outgoing({ address }), never)));
    expect(performance.now() - begun).toBeGreaterThan(350);
    expect(
      receiver.received
        .map((got) => got.path)
        .slice(0, 2)
        .sort(),
    ).toEqual(['/a', '/b']);
    const many = Array.from({ length: 30 }, () =>
      channel.send(outgoing({ address: one }), AbortSignal.timeout(300)).catch((error: unknown) => error),
    );
    expect((await Promise.all(many)).filter((result) => result instanceof Later).length).toBeGreaterThan(2);
    await receiver.stop();
  });

  it('that never answers holds six messages at most, the others come back later at no cost, and other places notice nothing', async () => {
    const receiver = await Receiver.start();
    const channel = new HookChannel(new OutgoingCalls([parseAllowed(receiver.host)!]), slack, 'http://desk.test', 0);
    receiver.manner = (got) => (got.path === '/stuck' ? { does: 'stall' } : {});
    const send = (path: string) => channel.send(outgoing({ address: `${receiver.url}${path}` }), never);
    const stuck = Array.from({ length: 20 }, () => send('/stuck').catch((error: unknown) => error));
    await send('/good');
    await until('six have called', () => receiver.received.filter((got) => got.path === '/stuck').length === 6);
    receiver.hangUp();
    const results = await Promise.all(stuck);
    expect(results.filter((one) => one instanceof Later && one.ours)).toHaveLength(14);
    // Those who hung have left their places.
    receiver.manner = {};
    await send('/stuck');
    await receiver.stop();
  });
});
