import type { Engine } from '../engine.ts';
import { appendOnly, type Migration, words } from './migration.ts';

/** Closures under a law, and why an agency's rules were changed. */
export const events: Migration = {
  number: 4,
  name: 'events',
  statements: (engine: Engine) => {
    const { key } = words(engine);
    return [
      // Of one jurisdiction or of one law. Never changed: what was known when must be told for ever.
      `CREATE TABLE law_event (
        id ${key} PRIMARY KEY, jurisdiction ${key}, statute_id ${key}, from_on ${key} NOT NULL, to_on ${key} NOT NULL,
        effect ${key} NOT NULL CHECK (effect IN ('suspends', 'day-off', 'counts')), says text NOT NULL,
        cites text NOT NULL, recorded_at ${key} NOT NULL, recorded_by ${key} NOT NULL REFERENCES desk_user (id),
        CHECK ((jurisdiction IS NULL) <> (statute_id IS NULL)), CHECK (from_on <= to_on))`,
      `CREATE INDEX law_event_from ON law_event (from_on, id)`,
      ...appendOnly(engine, 'law_event', ['UPDATE', 'DELETE']),
      `CREATE TABLE law_event_withdrawal (
        event_id ${key} PRIMARY KEY REFERENCES law_event (id), withdrawn_at ${key} NOT NULL,
        withdrawn_by ${key} NOT NULL REFERENCES desk_user (id))`,
      ...appendOnly(engine, 'law_event_withdrawal', ['UPDATE', 'DELETE']),
      `ALTER TABLE agency_version ADD COLUMN because text`,
    ];
  },
};
