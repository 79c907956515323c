import { type Readable } from 'node:stream';
import { type AddressObject, type Headers, MailParser } from 'mailparser';
import { CannotRead } from '../extractor.ts';
import type { WordSink } from './page-builder.ts';
import { HtmlWords } from './html-words.ts';

/** Mails within mails within mails; deeper ones are only named. */
const DEEPEST = 8;
const AS_IT_IS = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true } as const;

interface Gathered {
  headers: Headers;
  /** As it stands in the mail, with its zone. */
  date: string;
  text: string;
  html: string;
  attachments: string[];
  /** What was to read in attached mails. */
  inner: string[];
  hidden: string[];
}

/** Hands the lines of a mail to `sink`. Throws `CannotRead` if it is none, or one that is made to exhaust its reader. */
export async function readMail(source: Readable, sink: Pick<WordSink, 'add' | 'hide'>, depth = 0): Promise<void> {
  const mail = await gather(source, depth);
  if (mail.headers.size === 0) throw new CannotRead('This is no mail: it does not begin with the lines of one.');
  for (const [label, value] of headLines(mail)) if (value !== '') sink.add(`${label}: ${value}`);
  sink.add('');
  if (mail.text.trim() !== '') sink.add(mail.text.trim());
  else if (mail.html !== '') {
    const words = new HtmlWords(sink);
    words.write(mail.html);
    words.end();
  }
  for (const name of mail.attachments) sink.add(`[attachment] ${name}`);
  for (const line of mail.inner) sink.add(line);
  for (const text of mail.hidden) sink.hide(text);
}

function headLines({ headers, date }: Gathered): [string, string][] {
  const addresses = (name: string) => {
    const value = headers.get(name) as AddressObject | AddressObject[] | undefined;
    return [value ?? []]
      .flat()
      .map(({ text }) => text)
      .join(', ');
  };
  const subject = headers.get('subject');
  return [
    ['From', addresses('from')],
    ['To', addresses('to')],
    ['Cc', addresses('cc')],
    ['Bcc', addresses('bcc')],
    ['Date', date],
    ['Subject', typeof subject === 'string' ? subject : ''],
  ];
}

async function gather(source: Readable, depth: number): Promise<Gathered> {
  const mail: Gathered = { headers: new Map(), date: '', text: '', html: '', attachments: [], inner: [], hidden: [] };
  const parser = new MailParser(AS_IT_IS);
  return new Promise<Gathered>((done, failed) => {
    const refuse = (error: Error) => {
      if (depth === 0) source.destroy();
      // What is inside another mail must flow on, or that one stands still.
      else source.unpipe(parser).resume();
      failed(error instanceof CannotRead ? error : new CannotRead(refusal(error.message), { cause: error }));
    };
    source.once('error', refuse);
    parser.once('error', refuse);
    // The last attachment may still be on its way when the parser has ended.
    const reads: Promise<void>[] = [];
    parser.once('end', () => void Promise.all(reads).then(() => done(mail), refuse));
    parser.on('headers', (headers) => (mail.headers = headers));
    parser.on('headerLines', (lines: { key: string; line: string }[]) => {
      const line = lines.find(({ key }) => key === 'date')?.line ?? '';
      mail.date = line
        .slice(line.indexOf(':') + 1)
        .replace(/\s+/g, ' ')
        .trim();
    });
    parser.on('data', (part) => {
      if (part.type === 'text') {
        mail.text = part.text ?? '';
        mail.html = typeof part.html === 'string' ? part.html : '';
        return;
      }
      const name = part.filename ?? part.contentType;
      mail.attachments.push(name);
      const isMail = part.contentType === 'message/rfc822' && depth < DEEPEST;
      const content = part.content;
      const read = isMail ? readInner(content, mail, depth) : drain(content);
      reads.push(read);
      read.then(() => part.release?.(), refuse);
    });
    source.pipe(parser);
  });
}

/** An attached mail that cannot be read is named like any other file. */
async function readInner(content: Readable, mail: Gathered, depth: number): Promise<void> {
  const lines = ['', '[attached mail]'];
  const hidden: string[] = [];
  try {
    await readMail(
      content,
      { add: (text) => void lines.push(text), hide: (text) => void hidden.push(text) },
      depth + 1,
    );
    mail.inner.push(...lines);
    mail.hidden.push(...hidden);
  } catch (error) {
    if (!(error instanceof CannotRead)) throw error;
    await drain(content);
  }
}

async function drain(content: Readable): Promise<void> {
  if (content.destroyed || content.readableEnded) return;
  await new Promise<void>((done) => {
    content
      .once('close', done)
      .once('end', done)
      .once('error', () => done());
    content.resume();
  });
}

function refusal(message: string): string {
  if (/header size/.test(message)) return 'The mail is refused: its header is longer than any real one.';
  if (/child nodes/.test(message))
    return 'The mail is refused: it is nested deeper, or in more parts, than any real one.';
  return 'The mail is damaged and cannot be read.';
}
