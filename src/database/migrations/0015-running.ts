import type { Engine } from '../engine.ts';
import { appendOnly, type Migration, words } from './migration.ts';

/** Lanes of jobs, what their processes died of, what owners did with them, and the moments that all processes share. */
export const running: Migration = {
  number: 15,
  name: 'running',
  statements: (engine: Engine) => {
    const { key } = words(engine);
    return [
      `ALTER TABLE job ADD COLUMN lane ${key} NOT NULL DEFAULT 'desk'`,
      // How often the process that ran it stopped without an answer.
      `ALTER TABLE job ADD COLUMN crashes integer NOT NULL DEFAULT 0`,
      // By the desk's time: what may be begun in a minute is counted by it.
      `ALTER TABLE job ADD COLUMN leased_at ${key}`,
      `ALTER TABLE job ADD COLUMN dropped_at ${key}`,
      // When owners were told that it is dead.
      `ALTER TABLE job ADD COLUMN told_at ${key}`,
      `UPDATE job SET lane = 'webhook' WHERE kind = 'serve-webhook'`,
      `UPDATE job SET lane = (SELECT CASE WHEN m.channel = 'email' THEN 'mail' ELSE 'chat' END FROM message m WHERE m.id = subject_id)
       WHERE kind = 'deliver-message' AND EXISTS (SELECT 1 FROM message m WHERE m.id = subject_id)`,
      `DROP INDEX job_due`,
      `CREATE INDEX job_due ON job (state, lane, priority, run_at)`,
      `CREATE INDEX job_leased ON job (lane, leased_at)`,
      `CREATE INDEX job_waiting ON job (run_at) WHERE state = 'waiting'`,
      `CREATE TABLE job_act (
        id ${key} PRIMARY KEY, job_id ${key} NOT NULL, job_kind ${key} NOT NULL, subject_id ${key} NOT NULL,
        act ${key} NOT NULL CHECK (act IN ('retry', 'drop')), user_id ${key} NOT NULL REFERENCES desk_user (id),
        at ${key} NOT NULL, reason text)`,
      `CREATE INDEX job_act_job ON job_act (job_id, id)`,
      ...appendOnly(engine, 'job_act', ['UPDATE', 'DELETE']),
      `CREATE TABLE shared_moment (name ${key} PRIMARY KEY, at ${key} NOT NULL)`,
      // What is counted whenever somebody measures.
      `CREATE INDEX message_state ON message (channel, state)`,
      `CREATE INDEX reminder_state ON reminder (channel, state)`,
    ];
  },
};
