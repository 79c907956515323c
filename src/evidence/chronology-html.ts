import { escaped } from '../http/html.ts';
import { explainDeadline } from '../law/explain.ts';
import { formatDay } from '../law/plain-date.ts';
import type { Line } from './chronology.ts';
import type { Gathered } from './gather.ts';
import type { PackedDocument } from './part.ts';

/** Nothing is loaded and nothing runs, wherever the page is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
body { font: 1rem/1.5 Georgia, serif; color: #111; background: #fff; max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2.5rem; border-bottom: 1px solid #999; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dt { color: #555; } dd { margin: 0; }
h1, p, dd, li, td, pre { overflow-wrap: anywhere; }
ol { list-style: none; padding: 0; } ol > li { border-left: 3px solid #999; padding: 0 0 .2rem 1rem; margin: 0 0 1rem; }
ol > li.moved { border-left-style: dotted; } ol > li.struck > p:first-of-type { text-decoration: line-through; }
time { font-weight: bold; } li p { margin: .2rem 0; } .small { color: #555; font-size: .85rem; }
blockquote { margin: .3rem 0 .3rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
pre { font: .85rem/1.4 monospace; white-space: pre-wrap; } table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid #ddd; }
@media (max-width: 34rem) { dl { display: block; } dd { margin: 0 0 .4rem; } .wide { display: none; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } li, tr, pre { break-inside: avoid; }
  h2 { break-after: avoid; } a { color: inherit; text-decoration: none; } }
`;

/** The chronology as one page for people: self-contained, without scripts, for a phone, a screen or paper. */
export function chronologyHtml(gathered: Gathered, lines: readonly Line[]): string {
  const { request, standing, documents, asOf } = gathered;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${request.number}: ${request.subject}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1 dir="auto">${escaped(request.subject)}</h1>
${factSheet(gathered)}
<h2>What was asked for</h2>
<blockquote dir="auto">${escaped(request.description)}</blockquote>
<h2>What happened</h2>
<ol>
${lines.map(entry).join('\n')}
</ol>
<h2>Deadlines, as they stand on ${formatDay(asOf)}</h2>
${standing.deadlines.map((one) => `<pre>${escaped(explainDeadline(one))}</pre>`).join('\n') || '<p>None.</p>'}
<h2>Documents</h2>
${documentTable(documents)}
<p class="small">Every entry is a fact in a chain of SHA-256 hashes of ${request.chainCount} facts, which ends with
${escaped(request.chainHead)}. README.txt tells how to check it, and every file, without the program that made this page.</p>
</body>
</html>
`;
}

function factSheet({ request, agency, standing, law, asOf }: Gathered): string {
  const { requester } = request;
  const behalf = requester?.onBehalfOf ? `, on behalf of ${requester.onBehalfOf}` : '';
  const rows: [string, string][] = [
    ['Request', request.number],
    ['To', agency.name],
    ['Under', law.statute.name],
    ...(requester ? [['By', requester.name + behalf] as [string, string]] : []),
    ...(standing.filedOn ? [['Filed', formatDay(standing.filedOn)] as [string, string]] : []),
    ...(standing.trackingNumbers.length > 0
      ? [['Tracking number', standing.trackingNumbers.join(', ')] as [string, string]]
      : []),
    [`On ${formatDay(asOf)}`, [standing.status, standing.outcome?.replaceAll('-', ' ')].filter(Boolean).join(', ')],
  ];
  return `<dl>\n${rows.map(([name, text]) => `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(text)}</dd>`).join('\n')}\n</dl>`;
}

function entry(line: Line): string {
  const style = [line.what === 'deadline-moved' && 'moved', line.struck && 'struck'].filter(Boolean).join(' ');
  const details = line.details.map(
    ([name, text]) => `<p class="small">${escaped(name)}:</p><blockquote dir="auto">${escaped(text)}</blockquote>`,
  );
  const links = line.documents.map((one) => `<p>${link(one)}</p>`);
  const stamp = `recorded ${line.recordedAt} by ${line.recordedBy}${line.sequence === null ? '' : `, fact ${line.sequence}`}`;
  return [
    `<li${style ? ` class="${style}"` : ''}><time datetime="${line.on}">${formatDay(line.on)}</time>`,
    `<p dir="auto">${escaped(line.says)}</p>`,
    ...details,
    ...links,
    `<p class="small">${escaped(stamp)}</p></li>`,
  ].join('\n');
}

function documentTable(documents: readonly PackedDocument[]): string {
  if (documents.length === 0) return '<p>None.</p>';
  const rows = documents.map((one) => {
    const { role, sha256 } = one.document;
    return `<tr><td>${link(one)}</td><td>${escaped(role ?? '')}</td><td class="wide">${one.size} bytes</td><td class="wide small">${sha256}</td></tr>`;
  });
  const head = '<tr><th>File</th><th>Role</th><th class="wide">Size</th><th class="wide">SHA-256</th></tr>';
  return `<table>\n${head}\n${rows.join('\n')}\n</table>`;
}

function link({ path, document }: PackedDocument): string {
  const href = path.split('/').map(encodeURIComponent).join('/');
  return `<a href="${escaped(href)}"><bdi>${escaped(document.label ?? document.filename)}</bdi></a>`;
}
