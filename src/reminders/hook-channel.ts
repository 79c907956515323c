import { setTimeout as sleep } from 'node:timers/promises';
import { type Outgoing as OutgoingCalls, OutgoingRefused } from '../http/outgoing.ts';
import { withoutSecrets } from '../http/without-secrets.ts';
import { messageOf } from '../jobs/execute.ts';
import { Channel, Later, type Outgoing, Refused, type Taken } from './channel.ts';
import type { Format } from './hook-formats.ts';

const MOST_ANSWER = 200;
/** One address is called no more often; Slack's limit, and kind to the others. */
const BETWEEN_MS = 1000;
/** One address has so many messages on their way or in line at most: one that never answers holds nobody else up. */
const MOST_AT_ONCE = 6;
/** How long the others are put off. */
const FULL_MS = 15_000;
/** Whoever would wait longer in line comes back later. */
const LONGEST_LINE_MS = 5000;
const LONGEST_ASKED_MS = 6 * 3600 * 1000;
const PATIENCE_MS = 60_000;
/** Says nothing of this message: wait, or try again. */
const FOR_NOW = [408, 409, 425, 429];

/** A chat service that takes messages at a URL which only those know who may write there. */
export class HookChannel extends Channel {
  /** By address: when the next call may begin, on this process's steady clock. */
  readonly #free = new Map<string, number>();
  /** By address: how many are on their way or in line. */
  readonly #inside = new Map<string, number>();

  constructor(
    private readonly outgoing: OutgoingCalls,
    private readonly format: Format,
    private readonly publicUrl: string,
    private readonly betweenMs = BETWEEN_MS,
  ) {
    super();
  }

  async send(message: Outgoing, signal: AbortSignal): Promise<Taken> {
    const { address } = message;
    if (address === null || !URL.canParse(address)) throw new Refused('The channel has no address.');
    const leave = this.#enter(address);
    try {
      await this.#inLine(address, signal);
      return await this.#call(message, address, signal);
    } finally {
      leave();
    }
  }

  async #call(message: Outgoing, address: string, signal: AbortSignal): Promise<Taken> {
    const hook = this.format(message, `${this.publicUrl}/api/v1/messages/${message.id}`);
    const clean = (text: string) => withoutSecrets(text, [address, message.token], MOST_ANSWER);
    const headers = { 'Content-Type': 'application/json', ...hook.headers };
    let answer;
    try {
      answer = await this.outgoing.post(hook.url, { headers, body: JSON.stringify(hook.body), signal });
    } catch (error) {
      const says = clean(messageOf(error));
      throw error instanceof OutgoingRefused ? new Refused(`The address ${says}.`) : new Error(says);
    }
    const says = clean(`${answer.status} ${answer.body}`);
    if (answer.status >= 200 && answer.status < 300) return { answer: says };
    if (answer.status === 429) {
      const asked = (answer.retryAfter ?? 0) * 1000;
      throw new Later(says, Math.min(Math.max(asked, PATIENCE_MS), LONGEST_ASKED_MS));
    }
    throw isForGood(answer.status) ? new Refused(says) : new Error(says);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #enter(address: string): () => void {
    const inside = this.#inside.get(address) ?? 0;
    if (inside >= MOST_AT_ONCE)
      throw new Later('Many messages go to the same place, which answers slowly.', FULL_MS, true);
    this.#inside.set(address, inside + 1);
    return () => {
      const left = this.#inside.get(address)! - 1;
      if (left > 0) this.#inside.set(address, left);
      else this.#inside.delete(address);
    };
  }

  async #inLine(address: string, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const begin = Math.max(now, this.#free.get(address) ?? 0);
    if (begin - now > LONGEST_LINE_MS) throw new Later('Many messages go to the same place.', begin - now, true);
    for (const [other, free] of this.#free) if (free < now) this.#free.delete(other);
    this.#free.set(address, begin + this.betweenMs);
    if (begin > now) await sleep(begin - now, undefined, { signal });
  }
}

/** A 4xx is about the message or the address, which no second try changes; a redirect is not followed. */
function isForGood(status: number): boolean {
  return status >= 300 && status < 500 && !FOR_NOW.includes(status);
}
