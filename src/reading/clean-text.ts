/**
 * Text as the desk keeps it: PostgreSQL refuses NUL, and lone surrogates are no Unicode. Lines end in `\n`; other control
 * characters but the tab become blanks. Shortens `\r\n`, so offsets are counted afterwards; cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '\ufffd')
    .replace(/[\u0001-\u0008\u000b-\u001f\u007f]/g, ' ');
}
