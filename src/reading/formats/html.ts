import type { Extractor, FileToRead, ReadPage, Tell } from '../extractor.ts';
import { HtmlWords } from './html-words.ts';
import { PageBuilder, type PageLimits } from './page-builder.ts';
import { endingOf, mayBeText } from './by-name.ts';
import iconv from 'iconv-lite';
import { decoded, encodingOf, headOf } from './text-lines.ts';

const NAMES = /^\.(html?|xhtml|xht)$/;
const LIMITS: PageLimits = { lines: 2_000, characters: 50_000 };

/** Web pages: what is shown with neither scripts nor style sheets. Nothing is fetched, nothing is run. */
export const html: Extractor = {
  name: 'htmlparser2 10',
  reads: (file) =>
    file.mediaType === 'text/html' ||
    file.mediaType === 'application/xhtml+xml' ||
    (mayBeText(file, NAMES) && NAMES.test(endingOf(file.filename))),
  async *pages(file: FileToRead, tell: Tell): AsyncGenerator<ReadPage> {
    const builder = new PageBuilder(LIMITS);
    const words = new HtmlWords(builder);
    for await (const text of decoded(file.path, (await declaredIn(file.path)) ?? (await encodingOf(file.path)))) {
      words.write(text);
      yield* builder.take();
    }
    words.end();
    builder.end();
    tell.total(builder.count);
    yield* builder.take();
  },
};

/** The encoding that the page itself names, if it is one that leaves its own name readable. */
async function declaredIn(path: string): Promise<string | null> {
  const head = await headOf(path, 4096);
  if (head[0] === 0xff || head[0] === 0xfe) return null;
  const name = /<meta[^>]{0,500}?charset\s*=\s*["']?([\w-]+)|^\s*<\?xml[^>]{0,200}encoding=["']([\w-]+)/i.exec(
    head.toString('latin1'),
  );
  const label = (name?.[1] ?? name?.[2] ?? '').toLowerCase();
  if (label === '' || label.startsWith('utf-16') || !iconv.encodingExists(label)) return null;
  // What calls itself Latin-1 is Windows-1252 on the web.
  return /^(iso-8859-1|latin1|us-ascii|ascii)$/.test(label) ? 'win1252' : label;
}
