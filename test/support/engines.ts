import { describe } from '@jest/globals';
import type { Engine } from '../../src/database/engine.ts';

export const engines: readonly Engine[] = ['sqlite', 'postgres'];

/** Runs the same suite once per engine; `-t sqlite` on the command line picks one. */
export function eachEngine(suite: (engine: Engine) => void): void {
  for (const engine of engines) describe(`on ${engine}`, () => suite(engine));
}
