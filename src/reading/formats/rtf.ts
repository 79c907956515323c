import { createReadStream } from 'node:fs';
import { CannotRead, type Extractor, type FileToRead, type ReadPage, type Tell } from '../extractor.ts';
import { PageBuilder, type PageLimits } from './page-builder.ts';
import { endingOf } from './by-name.ts';
import { RtfTokens } from './rtf-tokens.ts';
import { RtfWords } from './rtf-words.ts';
import { headOf } from './text-lines.ts';

const LIMITS: PageLimits = { lines: 2_000, characters: 50_000 };

/** Rich text. A page ends where the text says so. Pictures, objects and comments are left out; hidden text goes into `hidden`. */
export const rtf: Extractor = {
  name: 'rtf 1',
  reads: ({ mediaType, filename }) =>
    mediaType === 'application/rtf' ||
    mediaType === 'text/rtf' ||
    (mediaType === 'text/plain' && endingOf(filename) === '.rtf'),
  async *pages(file: FileToRead, tell: Tell): AsyncGenerator<ReadPage> {
    const head = await headOf(file.path, 1024);
    if (!/^(\u00ef\u00bb\u00bf)?\s*\{\\rtf/.test(head.toString('latin1')))
      throw new CannotRead('This is no RTF, although its name says so.');
    const builder = new PageBuilder(LIMITS);
    const words = new RtfWords(builder);
    const tokens = new RtfTokens(words);
    for await (const chunk of createReadStream(file.path) as AsyncIterable<Buffer>) {
      tokens.write(chunk);
      yield* builder.take();
    }
    words.end();
    builder.end();
    tell.total(builder.count);
    yield* builder.take();
  },
};
