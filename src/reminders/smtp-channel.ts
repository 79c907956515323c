import { createTransport, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import { Channel, type Outgoing, Refused, type Taken } from './channel.ts';
import { letterOf } from './letter.ts';

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;
const GIVE_UP_MS = 60_000;
const MOST_CONNECTIONS = 20;

interface SmtpFault {
  code?: string;
  response?: string;
  responseCode?: number;
  message: string;
}

/** Mail through an SMTP server, over connections that stay open. */
export class SmtpChannel extends Channel {
  readonly #transport: Transporter<SMTPPool.SentMessageInfo>;

  constructor(
    url: string,
    private readonly from: string,
    connections: number,
  ) {
    super();
    this.#transport = createTransport({
      url,
      pool: true,
      maxConnections: Math.min(connections, MOST_CONNECTIONS),
      maxMessages: Infinity,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      dnsTimeout: CONNECT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // Idle connections that break are opened anew; whoever was sending hears of it by his own promise.
    this.#transport.on('error', () => undefined);
  }

  async send(message: Outgoing, signal: AbortSignal): Promise<Taken> {
    const letter = letterOf(message, this.from);
    try {
      const sent = await givingUp(this.#transport.sendMail(letter), signal);
      return { answer: sent.response };
    } catch (error) {
      throw refusedForGood(error as SmtpFault) ?? error;
    }
  }

  close(): Promise<void> {
    this.#transport.close();
    return Promise.resolve();
  }
}

/** A 5xx about this message or its recipient is final. One about the login is a wrong setting, which somebody mends. */
function refusedForGood({ code, response, responseCode, message }: SmtpFault): Refused | null {
  const aboutThis = code === 'EENVELOPE' || code === 'EMESSAGE';
  return aboutThis && responseCode !== undefined && responseCode >= 500 ? new Refused(response ?? message) : null;
}

/** The wait for a free connection has no limit of its own. */
function givingUp<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const giveUp = AbortSignal.any([signal, AbortSignal.timeout(GIVE_UP_MS)]);
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('The mail server did not take the message in time.'));
    giveUp.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => giveUp.removeEventListener('abort', stop));
  });
}
