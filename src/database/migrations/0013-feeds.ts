import type { Engine } from '../engine.ts';
import { type Migration, words } from './migration.ts';

/** Calendar feeds, and what calendars must know of a deadline that its standing forgets: how often it moved, and that it was there. */
export const feeds: Migration = {
  number: 13,
  name: 'feeds',
  statements: (engine: Engine) => {
    const { key } = words(engine);
    const metOn = engine === 'sqlite' ? `json_extract(d.body, '$.metOn')` : `d.body::json ->> 'metOn'`;
    return [
      `CREATE TABLE feed (
        id ${key} PRIMARY KEY, user_id ${key} NOT NULL REFERENCES desk_user (id), scope ${key} NOT NULL, tag ${key}, label text,
        secret_hash ${key} NOT NULL, created_at ${key} NOT NULL, last_used_at ${key}, revoked_at ${key},
        CHECK (scope IN ('mine', 'tag', 'everything')), CHECK ((scope = 'tag') = (tag IS NOT NULL)))`,
      `CREATE INDEX feed_user ON feed (user_id, id)`,
      `CREATE TABLE calendar_entry (
        request_id ${key} NOT NULL REFERENCES request (id), deadline_id ${key} NOT NULL, due_on ${key} NOT NULL,
        live boolean NOT NULL, sequence integer NOT NULL, modified_at ${key} NOT NULL,
        PRIMARY KEY (request_id, deadline_id))`,
      `CREATE INDEX calendar_entry_due ON calendar_entry (due_on, request_id, deadline_id)`,
      // What is owed already; nobody has seen any of it in a calendar.
      `INSERT INTO calendar_entry (request_id, deadline_id, due_on, live, sequence, modified_at)
       SELECT d.request_id, d.deadline_id, d.due_on, true, 0, r.updated_at
       FROM request_deadline d JOIN request r ON r.id = d.request_id
       WHERE d.due_on IS NOT NULL AND (d.state = 'running' OR (d.state = 'missed' AND ${metOn} IS NULL))`,
    ];
  },
};
