import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '../../test/support/runs.ts';
import { day } from '../law/plain-date.ts';
import { bibtexEntry, escapeBibtex } from './bibtex.ts';
import { cslItem } from './csl.ts';
import { plainFootnote } from './footnote.ts';
import { letterOf } from './letter.ts';
import { escapeMarkdown, markdownFootnote } from './markdown.ts';
import type { Source } from './source.ts';

const full: Source = {
  agency: { name: 'Criminal Investigation Division', parent: 'Department of the Army' },
  title: 'Weapons lost at Taji',
  filename: 'FA-26-0117_part_1.pdf',
  letter: 'release with the determination of March 4, 2026',
  releasedOn: day('2026-03-09'),
  receivedOn: day('2026-03-11'),
  requestNumber: '2026-0042',
  trackingNumbers: ['FA-26-0117'],
  page: 12,
  quote: 'one crate {of} 100% rifles',
  prefix: '3f2a9c01b2c4',
  permalink: 'https://desk.example/d/3f2a9c01b2c4/p/12',
  monthFirst: true,
};

const bare: Source = {
  ...full,
  agency: { name: 'Home Office', parent: null },
  title: 'response.pdf',
  filename: null,
  letter: null,
  releasedOn: null,
  receivedOn: null,
  trackingNumbers: [],
  quote: null,
  monthFirst: false,
};

describe('A footnote', () => {
  it('in plain text', () => {
    expect(plainFootnote(full)).toBe(
      'Department of the Army, Criminal Investigation Division, “Weapons lost at Taji,” release with the determination of ' +
        'March 4, 2026, file FA-26-0117_part_1.pdf, released March 9, 2026, request 2026-0042 (agency no. FA-26-0117), p. 12, ' +
        'SHA-256 3f2a9c01b2c4, https://desk.example/d/3f2a9c01b2c4/p/12.',
    );
    expect(plainFootnote(bare)).toBe(
      'Home Office, “response.pdf,” request 2026-0042, p. 12, SHA-256 3f2a9c01b2c4, https://desk.example/d/3f2a9c01b2c4/p/12.',
    );
    expect(plainFootnote({ ...bare, receivedOn: day('2026-03-11') })).toContain(
      '.pdf,” received 11 March 2026, request',
    );
    expect(plainFootnote({ ...bare, title: ' The “secret”\nfile., ' })).toContain('“The ‘secret’ file,” request');
    const army = { name: 'Army CID, Department of the Army', parent: 'Department of the Army' };
    expect(plainFootnote({ ...bare, agency: army })).toMatch(/^Army CID, Department of the Army, “/);
  });

  it('in Markdown', () => {
    expect(markdownFootnote({ ...bare, title: 'part_1 *[draft]*' })).toBe(
      '[^foia-3f2a9c01b2c4-p12]: Home Office, [“part\\_1 \\*\\[draft\\]\\*,”](<https://desk.example/d/3f2a9c01b2c4/p/12>) ' +
        'request 2026\\-0042, p. 12, SHA-256 3f2a9c01b2c4, <https://desk.example/d/3f2a9c01b2c4/p/12>.',
    );
  });

  it('in BibTeX', () => {
    expect(bibtexEntry({ ...full, title: 'Costs & {losses} 100% #1_a', filename: null })).toBe(
      `@misc{foia-3f2a9c01b2c4-p12,
  author = {{Department of the Army, Criminal Investigation Division}},
  title = {{Costs \\& \\textbraceleft{}losses\\textbraceright{} 100\\% \\#1\\_a}},
  year = {2026},
  month = mar,
  pages = {12},
  note = {release with the determination of March 4, 2026, request 2026-0042, agency no. FA-26-0117, SHA-256 3f2a9c01b2c4},
  annote = {one crate \\textbraceleft{}of\\textbraceright{} 100\\% rifles},
  url = {https://desk.example/d/3f2a9c01b2c4/p/12},
}
`,
    );
    expect(bibtexEntry(bare)).not.toMatch(/year|month|annote/);
  });

  it('in CSL-JSON', () => {
    expect(cslItem(full)).toEqual({
      id: 'foia-3f2a9c01b2c4-p12',
      type: 'document',
      title: 'Weapons lost at Taji',
      author: [{ literal: 'Department of the Army, Criminal Investigation Division' }],
      genre: 'release with the determination of March 4, 2026',
      issued: { 'date-parts': [[2026, 3, 9]] },
      number: 'FA-26-0117',
      archive: 'Request 2026-0042',
      archive_location: 'SHA-256 3f2a9c01b2c4',
      page: '12',
      annote: 'one crate {of} 100% rifles',
      note: 'File FA-26-0117_part_1.pdf',
      URL: 'https://desk.example/d/3f2a9c01b2c4/p/12',
    });
    expect(cslItem(bare)).toMatchObject({ number: '2026-0042' });
    expect(Object.keys(cslItem(bare))).not.toEqual(expect.arrayContaining(['issued']));
  });
});

describe('Which letter', () => {
  const fact = (kind: 'determined' | 'appeal-decided' | 'contacted') => ({ kind, on: day('2026-03-04') });
  it.each([
    ['determination', fact('determined'), 'determination letter of March 4, 2026'],
    ['release', fact('determined'), 'release with the determination of March 4, 2026'],
    [null, fact('appeal-decided'), 'with the appeal decision of March 4, 2026'],
    ['internal', fact('contacted'), 'internal document with the fact “contacted” of March 4, 2026'],
    ['fee-letter', null, 'fee letter'],
    [null, null, null],
  ] as const)('%s, %j', (role, told, says) => expect(letterOf(role, told, true)).toBe(says));
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'ab {}%_[]()`\\*#<>&$^~"|!-\n=@:/.w'), maxLength: 40 }),
);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const aDay = fc.constantFrom(day('2026-03-09'), day('1999-12-31'));
const sources = (words: fc.Arbitrary<string>): fc.Arbitrary<Source> =>
  fc.record({
    agency: fc.record({ name: words, parent: maybe(words) }),
    title: words,
    filename: maybe(words),
    letter: maybe(words),
    releasedOn: maybe(aDay),
    receivedOn: maybe(aDay),
    requestNumber: fc.constant('2026-0042'),
    trackingNumbers: fc.array(words, { maxLength: 3 }),
    page: fc.integer({ min: 1, max: 9999 }),
    quote: maybe(words),
    prefix: fc.constant('3f2a9c01b2c4'),
    permalink: fc.constant('https://desk.example/d/3f2a9c01b2c4/p/12'),
    monthFirst: fc.boolean(),
  });

describe('Whatever things are called', () => {
  it('missing parts leave no stray punctuation', () => {
    const plainWords = fc
      .array(fc.stringMatching(/^[A-Za-z]{1,8}$/), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(sources(plainWords), (source) => {
        for (const note of [plainFootnote(source), markdownFootnote(source)]) {
          expect(note).not.toMatch(/,\s*,|\(\s*\)|\s,|,\.|\.\.$|“”|“,|\s\s|^\s|^,|\n/);
          expect(note).toMatch(/\.$/);
        }
      }),
      { numRuns: propertyRuns(300) },
    );
  });

  it('no brace of BibTeX is left open, and each field stays one field', () => {
    fc.assert(
      fc.property(sources(text), (source) => {
        const entry = bibtexEntry(source);
        let [depth, least] = [0, 0];
        for (const character of entry) {
          if (character === '{') depth += 1;
          if (character === '}') depth -= 1;
          least = Math.min(least, depth);
        }
        expect([depth, least]).toEqual([0, 0]);
        const lines = entry.trimEnd().split('\n');
        expect(lines.slice(1, -1).every((line) => /^  [a-z]+ = .*,$/u.test(line))).toBe(true);
        // A bare percent sign would begin a comment, in every field but the address.
        const told = lines.filter((line) => !line.startsWith('  url')).join('\n');
        expect(told).not.toMatch(/(?<!\\)(?:\\\\)*[%&$#_]/);
      }),
      { numRuns: propertyRuns(300) },
    );
  });

  it('what BibTeX is given comes back when its commands are read again', () => {
    const back: Record<string, string> = {
      backslash: '\\',
      braceleft: '{',
      braceright: '}',
      asciicircum: '^',
      asciitilde: '~',
      asciigrave: '`',
      quotedbl: '"',
      less: '<',
      greater: '>',
      bar: '|',
    };
    const plain = fc.string({ unit: fc.constantFrom(...'ab{}%_\\`^~"<>|&$#'), maxLength: 30 });
    fc.assert(
      fc.property(plain, (given) => {
        const read = escapeBibtex(given).replace(
          /\\text([a-z]+)\{\}|\\([%&$#_])/g,
          (_, name: string, mark: string) => mark ?? back[name],
        );
        expect(read).toBe(given);
      }),
      { numRuns: propertyRuns(300) },
    );
  });

  it('Markdown reads the words back, and nothing in them is markup', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'ab{}[]()`*_\\#<>!|~&$^=+-@'), maxLength: 30 });
    fc.assert(
      fc.property(plain, (given) => {
        const written = escapeMarkdown(given);
        expect(written.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(given);
        expect(written.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[\\`*_{}[\]()<>#!|~&]/);
      }),
      { numRuns: propertyRuns(300) },
    );
    expect(escapeMarkdown('https://x.example and www.x.example')).toBe('https\\://x.example and www\\.x.example');
  });
});
