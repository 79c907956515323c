import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Log } from '../log.ts';
import { Channel, type Outgoing, type Taken } from './channel.ts';
import { letterOf } from './letter.ts';

/** Mail as `.eml` files in a folder, for a desk without a mail server. One file a message: a retry writes it again. */
export class OutboxChannel extends Channel {
  readonly #composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(
    private readonly dir: string,
    private readonly from: string,
    private readonly log: Log,
  ) {
    super();
  }

  async send(message: Outgoing): Promise<Taken> {
    const { message: bytes } = await this.#composer.sendMail(letterOf(message, this.from));
    const file = `${message.id}.eml`;
    await mkdir(this.dir, { recursive: true, mode: 0o700 });
    await writeDurably(this.dir, file, bytes as Buffer);
    this.log.info({ message: message.id, file: `outbox/${file}` }, 'No SMTP_URL is set: a message went to the outbox.');
    return { answer: `outbox/${file}` };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Whole or not at all, and still there after a power cut. */
async function writeDurably(dir: string, name: string, bytes: Buffer): Promise<void> {
  const partial = join(dir, `.${name}.${process.pid}.part`);
  const handle = await open(partial, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, join(dir, name));
  const folder = await open(dir, 'r');
  await folder.sync().finally(() => folder.close());
}
