import { lookup as lookupOfSystem } from 'node:dns/promises';
import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { type Allowed, isAllowed, isFreePort, isPublic } from './addresses.ts';

/** What a whole call may take, the names' lookup and the answer included. */
const LIMIT_MS = 15_000;
/** Once the other side has said how it went, its words are waited for no longer than this. */
const BODY_MS = 3000;
const MOST_BODY = 4096;
const LONGEST_URL = 2000;

/** A call that the desk does not make. Its words name the host, never the path, in which services hide their secrets. */
export class OutgoingRefused extends Error {
  constructor(says: string) {
    super(says);
    this.name = 'OutgoingRefused';
  }
}

export interface Answered {
  status: number;
  /** Seconds, from `Retry-After`. */
  retryAfter: number | null;
  /** The first 4 KiB of the answer. */
  body: string;
}

export interface Post {
  headers: Record<string, string>;
  body: string;
  signal?: AbortSignal;
  /** 15 s when not said. */
  limitMs?: number;
}

type Call = Pick<Post, 'headers' | 'body'> & { method: 'GET' | 'POST' };

export type Lookup = (host: string) => Promise<{ address: string; family: number }[]>;

/**
 * The one way in which the desk calls others of its own accord, to URLs that people have typed. It reaches public
 * addresses only, and those that OUTGOING_ALLOW names: a host's name is resolved once, every address it has is checked,
 * and the connection goes to those very addresses. Redirects are answers, not followed.
 */
export class Outgoing {
  constructor(
    private readonly allowed: readonly Allowed[],
    private readonly lookup: Lookup = (host) => lookupOfSystem(host, { all: true }),
  ) {}

  /** Why this URL is never called, as far as that can be told without asking anybody; null when it may be. */
  refusalOf(text: string): string | null {
    try {
      this.#check(text);
      return null;
    } catch (error) {
      if (error instanceof OutgoingRefused) return error.message;
      throw error;
    }
  }

  /** Throws `OutgoingRefused`, or whatever kept the other side from answering in time. */
  post(text: string, { headers, body, signal, limitMs }: Post): Promise<Answered> {
    return this.#call(text, { method: 'POST', headers, body }, signal, limitMs);
  }

  /** As `post`, for those who only want to be looked at. */
  get(text: string, { signal, limitMs }: Pick<Post, 'signal' | 'limitMs'> = {}): Promise<Answered> {
    return this.#call(text, { method: 'GET', headers: {}, body: '' }, signal, limitMs);
  }

  async #call(text: string, what: Call, signal?: AbortSignal, limitMs = LIMIT_MS): Promise<Answered> {
    const url = this.#check(text);
    const timeout = AbortSignal.timeout(limitMs);
    const stop = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      const addresses = await abortable(this.#addressesOf(url), stop);
      return await send(url, addresses, what, stop);
    } catch (error) {
      if (timeout.aborted) throw new Error(`${url.host} did not answer within ${limitMs / 1000} s.`, { cause: error });
      throw error;
    }
  }

  #check(text: string): URL {
    const url = text.length <= LONGEST_URL && URL.canParse(text) ? new URL(text) : null;
    if (!url || !['http:', 'https:'].includes(url.protocol)) {
      throw new OutgoingRefused('must be an http or https URL of at most 2,000 characters');
    }
    if (url.username !== '' || url.password !== '') throw new OutgoingRefused('must not carry a user or a password');
    const [host, port] = [hostOf(url), portOf(url)];
    const address = isIP(host) ? host : null;
    if (isAllowed(this.allowed, host, address, port)) return url;
    if ((address !== null && !isPublic(address)) || isLocalName(host)) throw notPublic(host);
    // A name may still turn out to stand for an address that the newsroom has allowed, ports and all.
    const open = isFreePort(port) && url.protocol === 'https:';
    if (open || (address === null && this.allowed.some((one) => one.range))) return url;
    throw isFreePort(port) ? notSecure(host) : notThisPort(host, port);
  }

  async #addressesOf(url: URL): Promise<{ address: string; family: number }[]> {
    const [host, port] = [hostOf(url), portOf(url)];
    const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await this.lookup(host);
    if (found.length === 0) throw new Error(`${host} has no address.`);
    if (found.every(({ address }) => isAllowed(this.allowed, host, address, port))) return found;
    // One that is not public among several is a trap, or a name for inside: none of them is called.
    if (!found.every(({ address }) => isPublic(address))) throw notPublic(host);
    if (!isFreePort(port)) throw notThisPort(host, port);
    if (url.protocol !== 'https:') throw notSecure(host);
    return found;
  }
}

function send(
  url: URL,
  addresses: { address: string; family: number }[],
  { method, headers, body }: Call,
  signal: AbortSignal,
): Promise<Answered> {
  const secure = url.protocol === 'https:';
  // The second check, by other people's code: it sees the addresses at the moment of connecting.
  const vetted = { keepAlive: false, allowIPAddressList: addresses.map((one) => one.address).filter(notSeenAsPublic) };
  const agent = secure ? new RequestFilteringHttpsAgent(vetted) : new RequestFilteringHttpAgent(vetted);
  const options: RequestOptions = {
    method,
    host: hostOf(url),
    port: portOf(url),
    path: url.pathname + url.search,
    agent,
    signal,
    headers: {
      'User-Agent': 'FOIA-Desk',
      Accept: '*/*',
      Connection: 'close',
      ...headers,
      Host: url.host,
      ...(method === 'POST' ? { 'Content-Length': Buffer.byteLength(body) } : {}),
    },
    lookup: ((_host: string, how: { all?: boolean }, done: (...found: unknown[]) => void) => {
      if (how.all) done(null, addresses);
      else done(null, addresses[0]!.address, addresses[0]!.family);
    }) as RequestOptions['lookup'],
  };
  return new Promise((resolve, reject) => {
    let answered = false;
    const call = (secure ? requestHttps : requestHttp)(options, (answer) => {
      answered = true;
      const said = { status: answer.statusCode ?? 0, retryAfter: retryAfterOf(answer) };
      void readStart(answer).then((start) => resolve({ ...said, body: start }));
    });
    call.on('error', (error) => {
      if (!answered) reject(error);
    });
    call.end(method === 'POST' ? body : undefined);
  });
}

/** The filter refuses whatever is not public; what OUTGOING_ALLOW names has to be named to it too. */
function notSeenAsPublic(address: string): boolean {
  return !isPublic(address);
}

/** As much of the words as is kept. The status stands by then: words that break off or never end change nothing of it. */
function readStart(answer: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const end = () => {
      clearTimeout(timer);
      answer.destroy();
      resolve(Buffer.concat(pieces).subarray(0, MOST_BODY).toString('utf8'));
    };
    const timer = setTimeout(end, BODY_MS);
    answer.on('data', (piece: Buffer) => {
      pieces.push(piece);
      size += piece.length;
      if (size >= MOST_BODY) end();
    });
    for (const over of ['end', 'error', 'aborted', 'close']) answer.on(over, end);
  });
}

/** Seconds only: the desk's clock and the other side's may differ by more than a date is worth. */
function retryAfterOf({ headers }: IncomingMessage): number | null {
  const said = headers['retry-after'];
  return said !== undefined && /^\d{1,9}(\.\d+)?$/.test(said) ? Math.ceil(Number(said)) : null;
}

async function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => undefined as void;
  const aborted = new Promise<never>((_, fail) => {
    stop = () => fail(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  work.catch(() => undefined);
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', stop));
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

function isLocalName(host: string): boolean {
  return host === '' || /(^|\.)(localhost|local|internal|localdomain)$/i.test(host);
}

function notPublic(host: string): OutgoingRefused {
  return new OutgoingRefused(
    `must be reachable in public; ${host} is not. Whoever runs the desk can allow it with OUTGOING_ALLOW`,
  );
}

function notSecure(host: string): OutgoingRefused {
  return new OutgoingRefused(`must be https; plain http is only for hosts in OUTGOING_ALLOW, which ${host} is not`);
}

function notThisPort(host: string, port: number): OutgoingRefused {
  return new OutgoingRefused(
    `must have the port 80, 443, or one above 1023 on which no other service usually listens, not ${host}:${port}`,
  );
}
