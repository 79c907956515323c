import { fileTypeFromBuffer } from 'file-type';

export const UNKNOWN = 'application/octet-stream';
export const MAIL = 'message/rfc822';
export const MAILBOX = 'application/mbox';

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
  if (markup) return markup;
  // Old letters are in no encoding that could be named: their first lines are plain all the same.
  return mailOf(head) ?? (text === null || head.length === 0 ? UNKNOWN : 'text/plain');
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

const HEADER = /^[!-9;-~]+:/;
/** What only letters say of themselves; two of them must be there. */
const OF_LETTERS =
  /^(return-path|received|delivered-to|from|to|cc|subject|date|message-id|mime-version|reply-to|in-reply-to|x-mailer|dkim-signature|arc-seal):/i;

function mailOf(head: Uint8Array): string | undefined {
  const lines = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 16 * 1024))
    .toString('latin1')
    .split(/\r?\n/);
  const isMailbox = /^From \S+ .*\d\d:\d\d/.test(lines[0]!);
  const block = lines.slice(isMailbox ? 1 : 0);
  const end = block.findIndex((line) => !HEADER.test(line) && !/^[ \t]/.test(line));
  const headers = block.slice(0, end < 0 ? undefined : end).filter((line) => OF_LETTERS.test(line));
  if (headers.length < 2 || (end >= 0 && block[end] !== '')) return undefined;
  return isMailbox ? MAILBOX : MAIL;
}

function markupOf(text: string): string | undefined {
  const start = text.slice(0, 4096).replace(/^\s*(<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*/, '');
  if (/^<(!doctype\s+html|html|head|body|script)\b/i.test(start)) return 'text/html';
  if (/^<(!doctype\s+svg|svg)\b/i.test(start)) return 'image/svg+xml';
  return /^\s*<\?xml\b/.test(text) ? 'application/xml' : undefined;
}
