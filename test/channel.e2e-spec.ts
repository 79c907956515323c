import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createLog } from '../src/log.ts';
import { Refused } from '../src/reminders/channel.ts';
import { OutboxChannel } from '../src/reminders/outbox-channel.ts';
import { SmtpChannel } from '../src/reminders/smtp-channel.ts';
import { channelContract, outgoing } from './contracts/channel.ts';
import { Mailbox } from './support/mailbox.ts';

const FROM = 'foia-desk@desk.test';
const never = new AbortController().signal;

channelContract('SMTP', async () => {
  const mailbox = await Mailbox.start();
  const channel = new SmtpChannel(mailbox.url, FROM, 2);
  return {
    channel,
    received: () => Promise.resolve(mailbox.mails.map((mail) => mail.raw)),
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
    channel,
    received: async () => {
      const names = await readdir(join(dir, 'outbox')).catch(() => []);
      return Promise.all(names.map((name) => readFile(join(dir, 'outbox', name), 'utf8')));
    },
    stop: () => rm(dir, { recursive: true, force: true }),
  };
});

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
