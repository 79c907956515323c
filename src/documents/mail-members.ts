import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { MailParser, type AttachmentStream, type MessageText } from 'mailparser';
import { DeskError } from '../errors.ts';
import { type Limits, type Member, Names, refusedSource } from './members.ts';

/** A larger message is no letter; its text would have to be held in memory. */
const MOST_MESSAGE_BYTES = 200 * 1024 * 1024;
const MEBIBYTE = 1024 * 1024;
/** How a mailbox says that a message begins: `From sender weekday month day time year`. */
const BEGINS = /^From \S+ [^\n]*\d\d:\d\d[^\n]*$/;
const LONGEST_LINE = 1000;
const NEWLINE = 10;
const ENDINGS: Record<string, string> = {
  'application/pdf': '.pdf',
  'image/gif': '.gif',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'text/calendar': '.ics',
  'text/csv': '.csv',
  'text/plain': '.txt',
};

/** The attachments of a message on the local disk, decoded once. Messages among them stay whole. */
export async function* mailMembers(path: string): AsyncGenerator<Member> {
  const file = await open(path, 'r');
  const { size } = await file.stat().finally(() => file.close());
  if (size > MOST_MESSAGE_BYTES) throw refusedSource(`a message of more than ${MOST_MESSAGE_BYTES} bytes is not read`);
  const parser = new MailParser({
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
  });
  pipeline(createReadStream(path), parser, () => undefined);
  const names = new Names();
  try {
    for await (const found of parser as AsyncIterable<AttachmentStream | MessageText>) {
      if (found.type !== 'attachment') continue;
      const filename = names.give(found.filename ?? nameFor(found.contentType));
      yield { path: filename, filename, bytes: found.content };
      found.release?.();
    }
  } catch (error) {
    if (error instanceof DeskError) throw error;
    throw refusedSource(`it is no message that can be read (${wordsOf(error)})`);
  } finally {
    parser.destroy();
  }
}

/** The messages of a mailbox on the local disk, each as it stands there without the line that begins it. */
export async function* mailboxMembers(path: string, { members }: Limits): AsyncGenerator<Member> {
  const places: { start: number; end: number }[] = [];
  for await (const place of messagesIn(path)) {
    places.push(place);
    if (places.length > members)
      throw refusedSource(`it holds more than ${members} messages: cut it into smaller ones`);
  }
  if (places.length === 0) throw refusedSource('no message begins in it');
  for (const [i, { start, end }] of places.entries()) {
    const filename = `message-${String(i + 1).padStart(4, '0')}.eml`;
    yield {
      path: filename,
      filename,
      bytes: start < end ? createReadStream(path, { start, end: end - 1 }) : nothing(),
    };
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // An empty message has no bytes.
}

/** An attachment without a name is called by what it is. */
function nameFor(contentType: string): string {
  return contentType === 'message/rfc822' ? 'message.eml' : `attachment${ENDINGS[contentType] ?? ''}`;
}

/** Where each message begins and ends. A line that begins one stands at the start, or behind an empty line. */
async function* messagesIn(path: string): AsyncGenerator<{ start: number; end: number }> {
  let start = -1;
  let at = 0;
  /** Where the line before began if it is empty: it belongs to the form of the mailbox and to no message. */
  let emptyAt = 0;
  for await (const { text, length } of linesOf(path)) {
    if (emptyAt >= 0 && BEGINS.test(text)) {
      if (start >= 0) yield { start, end: Math.max(start, emptyAt) };
      start = at + length;
      emptyAt = -1;
    } else emptyAt = text === '' ? at : -1;
    at += length;
  }
  if (start >= 0) yield { start, end: at };
}

/** Lines as far as they tell anything, and their whole length with what ends them. */
async function* linesOf(path: string): AsyncGenerator<{ text: string; length: number }> {
  let text = '';
  let length = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: MEBIBYTE }) as AsyncIterable<Buffer>) {
    for (let from = 0; from < chunk.length;) {
      const newline = chunk.indexOf(NEWLINE, from);
      const to = newline < 0 ? chunk.length : newline;
      text += chunk.toString('latin1', from, Math.min(to, from + LONGEST_LINE - text.length));
      length += to - from;
      from = to + 1;
      if (newline < 0) continue;
      yield { text: text.replace(/\r$/, ''), length: length + 1 };
      [text, length] = ['', 0];
    }
  }
  if (length > 0) yield { text, length };
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/[^\x20-\x7e]/g, '?').slice(0, 120);
}
