import type { Migration } from './migration.ts';

/** So that a sweep finds standings that were read for a day which has not come: the clock stood ahead, and was put right. */
export const readOn: Migration = {
  number: 17,
  name: 'read-on',
  statements: () => ['CREATE INDEX request_read_on ON request (read_on)'],
};
