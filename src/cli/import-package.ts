import type { User as Person } from '../auth/user.entity.ts';
import type { Database } from '../database/database.ts';
import type { AddCommand } from './run.ts';

export const importPackage: AddCommand = (program) => {
  program
    .command('import-package')
    .description('take a request from the evidence package of another desk')
    .argument('<file>', 'a ZIP as a desk makes it, or the folder into which it was unpacked')
    .option('--as <email>', 'who takes it in: it is theirs from then on (default: the first owner)')
    .addHelpText(
      'after',
      `
Works beside a running server. The package is verified first; then all of it is taken in, or nothing. The history stays
as it was chained, ids included, so that it can go on being verified; the number is this desk's own. A request that is
here with the same history is left alone. Larger packages than MAX_UPLOAD_BYTES come in by this command only.`,
    )
    .action(start);
};

async function start(path: string, options: { as?: string }): Promise<void> {
  const { readConfig } = await import('../config.ts');
  const { createContext } = await import('../app.ts');
  const { waitForSchema } = await import('../database/migrate.ts');
  const { Database: Door } = await import('../database/database.ts');
  const { Unreadable } = await import('../evidence/bag-source.ts');
  const { Imports } = await import('../evidence/imports.service.ts');
  const { openPackage } = await import('../evidence/verify-package.ts');

  const config = { ...readConfig(), runJobs: false };
  await waitForSchema(config, 0);
  const source = await openPackage(path).catch((error: unknown) => {
    if (!(error instanceof Unreadable)) throw error;
    throw new Error(`${path} is no package that can be read: ${error.message}.`, { cause: error });
  });
  const app = await createContext(config);
  try {
    const imports = app.get(Imports, { strict: false });
    const imported = await imports.import(await personOf(app.get(Door), options.as), source);
    const { number, numberThere, isNew, facts, documents, agency, differences } = imported;
    const what = isNew ? `Taken in as ${number}` : `It is here already, as ${number}: nothing was changed`;
    const days = differences.map(
      (one) => `  ${one.deadlineId}: ${one.there ?? 'no day'} there, ${one.here ?? 'no day'} here\n`,
    );
    process.stdout.write(
      `${what} (${numberThere} at the other desk): ${facts} facts, ${documents} documents, to ${agency.name}${agency.isNew ? ', which is new here' : ''}.\n`,
    );
    if (days.length > 0) process.stdout.write(`Deadlines that fall on other days here:\n${days.join('')}`);
  } finally {
    await source.close();
    await app.close();
  }
}

async function personOf(database: Database, email: string | undefined): Promise<Person> {
  const { User } = await import('../auth/user.entity.ts');
  const where = email === undefined ? { role: 'owner' as const } : { email: email.toLowerCase() };
  const people = await database.read((scope) => scope.em.find(User, { where, order: { createdAt: 'ASC', id: 'ASC' } }));
  const person = people.find((one) => one.disabledAt === null);
  if (!person)
    throw new Error(email === undefined ? 'This desk has no owner.' : `Nobody here has the address ${email}.`);
  return person;
}
