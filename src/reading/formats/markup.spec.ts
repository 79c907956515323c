import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readBytes, textsOf } from '../../../test/support/read-file.ts';
import { propertyRuns } from '../../../test/support/runs.ts';

const hiddenIn = async (bytes: Buffer | string, name: string) =>
  (await readBytes(bytes, name)).pages.map(({ text, hidden }) => ({
    text,
    hidden: (hidden ?? []).map((one) => one.text),
  }));

describe('RTF', () => {
  const rtf = (body: string, head = '\\ansi\\ansicpg1252') => `{\\rtf1${head}\\deff0{\\fonttbl{\\f0 Arial;}}\n${body}}`;

  it('is read without fonts, colours, styles, pictures and properties', async () => {
    const body = `{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}}{\\info{\\author Clerk}}{\\*\\generator X;}{\\pard\\b Dear\\b0  all,\\par four{\\pict\\pngblip 89504e47}{\\*\\blipuid 00} crates\\~lost\\emdash ask\\'85\\line\nnow\\{\\}\\\\.\\par}`;
    expect(await textsOf(rtf(body), 'a.rtf')).toEqual(['Dear all,\nfour crates\u00a0lost—ask…\nnow{}\\.']);
  });

  it('reads Unicode, and leaves out what stands beside it for old programs', async () => {
    expect(
      await textsOf(rtf("\\u1052?\\u1072\\'ec\\uc2\\u1080aa\\uc0\\u1088 \\uc1\\u-10179?\\u-8704?!\\u233?"), 'a.rtf'),
    ).toEqual(['Маир😀!é']);
  });

  it('reads bytes in the code page of the file or of their font', async () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 MS Mincho;}}';
    const body = `${fonts}\\f0 \\'fc\\f1 \\'cc\\'e8\\'f0\\f2 \\'93\\'fa\\plain\\'e9`;
    expect(await textsOf(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`, 'a.rtf')).toEqual(['üМир日é']);
    expect(await textsOf(rtf("\\'b3\\'f3d\\'9f", '\\ansi\\ansicpg1250'), 'a.rtf')).toEqual(['łódź']);
  });

  it('keeps from view what is hidden or deleted', async () => {
    const body = 'Agent {\\v Smith }left.\\par {\\deleted Mr }Doe\\v0\\par \\v all\\plain  shown';
    expect(await hiddenIn(rtf(body), 'a.rtf')).toEqual([
      { text: 'Agent left.\nDoe\n shown'.trim(), hidden: ['Smith', 'Mr', 'all'] },
    ]);
  });

  it('knows pages, tables, footnotes, headers, text boxes and links', async () => {
    const body = `{\\header\\pard CUI\\par}{\\footer\\par}\\pard one{\\footnote\\pard  of two\\par}\\par\\trowd\\pard\\intbl a\\par b\\cell c\\cell\\row\\pard end\\page two {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt link}}{\\shp{\\*\\shpinst{\\sp{\\sn pib}{\\sv 1}}{\\shptxt \\pard boxed\\par}}}`;
    expect(await textsOf(rtf(body), 'a.rtf')).toEqual([
      '[header] CUI\none\n[footnote] of two\na b\tc\nend',
      'two linkboxed',
    ]);
  });

  it('passes over the bytes of a picture, whatever they are', async () => {
    const file = Buffer.concat([
      Buffer.from('{\\rtf1 a{\\pict\\bin9 '),
      Buffer.from('}}{\\par}\\x'),
      Buffer.from('} b}'),
    ]);
    expect(await textsOf(file, 'a.rtf')).toEqual(['a b']);
    const unspaced = Buffer.concat([Buffer.from('{\\rtf1 a{\\pict\\bin3'), Buffer.from('}{}'), Buffer.from('} b}')]);
    expect(await textsOf(unspaced, 'a.rtf')).toEqual(['a b']);
  });

  it('gives back every word that was written', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((text) => text.replace(/[\p{C}\p{Z}]/gu, '') || 'x');
    const escaped = (text: string) =>
      text.replace(/[\\{}]/g, '\\$&').replace(/[^\u0020-\u007e]/g, (unit) => `\\u${(unit.charCodeAt(0) << 16) >> 16}?`);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 40 }), async (words) => {
        expect(await textsOf(rtf(escaped(words.join(' '))), 'a.rtf')).toEqual([words.join(' ')]);
      }),
      { numRuns: propertyRuns(25) },
    );
  });
});

describe('HTML', () => {
  it('is read as its lines, without scripts, styles and comments', async () => {
    const page = `<!DOCTYPE html><html><head><title>Reading room</title><style>p{color:red}</style><script>var a = "<p>no</p>";</script></head>
      <body><h1>Losses</h1><!-- draft --><p>Four   crates,<br>two &amp; two &eacute;<b>bold</b></p><ul><li>one<li>two</ul>
      <table><tr><th>Base</th><th>Crates</th></tr><tr><td>A</td><td></td><td>4</td></tr></table><pre>a  b
  c</pre><noscript>plain</noscript></body></html>`;
    expect(await textsOf(page, 'room.html')).toEqual([
      'Reading room\nLosses\nFour crates,\ntwo & two ébold\none\ntwo\nBase\tCrates\nA\t\t4\na  b\n  c\nplain',
    ]);
  });

  it('is known by its first bytes, whatever its name: agencies save error pages as PDF', async () => {
    expect(await textsOf('<html><body>Not found</body></html>', 'release.pdf')).toEqual(['Not found']);
  });

  it('keeps from view what its elements hide, and what lies within them', async () => {
    const page =
      '<html><p>Agent <span style="color:red; DISPLAY : none">Smith <span>and</span> Co</span> left</p><div hidden>Doe<div>Roe</div>Poe</div><p style="visibility:hidden">x</p>end</html>';
    expect(await hiddenIn(page, 'a.html')).toEqual([
      { text: 'Agent left\nend', hidden: ['Smith and Co', 'Doe', 'Roe', 'Poe', 'x'] },
    ]);
  });

  it.each([
    ['<meta charset="windows-1251">', 'win1251', 'Мир'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', 'win1252', '“é”'],
    ['<meta charset=shift_jis>', 'shiftjis', '日本'],
    ['', 'utf8', 'é日'],
    ['', 'win1252', 'é'],
  ])('is decoded as %j says', async (meta, encoding, word) => {
    expect(await textsOf(iconv.encode(`<html>${meta}<p>${word}</p></html>`, encoding), 'a.html')).toEqual([word]);
  });
});
