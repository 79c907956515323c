import { withDesk } from './desk.ts';
import type { AddCommand } from './run.ts';
import { progressOn } from './verify.ts';

export const reindex: AddCommand = (program) => {
  program
    .command('reindex')
    .description('make the search index anew from what it is about, while the desk runs')
    .addHelpText(
      'after',
      `
Until it is done, searches find what is indexed so far, and say that it is not all. When it is interrupted, the
running desk goes on with it, or the next call does.`,
    )
    .action(start);
};

async function start(): Promise<void> {
  await withDesk(async ({ database }) => {
    const { makeIndexOf } = await import('../search/search.module.ts');
    const count = await makeIndexOf(database).run(() => undefined, progressOn(process.stderr));
    process.stdout.write(`The search index is made: ${count} texts and pages were added.\n`);
  });
}
