import type { Engine } from '../engine.ts';
import { type Migration, words } from './migration.ts';

const KINDS = `kind IN ('page', 'document', 'request', 'status-change', 'note')`;

/** Documents are found by their labels and the names of their files. What is indexed stays; they are added to it. */
export const findDocuments: Migration = {
  number: 16,
  name: 'find-documents',
  statements: (engine: Engine) => [
    ...(engine === 'postgres' ? onPostgres : onSqlite()),
    // A making that was begun and not ended: the desk goes on with it, and adds what is lacking.
    `UPDATE search_state SET name = 'making' WHERE name = 'made' AND EXISTS (SELECT 1 FROM document)`,
  ],
};

const onPostgres = [
  `ALTER TABLE search_entry DROP CONSTRAINT search_entry_kind_check`,
  `ALTER TABLE search_entry ADD CONSTRAINT search_entry_kind_check CHECK (${KINDS})`,
];

/** SQLite changes no CHECK: the table is written anew, with the numbers by which the index knows its entries. */
function onSqlite(): string[] {
  const { key } = words('sqlite');
  const columns = 'id, kind, request_id, subject_id, page, gone, on_day, recorded_at, digest';
  return [
    `CREATE TABLE search_entry_anew (
      id integer PRIMARY KEY AUTOINCREMENT, kind ${key} NOT NULL, request_id ${key} NOT NULL,
      -- The request, document, status change or note itself; of a page its document.
      subject_id ${key} NOT NULL,
      -- 0 for what is no page.
      page integer NOT NULL,
      gone boolean NOT NULL, on_day ${key}, recorded_at ${key}, digest ${key} NOT NULL,
      CHECK (${KINDS}))`,
    `INSERT INTO search_entry_anew (${columns}) SELECT ${columns} FROM search_entry`,
    // No number is given twice: the index may still hold words of one that is gone.
    `UPDATE sqlite_sequence SET seq = max(seq, (SELECT old.seq FROM sqlite_sequence old WHERE old.name = 'search_entry'))
      WHERE name = 'search_entry_anew' AND EXISTS (SELECT 1 FROM sqlite_sequence old WHERE old.name = 'search_entry')`,
    `DROP TABLE search_entry`,
    `ALTER TABLE search_entry_anew RENAME TO search_entry`,
    `CREATE UNIQUE INDEX search_entry_subject ON search_entry (subject_id, page) WHERE NOT gone`,
    `CREATE INDEX search_entry_gone ON search_entry (subject_id) WHERE gone`,
    `CREATE INDEX search_entry_request ON search_entry (request_id)`,
  ];
}
