import { storyChanges } from '../dist/law/cases/story.js';
import { standing } from './bare/clock.mjs';
import { summary } from './compare.mjs';

const FACTS = storyChanges.map((change, i) => ({
  ...change,
  sequence: i + 1,
  recordedAt: `${change.on}T16:00:00.000Z`,
}));

/** The clock alone: the whole story, from facts to a standing with every step and every other reading. */
export function benchClock() {
  const rounds = [];
  for (let round = 0; round < 6; round++) {
    const started = performance.now();
    let done = 0;
    while (performance.now() - started < 1000) {
      standing(FACTS, '2026-11-20');
      done++;
    }
    rounds.push(done / ((performance.now() - started) / 1000));
  }
  const { median, least, most } = summary(rounds.slice(1));
  console.log(
    `${'the clock alone: the story'.padEnd(44)} ${Math.round(median)} histories/s (${Math.round(least)}–${Math.round(most)})`,
  );
}
