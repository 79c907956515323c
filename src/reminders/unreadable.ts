import { Inject, Injectable } from '@nestjs/common';
import { LOG } from '../core.module.ts';
import type { Log } from '../log.ts';

const FRAMES = 6;

/** Requests of which nobody can be reminded while they cannot be read; each is said once, not at every sweep. */
@Injectable()
export class Unreadable {
  #known = new Set<string>();

  constructor(@Inject(LOG) private readonly log: Log) {}

  report(requestId: string, error: unknown): void {
    if (this.#known.has(requestId)) return;
    this.#known.add(requestId);
    this.log.error(
      { requestId, fault: faultOf(error) },
      'A request cannot be read, so nobody is reminded of it; the command "verify" looks closer. It is tried again at every sweep.',
    );
  }

  /** All others can be read by now. */
  onlyThese(requestIds: ReadonlySet<string>): void {
    this.#known = new Set([...this.#known].filter((id) => requestIds.has(id)));
  }
}

/** What may be logged of a fault in somebody's data: its kind and place. Its message may quote the data. */
export function faultOf(error: unknown): { type: string; at: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return { type: error.constructor.name, at: frames.slice(0, FRAMES).map((line) => line.trim()) };
}
