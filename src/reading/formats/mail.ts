import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CannotRead, type Extractor, type FileToRead, type ReadPage, type Tell } from '../extractor.ts';
import { PageBuilder, type PageLimits } from './page-builder.ts';
import { endingOf, mayBeText } from './by-name.ts';
import { decoded, linesOf } from './text-lines.ts';

const MIB = 1024 * 1024;
/** Bodies are held in memory; attachments stream by. */
const LARGEST_MAIL = 256 * MIB;
const LIMITS: PageLimits = { lines: 5_000, characters: 50_000 };
const TOO_LARGE = 'The mail is larger than 256 MB, more than any mail server carries.';

/** Loaded for mails alone: it takes longer to load than most other files take to be read. */
const theReader = () => import('./mail-words.ts');

/** An e-mail: who to whom, when, about what; its text; the names of what is attached. Mails within it are read too. */
export const mail: Extractor = {
  name: 'mailparser 3',
  reads: (file) =>
    file.mediaType === 'message/rfc822' || (mayBeText(file, /^\.eml$/) && endingOf(file.filename) === '.eml'),
  async *pages(file: FileToRead, tell: Tell): AsyncGenerator<ReadPage> {
    if (file.size > LARGEST_MAIL) throw new CannotRead(TOO_LARGE);
    const builder = new PageBuilder(LIMITS);
    const { readMail } = await theReader();
    await readMail(createReadStream(file.path), builder);
    builder.end();
    tell.total(builder.count);
    yield* builder.take();
  },
};

/** A box of many mails: each begins a page. */
export const mbox: Extractor = {
  name: 'mailparser 3',
  reads: (file) =>
    file.mediaType === 'application/mbox' ||
    (mayBeText(file, /^\.(mbox|mbx)$/) && /^\.(mbox|mbx)$/.test(endingOf(file.filename))),
  async *pages(file: FileToRead, tell: Tell): AsyncGenerator<ReadPage> {
    const builder = new PageBuilder(LIMITS);
    const { readMail } = await theReader();
    for await (const { bytes, isTooLarge } of mailsIn(file.path)) {
      try {
        if (isTooLarge) throw new CannotRead(TOO_LARGE);
        await readMail(Readable.from([bytes]), builder);
      } catch (error) {
        if (!(error instanceof CannotRead)) throw error;
        builder.break();
        yield* builder.take();
        tell.broken(builder.skip(), error.message);
      }
      builder.break();
      yield* builder.take();
    }
    tell.total(builder.count);
  },
};

/** Each begins with a line `From ` after an empty one; a line of text that begins so has a `>` in front of it. */
async function* mailsIn(path: string): AsyncGenerator<{ bytes: Buffer; isTooLarge: boolean }> {
  let lines: string[] = [];
  let size = 0;
  let isAfterBlank = true;
  let isInside = false;
  const mailSoFar = () => ({ bytes: Buffer.from(lines.join('\n'), 'latin1'), isTooLarge: size > LARGEST_MAIL / 4 });
  for await (const some of linesOf(decoded(path, 'latin1'))) {
    for (const line of some) {
      if (isAfterBlank && line.startsWith('From ')) {
        if (isInside) yield mailSoFar();
        [lines, size, isInside, isAfterBlank] = [[], 0, true, false];
        continue;
      }
      isAfterBlank = line === '';
      size += line.length;
      if (isInside && size <= LARGEST_MAIL / 4) lines.push(line.replace(/^>(>*From )/, '$1'));
    }
  }
  if (!isInside) throw new CannotRead('This is no box of mails, although its name says so: no line of it begins one.');
  yield mailSoFar();
}
