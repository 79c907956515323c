import type { ReadingState } from '../reading/page.entity.ts';
import type { AddCommand } from './run.ts';

interface Wanted {
  again?: boolean;
  document?: string;
  state?: string;
}

export const read: AddCommand = (program) => {
  program
    .command('read')
    .description('how far the released files are read; with --again: have them read anew')
    .option('--again', 'mark files to be read anew; the running desk does it')
    .option('--document <id>', 'only the file of this document')
    .option('--state <list>', 'only what is in one of these states, with commas: failed,partial')
    .addHelpText(
      'after',
      '\nFor a new release that reads better, for OCR that was installed since, for files that were mended. What was read\nbefore is shown until the new reading has ended. Without --document and --state, --again means every file.',
    )
    .action(start);
};

async function start(wanted: Wanted): Promise<void> {
  const { withDesk } = await import('./desk.ts');

  await withDesk(async ({ database, now }) => {
    const { counts, markAgain } = await import('../reading/again.ts');
    const { MISUSED } = await import('./run.ts');

    const states = statesIn(wanted.state);
    if (typeof states === 'string' || (!wanted.again && (wanted.document ?? wanted.state))) {
      process.stderr.write(`${typeof states === 'string' ? states : '--document and --state go with --again.'}\n`);
      process.exitCode = MISUSED;
      return;
    }
    if (wanted.again) {
      const marked = await markAgain(database, now.instant(), { documentId: wanted.document, states });
      process.stdout.write(`${marked} ${marked === 1 ? 'file waits' : 'files wait'} to be read anew.\n`);
    }
    const rows = await database.read(counts);
    const said = rows.map(({ state, files, pages }) => `${state}: ${files} files, ${pages} pages\n`).join('');
    process.stdout.write(said || 'No file was attached yet.\n');
  });
}

const KNOWN: readonly ReadingState[] = ['ready', 'partial', 'failed', 'none'];

/** The states in a list, none for all; a sentence when it does not fit. */
function statesIn(list: string | undefined): ReadingState[] | string {
  const states = (list?.split(',') ?? []).map((state) => state.trim());
  const wrong = states.find((state) => !(KNOWN as readonly string[]).includes(state));
  return wrong === undefined ? (states as ReadingState[]) : `--state ${wrong} is not one of: ${KNOWN.join(', ')}.`;
}
