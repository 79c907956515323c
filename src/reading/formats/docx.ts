import { type Extractor, type FileToRead, type ReadPage, type Tell } from '../extractor.ts';
import { DocxWords, type Note } from './docx-words.ts';
import { mainPart, type Relationship, relationshipsOf } from './office-package.ts';
import { PageBuilder, type PageLimits, type WordSink } from './page-builder.ts';
import { endingOf } from './by-name.ts';
import { attribute, walkXml, XmlWalker } from './xml-walker.ts';
import { ZipParts } from './zip-parts.ts';

const TYPES =
  /^application\/(vnd\.openxmlformats-officedocument\.wordprocessingml\.|vnd\.ms-word\.(document|template)\.macroenabled)/i;
const NAMES = /^\.(docx|docm|dotx|dotm)$/;
/** The file says itself where most pages end; this is for those that do not. */
const LIMITS: PageLimits = { lines: 2_000, characters: 50_000 };

const NOTHING: Note = { text: '', hidden: [], author: null };

/** Word's files since 2007. Deleted and hidden text, which the file still has, goes into `hidden`. */
export const docx: Extractor = {
  name: 'docx 1',
  reads: ({ mediaType, filename }) =>
    TYPES.test(mediaType) || (mediaType === 'application/zip' && NAMES.test(endingOf(filename))),
  async *pages(file: FileToRead, tell: Tell): AsyncGenerator<ReadPage> {
    const zip = await ZipParts.open(file.path);
    try {
      const main = await mainPart(zip, 'word/document.xml');
      const related = await relationshipsOf(zip, main);
      const builder = new PageBuilder(LIMITS);
      await margins(zip, related, 'header', builder);
      const words = new DocxWords(
        builder,
        new Map([...(await notesOf(zip, related, 'footnote')), ...(await notesOf(zip, related, 'endnote'))]),
      );
      const walker = new XmlWalker(words);
      for await (const chunk of zip.read(main)) {
        walker.write(chunk);
        yield* builder.take();
      }
      walker.end();
      words.end();
      await margins(zip, related, 'footer', builder);
      for (const [, note] of await notesOf(zip, related, 'comment')) {
        builder.add(`[comment${note.author ? ` by ${note.author}` : ''}] ${note.text}`);
        for (const text of note.hidden) builder.hide(text);
      }
      builder.end();
      tell.total(builder.count);
      yield* builder.take();
    } finally {
      zip.close();
    }
  },
};

/** Headers and footers, each text once: headers before the first page's text, footers after the last one's. */
async function margins(zip: ZipParts, related: Relationship[], type: 'header' | 'footer', to: WordSink): Promise<void> {
  const seen = new Set<string>();
  for (const { target } of related.filter((one) => one.type === type)) {
    const { text, hidden } = (await notesIn(zip, target, type === 'header' ? 'hdr' : 'ftr')).get('') ?? NOTHING;
    if (text !== '' && !seen.has(text)) to.add(`[${type}] ${text}`);
    seen.add(text);
    for (const secret of hidden) to.hide(secret);
  }
}

/** The notes of one kind by `kind:id`. */
async function notesOf(zip: ZipParts, related: Relationship[], kind: string): Promise<Map<string, Note>> {
  const part = related.find(({ type }) => type === `${kind}s`)?.target;
  const notes = part === undefined ? new Map<string, Note>() : await notesIn(zip, part, kind);
  return new Map([...notes].map(([id, note]) => [`${kind}:${id}`, note]));
}

/** The texts of all `element` in a part, by their ids. */
async function notesIn(zip: ZipParts, part: string, element: string): Promise<Map<string, Note>> {
  const notes = new Map<string, Note>();
  let note: Note = { ...NOTHING, hidden: [] };
  const words = new DocxWords({
    add: (line) => void (note.text = `${note.text}\n${line}`.trim()),
    hide: (text) => void note.hidden.push(text),
    pageEnd: () => {},
  });
  await walkXml(zip.read(part), {
    opened(name, attributes) {
      if (name === element) {
        note = { text: '', hidden: [], author: attribute(attributes, 'author') ?? null };
        notes.set(attribute(attributes, 'id') ?? '', note);
      }
      words.opened(name, attributes);
    },
    closed(name) {
      words.closed(name);
      if (name === element) words.end();
    },
    text: (text) => words.text(text),
  });
  return notes;
}
