/** Data reads best in one piece, however long. */
const isData = (file) => /^src\/(law\/(statutes|holidays|cases)|database\/migrations)\//.test(file);
const linesOf = (text) => text.replace(/\n$/, '').split('\n').length;
const when = (condition) => (condition ? [true] : []);

/** What is said of whole files and folders. */
export const fileInvariants = [
  {
    name: 'no-index',
    says: 'Name the file after what it holds, and import that.',
    find: ({ file }) => when(/\/index\.tsx?$/.test(file)),
  },
  {
    name: 'no-deep-folders',
    says: 'At most src/folder/folder/file.ts: what needs more is two things.',
    find: ({ file }) => when(file.split('/').length > 4),
  },
  {
    name: 'no-leftover-folders',
    says: 'A folder is named after a thing of the field, not common, utils, shared, helpers, libs or modules.',
    find: ({ file }) => when(/\/(commons?|utils?|shared|helpers?|libs?|modules)\//.test(file)),
  },
  {
    name: 'too-long',
    says: 'Over 400 lines (a spec: 800): find the noun that hides inside and give it a file.',
    find: ({ file, text, isSpec }) => when(!isData(file) && linesOf(text) > (isSpec ? 800 : 400)),
  },
  {
    name: 'long',
    level: 'note',
    says: 'Over 300 lines: does a noun hide inside?',
    find: ({ file, text, isSpec }) => when(!isData(file) && !isSpec && linesOf(text) > 300 && linesOf(text) <= 400),
  },
];
