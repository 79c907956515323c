import type { Migration } from './migration.ts';

/** Requests may be on one of their statute's tracks: commercial, over 24 months old, life and liberty. */
export const track: Migration = {
  number: 2,
  name: 'track',
  statements: () => [`ALTER TABLE request ADD COLUMN track text`],
};
