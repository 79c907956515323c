import type { Engine } from '../engine.ts';
import { appendOnly, type Migration, words } from './migration.ts';

/** Pages belong to a reading, so that a new one takes the place of the old at once; what was decided on hidden text. */
export const read: Migration = {
  number: 7,
  name: 'read',
  statements: (engine: Engine) => {
    const { key } = words(engine);
    return [
      `ALTER TABLE blob_reading ADD COLUMN generation integer`,
      `ALTER TABLE blob_reading ADD COLUMN draft integer NOT NULL DEFAULT 0`,
      `DROP INDEX blob_reading_state`,
      // The sweep takes what came last first.
      `CREATE INDEX blob_reading_state ON blob_reading (state, updated_at)`,
      // Nothing has ever been written into it.
      `DROP TABLE blob_page`,
      `CREATE TABLE blob_page (
        sha256 ${key} NOT NULL REFERENCES blob (sha256),
        -- Those of blob_reading.generation are shown; others are being read, or are about to go.
        generation integer NOT NULL, number integer NOT NULL,
        -- What a person sees on the page; text that lies under an opaque box stands in "hidden" alone.
        text text NOT NULL, source ${key} NOT NULL CHECK (source IN ('layer', 'ocr', 'markup', 'none')),
        -- In PDF points (1/72 inch); null where a page has no size.
        width integer, height integer,
        -- JSON; see the entity.
        boxes text, hidden text,
        PRIMARY KEY (sha256, generation, number))`,
      // Which pages anybody has to look at, without reading all.
      `CREATE INDEX blob_page_hidden ON blob_page (sha256, generation, number) WHERE hidden IS NOT NULL`,
      // No reference to the document: what was decided stays on record when the document goes.
      `CREATE TABLE hidden_text_decision (
        id ${key} PRIMARY KEY, document_id ${key} NOT NULL, decision ${key} NOT NULL CHECK (decision IN ('show', 'withhold')),
        first_page integer, last_page integer,
        -- JSON: what had been seen, as a digest of each page's hidden text. It says nothing of what was found since.
        seen text NOT NULL,
        reason text NOT NULL, decided_by ${key} NOT NULL REFERENCES desk_user (id), decided_at ${key} NOT NULL)`,
      `CREATE INDEX hidden_text_decision_document ON hidden_text_decision (document_id, id)`,
      ...appendOnly(engine, 'hidden_text_decision', ['UPDATE', 'DELETE']),
    ];
  },
};
