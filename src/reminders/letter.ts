import { escaped } from '../http/html.ts';
import { isAddress } from '../http/validators.ts';
import { dateOfLetter } from '../zone.ts';
import { type Outgoing, Refused } from './channel.ts';

const ACT = 'Acknowledge it, put it off or mute it (only for you)';

/** The one plain address of a message. Throws `Refused` when it is none: a line break in it would be another recipient. */
export function addressOf(message: Outgoing): string {
  const { address } = message;
  if (address !== null && isAddress(address)) return address;
  throw new Refused('The recipient has no plain e-mail address.');
}

/** The letter as nodemailer takes it. */
export function letterOf(message: Outgoing, from: string) {
  const to = addressOf(message);
  const thread = threadOf(message, from);
  return {
    envelope: { from, to: [to] },
    from: { name: 'FOIA Desk', address: from },
    to: { name: '', address: to },
    messageId: message.mailId,
    ...(thread && { inReplyTo: thread, references: [thread] }),
    date: dateOfLetter(message.createdAt),
    subject: message.subject,
    text: message.link ? `${message.text}\n${ACT}: ${message.link}\n` : message.text,
    html: htmlOf(message),
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

/** A letter that nobody ever sent stands at the head of each request's, so that mail programs keep them together in any order. */
function threadOf({ thread }: Outgoing, from: string): string | null {
  return thread === null ? null : `<request.${thread}@${from.split('@')[1]}>`;
}

/** The same words, with links to press where a line is one. Nothing is fetched and nothing runs: there are no pictures, styles from elsewhere or scripts. */
export function htmlOf({ subject, text, link }: Pick<Outgoing, 'subject' | 'text' | 'link'>): string {
  const lines = text.trimEnd().split(/\r\n|\r|\n/);
  if (link) lines.push('', `${ACT}:`, link);
  return [
    '<!DOCTYPE html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body><div style="font-family: sans-serif; font-size: 15px; line-height: 1.4; white-space: pre-wrap">',
    `${lines.map(lineOf).join('<br>\n')}</div></body></html>`,
  ].join('\n');
}

function lineOf(line: string): string {
  const isLink = /^https?:\/\/[^\s"<>]+$/.test(line) && URL.canParse(line);
  return isLink ? `<a href="${escaped(line)}">${escaped(line)}</a>` : escaped(line);
}
