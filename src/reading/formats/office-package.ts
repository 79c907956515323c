import { posix } from 'node:path';
import { CannotRead } from '../extractor.ts';
import { attribute, walkXml } from './xml-walker.ts';
import type { ZipParts } from './zip-parts.ts';

/** What one part of an Office file says of another. */
export interface Relationship {
  id: string;
  /** The last word of its URI: `worksheet`, `footnotes`. */
  type: string;
  /** The name of the other part in the archive. */
  target: string;
}

/** What `part` refers to inside the file; links to the outside are left out and never followed. */
export async function relationshipsOf(zip: ZipParts, part: string): Promise<Relationship[]> {
  const found: Relationship[] = [];
  const rels = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  await walkXml(zip.read(rels), {
    opened(name, attributes) {
      const { Id: id, Type: type = '', Target: target } = attributes;
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      if (attribute(attributes, 'TargetMode') === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: path });
    },
  });
  return found;
}

/** The part that everything hangs on: `word/document.xml`, `xl/workbook.xml`. */
export async function mainPart(zip: ZipParts, usual: string): Promise<string> {
  if (zip.has(usual)) return usual;
  const main = (await relationshipsOf(zip, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !zip.has(main)) {
    throw new CannotRead('The file is damaged: it has no main part. Open it in its program and save it once more.');
  }
  return main;
}
