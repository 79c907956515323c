import { formatDay } from '../law/plain-date.ts';
import { MANIFEST, TAG_MANIFEST } from './bag.ts';
import type { Gathered } from './gather.ts';
import { type Extra, extras } from './package.dto.ts';

const inWords: Record<Extra, string> = {
  notes: "the desk's own notes",
  internal: 'documents that are internal to the desk',
  assignees: 'who looks after the request',
  reminders: "the desk's reminders, and the ledger of what was sent, when, by which history, and what was answered",
  members: 'who belongs to the request, and the names of those who recorded something',
};

/** What a package is, what is in it, and how anybody can check it. */
export function readmeOf(gathered: Gathered): string {
  const { request, agency, law, asOf, include, parts } = gathered;
  const left = extras.filter((extra) => !include.has(extra));
  const others = [...new Set(parts.map(({ path }) => path.split('/')[0]!))].sort();
  return `REQUEST ${request.number} TO ${oneLine(agency.name).toUpperCase()}

${oneLine(request.subject)}
Under: ${law.statute.name}
Deadlines as they stand on ${formatDay(asOf)}.

This is the record of a freedom-of-information request: what was asked, what happened, and every
file that came. It is a bag in the BagIt format (RFC 8493). Begin with data/chronology.html.

WHAT IS IN IT

data/chronology.html            what happened, for people; data/chronology.csv the same as a table
data/documents/                 the files, each byte as it was received
data/documents.csv, .json       the list of them, with roles, days and SHA-256
data/deadlines.txt, .json       every deadline, and why it falls on its day
data/request.json, agency.json  what was asked, of whom, and the agency's own rules
data/law/                       the text of the law and the calendars by which the days were counted
data/history/                   the history as it was recorded, each fact chained to the one before
${others.map((name) => `data/${`${name}/`.padEnd(27)}more of the desk, see there\n`).join('')}
In tables a cell that a spreadsheet would take for a formula has an apostrophe before it.
${include.has('members') ? 'Who recorded something at the desk is told by name' : 'For people of the desk who recorded something stands a number, not their name'}.

${include.size === 0 ? '' : `Of the desk itself, put in because it was asked for (data/desk/, data/documents/):\n${linesOf(extras.filter((extra) => include.has(extra)))}`}Left out:
${linesOf(left)}  - tags, relations to other requests, and who may see the request
${redactedIn(gathered)}
HOW TO CHECK IT WITHOUT OUR PROGRAM

Unpack it, open a terminal in this folder, and type (on Linux; on a Mac say "shasum -a 256 -c"
in place of "sha256sum -c"):

  sha256sum -c ${TAG_MANIFEST}
  sha256sum -c ${MANIFEST}

Every line must end with OK: then everything is as these two lists say. That they are the lists
that were written, and not others made since, shows in one sum, which you can ask the sender for:

  sha256sum ${TAG_MANIFEST}

The history is a chain. Each line of data/history/status-changes.ndjson, without its line break,
has the SHA-256 in the same line of data/history/hashes.txt, and names that of the line before as
"previousHash" (the first names 64 zeros). The last must be the head in data/history/chain.json:

  while IFS= read -r line; do printf %s "$line" | sha256sum | cut -c1-64; done \\
    < data/history/status-changes.ndjson | diff - data/history/hashes.txt && echo OK

Free texts are not in the chain but stand beside it, in data/history/texts.ndjson, so that one can
be removed for good. In their place the chain holds the SHA-256 of salt, line break and text.

WITH OUR PROGRAM

  foia-desk verify-package FILE.zip

checks all of that offline, and names everything that differs.
`;
}

function linesOf(some: readonly Extra[]): string {
  return some.map((extra) => `  - ${inWords[extra]}\n`).join('');
}

function redactedIn({ rows, texts }: Gathered): string {
  const digests = rows.reduce((sum, { body }) => sum + (body.match(/\{"digest":"[0-9a-f]{64}"\}/g)?.length ?? 0), 0);
  const gone = digests - texts.length;
  if (gone === 0) return '';
  const says = gone === 1 ? 'One free text was' : `${gone} free texts were`;
  return `  - ${says} removed for good, on the record: see "redacted" in data/history/texts.ndjson\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
