/**
 * How far the reading of a file has come. `none`: there is nothing to read in such a file. `partial`: some pages could
 * not be read, or limits ended it; the pages that are kept are whole. `waiting` and `reading` again: the pages of the
 * reading before stay until its end.
 */
export const textStates = ['waiting', 'reading', 'ready', 'partial', 'failed', 'none'] as const;
export type TextState = (typeof textStates)[number];
