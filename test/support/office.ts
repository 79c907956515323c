import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument';

/** A ZIP archive of `parts`, the first of them first: that is how files tell what they are. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A Word file: what is in its `w:body`, and parts that it refers to, by the last word of their kind. */
export async function docxOf(body: string, related: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const others = Object.entries(related).map(([kind, xml]) => [`word/${kind}.xml`, `${DECLARED}${xml}`] as const);
  return zipOf({
    '[Content_Types].xml': contentTypes('/word/document.xml', `${TYPES}.wordprocessingml.document.main+xml`),
    '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relationships(
      Object.fromEntries(Object.keys(related).map((kind) => [kind, `${kind}.xml`])),
    ),
    'word/document.xml': `${DECLARED}<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(others),
  });
}

/** A paragraph of Word with runs of plain text. */
export function paragraph(...texts: string[]): string {
  return `<w:p>${texts.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;
}

export interface TestSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  /** What is in `worksheet`: `<cols>…</cols><sheetData>…</sheetData>`. */
  xml: string;
  comments?: string;
}

export interface TestBook {
  sheets: readonly TestSheet[];
  strings?: readonly string[];
  /** What is in `styleSheet`. */
  styles?: string;
  is1904?: boolean;
  more?: Readonly<Record<string, string>>;
}

/** An Excel file. */
export async function xlsxOf({
  sheets,
  strings = [],
  styles = '',
  is1904 = false,
  more = {},
}: TestBook): Promise<Buffer> {
  const entries = sheets.map(({ name, state }, i) => {
    const hidden = state ? ` state="${state}"` : '';
    return `<sheet name="${name}" sheetId="${i + 1}"${hidden} r:id="rId${i + 1}"/>`;
  });
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes('/xl/workbook.xml', `${TYPES}.spreadsheetml.sheet.main+xml`),
    '_rels/.rels': relationships({ officeDocument: 'xl/workbook.xml' }),
    'xl/workbook.xml': `${DECLARED}<workbook xmlns:r="r"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({ styles: 'styles.xml', sharedStrings: 'sharedStrings.xml' }, [
      ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
    ]),
    'xl/styles.xml': `${DECLARED}<styleSheet>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `${DECLARED}<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...more,
  };
  for (const [i, { xml, comments }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `${DECLARED}<worksheet>${xml}</worksheet>`;
    if (comments === undefined) continue;
    parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relationships({ comments: `../comments${i + 1}.xml` });
    parts[`xl/comments${i + 1}.xml`] = comments;
  }
  return zipOf(parts);
}

function contentTypes(part: string, type: string): string {
  return `${DECLARED}<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="${type}"/></Types>`;
}

function relationships(
  targets: Record<string, string>,
  more: readonly (readonly [string, string, string])[] = [],
): string {
  const all = [...Object.entries(targets).map(([type, target]) => [`id-${type}`, type, target] as const), ...more];
  const rows = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONSHIP}/${type}" Target="${target}"/>`,
  );
  return `${DECLARED}<Relationships>${rows.join('')}</Relationships>`;
}
