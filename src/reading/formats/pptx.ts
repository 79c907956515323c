import type { Extractor, FileToRead, ReadPage, Tell } from '../extractor.ts';
import { endingOf } from './by-name.ts';
import { mainPart, relationshipsOf } from './office-package.ts';
import { PageBuilder, type PageLimits } from './page-builder.ts';
import { PptxWords } from './pptx-words.ts';
import { walkXml, XmlWalker } from './xml-walker.ts';
import { ZipParts } from './zip-parts.ts';

const TYPES =
  /^application\/(vnd\.openxmlformats-officedocument\.presentationml\.|vnd\.ms-powerpoint\.(presentation|slideshow|template)\.macroenabled)/i;
const NAMES = /^\.(pptx|pptm|ppsx|ppsm|potx|potm)$/;
/** A slide is a page, however much stands on it. */
const LIMITS: PageLimits = { lines: 5_000, characters: 200_000 };
/** Of notes: what the program puts there itself. */
const OWN = ['sldImg', 'sldNum', 'dt', 'hdr', 'ftr'];

/** PowerPoint's files since 2007: each slide a page, with its notes and comments. */
export const pptx: Extractor = {
  name: 'pptx 1',
  reads: ({ mediaType, filename }) =>
    TYPES.test(mediaType) || (mediaType === 'application/zip' && NAMES.test(endingOf(filename))),
  async *pages(file: FileToRead, tell: Tell): AsyncGenerator<ReadPage> {
    const zip = await ZipParts.open(file.path);
    try {
      const slides = await slidesOf(zip);
      const builder = new PageBuilder(LIMITS);
      for (const slide of slides) {
        await readSlide(zip, slide, builder);
        builder.pageEnd();
        yield* builder.take();
      }
      builder.end();
      tell.total(builder.count);
      yield* builder.take();
    } finally {
      zip.close();
    }
  },
};

/** The parts of the slides in the order in which they are shown; each once, however often a hostile file names it. */
async function slidesOf(zip: ZipParts): Promise<Set<string>> {
  const main = await mainPart(zip, 'ppt/presentation.xml');
  const targets = new Map((await relationshipsOf(zip, main)).map(({ id, target }) => [id, target]));
  const slides = new Set<string>();
  await walkXml(zip.read(main), {
    opened(name, attributes) {
      if (name !== 'sldId') return;
      // Beside it stands an `id` of the program's own.
      const key = Object.keys(attributes).find((one) => one.endsWith(':id'));
      const target = key === undefined ? undefined : targets.get(attributes[key]!);
      if (target !== undefined) slides.add(target);
    },
  });
  return slides;
}

async function readSlide(zip: ZipParts, slide: string, builder: PageBuilder): Promise<void> {
  const words = new PptxWords(builder);
  const walker = new XmlWalker({
    opened(name, attributes) {
      // Not shown when it is presented, and there for everybody who opens the file.
      if (name === 'sld' && /^(0|false)$/.test(attributes.show ?? '')) builder.add('[hidden slide]');
      words.opened(name, attributes);
    },
    text: (text) => words.text(text),
    closed: (name) => words.closed(name),
  });
  for await (const chunk of zip.read(slide)) walker.write(chunk);
  walker.end();
  const related = await relationshipsOf(zip, slide);
  const marks: [type: string, mark: string][] = [
    ['diagramData', ''],
    ['notesSlide', '[notes] '],
    ['comments', '[comment] '],
  ];
  for (const [type, mark] of marks) {
    for (const { target } of related.filter((one) => one.type === type)) {
      const add = (line: string) => builder.add(`${mark}${line}`);
      await walkXml(zip.read(target), new PptxWords({ add, hide: (text) => builder.hide(text) }, OWN));
    }
  }
}
