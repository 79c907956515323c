import type { Engine } from '../engine.ts';

/** One step of the schema, the same on both engines. Forward only; a landed one is never edited. */
export interface Migration {
  number: number;
  name: string;
  /** The statements, in order. All run in one transaction. */
  statements(engine: Engine): string[];
}

/**
 * The few words in which the engines differ. Keys, days and instants are ASCII text that must sort by its bytes on
 * both: PostgreSQL's default collation would follow the server's language.
 */
export function words(engine: Engine) {
  const postgres = engine === 'postgres';
  return { key: postgres ? 'text COLLATE "C"' : 'text', big: postgres ? 'bigint' : 'integer' };
}

/** Triggers that refuse what an append-only table must never see. */
export function appendOnly(engine: Engine, table: string, refused: ('UPDATE' | 'DELETE')[]): string[] {
  const says = `${table} is append-only`;
  if (engine === 'sqlite') {
    return refused.map(
      (verb) =>
        `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '${says}'); END`,
    );
  }
  return [
    `CREATE FUNCTION ${table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${says}'; END $$`,
    `CREATE TRIGGER ${table}_guard BEFORE ${refused.join(' OR ')} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_refuse()`,
    `CREATE TRIGGER ${table}_guard_all BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION ${table}_refuse()`,
  ];
}
