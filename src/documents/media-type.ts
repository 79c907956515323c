import { fileTypeFromBuffer } from 'file-type';

export const UNKNOWN = 'application/octet-stream';

/** What a browser can show without running anything; all else is handed out as bytes without a meaning. */
const HARMLESS: readonly string[] = [
  'application/pdf',
  'application/zip',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
  'text/plain',
];

/**
 * What a file seems to be, by its first bytes and never by its name or by what the sender says: a label for people and
 * for reading its text later. A file can be two things at once, so it allows nothing.
 */
export async function sniffMediaType(head: Uint8Array): Promise<string> {
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  const text = textOf(head);
  const markup = text === null ? undefined : markupOf(text);
  // `<?xml` alone says little: XHTML and SVG begin with it too.
  if (known && !(markup && known.mime === 'application/xml')) return known.mime;
  return markup ?? (text === null || head.length === 0 ? UNKNOWN : 'text/plain');
}

/** The Content-Type under which a file leaves: never one that a browser would run. */
export function servedAs(mediaType: string): string {
  if (mediaType === 'text/plain') return 'text/plain; charset=utf-8';
  return HARMLESS.includes(mediaType) ? mediaType : UNKNOWN;
}

/** The text that `head` begins with, or null when it is none. The last character may be cut. */
function textOf(head: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });

    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

function markupOf(text: string): string | undefined {
  const start = text.slice(0, 4096).replace(/^\s*(<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*/, '');
  if (/^<(!doctype\s+html|html|head|body|script)\b/i.test(start)) return 'text/html';
  if (/^<(!doctype\s+svg|svg)\b/i.test(start)) return 'image/svg+xml';
  return /^\s*<\?xml\b/.test(text) ? 'application/xml' : undefined;
}
