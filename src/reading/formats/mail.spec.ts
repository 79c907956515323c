import { describe, expect, it } from '@jest/globals';
import { readBytes, textsOf } from '../../../test/support/read-file.ts';

const lines = (...all: string[]) => all.join('\r\n');
const HEAD = [
  'From: =?utf-8?Q?J=C3=B6rg?= <clerk@agency.example>',
  'To: a@news.example, "B, C" <b@news.example>',
  'Date: Tue, 1 Oct 2019 10:00:00 -0400',
  'Subject: =?utf-8?B?w5xiZXI=?= crates',
];
const HEAD_READ =
  '"Jörg" <clerk@agency.example>\nTo: a@news.example, "B, C" <b@news.example>\nDate: Tue, 1 Oct 2019 10:00:00 -0400\nSubject: Über crates';

function parts(boundary: string, ...all: string[]): string {
  return lines(
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...all.map((part) => `--${boundary}\r\n${part}`),
    `--${boundary}--`,
    '',
  );
}

describe('e-mail', () => {
  it('has its header, its text and the names of what is attached', async () => {
    const mail = lines(
      ...HEAD,
      parts(
        'x',
        'Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe,\r\nthe office',
        'Content-Type: application/pdf; name="release 1.pdf"\r\nContent-Disposition: attachment; filename="release 1.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=',
      ),
    );
    const { pages, reader } = await readBytes(mail, 'answer.eml');
    expect(pages.map(({ text }) => text)).toEqual([
      `From: ${HEAD_READ}\n\nGrüße,\nthe office\n[attachment] release 1.pdf`,
    ]);
    expect(reader).toBe('mailparser 3');
  });

  it('is read from HTML when it has nothing else, and then keeps from view what is hidden there', async () => {
    const mail = lines(
      ...HEAD,
      'Content-Type: text/html',
      '',
      '<style>x</style><p>Four crates</p><p style="display:none">Doe</p>',
    );
    const { pages } = await readBytes(mail, 'a.eml');
    expect(pages[0]?.text).toBe(`From: ${HEAD_READ}\n\nFour crates`);
    expect(pages[0]?.hidden?.map(({ text }) => text)).toEqual(['Doe']);
  });

  it('has the mails that are attached to it', async () => {
    const inner = lines('From: x@agency.example', 'Subject: inner', '', 'Lost: eleven.');
    const mail = lines(
      ...HEAD,
      parts(
        'x',
        'Content-Type: text/plain\r\n\r\nSee below.',
        `Content-Type: message/rfc822\r\n\r\n${inner}`,
        'Content-Type: text/csv; name=a.csv\r\nContent-Disposition: attachment\r\n\r\na,b',
      ),
    );
    expect(await textsOf(mail, 'a.eml')).toEqual([
      `From: ${HEAD_READ}\n\nSee below.\n[attachment] message/rfc822\n[attachment] a.csv\n\n[attached mail]\nFrom: x@agency.example\nSubject: inner\n\nLost: eleven.`,
    ]);
  });

  it('refuses 3,000 parts within parts and 200,000 lines of header within a second', async () => {
    const opened = Array.from(
      { length: 3000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    const started = performance.now();
    await expect(
      readBytes(`From: a@b.example\r\n${opened.join('')}Content-Type: text/plain\r\n\r\nhi`, 'a.eml'),
    ).rejects.toThrow(/nested deeper/);
    await expect(readBytes(`From: a@b.example\r\n${'X-A: b\r\n'.repeat(200_000)}\r\nhi`, 'a.eml')).rejects.toThrow(
      /header is longer/,
    );
    // Each takes a third of a second on a quiet machine.
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('reads mails within mails only so deep', async () => {
    const deep = `From: a@b.example\r\n${'Content-Type: message/rfc822\r\n\r\nFrom: x@y.example\r\n'.repeat(400)}\r\nhello`;
    const [page] = await textsOf(deep, 'a.eml');
    expect(page?.match(/\[attached mail\]/g)).toHaveLength(8);
  });

  it('is refused when it is none', async () => {
    await expect(readBytes('hello, this is a note', 'a.eml')).rejects.toThrow(/no mail/);
  });
});

describe('a box of mails', () => {
  it('has a page for each', async () => {
    const box =
      'From a@b.example Tue Oct  1 10:00:00 2019\nFrom: a@b.example\nSubject: one\n\nHello\n>From here on\n\nFrom c@d.example Wed Oct  2\nFrom: c@d.example\nSubject: two\n\nBye\nFrom nobody\n';
    const { pages, total } = await readBytes(box, 'all.mbox');
    expect(pages.map(({ number, text }) => [number, text])).toEqual([
      [1, 'From: a@b.example\nSubject: one\n\nHello\nFrom here on'],
      [2, 'From: c@d.example\nSubject: two\n\nBye\nFrom nobody'],
    ]);
    expect(total).toBe(2);
  });

  it('leaves out a mail that is made to exhaust it, and reads the next', async () => {
    const mail = (subject: string, more = '') =>
      `From a@b Tue Oct 1\nFrom: a@b.example\n${more}Subject: ${subject}\n\ntext\n\n`;
    const { pages, broken, total } = await readBytes(
      mail('one') + mail('two', 'X-A: b\n'.repeat(50_000)) + mail('three'),
      'a.mbox',
    );
    expect(pages.map(({ number }) => number)).toEqual([1, 3]);
    expect(broken).toEqual([{ number: 2, reason: expect.stringMatching(/header is longer/) }]);
    expect(total).toBe(3);
  });
});
