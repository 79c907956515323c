/** One field of the input that does not fit, located by an RFC 6901 JSON pointer. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** Every way in which the desk says no. `http/problem.ts` alone knows which HTTP status each one is. */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'unsupported-media'
  | 'does-not-fit'
  | 'precondition-required'
  | 'too-many'
  | 'unavailable'
  | 'out-of-space'
  | 'internal';

export interface ErrorExtras {
  /** Where the input is wrong. */
  errors?: FieldError[];
  /** What would be accepted instead: kinds, ids or values. */
  accepted?: readonly string[];
  /** For the person who runs the server; logged, never sent. */
  hint?: string;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
  cause?: unknown;
}

/** The one error class. `message` is read by people: what is wrong, where, what would be accepted. */
export class DeskError extends Error {
  readonly errors?: FieldError[];
  readonly accepted?: readonly string[];
  readonly hint?: string;
  readonly retryAfter?: number;

  constructor(
    readonly code: ErrorCode,
    message: string,
    extras: ErrorExtras = {},
  ) {
    super(message, extras.cause === undefined ? undefined : { cause: extras.cause });
    this.name = 'DeskError';
    this.errors = extras.errors;
    this.accepted = extras.accepted;
    this.hint = extras.hint;
    this.retryAfter = extras.retryAfter;
  }
}

/** The same words for what does not exist and what one may not see, so that the answer gives nothing away. */
export function notFound(what: string): DeskError {
  return new DeskError('not-found', `No such ${what}, or it is not open to you.`);
}
