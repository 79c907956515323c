import type { Engine } from '../engine.ts';
import { type Migration, words } from './migration.ts';

/** What released files withhold and by which exemption, and what people have cited from them. */
export const exemptions: Migration = {
  number: 9,
  name: 'exemptions',
  statements: (engine: Engine) => {
    const { key } = words(engine);
    return [
      `CREATE TABLE citation (
        id ${key} PRIMARY KEY, document_id ${key} NOT NULL REFERENCES document (id), page integer NOT NULL CHECK (page >= 1),
        quote text, found text, found_from integer, found_to integer, parts text,
        text_sha256 ${key}, text_source ${key}, text_read_at ${key},
        created_by ${key} NOT NULL REFERENCES desk_user (id), created_at ${key} NOT NULL,
        -- A quote is kept together with what it was checked against, or not at all.
        CHECK ((quote IS NULL) = (found IS NULL)), CHECK ((quote IS NULL) = (text_sha256 IS NULL)))`,
      `CREATE INDEX citation_document ON citation (document_id, id)`,
      `CREATE TABLE exemption_finding (
        id ${key} PRIMARY KEY, request_id ${key} NOT NULL REFERENCES request (id),
        -- Null for what was written down of a determination without a document at hand.
        document_id ${key} REFERENCES document (id),
        status_change_id ${key} REFERENCES status_change (id),
        about ${key} NOT NULL CHECK (about IN ('pages', 'determination')),
        page_from integer, page_to integer,
        code ${key} NOT NULL, raw text NOT NULL, withholding_statute text,
        kind ${key} NOT NULL CHECK (kind IN ('withheld', 'redacted')),
        -- The agency's own page numbers where pages are not in the file, and how many they are.
        withheld_from integer, withheld_to integer, withheld_count integer,
        state ${key} NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
        source ${key} NOT NULL CHECK (source IN ('hand', 'detected')),
        -- JSON; see the entity.
        place text, note text,
        -- What a detected finding is known again by when a page is read anew; null by hand.
        mark ${key},
        created_by ${key} REFERENCES desk_user (id), created_at ${key} NOT NULL,
        decided_by ${key} REFERENCES desk_user (id), decided_at ${key},
        CHECK (about = 'determination' OR document_id IS NOT NULL),
        CHECK ((page_from IS NULL) = (page_to IS NULL)), CHECK (page_from IS NULL OR 1 <= page_from AND page_from <= page_to),
        CHECK ((source = 'detected') = (mark IS NOT NULL)),
        UNIQUE (document_id, mark))`,
      `CREATE INDEX exemption_finding_document ON exemption_finding (document_id, page_from, id)`,
      `CREATE INDEX exemption_finding_request ON exemption_finding (request_id, id)`,
    ];
  },
};
