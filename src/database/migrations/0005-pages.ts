import type { Engine } from '../engine.ts';
import { type Migration, words } from './migration.ts';

/** What was read off released files. It belongs to the content, not to a document: the same bytes are read once. */
export const pages: Migration = {
  number: 5,
  name: 'pages',
  statements: (engine: Engine) => {
    const { key } = words(engine);
    return [
      `CREATE TABLE blob_reading (
        sha256 ${key} PRIMARY KEY REFERENCES blob (sha256), state ${key} NOT NULL, reason text,
        pages_total integer, pages_done integer NOT NULL DEFAULT 0,
        -- Which program read it, with its version: a newer one may read it anew.
        reader ${key}, language ${key}, started_at ${key}, finished_at ${key}, updated_at ${key} NOT NULL,
        CHECK (state IN ('waiting', 'reading', 'ready', 'partial', 'failed', 'none')))`,
      `CREATE INDEX blob_reading_state ON blob_reading (state, sha256)`,
      `CREATE TABLE blob_page (
        sha256 ${key} NOT NULL REFERENCES blob (sha256), number integer NOT NULL,
        -- What a person sees on the page; text that lies under an opaque box stands in "hidden" alone.
        text text NOT NULL, source ${key} NOT NULL CHECK (source IN ('layer', 'ocr', 'markup', 'none')),
        -- In PDF points (1/72 inch); null where a page has no size.
        width integer, height integer,
        -- JSON; see the entity.
        boxes text, hidden text,
        PRIMARY KEY (sha256, number))`,
    ];
  },
};
