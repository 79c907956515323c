import type { Engine } from '../engine.ts';
import { appendOnly, type Migration, words } from './migration.ts';

/** Where a request came from that was imported from another desk's package. */
export const origin: Migration = {
  number: 10,
  name: 'origin',
  statements: (engine: Engine) => {
    const { key } = words(engine);
    return [
      `CREATE TABLE request_origin (
        request_id ${key} PRIMARY KEY REFERENCES request (id),
        -- What the other desk called it.
        number text NOT NULL,
        -- How far its history went there: what follows was recorded here.
        chain_head ${key} NOT NULL, chain_count integer NOT NULL,
        -- SHA-256 of the package's tagmanifest-sha256.txt.
        package_sum ${key} NOT NULL, imported_by ${key} NOT NULL REFERENCES desk_user (id), imported_at ${key} NOT NULL)`,
      ...appendOnly(engine, 'request_origin', ['UPDATE', 'DELETE']),
    ];
  },
};
