import type { Engine } from '../engine.ts';
import { type Migration, words } from './migration.ts';

/** When owners were told that a message was refused for good; what was refused before is not told of now. */
export const refusals: Migration = {
  number: 18,
  name: 'refusals',
  statements: (engine: Engine) => [
    `ALTER TABLE message ADD COLUMN told_at ${words(engine).key}`,
    `UPDATE message SET told_at = created_at WHERE state = 'failed'`,
    `CREATE INDEX message_untold ON message (id) WHERE state = 'failed' AND told_at IS NULL`,
  ],
};
