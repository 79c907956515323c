/**
 * What starts first among jobs of a lane that are due, 0 before all else. A deadline of ours that is over can often
 * still be saved by whoever hears of it today; an index can wait.
 */
export const PRIORITY = {
  oursMissed: 0,
  oursDue: 1,
  agencyLate: 2,
  /** Other messages, and the desk's own reckoning of dates, on which messages hang. */
  usual: 5,
  webhook: 6,
  digest: 7,
  /** Pages, marks, the search index. */
  reading: 9,
} as const;
