import { CannotRead, type Extractor } from '../extractor.ts';
import { endingOf } from './by-name.ts';

const NEWER: Readonly<Record<string, string>> = { '.doc': '.docx', '.xls': '.xlsx', '.ppt': '.pptx', '.msg': '.eml' };

/** Office before 2007, and whatever newer Office has locked with a password: both are kept in the same container. */
export const oldOffice: Extractor = {
  name: 'none',
  reads: ({ mediaType, filename }) =>
    mediaType === 'application/x-cfb' || mediaType === 'application/msword' || endingOf(filename) === '.xlsb',

  async *pages({ filename }) {
    const better = NEWER[endingOf(filename)];
    if (better) {
      const what = `This is an old binary format (${endingOf(filename)}), or it is locked with a password.`;
      throw new CannotRead(`${what} Open it in its program, save it as ${better} and attach that beside it.`);
    }
    throw new CannotRead(
      'This is a binary Office file, or one that is locked with a password. Open it, save it without one as .docx, .xlsx or .pdf, and attach that beside it.',
    );
  },
};
