import { deflateSync } from 'node:zlib';
import { line, packed, pdfFile, pdfOf, streamOf } from './pdf.ts';

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const page = (parent: number, contents: string, resources = '') =>
  `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 612 792] ${contents} /Resources << /Font << /F1 3 0 R >> ${resources} >> >>`;

/** `count` pages, each with its number. */
export function manyPages(count: number): Buffer {
  return pdfOf(Array.from({ length: count }, (_, i) => ({ content: line(72, 700, `Page number ${i + 1}`) })));
}

/** One page at the bottom of a tree that is `depth` levels deep. */
export function deepTree(depth: number): Buffer {
  const nodes = Array.from(
    { length: depth },
    (_, i) => `<< /Type /Pages /Count 1 /Parent ${i + 3} 0 R /Kids [${i + 5} 0 R] >>`,
  );
  const root = '<< /Type /Pages /Count 1 /Kids [4 0 R] >>';
  return pdfFile([CATALOG, root, FONT, ...nodes, page(depth + 3, '')]);
}

/** A tree whose only child is itself. */
export function treeOfItself(): Buffer {
  return pdfFile([CATALOG, '<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>', FONT]);
}

/** One page that says it is a billion. */
export function boaster(): Buffer {
  return pdfFile([CATALOG, '<< /Type /Pages /Count 1000000000 /Kids [4 0 R] >>', FONT, page(2, '')]);
}

/** A form that draws itself. */
export function formOfItself(): Buffer {
  const form = streamOf(
    '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
    '/X Do',
  );
  const content = streamOf('', `${line(72, 700, 'Round and round')}/X Do`);
  const pages = '<< /Type /Pages /Count 1 /Kids [4 0 R] >>';
  return pdfFile([CATALOG, pages, FONT, page(2, '/Contents 6 0 R', '/XObject << /X 5 0 R >>'), form, content]);
}

/** Forms that each draw the next ten times: 10^`levels` lines of text. */
export function billionLaughs(levels: number): Buffer {
  const forms = Array.from({ length: levels }, (_, level) => {
    const isLast = level === levels - 1;
    const resources = isLast ? '/Font << /F1 3 0 R >>' : `/XObject << /X ${level + 7} 0 R >>`;
    const content = isLast ? line(1, 1, 'ha') : '/X Do '.repeat(10);
    return streamOf(`/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << ${resources} >>`, content);
  });
  const pages = '<< /Type /Pages /Count 1 /Kids [4 0 R] >>';
  const first = page(2, '/Contents 5 0 R', '/XObject << /X 6 0 R >>');
  return pdfFile([CATALOG, pages, FONT, first, streamOf('', '/X Do '.repeat(10)), ...forms]);
}

/** A page whose content is so many MiB of blanks, packed twice over. */
export function contentBomb(mib: number): Buffer {
  const once = deflateSync(Buffer.alloc(mib * 1024 * 1024, 32), { level: 9 });
  const twice = deflateSync(once, { level: 9 }).toString('latin1');
  const content = streamOf('/Filter [/FlateDecode /FlateDecode]', twice);
  const pages = '<< /Type /Pages /Count 1 /Kids [4 0 R] >>';
  return pdfFile([CATALOG, pages, FONT, page(2, '/Contents 5 0 R'), content]);
}

/** The page's parts stand in a packed stream of so many MiB. */
export function objectStreamBomb(mib: number): Buffer {
  const head = '6 0 ';
  const body = Buffer.concat([Buffer.from(`${head}<< /Length 1 >>`), Buffer.alloc(mib * 1024 * 1024, 32)]);
  const stream = packed(`/Type /ObjStm /N 1 /First ${head.length}`, body);
  const pages = '<< /Type /Pages /Count 1 /Kids [4 0 R] >>';
  return pdfFile([CATALOG, pages, FONT, page(2, '/Contents 6 0 R'), stream]);
}

/** Opens only with a password that nobody here knows. */
export function withPassword(): Buffer {
  const secret = (byte: string) => `<${byte.repeat(32)}>`;
  const pages = '<< /Type /Pages /Count 1 /Kids [4 0 R] >>';
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /O ${secret('a7')} /U ${secret('3c')} /P -4 >>`;
  const bytes = pdfFile([CATALOG, pages, FONT, page(2, ''), encrypt]).toString('latin1');
  const id = secret('11');
  return Buffer.from(bytes.replace('/Root 1 0 R', `/Root 1 0 R /Encrypt 5 0 R /ID [${id} ${id}]`), 'latin1');
}
