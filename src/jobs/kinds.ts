/**
 * Every kind of job there is, in one closed list. A feature that has a new kind adds it here and registers its handler
 * at start: a kind without a handler, or with two, stops the start, since its rows would lie there for ever.
 */
export const jobKinds: readonly string[] = [
  'recompute-agency',
  'recompute-law',
  'recompute-law-book',
  'recompute-closure',
  'deliver-message',
  'read-file',
  'index-document',
  'make-search-index',
  'detect-exemptions',
  'serve-webhook',
  'replan-reminders',
];

/** DI token of the list; only tests put another in its place. */
export const JOB_KINDS = Symbol('JOB_KINDS');
