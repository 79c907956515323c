import type { Role } from '../auth/user.entity.ts';
import { table, withDesk } from './desk.ts';
import type { AddCommand } from './run.ts';

interface NewUser {
  name: string;
  email: string;
  role: Role;
  timeZone?: string;
}

export const user: AddCommand = (program) => {
  const group = program.command('user').description("the desk's people");
  group.command('list').description('everybody, with role and state').action(list);
  group
    .command('add')
    .description('add a person and print an API key for them, once')
    .requiredOption('--name <name>', 'as colleagues know them')
    .requiredOption('--email <address>', 'where reminders go')
    .option('--role <role>', 'owner, editor or viewer', 'editor')
    .option('--time-zone <zone>', 'IANA name; TIME_ZONE when not said')
    .action(add);
};

async function list(): Promise<void> {
  const { User } = await import('../auth/user.entity.ts');
  await withDesk(async ({ database }) => {
    const users = await database.read((scope) => scope.em.find(User, { order: { id: 'ASC' } }));
    const rows = users.map((one) => [one.id, one.role, one.disabledAt ? 'disabled' : 'active', one.email, one.name]);
    process.stdout.write(table(['ID', 'ROLE', 'STATE', 'ADDRESS', 'NAME'], rows));
  });
}

async function add(given: NewUser): Promise<void> {
  const { addKey } = await import('../auth/keys.ts');
  const { NewUserDto } = await import('../auth/user.dto.ts');
  const { addUser } = await import('../auth/users.service.ts');
  const { check } = await import('../http/validate.ts');
  await withDesk(async ({ database, config, now }) => {
    const checked = check(NewUserDto, { timeZone: config.timeZone, ...given });
    const text = await database.write(async (tx) => {
      const added = await addUser(tx, { ...checked, timeZone: checked.timeZone ?? config.timeZone }, now.instant());
      const key = await addKey(tx, { userId: added.id, label: 'first key', createdBy: null }, now.instant());
      return key.text;
    });
    process.stdout.write(`${text}\n`);
  });
}
