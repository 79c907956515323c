import type { Engine } from '../engine.ts';
import { appendOnly, type Migration, words } from './migration.ts';

/** Where a document came from; legal holds; what is left of a document that was removed. */
export const keep: Migration = {
  number: 6,
  name: 'keep',
  statements: (engine: Engine) => {
    const { key } = words(engine);
    return [
      `ALTER TABLE document ADD COLUMN added_via ${key} NOT NULL DEFAULT 'upload'
        CHECK (added_via IN ('upload', 'resumable', 'archive', 'message', 'package'))`,
      // Names no row: what a document was found in may be removed, and its tombstone has the same id.
      `ALTER TABLE document ADD COLUMN from_document_id ${key}`,
      `ALTER TABLE document ADD COLUMN member_path text`,
      // JSON: further places in which the same bytes were found.
      `ALTER TABLE document ADD COLUMN also_in text NOT NULL DEFAULT '[]'`,
      `ALTER TABLE request ADD COLUMN held_since ${key}`,
      // What was done with a request that is no fact of its own life. Free texts stand beside it, as with status changes.
      `CREATE TABLE request_act (
        id ${key} PRIMARY KEY, request_id ${key} NOT NULL REFERENCES request (id),
        kind ${key} NOT NULL CHECK (kind IN ('hold-set', 'hold-lifted', 'document-removed', 'texts-removed')),
        body text NOT NULL, acted_at ${key} NOT NULL, acted_by ${key} NOT NULL REFERENCES desk_user (id))`,
      `CREATE INDEX request_act_request ON request_act (request_id, id)`,
      ...appendOnly(engine, 'request_act', ['UPDATE', 'DELETE']),
      `CREATE TABLE request_act_text (
        act_id ${key} NOT NULL REFERENCES request_act (id), path ${key} NOT NULL,
        salt ${key} NOT NULL, text text NOT NULL, PRIMARY KEY (act_id, path))`,
      ...appendOnly(engine, 'request_act_text', ['UPDATE']),
    ];
  },
};
