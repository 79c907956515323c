import type { Engine } from '../engine.ts';
import { appendOnly, type Migration, words } from './migration.ts';

/** Every text of every law and calendar that was ever in force here, and since when: `knownAt` reads by the one of its moment. */
export const lawText: Migration = {
  number: 3,
  name: 'law-text',
  statements: (engine: Engine) => {
    const { key } = words(engine);
    return [
      `CREATE TABLE law_text (
        number integer PRIMARY KEY, kind ${key} NOT NULL, law_id ${key} NOT NULL, version integer NOT NULL,
        source ${key} NOT NULL, sha256 ${key}, recorded_at ${key} NOT NULL,
        -- Null: withdrawn.
        body text,
        UNIQUE (kind, law_id, version),
        CHECK (kind IN ('statute', 'calendar')))`,
      ...appendOnly(engine, 'law_text', ['UPDATE', 'DELETE']),
    ];
  },
};
