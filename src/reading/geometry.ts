/** A rectangle in a page's own coordinates, which know no rotation: y grows upwards. */
export interface Rect {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `inner`, then `outer`. */
export function product([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** The upright rectangle around `rect` after `matrix`; `bottom` is the lesser y, whichever way that points. */
export function moved({ left, bottom, right, top }: Rect, [a, b, c, d, e, f]: Matrix): Rect {
  const xs = [left, right].flatMap((x) => [bottom, top].map((y) => a * x + c * y + e));
  const ys = [left, right].flatMap((x) => [bottom, top].map((y) => b * x + d * y + f));
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}
