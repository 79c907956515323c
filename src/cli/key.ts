import type { Database } from '../database/database.ts';
import { table, withDesk } from './desk.ts';
import type { AddCommand } from './run.ts';

export const key: AddCommand = (program) => {
  const group = program.command('key').description('API keys');
  group
    .command('list')
    .description('all keys, without their secrets')
    .option('--user <address>', 'only theirs')
    .action(list);
  group
    .command('add')
    .description('print a new API key, once')
    .requiredOption('--user <address>', 'whose key it is')
    .option('--label <label>', 'what it is for', 'key')
    .option('--expires-at <instant>', 'such as 2027-01-31T00:00:00Z')
    .action(add);
  group
    .command('revoke')
    .description('stop a key at once')
    .argument('<key>', 'its id, or how it begins: fd_<id>')
    .action(revoke);
};

async function list(options: { user?: string }): Promise<void> {
  const { ApiKey } = await import('../auth/api-key.entity.ts');
  const { isLive } = await import('../auth/keys.ts');
  await withDesk(async ({ database, now }) => {
    const userId = options.user && (await userByAddress(database, options.user)).id;
    const where = userId ? { userId } : {};
    const keys = await database.read((scope) => scope.em.find(ApiKey, { where, order: { id: 'ASC' } }));
    const rows = keys.map((one) => [
      `fd_${one.lookup}`,
      isLive(one, now.instant()) ? 'live' : 'ended',
      one.userId,
      one.lastUsedAt ?? 'never used',
      one.label,
    ]);
    process.stdout.write(table(['KEY', 'STATE', 'USER', 'LAST USED', 'LABEL'], rows));
  });
}

async function add(options: { user: string; label: string; expiresAt?: string }): Promise<void> {
  const { NewKeyDto } = await import('../auth/key.dto.ts');
  const { addKey } = await import('../auth/keys.ts');
  const { check } = await import('../http/validate.ts');
  await withDesk(async ({ database, now }) => {
    const { label = 'key', expiresAt } = check(NewKeyDto, { label: options.label, expiresAt: options.expiresAt });
    const { id } = await userByAddress(database, options.user);
    const { text } = await database.write((tx) =>
      addKey(tx, { userId: id, label, createdBy: null, expiresAt }, now.instant()),
    );
    process.stdout.write(`${text}\n`);
  });
}

async function revoke(which: string): Promise<void> {
  const { ApiKey } = await import('../auth/api-key.entity.ts');
  const { notFound } = await import('../errors.ts');
  await withDesk(async ({ database, now }) => {
    // A whole key pasted here must not end up in an error message or a log.
    const lookup = /^fd_([a-z0-9]+)/.exec(which)?.[1];
    await database.write(async (tx) => {
      const found = await tx.em.findOneBy(ApiKey, lookup ? { lookup } : { id: which });
      if (!found) throw notFound('key');
      await tx.em.update(ApiKey, { id: found.id }, { revokedAt: now.instant() });
    });
    process.stdout.write('Revoked.\n');
  });
}

async function userByAddress(database: Database, address: string) {
  const { User } = await import('../auth/user.entity.ts');
  const { notFound } = await import('../errors.ts');
  const found = await database.read((scope) => scope.em.findOneBy(User, { email: address.toLowerCase() }));
  if (!found) throw notFound('user with that address');
  return found;
}
