import { FAILED, type AddCommand } from './run.ts';

export const verifyPackage: AddCommand = (program) => {
  program
    .command('verify-package')
    .description('check an evidence package, offline and without a database')
    .argument('<file>', 'a ZIP as the desk makes it, or the folder into which it was unpacked')
    .option('--json', 'the result as JSON instead of words')
    .addHelpText(
      'after',
      `
Checks that nothing is missing, added or changed, that the history is an unbroken chain and its texts are those that
were recorded. Writes nothing anywhere. Exit code 0 when all of it is so, 1 with a list when anything differs. What it
cannot know is who made the package: ask the sender for the SHA-256 of tagmanifest-sha256.txt, which is shown.`,
    )
    .action(start);
};

async function start(path: string, { json }: { json?: boolean }): Promise<void> {
  const { openPackage, verifyPackage: verify, verifiedInWords } = await import('../evidence/verify-package.ts');
  const { Unreadable } = await import('../evidence/bag-source.ts');
  try {
    const source = await openPackage(path);
    try {
      const verified = await verify(source);
      const { faults, notes, history, bag } = verified;
      const { requestId, number, head } = history;
      const sum = bag.found.get('tagmanifest-sha256.txt')?.sha256 ?? null;
      const short = { requestId, number, head, facts: history.rows.length, files: bag.found.size, sum, faults, notes };
      process.stdout.write(json ? `${JSON.stringify(short, null, 2)}\n` : verifiedInWords(verified));
      if (faults.length > 0) process.exitCode = FAILED;
    } finally {
      await source.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Error(`There is no ${path}.`, { cause: error });
    if (error instanceof Unreadable)
      throw new Error(`${path} is no package that can be checked: ${error.message}.`, { cause: error });
    throw error;
  }
}
