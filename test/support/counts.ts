/** `npm run test:long` runs the failure tests at the counts asked for; `npm test` at small ones. */
export const long = process.env.LONG === '1';

/** How often, or how many: `small` in `npm test`, `full` in `npm run test:long`. */
export function count(small: number, full: number): number {
  return long ? full : small;
}

/** The seed of everything random in this run; printed by `npm run test:long`, set with `SEED=…` to repeat one. */
export const seed = Number(process.env.SEED ?? 1);

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function randomFrom(start: number = seed): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
