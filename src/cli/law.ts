import type { Pack, PackError } from '../law/pack/pack.ts';
import type { Statute } from '../law/statute.ts';
import { FAILED, type AddCommand } from './run.ts';

const MOST_MOVES = 20;

export const law: AddCommand = (program) => {
  const command = program.command('law').description('check law packs, and show the laws that the desk knows');
  command
    .command('lint')
    .description('check a law pack: its shape, whether its parts fit, its cases')
    .argument('<file>', 'a JSON file, as it would lie in DATA_DIR/law')
    .option('--against-desk', 'also: which requests of the desk would stand otherwise')
    .addHelpText(
      'after',
      '\nExit code 0 when nothing is wrong with it, 1 with a list when something is. Nothing is changed.',
    )
    .action(lint);
  command.command('list').description('the laws by id, with the file or release that each is from').action(list);
  command
    .command('show')
    .description('one law or calendar as JSON, to start a pack from')
    .argument('<id>', 'as `law list` or GET /calendars has it')
    .action(show);
};

async function lint(file: string, { againstDesk }: { againstDesk?: boolean }): Promise<void> {
  const { basename, dirname, resolve } = await import('node:path');
  const { listOne, readListed } = await import('../lawbook/folder.ts');

  const path = resolve(file);
  const read = await readListed(dirname(path), await listOne(dirname(path), basename(path)));
  if (read.errors) {
    process.stdout.write(`${file} is refused:\n${read.errors.map(line).join('')}`);
    process.exitCode = FAILED;
    return;
  }
  process.stdout.write(`${file} is good: ${contents(read.pack)}.\n`);
  if (againstDesk) await tellAgainstDesk(read.pack);
}

function line({ pointer, detail }: PackError): string {
  return `  ${pointer || 'the file'}: ${detail}\n`;
}

function contents({ statutes = [], calendars = [], cases = [] }: Pack): string {
  const many = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  const held = cases.length === 1 ? 'which holds' : 'all of which hold';
  return [
    many(statutes.length, 'law'),
    many(calendars.length, 'calendar'),
    `${many(cases.length, 'case')}${cases.length > 0 ? `, ${held}` : ''}`,
  ].join(', ');
}

async function tellAgainstDesk(pack: Pack): Promise<void> {
  const { formatDay } = await import('../law/plain-date.ts');
  const { lawsBy } = await import('../lawbook/would-be.ts');
  const { againstDesk } = await import('../requests/against-desk.ts');
  const { withDesk } = await import('./desk.ts');

  await withDesk(async ({ database, now }) => {
    const would = await database.snapshot((scope) => againstDesk(scope, lawsBy(pack), now.instant()));
    process.stdout.write(
      `Requests under a law that it changes: ${would.requests}. They would stand otherwise: ${would.otherwise}. ` +
        `Dates that would move: ${would.moves.length}.\n`,
    );
    const on = (day: (typeof would.moves)[number]['toOn']) => (day ? formatDay(day) : 'no date');
    for (const { number, deadlineKind, fromOn, toOn } of would.moves.slice(0, MOST_MOVES))
      process.stdout.write(`  ${number} ${deadlineKind}: ${on(fromOn)} → ${on(toOn)}\n`);
    if (would.moves.length > MOST_MOVES) process.stdout.write(`  … and ${would.moves.length - MOST_MOVES} more\n`);
  });
}

async function list(): Promise<void> {
  const laws = await import('../law/statutes/all.ts');
  const { table } = await import('./desk.ts');

  const sources = await sourcesOfDesk();
  // Asked only now: the list is another one once the packs are in force.
  const rows = laws.statutes.map((one) => [
    one.id,
    one.jurisdiction,
    one.calendar,
    confidenceOf(one),
    sources(one.id),
    one.name,
  ]);
  process.stdout.write(table(['id', 'of', 'calendar', 'confidence', 'from', 'name'], rows));
}

/** How sure we are of the main period; where no day is set, of nothing. */
function confidenceOf({ terms }: Statute): string {
  return terms.determination?.confidence ?? 'no day set';
}

async function show(id: string): Promise<void> {
  const { findHolidayCalendar } = await import('../law/holidays/all.ts');
  const { findStatute } = await import('../law/statutes/all.ts');

  await sourcesOfDesk();
  const [statute, calendar] = [findStatute(id), findHolidayCalendar(id)];
  if (!statute && !calendar) throw new Error(`There is no law and no holiday calendar "${id}".`);
  const pack: Pack = { ...(statute && { statutes: [statute] }), ...(calendar && { calendars: [calendar] }) };
  process.stdout.write(`${JSON.stringify(pack, null, 2)}\n`);
}

/** Brings the packs of the desk into force in this process, if there is a desk, and says where each law is from. */
async function sourcesOfDesk(): Promise<(id: string) => string> {
  const { readConfig } = await import('../config.ts');
  const { hasSchema } = await import('../database/migrate.ts');
  const { release } = await import('../release.ts');
  const { headsInForce } = await import('../requests/law-texts.ts');
  const { withDesk } = await import('./desk.ts');

  const shipped = `release ${await release()}`;
  if (!(await hasSchema(readConfig()))) return () => shipped;
  const sources = new Map<string, string>();
  await withDesk(async ({ database }) => {
    for (const { kind, lawId, source } of await database.read(headsInForce))
      if (kind === 'statute') sources.set(lawId, source);
  });
  return (id) => sources.get(id) ?? shipped;
}
