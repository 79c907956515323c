import type { Extractor, FileToRead, ReadPage, Tell } from '../extractor.ts';
import { mayBeText } from './by-name.ts';
import { PageBuilder, PROSE } from './page-builder.ts';
import { decoded, encodingOf, linesOf } from './text-lines.ts';

const TEXT_NAMES =
  /^\.(txt|text|md|markdown|rst|log|out|err|json|jsonl|ndjson|xml|yaml|yml|toml|ini|cfg|conf|properties|sql|c|h|cpp|cs|css|go|java|js|mjs|ts|py|rb|php|pl|r|sh|bat|ps1|tex|srt|vtt|ics|vcf)$/;

/** Text, logs and source: a page ends at a form feed, else when it is full. */
export const plainText: Extractor = {
  name: 'plain text 1',
  reads: (file) => mayBeText(file, TEXT_NAMES),
  async *pages(file: FileToRead, tell: Tell): AsyncGenerator<ReadPage> {
    const encoding = await encodingOf(file.path);
    const builder = new PageBuilder(PROSE);
    for await (const lines of linesOf(decoded(file.path, encoding))) {
      for (const line of lines) {
        const [first = '', ...after] = line.split('\f');
        // A form feed stands before the first line of its page: what comes before it is no line.
        if (first !== '' || after.length === 0) builder.add(first);
        for (const text of after) {
          builder.pageEnd();
          if (text !== '') builder.add(text);
        }
      }
      yield* builder.take();
    }
    builder.end();
    tell.total(builder.count);
    yield* builder.take();
  },
};
