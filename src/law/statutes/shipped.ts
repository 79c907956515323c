// Made from the files beside it: node scripts/generate.mjs
import type { Statute } from '../statute.ts';
import { ukFoia2000 } from './uk-foia-2000.ts';
import { usFoia } from './us-foia.ts';
import { usPa } from './us-pa.ts';

/** Every law that is shipped, by id. */
export const shippedStatutes: readonly Statute[] = [ukFoia2000, usFoia, usPa];
