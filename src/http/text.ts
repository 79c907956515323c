/**
 * Whether a text could be stored on both engines: PostgreSQL has no NUL, and half of a surrogate pair is no UTF-8.
 * With the `u` flag a whole pair is one character, so only a lone half is a `Surrogate`.
 */
export function isStorable(text: string): boolean {
  return !/[\u0000\p{Surrogate}]/u.test(text);
}
