import { isAddress } from '../http/validators.ts';
import { dateOfLetter } from '../zone.ts';
import type { Message } from './reminder.entity.ts';

/** What a channel needs of a message; the row is the truth, and it is sent as it is. */
export type Outgoing = Pick<Message, 'id' | 'mailId' | 'address' | 'subject' | 'text' | 'createdAt'> & {
  /** By which its recipient, and nobody else, may act on it: not for where others read along. */
  link?: string;
};

/** What the other side said when it took a message, for the record. */
export interface Taken {
  answer: string;
}

/** The other side will never take this message: trying again is no use. */
export class Refused extends Error {
  constructor(answer: string) {
    super(answer);
    this.name = 'Refused';
  }
}

/**
 * A way out of the desk. Sending the same message twice must be recognisable as that on the other side: it carries
 * the same id and the same bytes. Resolves once the other side has taken it for good; throws `Refused` when it says it
 * never will, and anything else when it may be tried again. Gives up by itself after a minute.
 */
export abstract class Channel {
  abstract send(message: Outgoing, signal: AbortSignal): Promise<Taken>;
  abstract close(): Promise<void>;
}

/** The one plain address of a message. Throws `Refused` when it is none: a line break in it would be another recipient. */
export function addressOf(message: Outgoing): string {
  const { address } = message;
  if (address !== null && isAddress(address)) return address;
  throw new Refused('The recipient has no plain e-mail address.');
}

/** The letter as nodemailer takes it. */
export function letterOf(message: Outgoing, from: string) {
  const to = addressOf(message);
  return {
    envelope: { from, to: [to] },
    from: { name: 'FOIA Desk', address: from },
    to: { name: '', address: to },
    messageId: message.mailId,
    date: dateOfLetter(message.createdAt),
    subject: message.subject,
    text: message.link
      ? `${message.text}\nAcknowledge it, put it off or mute it (only for you): ${message.link}\n`
      : message.text,
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(message.link) },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** One click in a mail program mutes (RFC 8058); that is for https alone. */
function unsubscribing(link: string | undefined): Record<string, string> {
  if (!link?.startsWith('https:')) return {};
  return { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
