import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { bareEnvironment } from '../config.ts';
import { OUT_OF_MEMORY, type Task, type Told, TOLD_ON } from './protocol.ts';

/** How long a child may work. Only its own time counts, not that in which its words are being kept. */
export interface Limits {
  /** For the whole task; what OCR takes comes on top. */
  totalMs: number;
  /** Without a word: for one page. */
  silentMs: number;
  /** Instead of `silentMs`, once OCR of a page has begun. */
  recognisingMs: number;
}

/** Why a child did not come to its end, as a sentence for people; all of them are about the file. */
export class Stopped extends Error {
  override name = 'Stopped';
}

type Bare = Task extends infer T ? (T extends Task ? Omit<T, 'memoryBytes'> : never) : never;

/** Run from its sources, as tests do, the desk has the child that was built: Node itself knows no TypeScript. */
const CHILD = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../dist/reading/child.js' : './child.js', import.meta.url),
);
const LOOK_EVERY_MS = 50;
/** Below everything that answers people. */
const LOW_PRIORITY = 10;
const MIB = 1024 * 1024;
const CRASHES = ['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGTRAP', 'SIGFPE', 'SIGABRT'];
const LAST_WORDS_CHARACTERS = 2000;
/** A page is at most a million characters, and what says where its words are. */
const LONGEST_LINE_BYTES = 64 * MIB;

/**
 * Gives one task to a process of its own and hands on what it tells, one after another; `hear` may take its time, and
 * the child then waits. Returns when the child has said that it is done. Throws `Stopped` at a limit and when the file
 * made it crash; the signal's reason when that is aborted; any other error when the machine is at fault.
 */
export async function runChild(
  task: Bare,
  memoryBytes: number,
  limits: Limits,
  signal: AbortSignal,
  hear: (told: Told) => Promise<void> | void,
): Promise<void> {
  signal.throwIfAborted();
  const oldSpace = Math.max(64, Math.floor(memoryBytes / MIB / 2));
  const child = spawn(process.execPath, [`--max-old-space-size=${oldSpace}`, CHILD], {
    env: bareEnvironment(),
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it has started for OCR ends with it.
    detached: true,
  });
  const watch = new Watch(child, limits, signal);
  const ended = new Promise<{ code: number | null; by: NodeJS.Signals | null }>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, by) => done({ code, by }));
  });
  ended.catch(() => undefined);
  let said = '';
  child.stderr!.on('data', (piece: Buffer) => (said = (said + piece.toString('utf8')).slice(-LAST_WORDS_CHARACTERS)));
  // One that is gone before it has heard its task is told of by its end.
  child.stdin!.on('error', () => undefined).end(JSON.stringify({ ...task, memoryBytes }));
  try {
    if (child.pid) setPriority(child.pid, LOW_PRIORITY);
  } catch {
    // It has ended already.
  }
  let [begun, done] = [false, false];
  try {
    for await (const line of linesOf(child.stdio[TOLD_ON] as Readable)) {
      const told = watch.took(line);
      if (told.is === 'begun') begun = true;
      else if (told.is === 'done') done = true;
      else await watch.pausedFor(async () => hear(told));
    }
    const { code, by } = await ended;
    signal.throwIfAborted();
    if (watch.verdict) throw watch.verdict;
    if (done && code === 0) return;
    throw begun ? reasonFor(code, by, said) : new Error(`The process that reads files did not start (${by ?? code}).`);
  } finally {
    watch.stop();
    killGroup(child);
  }
}

/** Not by `readline`, which reads on while a line is being dealt with, and lets a line be of any length. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      yield Buffer.concat([...parts, piece.subarray(from, end)]).toString('utf8');
      [parts, length, from] = [[], 0, end + 1];
    }
    parts.push(piece.subarray(from));
    length += piece.length - from;
    if (length > LONGEST_LINE_BYTES) throw new Stopped('One page of it holds more text than a page may.');
  }
}

function reasonFor(code: number | null, by: NodeJS.Signals | null, said: string): Error {
  if (
    by === OUT_OF_MEMORY ||
    /heap out of memory|allocation failed|Out of memory|memory access out of bounds|enlarge memory|Aborted\(OOM/i.test(
      said,
    )
  )
    return new Stopped('Reading it took more memory than a file may take.');
  if (by && CRASHES.includes(by)) return new Stopped('It made the reader crash.');
  if (code !== null && code !== 0) return new Stopped('It made the reader fail.');
  // From outside: the machine stops, or is out of memory. That says nothing of the file.
  return new Error(`The process that reads files was ended (${by ?? code}).`);
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have ended.
  }
}

/** Counts a child's own time, and kills it when that is up. */
class Watch {
  verdict: Stopped | null = null;
  #spentMs = 0;
  #sinceWordMs = 0;
  #recognising = false;
  #working = true;
  #looked = performance.now();
  readonly #timer: NodeJS.Timeout;
  readonly #abort = () => killGroup(this.child);

  constructor(
    private readonly child: ChildProcess,
    private readonly limits: Limits,
    private readonly signal: AbortSignal,
  ) {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    signal.addEventListener('abort', this.#abort);
  }

  took(line: string): Told {
    this.#look();
    const told = JSON.parse(line) as Told;
    this.#sinceWordMs = 0;
    if (told.is === 'recognising') this.#recognising = true;
    if (told.is === 'page' || told.is === 'broken') this.#recognising = false;
    return told;
  }

  async pausedFor(fn: () => Promise<void>): Promise<void> {
    this.#look();
    this.#working = false;
    try {
      await fn();
    } finally {
      this.#look();
      this.#working = true;
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    this.signal.removeEventListener('abort', this.#abort);
  }

  #look(): void {
    const now = performance.now();
    const passed = this.#working ? now - this.#looked : 0;
    this.#looked = now;
    this.#sinceWordMs += passed;
    if (!this.#recognising) this.#spentMs += passed;
    const { totalMs, silentMs, recognisingMs } = this.limits;
    const patience = this.#recognising ? recognisingMs : silentMs;
    if (this.verdict || (this.#spentMs <= totalMs && this.#sinceWordMs <= patience)) return;
    const [what, ms] =
      this.#spentMs > totalMs
        ? ['Reading it', totalMs]
        : [this.#recognising ? 'Recognising the text of a page' : 'One page', patience];
    this.verdict = new Stopped(`${what} took longer than ${Math.round(ms / 100) / 10} s.`);
    killGroup(this.child);
  }
}
