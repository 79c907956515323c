import type { Engine } from '../engine.ts';
import { type Migration, words } from './migration.ts';

/** What the desk tells other programs and other services: events, webhooks, and people's channels. */
export const outgoing: Migration = {
  number: 11,
  name: 'outgoing',
  statements: (engine: Engine) => [...events(engine), ...webhooks(engine), ...channels(engine)],
};

function events(engine: Engine): string[] {
  const { key, big } = words(engine);
  return [
    // The number is null until the transaction that wrote the row has committed: see docs/decisions/0018.
    `CREATE TABLE event (
      id ${key} PRIMARY KEY, number ${big}, seq ${big} NOT NULL, type ${key} NOT NULL,
      request_id ${key} NOT NULL REFERENCES request (id), by_user_id ${key}, at ${key} NOT NULL, data text NOT NULL)`,
    `CREATE UNIQUE INDEX event_number ON event (number)`,
    `CREATE INDEX event_unnumbered ON event (seq, id) WHERE number IS NULL`,
    `CREATE INDEX event_seq ON event (seq)`,
    `CREATE INDEX event_at ON event (at)`,
    ...onlyTheNumberIsGiven(engine),
  ];
}

/** Deleting is left: what is old is forgotten. */
function onlyTheNumberIsGiven(engine: Engine): string[] {
  const says = 'event is append-only';
  if (engine === 'sqlite') {
    const fixed = ['id', 'seq', 'type', 'request_id', 'by_user_id', 'at', 'data'];
    const changed = fixed.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ');
    return [
      `CREATE TRIGGER event_fixed BEFORE UPDATE ON event WHEN OLD.number IS NOT NULL OR ${changed}
       BEGIN SELECT RAISE(ABORT, '${says}'); END`,
    ];
  }
  return [
    `CREATE FUNCTION event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF OLD.number IS NOT NULL OR (to_jsonb(NEW) - 'number') IS DISTINCT FROM (to_jsonb(OLD) - 'number') THEN
         RAISE EXCEPTION '${says}';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER event_fixed BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION event_refuse()`,
  ];
}

function webhooks(engine: Engine): string[] {
  const { key } = words(engine);
  return [
    // The URL is kept as a secret too: services put theirs into the path.
    `CREATE TABLE webhook (
      id ${key} PRIMARY KEY, url text NOT NULL, types text NOT NULL, tag ${key}, description text,
      owner_id ${key} NOT NULL REFERENCES desk_user (id), state ${key} NOT NULL, disabled_because text,
      secret text NOT NULL, previous_secret text, previous_until ${key},
      failures integer NOT NULL DEFAULT 0, rests_until ${key}, last_success_at ${key},
      created_at ${key} NOT NULL, updated_at ${key} NOT NULL, version integer NOT NULL,
      CHECK (state IN ('enabled', 'disabled')))`,
    `CREATE TABLE webhook_delivery (
      id ${key} PRIMARY KEY, webhook_id ${key} NOT NULL REFERENCES webhook (id), event_id ${key} NOT NULL,
      -- No reference: writing one would wait for whoever is changing the request.
      request_id ${key}, type ${key} NOT NULL, body text NOT NULL, state ${key} NOT NULL,
      attempts integer NOT NULL DEFAULT 0, next_try_at ${key}, last_try_at ${key}, last_status integer,
      last_error text, response text, created_at ${key} NOT NULL, ended_at ${key},
      CHECK (state IN ('waiting', 'delivered', 'failed')))`,
    `CREATE INDEX webhook_delivery_list ON webhook_delivery (webhook_id, id)`,
    `CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, next_try_at) WHERE state = 'waiting'`,
    `CREATE INDEX webhook_delivery_ended ON webhook_delivery (ended_at)`,
  ];
}

function channels(engine: Engine): string[] {
  const { key } = words(engine);
  return [
    `CREATE TABLE user_channel (
      user_id ${key} NOT NULL REFERENCES desk_user (id), channel ${key} NOT NULL, address text, token text,
      enabled boolean NOT NULL, verified_at ${key}, updated_at ${key} NOT NULL, PRIMARY KEY (user_id, channel))`,
    // Which request a message is about, if about one alone: mail programs keep such messages together.
    `ALTER TABLE message ADD COLUMN thread ${key}`,
    // The same words to the same person by a further channel.
    `ALTER TABLE message ADD COLUMN copy_of ${key} REFERENCES message (id)`,
    `CREATE INDEX message_copy ON message (copy_of)`,
  ];
}
