// Made from the files beside it: node scripts/generate.mjs
import { appealWindowCases } from './appeal-windows.ts';
import { appealCases } from './appeals.ts';
import type { Case } from './case.ts';
import { countingCases } from './counting.ts';
import { courtAndHourCases } from './courts-and-hours.ts';
import { endCases } from './ends.ts';
import { extensionCases } from './extensions.ts';
import { feePauseCases } from './fee-pauses.ts';
import { pauseCases } from './pauses.ts';
import { receiptCases } from './receipt.ts';
import { speedAndCourtCases } from './speed-and-court.ts';
import { tangleCases } from './tangles.ts';
import { yearEndCases } from './year-ends.ts';

/** Every worked case. */
export const cases: readonly Case[] = [
  ...appealWindowCases,
  ...appealCases,
  ...countingCases,
  ...courtAndHourCases,
  ...endCases,
  ...extensionCases,
  ...feePauseCases,
  ...pauseCases,
  ...receiptCases,
  ...speedAndCourtCases,
  ...tangleCases,
  ...yearEndCases,
];
