import type { Extractor } from '../extractor.ts';

/** Who reads what is no PDF. */
export const formats: readonly Extractor[] = [];
