import { Worker } from 'node:worker_threads';
import { THREAD_DIED, TIME_IS_UP } from './engine.ts';

/** A statement that does not even ask for the time is left to itself, with its thread, after so many limits. */
const PATIENCE = 1.5;
/** To load the driver and open the file, on a very busy machine. */
const START_MS = 30_000;

interface Answer {
  begun?: true;
  rows?: unknown[];
  error?: { message: string; code?: string };
}

/**
 * A thread that reads SQLite's file, so that a long statement stops nobody else. It is started when it is first needed,
 * and anew when it died. One statement at a time.
 */
export class ReaderThread {
  #worker: Worker | null = null;
  #fail: ((error: Error) => void) | null = null;
  #closed = false;

  constructor(
    private readonly file: string,
    private readonly limitMs: number,
  ) {}

  /** All rows. Rejects with the code `TIME_IS_UP` after the limit, with `THREAD_DIED` when the thread did. */
  all(text: string, values: unknown[]): Promise<unknown[]> {
    if (this.#closed) return Promise.reject(coded('The thread was closed.', THREAD_DIED));
    const worker = (this.#worker ??= this.#start());
    return new Promise<unknown[]>((done, fail) => {
      const giveUp = (ms: number) => setTimeout(() => void this.#end(coded('The time is up.', TIME_IS_UP)), ms);
      let timer = giveUp(START_MS);
      const settle = () => {
        clearTimeout(timer);
        worker.removeListener('message', onAnswer);
        worker.unref();
        this.#fail = null;
      };
      const onAnswer = ({ begun, rows, error }: Answer) => {
        if (begun) {
          clearTimeout(timer);
          timer = giveUp(this.limitMs * PATIENCE);
          return;
        }
        settle();
        if (error) fail(coded(error.message, error.code));
        else done(rows!);
      };
      this.#fail = (error) => {
        settle();
        fail(error);
      };
      worker.on('message', onAnswer);
      worker.ref();
      worker.postMessage({ text, values, limitMs: this.limitMs });
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end(coded('The thread was closed.', THREAD_DIED));
  }

  #start(): Worker {
    const worker = new Worker(new URL('./reader-thread.mjs', import.meta.url), {
      workerData: { file: this.file },
    });
    const died = (why: string) => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#fail?.(coded(`The thread that reads died: ${why}`, THREAD_DIED));
    };
    worker.on('error', (error) => died(String(error)));
    worker.on('exit', (code) => died(`exit ${code}`));
    worker.unref();
    return worker;
  }

  async #end(why: Error): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#fail?.(why);
    await worker?.terminate();
  }
}

function coded(message: string, code: string | undefined): Error {
  return Object.assign(new Error(message), { code });
}
