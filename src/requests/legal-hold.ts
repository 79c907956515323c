import { DeskError } from '../errors.ts';
import type { Request } from './request.entity.ts';

/** Throws `conflict` while the request is under legal hold. `so` says what that forbids. */
export function mustNotBeHeld({ heldSince }: Pick<Request, 'heldSince'>, so: string): void {
  if (heldSince === null) return;
  throw new DeskError('conflict', `The request is under legal hold since ${heldSince}: ${so} until an owner lifts it.`);
}
