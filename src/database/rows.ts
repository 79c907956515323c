import type { DatabaseSettings } from './data-source.ts';
import { engineOf, writerSource } from './data-source.ts';
import type { Scope } from './database.ts';
import type { Engine } from './engine.ts';
import { sql } from './sql.ts';
import { describeTables, type Table, tableNames } from './tables.ts';

/** A row by its columns, alike on both engines: text, whole numbers, true and false, null. */
export type Row = Record<string, string | number | boolean | null>;

const LOT = 500;
const MOST_PARAMETERS = 8000;

/** Every row of a table in the order of its primary key, read in lots. */
export async function* rowsOf(scope: Scope, table: Table): AsyncGenerator<Row> {
  const columns = table.columns.map((column) => quoted(column.name)).join(', ');
  const key = table.key.map(quoted).join(', ');
  const marks = table.key.map((_, i) => `:k${i}`).join(', ');
  let after: Row | undefined;
  for (;;) {
    const from = after ? `WHERE (${key}) > (${marks})` : '';
    const rows = await sql<Row>(
      scope,
      `SELECT ${columns} FROM ${quoted(table.name)} ${from} ORDER BY ${key} LIMIT ${LOT}`,
      Object.fromEntries(after ? table.key.map((column, i) => [`k${i}`, after![column]]) : []),
    );
    for (const row of rows) yield outward(table, row);
    if (rows.length < LOT) return;
    after = rows.at(-1);
  }
}

/** Rows that refer to others which do not exist. The engines refuse them; a damaged file or a hand at work does not. */
export async function danglingRows(scope: Scope): Promise<string[]> {
  const says: string[] = [];
  for (const table of await describeTables(scope)) {
    for (const { columns, table: other, to } of table.references) {
      const same = columns.map((column, i) => `there.${quoted(to[i]!)} = here.${quoted(column)}`).join(' AND ');
      const named = columns.map((column) => `here.${quoted(column)} IS NOT NULL`).join(' AND ');
      const [found] = await sql<{ count: number | string }>(
        scope,
        `SELECT count(*) AS count FROM ${quoted(table.name)} here
         WHERE ${named} AND NOT EXISTS (SELECT 1 FROM ${quoted(other)} there WHERE ${same})`,
      );
      const count = Number(found!.count);
      if (count > 0)
        says.push(`${count} rows of ${table.name} name a ${other} in ${columns.join(', ')} that does not exist`);
    }
  }
  return says;
}

/** What SQLite itself finds wrong with its file. PostgreSQL looks after its own. */
export async function fileFaults(scope: Scope): Promise<string[]> {
  if (scope.engine !== 'sqlite') return [];
  const rows = await sql<{ quick_check: string }>(scope, 'PRAGMA quick_check');
  return rows.map((row) => row.quick_check).filter((says) => says !== 'ok');
}

/** What stands in the way of filling this database, or null when it is empty. Its schema may be there already. */
export async function obstacleTo(settings: DatabaseSettings): Promise<string | null> {
  const source = writerSource(settings, []);
  await source.initialize();
  try {
    const scope: Scope = { em: source.manager, engine: engineOf(settings) };
    const names = await tableNames(scope);
    if (names.length > 0 && !names.includes('schema_migration'))
      return `it holds tables of another program (${names[0]} …)`;
    for (const { name } of names.length > 0 ? await describeTables(scope) : []) {
      const rows = await sql(scope, `SELECT 1 FROM ${quoted(name)} LIMIT 1`);
      if (rows.length > 0) return `its table ${name} is not empty`;
    }
    return null;
  } finally {
    await source.destroy();
  }
}

/**
 * Fills an empty database: all rows of all tables in one transaction, or none. It does not go through the door, whose
 * writes are short and whose other users must not wait: nobody uses a database that is being filled.
 */
export async function fill(
  settings: DatabaseSettings,
  rowsFor: (table: Table) => AsyncIterable<Row>,
): Promise<{ tables: number; rows: number }> {
  const source = writerSource(settings, []);
  await source.initialize();
  try {
    return await source.transaction(async (em) => {
      const scope: Scope = { em, engine: engineOf(settings) };
      const tables = await describeTables(scope);
      let rows = 0;
      for (const table of tables) rows += await fillTable(scope, table, rowsFor(table));
      // What follows from the rows is made anew when the desk runs; until then nothing may call it made.
      if ((await tableNames(scope)).includes('search_state')) await sql(scope, 'DELETE FROM search_state');
      return { tables: tables.length, rows };
    });
  } finally {
    await source.destroy();
  }
}

async function fillTable(scope: Scope, table: Table, rows: AsyncIterable<Row>): Promise<number> {
  const toItself = table.references
    .filter((reference) => reference.table === table.name)
    .flatMap(({ columns }) => columns);
  const most = Math.max(1, Math.floor(MOST_PARAMETERS / table.columns.length));
  const later: Row[] = [];
  const lot: Row[] = [];
  let count = 0;
  for await (const row of rows) {
    count += 1;
    // A row may refer to one of its own table that comes after it: that is told when all are there.
    if (toItself.some((column) => row[column] !== null)) later.push(row);
    lot.push({ ...row, ...Object.fromEntries(toItself.map((column) => [column, null])) });
    if (lot.length >= most) await insert(scope, table, lot.splice(0));
  }
  if (lot.length > 0) await insert(scope, table, lot);
  for (const row of later) await pointBack(scope, table, toItself, row);
  return count;
}

async function insert(scope: Scope, table: Table, rows: Row[]): Promise<void> {
  const names = table.columns.map((column) => column.name);
  const values = rows.flatMap((row) => table.columns.map((column) => inward(scope.engine, table, column.name, row)));
  const marks = rows.map((_, r) => `(${names.map((_, c) => mark(scope.engine, r * names.length + c)).join(', ')})`);
  await scope.em.query(
    `INSERT INTO ${quoted(table.name)} (${names.map(quoted).join(', ')}) VALUES ${marks.join(', ')}`,
    values,
  );
}

async function pointBack(scope: Scope, table: Table, columns: string[], row: Row): Promise<void> {
  const set = columns.map((column, i) => `${quoted(column)} = ${mark(scope.engine, i)}`).join(', ');
  const where = table.key
    .map((column, i) => `${quoted(column)} = ${mark(scope.engine, columns.length + i)}`)
    .join(' AND ');
  await scope.em.query(
    `UPDATE ${quoted(table.name)} SET ${set} WHERE ${where}`,
    [...columns, ...table.key].map((column) => row[column]),
  );
}

function outward(table: Table, row: Record<string, unknown>): Row {
  return Object.fromEntries(
    table.columns.map(({ name, kind }) => {
      const value = row[name];
      if (value === null || value === undefined) return [name, null];
      if (kind === 'boolean') return [name, value === true || value === 1];
      return [name, kind === 'integer' ? Number(value) : String(value)];
    }),
  );
}

function inward(engine: Engine, table: Table, column: string, row: Row): unknown {
  const value = row[column];
  if (value === undefined) throw new Error(`A row of ${table.name} lacks ${column}.`);
  return engine === 'sqlite' && typeof value === 'boolean' ? Number(value) : value;
}

function mark(engine: Engine, index: number): string {
  return engine === 'postgres' ? `$${index + 1}` : '?';
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
