import { type Attributes, walkXml } from './xml-walker.ts';
import type { ZipParts } from './zip-parts.ts';

/** What people have written beside cells. `text` is one line. */
export async function commentsOf(zip: ZipParts, part: string): Promise<{ cell: string; text: string }[]> {
  const found: { cell: string; text: string }[] = [];
  let isText = false;
  await walkXml(zip.read(part), {
    opened(name: string, attributes: Attributes) {
      if (name === 'comment' || name === 'threadedComment') found.push({ cell: attributes['ref'] ?? '?', text: '' });
      isText = name === 't' || name === 'text';
    },
    closed: () => void (isText = false),
    text(text) {
      const last = found.at(-1);
      if (isText && last) last.text += text.replace(/\s+/g, ' ');
    },
  });
  // New Excel keeps a note for old ones beside each thread; it says that it is one.
  return found.filter(({ text }) => text.trim() !== '' && !text.startsWith('[Threaded comment]'));
}
