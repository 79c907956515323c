import { gzipSync } from 'node:zlib';
import { pngOf } from './pixels.ts';

/** A file as somebody sends it who wants it to run where it is opened. */
export interface HostileFile {
  name: string;
  bytes: Buffer;
}

/** Calls `canary` from a script, and again in ways that need none: whoever is called knows that something ran or loaded. */
const script = (canary: string) => `fetch('${canary}');new Image().src='${canary}'`;
const markup = (canary: string) =>
  `<script>${script(canary)}</script><img src="${canary}"><img src=x onerror="${script(canary)}">` +
  `<iframe src="javascript:${script(canary)}"></iframe><meta http-equiv="refresh" content="0;url=${canary}">` +
  `<link rel="stylesheet" href="${canary}"><object data="${canary}"></object>`;

/** Every kind of file that some browser has run or loaded something for; `canary` makes the URL that each of them calls. */
export function hostileFiles(canary: (name: string) => string): HostileFile[] {
  const texts: Record<string, (url: string) => string> = {
    html: (url) => `<!doctype html><title>x</title>${markup(url)}`,
    'html-behind-blanks': (url) => `\n\n\t   <!-- a letter -->\n<html>${markup(url)}</html>`,
    'html-fragment': (url) => `Dear requester,\n\n<b>enclosed</b> ${markup(url)}\n`,
    'html-utf7': (url) => `+ADw-script+AD4-${script(url)}+ADw-/script+AD4-`,
    xhtml: (url) =>
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><script>${script(url)}</script></body></html>`,
    svg: (url) =>
      `<svg xmlns="http://www.w3.org/2000/svg" onload="${script(url)}"><script>${script(url)}</script><image href="${url}"/>` +
      `<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${url}"/></foreignObject></svg>`,
    xslt: (url) =>
      `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#s"?><!DOCTYPE d [<!ATTLIST xsl:stylesheet id ID #REQUIRED>]>` +
      `<d><xsl:stylesheet id="s" version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/">` +
      `<html><body><script>${script(url)}</script></body></html></xsl:template></xsl:stylesheet></d>`,
    'xml-entity': (url) => `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "${url}">]><d>&e;</d>`,
    mhtml: (url) =>
      `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nSubject: x\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n` +
      `--b\r\nContent-Type: text/html\r\nContent-Location: http://x.test/\r\n\r\n<html>${markup(url)}</html>\r\n--b--\r\n`,
    script: (url) => script(url),
    css: (url) => `@import "${url}"; body { background: url(${url}) }`,
    json: (url) => JSON.stringify({ __proto__: null, html: markup(url) }),
    'shortcut-url': (url) => `[InternetShortcut]\r\nURL=${url}\r\n`,
    pdf: pdfWithScript,
  };
  const plain = Object.entries(texts).map(([name, text]) => ({
    name,
    bytes: Buffer.from(text(canary(name)), 'latin1'),
  }));
  const made = (name: string, make: (url: string) => Buffer) => ({ name, bytes: make(canary(name)) });
  return [
    ...plain,
    made('html-utf16', (url) => Buffer.from(`\ufeff<html>${markup(url)}</html>`, 'utf16le')),
    // `GIF89a` is a name in JavaScript, and its size a comment that begins.
    made('gif-script', (url) =>
      Buffer.concat([Buffer.from('GIF89a/*', 'latin1'), Buffer.alloc(6), Buffer.from(`*/=1;${script(url)};`)]),
    ),
    made('gif-html', (url) =>
      Buffer.concat([Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00', 'latin1'), Buffer.from(markup(url))]),
    ),
    made('png-html', (url) =>
      Buffer.concat([pngOf(new Uint8Array([128]), 1, 1), Buffer.from(`<html>${markup(url)}</html>`)]),
    ),
    made('jpeg-html', (url) =>
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0x00, 0xff]), Buffer.from(markup(url))]),
    ),
    made('pdf-html', (url) => Buffer.from(`%PDF-1.4\n<html>${markup(url)}</html>\n${pdfWithScript(url)}`, 'latin1')),
    made('zip-html', (url) =>
      Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.from(`<html>${markup(url)}</html>`)]),
    ),
    made('gzip-html', (url) => gzipSync(`<html>${markup(url)}</html>`)),
  ];
}

function pdfWithScript(url: string): string {
  const js = `app.launchURL("${url}", true); this.submitForm("${url}"); this.getURL("${url}");`;
  return (
    `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(${js.replace(/[()\\]/g, '\\$&')})>>` +
    `/AA<</O<</S/URI/URI(${url})>>>>>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/AA<</O<</S/URI/URI(${url})>>>>>>endobj\n` +
    `trailer<</Root 1 0 R>>\n%%EOF\n`
  );
}

/** Names by which files are sent, each ending that a browser or a system knows. */
export const endings = [
  '.html', '.htm', '.xhtml', '.svg', '.xml', '.xsl', '.pdf', '.mht', '.mhtml', '.eml', '.js', '.mjs', '.css', '.json',
  '.png', '.gif', '.jpg', '.txt', '.url', '.hta', '.swf', '.zip', '.html.png', '.', '',
]; // prettier-ignore

/** What senders say that their files are. */
export const saidTypes = [
  'text/html', 'application/xhtml+xml', 'image/svg+xml', 'text/xml', 'application/xml', 'application/xslt+xml',
  'multipart/related', 'message/rfc822', 'text/javascript', 'text/css', 'application/pdf', 'image/png', 'image/gif',
  'text/plain', 'application/x-shockwave-flash', 'application/octet-stream', 'x/y;charset=utf-7',
]; // prettier-ignore

/** Names that would end a header, an attribute, a tag or a folder, or run in one. */
export const hostileNames = [
  `"><script>alert(1)</script>.html`,
  `'onmouseover='alert(1)'.svg`,
  'a.html\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>',
  'javascript:alert(1)',
  '</title></style><img src=x onerror=alert(1)>.pdf',
  '../../../../etc/passwd.html',
  'evil\u202egnp.html',
  '=HYPERLINK("https://evil.test").csv',
  '%00.html',
  'data:text/html,<script>alert(1)</script>',
];
