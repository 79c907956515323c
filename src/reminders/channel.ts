import type { Message } from './reminder.entity.ts';

/** What a channel needs of a message; the row is the truth, and it is sent as it is. */
export type Outgoing = Pick<Message, 'id' | 'mailId' | 'address' | 'subject' | 'text' | 'createdAt' | 'thread'> & {
  /** What the other side asks for beside the address. */
  token?: string | null;
  /** By which its recipient, and nobody else, may act on it: not for where others read along. */
  link?: string | undefined;
};

/** What the other side said when it took a message, for the record. */
export interface Taken {
  answer: string;
}

/** The other side will never take this message: trying again is no use. */
export class Refused extends Error {
  constructor(answer: string) {
    super(answer);
    this.name = 'Refused';
  }
}

/** The other side, or we ourselves for its sake, ask for patience. */
export class Later extends Error {
  constructor(
    answer: string,
    readonly afterMs: number,
    /** It is we who hold it back: it costs no try. */
    readonly ours = false,
  ) {
    super(answer);
    this.name = 'Later';
  }
}

/**
 * A way out of the desk. Sending the same message twice must be recognisable as that on the other side: it carries
 * the same id and the same bytes. Resolves once the other side has taken it for good; throws `Refused` when it says it
 * never will, `Later` when it says when, and anything else when it may be tried again. Gives up by itself after a
 * minute. No error of it holds an address: other people's servers take whoever knows it for us.
 */
export abstract class Channel {
  abstract send(message: Outgoing, signal: AbortSignal): Promise<Taken>;
  abstract close(): Promise<void>;
}
