import type { Engine } from '../engine.ts';
import { appendOnly, type Migration, words } from './migration.ts';

/** What was planned and why, what each message told by which history, and every attempt to send it: all of it append-only. */
export const ledger: Migration = {
  number: 14,
  name: 'ledger',
  statements: (engine: Engine) => {
    const { key } = words(engine);
    return [
      // One row for each time that a request's plan was changed: never one for each rung.
      `CREATE TABLE plan_change (
        id ${key} PRIMARY KEY, request_id ${key} NOT NULL REFERENCES request (id), at ${key} NOT NULL,
        because ${key} NOT NULL CHECK (because IN
          ('recorded', 'edited', 'turned', 'law', 'act', 'policy', 'people', 'watchers', 'asked', 'due')),
        cause_id ${key}, by_user_id ${key} REFERENCES desk_user (id),
        chain_count integer NOT NULL, chain_head ${key} NOT NULL, policies text NOT NULL, body text NOT NULL)`,
      `CREATE INDEX plan_change_request ON plan_change (request_id, id)`,
      ...appendOnly(engine, 'plan_change', ['UPDATE', 'DELETE']),
      `CREATE TABLE message_item (
        message_id ${key} NOT NULL REFERENCES message (id), reminder_id ${key} NOT NULL REFERENCES reminder (id),
        request_id ${key} NOT NULL REFERENCES request (id), recipient_id ${key} NOT NULL REFERENCES desk_user (id),
        rung ${key} NOT NULL, planned_for ${key} NOT NULL, deadline_id ${key}, deadline_kind ${key}, due_on ${key},
        worded_at ${key} NOT NULL, chain_count integer NOT NULL, chain_head ${key} NOT NULL, explanation text,
        PRIMARY KEY (message_id, reminder_id))`,
      `CREATE INDEX message_item_reminder ON message_item (reminder_id)`,
      `CREATE INDEX message_item_request ON message_item (request_id)`,
      ...onlyItsWordsMayGo(engine),
      `CREATE TABLE delivery_attempt (
        id ${key} PRIMARY KEY, message_id ${key} NOT NULL REFERENCES message (id), job_id ${key} NOT NULL,
        try integer NOT NULL, at ${key} NOT NULL, worker ${key} NOT NULL,
        outcome ${key} NOT NULL CHECK (outcome IN ('taken', 'failed', 'refused', 'postponed', 'called-back')),
        answer text, next_at ${key})`,
      `CREATE INDEX delivery_attempt_message ON delivery_attempt (message_id, id)`,
      ...appendOnly(engine, 'delivery_attempt', ['UPDATE', 'DELETE']),
      // The day that the ladder asked for, and what put it off to another; null of rows from before.
      `ALTER TABLE reminder ADD COLUMN rung_on ${key}`,
      `ALTER TABLE reminder ADD COLUMN put_off ${key}`,
    ];
  },
};

/** A redacted text may be in an explanation: it can be taken away for good, and nothing else can be changed. */
function onlyItsWordsMayGo(engine: Engine): string[] {
  const says = 'message_item is append-only';
  if (engine === 'sqlite') {
    const fixed = ['message_id', 'reminder_id', 'request_id', 'recipient_id', 'rung', 'planned_for', 'deadline_id'];
    const others = ['deadline_kind', 'due_on', 'worded_at', 'chain_count', 'chain_head'];
    const changed = [...fixed, ...others].map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ');
    return [
      `CREATE TRIGGER message_item_no_update BEFORE UPDATE ON message_item WHEN NEW.explanation IS NOT NULL OR ${changed}
       BEGIN SELECT RAISE(ABORT, '${says}'); END`,
      `CREATE TRIGGER message_item_no_delete BEFORE DELETE ON message_item BEGIN SELECT RAISE(ABORT, '${says}'); END`,
    ];
  }
  return [
    `CREATE FUNCTION message_item_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF TG_OP <> 'UPDATE' OR NEW.explanation IS NOT NULL
         OR (to_jsonb(NEW) - 'explanation') IS DISTINCT FROM (to_jsonb(OLD) - 'explanation') THEN
         RAISE EXCEPTION '${says}';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER message_item_guard BEFORE UPDATE OR DELETE ON message_item FOR EACH ROW EXECUTE FUNCTION message_item_refuse()`,
    `CREATE TRIGGER message_item_guard_all BEFORE TRUNCATE ON message_item FOR EACH STATEMENT EXECUTE FUNCTION message_item_refuse()`,
  ];
}
