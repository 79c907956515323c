import type { Scope } from './database.ts';
import type { Engine } from './engine.ts';

type Parameters = Record<string, unknown>;

interface Compiled {
  text: string;
  /** Which parameter stands at each mark. */
  names: string[];
}

const compiled = new Map<string, Compiled>();

/**
 * Runs hand-written SQL with `:names` on either engine: for hot reads where building entities would cost more than
 * the query, and for what the query builder cannot say. A list fills `IN (:names)`. SQLite hands booleans back as 0 and 1, both hand JSON back as text.
 */
export async function sql<T>(scope: Scope, statement: string, parameters: Parameters = {}): Promise<T[]> {
  const { text, values } = bound(scope.engine, statement, parameters);
  return rowsOf<T>(await scope.em.query(text, values));
}

/** The statement as a driver takes it. */
export function bound(engine: Engine, statement: string, parameters: Parameters): { text: string; values: unknown[] } {
  const { text, names } = compile(engine, statement, parameters);
  return { text, values: names.map((name) => valueOf(engine, parameters, name)) };
}

/** Of SELECT and RETURNING the rows; of other statements none. */
function rowsOf<T>(raw: unknown): T[] {
  if (!Array.isArray(raw)) return [];
  // TypeORM hands PostgreSQL's UPDATE and DELETE over as [rows, count].
  const counted = raw.length === 2 && Array.isArray(raw[0]) && typeof raw[1] === 'number';
  return (counted ? raw[0] : raw) as T[];
}

function compile(engine: Engine, statement: string, parameters: Parameters): Compiled {
  const lists = Object.entries(parameters).filter(([, value]) => Array.isArray(value)) as [string, unknown[]][];
  const key = [engine, statement, ...lists.map(([name, list]) => `${name}${list.length}`)].join('|');
  const known = compiled.get(key);
  if (known) return known;
  const fresh = mark(engine, statement, new Map(lists.map(([name, list]) => [name, list.length])));
  if (compiled.size > 500) compiled.clear();
  compiled.set(key, fresh);
  return fresh;
}

function mark(engine: Engine, statement: string, lists: Map<string, number>): Compiled {
  const names: string[] = [];
  const next = (name: string) => {
    names.push(name);
    return engine === 'postgres' ? `$${names.length}` : '?';
  };
  const text = statement.replace(/(?<!:):([a-zA-Z]\w*)/g, (_, name: string) => {
    const length = lists.get(name);
    if (length === undefined) return next(name);
    return Array.from({ length }, (_, i) => next(`${name}.${i}`)).join(', ') || 'NULL';
  });
  return { text, names };
}

function valueOf(engine: Engine, parameters: Parameters, name: string): unknown {
  const [own, index] = name.split('.') as [string, string | undefined];
  const value = index === undefined ? parameters[own] : (parameters[own] as unknown[])[Number(index)];
  if (value === undefined) throw new Error(`The statement needs a value for :${own}.`);
  return engine === 'sqlite' && typeof value === 'boolean' ? Number(value) : value;
}
