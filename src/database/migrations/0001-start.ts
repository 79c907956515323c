import type { Engine } from '../engine.ts';
import { appendOnly, type Migration, words } from './migration.ts';

/** People, agencies, requests with their histories, jobs, reminders, messages and documents. */
export const start: Migration = {
  number: 1,
  name: 'start',
  statements: (engine) => [
    ...machinery(engine),
    ...people(engine),
    ...agencies(engine),
    ...requests(engine),
    ...histories(engine),
    ...reminders(engine),
    ...documents(engine),
  ],
};

function machinery(engine: Engine): string[] {
  const { key } = words(engine);
  return [
    `CREATE TABLE writer_lock (id integer PRIMARY KEY)`,
    `CREATE TABLE setting (name ${key} PRIMARY KEY, value text NOT NULL)`,
    `CREATE TABLE counter (name ${key} PRIMARY KEY, value integer NOT NULL)`,
    `CREATE TABLE idempotency_key (
      api_key_id ${key} NOT NULL, route ${key} NOT NULL, idempotency_key ${key} NOT NULL,
      fingerprint ${key} NOT NULL, status integer NOT NULL, headers text NOT NULL, body text,
      created_at ${key} NOT NULL,
      PRIMARY KEY (api_key_id, route, idempotency_key))`,
    `CREATE INDEX idempotency_key_age ON idempotency_key (created_at)`,
    `CREATE TABLE job (
      id ${key} PRIMARY KEY, kind ${key} NOT NULL, subject_id ${key} NOT NULL, dedupe ${key},
      priority integer NOT NULL, run_at ${key} NOT NULL, state ${key} NOT NULL,
      attempts integer NOT NULL DEFAULT 0, max_attempts integer NOT NULL,
      lease_until ${key}, lease_token integer NOT NULL DEFAULT 0, leased_by ${key},
      last_error text, created_at ${key} NOT NULL, finished_at ${key},
      CHECK (state IN ('waiting', 'leased', 'done', 'dead')))`,
    `CREATE INDEX job_due ON job (state, priority, run_at)`,
    `CREATE INDEX job_done ON job (finished_at) WHERE state = 'done'`,
    `CREATE UNIQUE INDEX job_dedupe ON job (kind, dedupe) WHERE state IN ('waiting', 'leased')`,
  ];
}

function people(engine: Engine): string[] {
  const { key } = words(engine);
  return [
    `CREATE TABLE desk_user (
      id ${key} PRIMARY KEY, name text NOT NULL, email ${key} NOT NULL, role ${key} NOT NULL, time_zone ${key} NOT NULL,
      created_at ${key} NOT NULL, updated_at ${key} NOT NULL, disabled_at ${key}, version integer NOT NULL,
      CHECK (role IN ('owner', 'editor', 'viewer')))`,
    `CREATE UNIQUE INDEX desk_user_email ON desk_user (email)`,
    `CREATE TABLE api_key (
      id ${key} PRIMARY KEY, user_id ${key} NOT NULL REFERENCES desk_user (id), label text NOT NULL,
      lookup ${key} NOT NULL UNIQUE, secret_hash ${key} NOT NULL, created_at ${key} NOT NULL, created_by ${key},
      expires_at ${key}, last_used_at ${key}, revoked_at ${key})`,
    `CREATE INDEX api_key_user ON api_key (user_id)`,
  ];
}

function agencies(engine: Engine): string[] {
  const { key } = words(engine);
  return [
    `CREATE TABLE agency (
      id ${key} PRIMARY KEY, name text NOT NULL, abbreviation text, parent_id ${key} REFERENCES agency (id),
      statute_id ${key} NOT NULL, time_zone ${key} NOT NULL, contacts text NOT NULL, overrides text NOT NULL,
      search ${key} NOT NULL, created_at ${key} NOT NULL, updated_at ${key} NOT NULL, version integer NOT NULL)`,
    `CREATE INDEX agency_search ON agency (search, id)`,
    `CREATE INDEX agency_parent ON agency (parent_id)`,
    // What law, zone and overrides an agency had at any moment: `knownAt` must not use what was entered later.
    `CREATE TABLE agency_version (
      agency_id ${key} NOT NULL REFERENCES agency (id), version integer NOT NULL, statute_id ${key} NOT NULL,
      time_zone ${key} NOT NULL, overrides text NOT NULL, recorded_at ${key} NOT NULL, recorded_by ${key} NOT NULL,
      PRIMARY KEY (agency_id, version))`,
    ...appendOnly(engine, 'agency_version', ['UPDATE', 'DELETE']),
  ];
}

function requests(engine: Engine): string[] {
  const { key } = words(engine);
  return [
    `CREATE TABLE request (
      id ${key} PRIMARY KEY, number ${key} NOT NULL UNIQUE, agency_id ${key} NOT NULL REFERENCES agency (id),
      statute_id ${key} NOT NULL, subject text NOT NULL,
      access ${key} NOT NULL, confidential boolean NOT NULL, sample boolean NOT NULL,
      creator_id ${key} NOT NULL REFERENCES desk_user (id), assignee_id ${key} REFERENCES desk_user (id),
      requester text, fee_category ${key}, fee_limit text, tags text NOT NULL, related text NOT NULL,
      tracking_numbers text NOT NULL, created_at ${key} NOT NULL, updated_at ${key} NOT NULL, version integer NOT NULL,
      chain_head ${key} NOT NULL, chain_count integer NOT NULL, last_fact_at ${key},
      status ${key} NOT NULL, outcome ${key}, read_on ${key} NOT NULL,
      overdue_at ${key}, window_missed_at ${key}, turns_at ${key}, next_due_on ${key}, glance text NOT NULL,
      -- Long texts last: SQLite walks over them to reach what stands behind, and lists need none of them.
      search text NOT NULL, description text NOT NULL, standing text NOT NULL,
      CHECK (access IN ('everyone', 'members')))`,
    `CREATE INDEX request_updated ON request (updated_at, id)`,
    `CREATE INDEX request_created ON request (created_at, id)`,
    `CREATE INDEX request_status ON request (status, created_at, id)`,
    `CREATE INDEX request_outcome ON request (outcome, created_at, id)`,
    `CREATE INDEX request_agency ON request (agency_id, created_at, id)`,
    `CREATE INDEX request_assignee ON request (assignee_id, created_at, id)`,
    `CREATE INDEX request_turns ON request (turns_at)`,
    `CREATE INDEX request_overdue ON request (overdue_at)`,
    `CREATE INDEX request_next_due ON request (next_due_on)`,
    `CREATE TABLE request_tag (
      request_id ${key} NOT NULL REFERENCES request (id), tag ${key} NOT NULL, PRIMARY KEY (request_id, tag))`,
    `CREATE INDEX request_tag_tag ON request_tag (tag, request_id)`,
    `CREATE TABLE request_member (
      request_id ${key} NOT NULL REFERENCES request (id), user_id ${key} NOT NULL REFERENCES desk_user (id),
      PRIMARY KEY (request_id, user_id))`,
    `CREATE INDEX request_member_user ON request_member (user_id, request_id)`,
    `CREATE TABLE request_relation (
      request_id ${key} NOT NULL REFERENCES request (id), kind ${key} NOT NULL,
      other_id ${key} NOT NULL REFERENCES request (id), PRIMARY KEY (request_id, kind, other_id))`,
    `CREATE INDEX request_relation_other ON request_relation (other_id)`,
    `CREATE TABLE note (
      id ${key} PRIMARY KEY, request_id ${key} NOT NULL REFERENCES request (id),
      author_id ${key} NOT NULL REFERENCES desk_user (id), text text NOT NULL, created_at ${key} NOT NULL)`,
    `CREATE INDEX note_request ON note (request_id, id)`,
    // A copy of each standing's deadlines, for lists across requests; rebuilt whenever a standing is.
    `CREATE TABLE request_deadline (
      request_id ${key} NOT NULL REFERENCES request (id), deadline_id ${key} NOT NULL, kind ${key} NOT NULL,
      owed_by ${key} NOT NULL, due_on ${key}, sort_on ${key} NOT NULL, state ${key} NOT NULL, missed_at ${key},
      body text NOT NULL,
      PRIMARY KEY (request_id, deadline_id))`,
    // Beyond the order of the list it holds what is filtered by: a rare state is found without reading a single row.
    `CREATE INDEX request_deadline_sort ON request_deadline
      (sort_on, request_id, deadline_id, state, missed_at, owed_by, kind)`,
  ];
}

function histories(engine: Engine): string[] {
  const { key } = words(engine);
  return [
    `CREATE TABLE status_change (
      id ${key} PRIMARY KEY, request_id ${key} NOT NULL REFERENCES request (id), sequence integer NOT NULL,
      kind ${key} NOT NULL, on_day ${key} NOT NULL, at ${key}, recorded_at ${key} NOT NULL, recorded_by ${key} NOT NULL,
      body text NOT NULL, previous_hash ${key} NOT NULL, hash ${key} NOT NULL,
      UNIQUE (request_id, sequence))`,
    ...appendOnly(engine, 'status_change', ['UPDATE', 'DELETE']),
    // Free text stands beside the chained row, which holds only a salted digest of it: redacting deletes this row.
    `CREATE TABLE status_change_text (
      status_change_id ${key} NOT NULL REFERENCES status_change (id), path ${key} NOT NULL,
      salt ${key} NOT NULL, text text NOT NULL, PRIMARY KEY (status_change_id, path))`,
    ...appendOnly(engine, 'status_change_text', ['UPDATE']),
    `CREATE TABLE deadline_move (
      id ${key} PRIMARY KEY, request_id ${key} NOT NULL REFERENCES request (id), deadline_id ${key} NOT NULL,
      deadline_kind ${key} NOT NULL, from_on ${key}, to_on ${key}, because text NOT NULL, moved_at ${key} NOT NULL)`,
    `CREATE INDEX deadline_move_request ON deadline_move (request_id, id)`,
    ...appendOnly(engine, 'deadline_move', ['UPDATE', 'DELETE']),
  ];
}

function reminders(engine: Engine): string[] {
  const { key } = words(engine);
  return [
    `CREATE TABLE message (
      id ${key} PRIMARY KEY, recipient_id ${key} NOT NULL REFERENCES desk_user (id), channel ${key} NOT NULL,
      address ${key}, mail_id ${key} NOT NULL, subject text NOT NULL, text text NOT NULL, state ${key} NOT NULL,
      created_at ${key} NOT NULL, sent_at ${key}, sent_by ${key}, server_answer text, last_error text,
      CHECK (state IN ('queued', 'sent', 'failed')))`,
    `CREATE INDEX message_recipient ON message (recipient_id, id)`,
    `CREATE TABLE reminder (
      id ${key} PRIMARY KEY, request_id ${key} NOT NULL REFERENCES request (id), deadline_id ${key}, deadline_kind ${key},
      due_on ${key}, rung ${key} NOT NULL, rung_key ${key} NOT NULL, send_at ${key} NOT NULL, channel ${key} NOT NULL,
      recipient_id ${key} NOT NULL REFERENCES desk_user (id), state ${key} NOT NULL, reason text, text text,
      created_by ${key}, planned_at ${key} NOT NULL, sent_at ${key}, message_id ${key} REFERENCES message (id),
      CHECK (state IN ('planned', 'sending', 'sent', 'cancelled', 'failed')))`,
    // Whatever two processes plan at once: one person is told of one rung once.
    `CREATE UNIQUE INDEX reminder_once ON reminder (request_id, recipient_id, channel, rung_key)
      WHERE state IN ('planned', 'sending', 'sent')`,
    `CREATE INDEX reminder_due ON reminder (send_at, recipient_id) WHERE state = 'planned'`,
    `CREATE INDEX reminder_request ON reminder (request_id, send_at, id)`,
    `CREATE INDEX reminder_recipient ON reminder (recipient_id, send_at, id)`,
    `CREATE INDEX reminder_message ON reminder (message_id)`,
  ];
}

function documents(engine: Engine): string[] {
  const { key, big } = words(engine);
  return [
    `CREATE TABLE blob (
      sha256 ${key} PRIMARY KEY, size ${big} NOT NULL, chunks text NOT NULL, media_type ${key} NOT NULL,
      stored_at ${key} NOT NULL, damaged_at ${key}, damage text)`,
    `CREATE TABLE document (
      id ${key} PRIMARY KEY, request_id ${key} NOT NULL REFERENCES request (id),
      sha256 ${key} NOT NULL REFERENCES blob (sha256), filename text NOT NULL, label text, role ${key},
      released_on ${key}, received_on ${key}, status_change_id ${key} REFERENCES status_change (id),
      added_by ${key} NOT NULL REFERENCES desk_user (id), added_at ${key} NOT NULL, version integer NOT NULL,
      UNIQUE (request_id, sha256))`,
    `CREATE INDEX document_blob ON document (sha256)`,
  ];
}
