import type { Engine } from '../database/engine.ts';
import type { Instant } from '../now.ts';
import type { Condition } from './access.ts';

/** Conditions of a hand-written query, joined by AND, and their parameters. */
export class Where {
  readonly #conditions: string[];
  readonly parameters: Record<string, unknown>;

  constructor(first: Condition) {
    this.#conditions = [first.where];
    this.parameters = { ...first.parameters };
  }

  get text(): string {
    return this.#conditions.join(' AND ');
  }

  and(condition: string, parameters: Record<string, unknown> = {}): void {
    this.#conditions.push(condition);
    Object.assign(this.parameters, parameters);
  }

  /** One of the values; `none` means that the column is empty. */
  oneOf(column: string, name: string, values: readonly string[] | undefined, engine: Engine): void {
    if (!values) return;
    const named = values.filter((value) => value !== 'none');
    // One value is a range of an index that is in the list's order. Several are not: SQLite would collect and sort them
    // all, so the `+` keeps it from that index, and it walks the list's own order until the page is full.
    const plain = engine === 'sqlite' && named.length > 1 ? `+${column}` : column;
    const one = named.length === 1 ? `${column} = :${name}` : `${plain} IN (:${name})`;
    const parts = named.length > 0 ? [one] : [];
    if (named.length < values.length) parts.push(`${column} IS NULL`);
    const value = named.length === 1 ? named[0] : named;
    this.and(parts.length > 1 ? `(${parts.join(' OR ')})` : parts[0]!, named.length > 0 ? { [name]: value } : {});
  }

  /** Whether a moment has come; a column without a moment never has. */
  hasCome(column: string, wanted: boolean | undefined, now: Instant): void {
    if (wanted === undefined) return;
    this.and(wanted ? `${column} <= :now` : `(${column} IS NULL OR ${column} > :now)`, { now });
  }

  /** Every word occurs; what LIKE takes for wildcards is meant literally. */
  words(column: string, text: string): void {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 20);
    words.forEach((word, i) => {
      const escaped = word.replace(/[\\%_]/g, '\\$&');
      this.and(`${column} LIKE :word${i} ESCAPE '\\'`, { [`word${i}`]: `%${escaped}%` });
    });
  }
}
