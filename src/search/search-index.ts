import type { Scope, Tx } from '../database/database.ts';
import type { Query } from './query.ts';

/** An entry's words (`eachWord`), in order. */
export interface EntryWords {
  /** The number of its `search_entry`. */
  id: number;
  words: readonly string[];
}

/** A piece of SQL that finds entries; whoever asks joins filters and permission to it. */
export interface Matching {
  /** For `FROM`, with the alias `found`. */
  from: string;
  /** The entry's number. */
  id: string;
  /** Smaller is better. Depends on the words of the desk, so it is never shown: those of hidden requests count too. */
  rank: string;
  /** A condition on `from`. */
  where: string;
  parameters: Record<string, unknown>;
}

/**
 * Finds entries by their words, inside the database, so that one query can find and ask who may see. Both
 * implementations find the same entries for the same query; they rank by measures of their own.
 */
export abstract class SearchIndex {
  /** Adds entries that the index does not hold; also those without a word. */
  abstract add(tx: Tx, entries: readonly EntryWords[]): Promise<void>;
  /** Takes entries out, so that no word of them stays in the index's files once `tx.leaveNoTrace()` has done its part. */
  abstract remove(tx: Tx, ids: readonly number[]): Promise<void>;
  /** Takes all entries out, fast. */
  abstract clear(tx: Tx): Promise<void>;
  /** How many entries it holds. */
  abstract count(scope: Scope): Promise<number>;
  abstract matching(query: Query): Matching;
}
