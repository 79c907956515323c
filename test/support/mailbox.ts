import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export interface Mail {
  from: string;
  /** Who the envelope names, not the headers. */
  to: string[];
  subject: string;
  /** With its angle brackets. */
  messageId: string;
  text: string;
  /** By lower-case name; folded lines are joined. */
  headers: Record<string, string>;
  raw: string;
}

/**
 * What the server does with the next message: keep it; refuse it for now (451) or for good (550); take it and never
 * answer; take it and hang up without keeping it; or keep it and hang up before saying so.
 */
export type Behaviour = 'accept' | 'refuse' | 'refuse-for-good' | 'stall' | 'drop' | 'keep-and-drop';

/** A real SMTP server on a port of its own. */
export class Mailbox {
  readonly mails: Mail[] = [];
  behaviour: Behaviour = 'accept';
  /** Addresses that it does not know (any more). */
  readonly unknown = new Set<string>();
  /** How long it takes over a message before it does that. */
  delayMs = 0;
  /** How many messages reached the server, kept or not. */
  attempts = 0;
  #server: SMTPServer;
  #waiting: (() => void)[] = [];

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onRcptTo: ({ address }, _, answer) =>
        this.unknown.has(address) ? answer(Object.assign(new Error('No such user'), { responseCode: 550 })) : answer(),
      // A client that is killed half-way through its message leaves nothing behind.
      onData: (stream, session, answer) => void this.#take(stream, session, answer).catch(() => undefined),
    });
    // A client that hangs up is part of what is tested.
    this.#server.on('error', () => undefined);
  }

  static async start(): Promise<Mailbox> {
    const box = new Mailbox();
    await new Promise<void>((done) => box.#server.listen(0, '127.0.0.1', () => done()));
    return box;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** Resolves as soon as `count` mails are here; throws after `ms`, saying what is. */
  async waitFor(count: number, ms = 10_000): Promise<Mail[]> {
    const giveUpAt = performance.now() + ms;
    while (this.mails.length < count) {
      const left = giveUpAt - performance.now();
      if (left <= 0) {
        const here = this.mails.map((mail) => `${mail.to.join(', ')}: ${mail.subject}`).join('\n');
        throw new Error(`${this.mails.length} of ${count} mails after ${ms} ms.\n${here}`);
      }
      await new Promise<void>((done) => {
        const timer = setTimeout(done, left);
        this.#waiting.push(() => (clearTimeout(timer), done()));
      });
    }
    return this.mails;
  }

  clear(): void {
    this.mails.length = 0;
    this.attempts = 0;
  }

  async stop(): Promise<void> {
    for (const connection of this.#connections()) connection._socket?.destroy();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  #connections(): Set<{ id: string; _socket?: { destroy(): void } }> {
    return (this.#server as unknown as { connections: Set<{ id: string; _socket?: { destroy(): void } }> }).connections;
  }

  #hangUp(session: SMTPServerSession): void {
    for (const connection of this.#connections()) if (connection.id === session.id) connection._socket?.destroy();
  }

  async #take(stream: SMTPServerDataStream, session: SMTPServerSession, answer: (error?: Error | null) => void) {
    const raw = await textOf(stream);
    const behaviour = this.behaviour;
    this.attempts += 1;
    if (this.delayMs > 0) await new Promise((done) => setTimeout(done, this.delayMs));
    if (behaviour === 'accept' || behaviour === 'keep-and-drop') {
      this.mails.push(await read(raw, session));
      for (const wake of this.#waiting.splice(0)) wake();
    }
    if (behaviour === 'accept') answer();
    if (behaviour === 'refuse') answer(Object.assign(new Error('Try again later'), { responseCode: 451 }));
    if (behaviour === 'refuse-for-good') answer(Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
    if (behaviour === 'drop' || behaviour === 'keep-and-drop') this.#hangUp(session);
  }
}

async function textOf(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function read(raw: string, session: SMTPServerSession): Promise<Mail> {
  const parsed = await simpleParser(raw);
  const headers: Record<string, string> = {};
  for (const { key, line } of parsed.headerLines)
    headers[key] = line
      .slice(key.length + 1)
      .replace(/\r?\n\s+/g, ' ')
      .trim();
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map((one) => one.address),
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? '',
    text: parsed.text ?? '',
    headers,
    raw,
  };
}
