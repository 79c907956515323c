import type { Scope } from './database.ts';
import { sql } from './sql.ts';

export interface Column {
  name: string;
  kind: 'text' | 'integer' | 'boolean';
}

export interface Reference {
  columns: string[];
  table: string;
  /** The columns of the other table, in the same order. */
  to: string[];
}

export interface Table {
  name: string;
  columns: Column[];
  /** The primary key's columns. */
  key: string[];
  references: Reference[];
}

/** What every database makes for itself; of the search index everything, since it follows from the rest. */
const isItsOwn = (name: string) => name === 'schema_migration' || name === 'writer_lock' || name.startsWith('search_');

/** The tables of the database as it is, every table after those it refers to: an order in which rows can be inserted. */
export async function describeTables(scope: Scope): Promise<Table[]> {
  const names = (await tableNames(scope)).filter((name) => !isItsOwn(name));
  return inInsertOrder(scope.engine === 'sqlite' ? await onSqlite(scope, names) : await onPostgres(scope, names));
}

/** The names of all tables, also of those that another program made. */
export async function tableNames(scope: Scope): Promise<string[]> {
  const statement =
    scope.engine === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`
      : `SELECT table_name::text AS name FROM information_schema.tables
         WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name`;
  return (await sql<{ name: string }>(scope, statement)).map((row) => row.name);
}

async function onSqlite(scope: Scope, names: readonly string[]): Promise<Table[]> {
  const tables: Table[] = [];
  for (const name of names) {
    const columns = await sql<{ name: string; type: string; pk: number }>(
      scope,
      'SELECT name, type, pk FROM pragma_table_info(:name) ORDER BY cid',
      { name },
    );
    const references = await sql<{ id: number; column: string; table: string; to: string }>(
      scope,
      'SELECT id, "from" AS "column", "table", "to" FROM pragma_foreign_key_list(:name) ORDER BY id, seq',
      { name },
    );
    tables.push({
      name,
      columns: columns.map((column) => ({ name: column.name, kind: kindOf(name, column.name, column.type) })),
      key: columns
        .filter((column) => column.pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map((column) => column.name),
      references: grouped(references.map((row) => ({ ...row, constraint: String(row.id) }))),
    });
  }
  return tables;
}

async function onPostgres(scope: Scope, names: readonly string[]): Promise<Table[]> {
  const columns = await sql<{ table: string; name: string; type: string }>(
    scope,
    `SELECT table_name::text AS "table", column_name::text AS name, data_type::text AS type
     FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`,
  );
  const constraints = await sql<{
    type: string;
    constraint: string;
    on: string;
    column: string;
    table: string;
    to: string;
  }>(
    scope,
    `SELECT c.contype::text AS type, c.conname::text AS "constraint", own.relname::text AS "on",
            a.attname::text AS "column", other.relname::text AS "table", b.attname::text AS "to"
     FROM pg_constraint c
     JOIN pg_class own ON own.oid = c.conrelid
     LEFT JOIN pg_class other ON other.oid = c.confrelid
     CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k (attnum, place)
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
     LEFT JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[k.place]
     WHERE c.contype IN ('p', 'f') AND c.connamespace = current_schema()::regnamespace
     ORDER BY own.relname, c.conname, k.place`,
  );
  return names.map((name) => {
    const own = constraints.filter((row) => row.on === name);
    return {
      name,
      columns: columns
        .filter((column) => column.table === name)
        .map((column) => ({ name: column.name, kind: kindOf(name, column.name, column.type) })),
      key: own.filter((row) => row.type === 'p').map((row) => row.column),
      references: grouped(own.filter((row) => row.type === 'f')),
    };
  });
}

function grouped(rows: { constraint: string; column: string; table: string; to: string }[]): Reference[] {
  const byConstraint = new Map<string, Reference>();
  for (const row of rows) {
    const reference = byConstraint.get(row.constraint) ?? { columns: [], table: row.table, to: [] };
    reference.columns.push(row.column);
    reference.to.push(row.to);
    byConstraint.set(row.constraint, reference);
  }
  return [...byConstraint.values()];
}

function kindOf(table: string, column: string, type: string): Column['kind'] {
  const plain = type.toLowerCase();
  if (plain === 'text') return 'text';
  if (plain === 'boolean') return 'boolean';
  if (plain === 'integer' || plain === 'bigint') return 'integer';
  throw new Error(`${table}.${column} has the type ${type}, which a backup does not know yet.`);
}

function inInsertOrder(tables: Table[]): Table[] {
  const ordered: Table[] = [];
  const waiting = new Map(tables.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter((table) =>
      table.references.every((reference) => reference.table === table.name || !waiting.has(reference.table)),
    );
    if (free.length === 0)
      throw new Error(`The tables ${[...waiting.keys()].join(', ')} refer to one another in a circle.`);
    for (const table of free.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      ordered.push(table);
      waiting.delete(table.name);
    }
  }
  return ordered;
}
