import { monthOf, yearOf } from '../law/plain-date.ts';
import { writtenDay } from './days.ts';
import { keyOf, nameOf, oneLine, type Source } from './source.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** One entry, `@misc`, which every style of BibTeX and biblatex knows. */
export function bibtexEntry(source: Source): string {
  const day = source.releasedOn ?? source.receivedOn;
  const numbers = source.trackingNumbers.map(oneLine).filter(Boolean);
  const note = [
    source.letter,
    source.filename && `file ${source.filename}`,
    `request ${source.requestNumber}`,
    numbers.length > 0 && `agency no. ${numbers.join(', ')}`,
    !source.releasedOn && source.receivedOn && `received ${writtenDay(source.receivedOn, source.monthFirst)}`,
    `SHA-256 ${source.prefix}`,
  ].filter((part) => typeof part === 'string' && part !== '') as string[];
  const fields: [string, string | null][] = [
    // The inner braces keep a body with "and" or a comma in its name from becoming several people.
    ['author', `{${escapeBibtex(nameOf(source.agency))}}`],
    ['title', `{${escapeBibtex(source.title)}}`],
    ['year', day && String(yearOf(day))],
    ['month', day && `#${MONTHS[monthOf(day) - 1]}`],
    ['pages', String(source.page)],
    ['note', escapeBibtex(note.join(', '))],
    ['annote', source.quote === null ? null : escapeBibtex(source.quote)],
    ['url', urlIn(source.permalink)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${valueOf(value)},`]));
  return `@misc{${keyOf(source)},\n${lines.join('\n')}\n}\n`;
}

/** Months are macros, and stand without braces. */
function valueOf(value: string): string {
  return value.startsWith('#') ? value.slice(1) : `{${value}}`;
}

const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '`': '\\textasciigrave{}',
  '"': '\\textquotedbl{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/**
 * What LaTeX would read as a command is written as one. Braces are written by name: BibTeX counts them even after a
 * backslash, and one too many would swallow the rest of the file.
 */
export function escapeBibtex(text: string): string {
  return oneLine(text).replace(/[\\{}^~`"<>|]|[%&$#_]/g, (mark) => COMMANDS[mark] ?? `\\${mark}`);
}

/** Addresses are set as they are: only what would end the field or begin a comment is written in its percent form. */
function urlIn(url: string): string {
  return url.replace(/[{}\\\s]/g, (mark) => encodeURIComponent(mark));
}
