import type { Engine } from '../engine.ts';
import { appendOnly, type Migration, words } from './migration.ts';

/** Policies of reminders, who watches a request, what people did about what they were told, and when they want to be told. */
export const policies: Migration = {
  number: 12,
  name: 'policies',
  statements: (engine: Engine) => {
    const { key } = words(engine);
    return [
      // Each version is kept: why somebody was told must be told for ever.
      `CREATE TABLE reminder_policy (
        id ${key} PRIMARY KEY, scope ${key} NOT NULL CHECK (scope IN ('desk', 'tag', 'request', 'person')), subject ${key} NOT NULL,
        version integer NOT NULL, body text, set_at ${key} NOT NULL, set_by ${key} NOT NULL REFERENCES desk_user (id),
        UNIQUE (scope, subject, version))`,
      ...appendOnly(engine, 'reminder_policy', ['UPDATE', 'DELETE']),
      `CREATE TABLE request_watcher (
        request_id ${key} NOT NULL REFERENCES request (id), user_id ${key} NOT NULL REFERENCES desk_user (id),
        added_at ${key} NOT NULL, added_by ${key} NOT NULL REFERENCES desk_user (id),
        PRIMARY KEY (request_id, user_id))`,
      `CREATE TABLE reminder_act (
        id ${key} PRIMARY KEY, request_id ${key} NOT NULL REFERENCES request (id), subject ${key} NOT NULL, due_on ${key},
        kind ${key} NOT NULL CHECK (kind IN ('acknowledge', 'snooze', 'mute', 'unmute')),
        user_id ${key} NOT NULL REFERENCES desk_user (id), by_user_id ${key} NOT NULL REFERENCES desk_user (id),
        at ${key} NOT NULL, until_on ${key}, message_id ${key} REFERENCES message (id),
        CHECK ((kind = 'snooze') = (until_on IS NOT NULL)))`,
      `CREATE INDEX reminder_act_request ON reminder_act (request_id, id)`,
      ...appendOnly(engine, 'reminder_act', ['UPDATE', 'DELETE']),
      // Told on days off too.
      `ALTER TABLE reminder ADD COLUMN urgent boolean NOT NULL DEFAULT false`,
      `UPDATE reminder SET urgent = true WHERE state = 'planned'
         AND rung IN ('3-before', '1-before', '0-before', 'missed', 'own', 'moved')`,
      // JSON; see the entity. Null: as built in.
      `ALTER TABLE desk_user ADD COLUMN notifications text`,
    ];
  },
};
