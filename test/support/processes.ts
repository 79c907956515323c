import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from '@jest/globals';
import { end, freePort } from './servers.mjs';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

const running = new Set<DeskProcess>();

// Whatever a test file has started ends with it, even when a test fails half-way.
afterAll(async () => {
  for (const one of running) await one.kill9();
});

/** A real `node dist/main.js …`: to be killed, raced and restarted. Needs a build. */
export class DeskProcess {
  /** All it has printed so far, on both streams. */
  output = '';

  private constructor(
    private readonly child: ChildProcess,
    /** Where a `serve` listens. */
    readonly url: string,
    /** Resolves when it has ended, with its exit code (null after a signal). */
    readonly exited: Promise<number | null>,
  ) {}

  /** Starts `args` (for instance `['serve']`) with exactly `env`, and PATH. A free PORT is chosen unless given. */
  static async start(args: string[], env: Record<string, string>, main = MAIN): Promise<DeskProcess> {
    const port = env.PORT ?? String(await freePort());
    const child = spawn(process.execPath, ['--enable-source-maps', main, ...args], {
      env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, PORT: port, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    const one = new DeskProcess(child, `http://127.0.0.1:${port}`, exited);
    child.stdout.on('data', (chunk: Buffer) => (one.output += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (one.output += chunk.toString('utf8')));
    running.add(one);
    void exited.then(() => running.delete(one));
    return one;
  }

  /** A `serve` that answers on `/readyz`. */
  static async serve(env: Record<string, string>): Promise<DeskProcess> {
    const one = await DeskProcess.start(['serve'], env);
    await one.ready();
    return one;
  }

  get pid(): number {
    return this.child.pid!;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Waits until `/readyz` says 200. */
  async ready(ms = 30_000): Promise<void> {
    await this.#until(ms, 'to be ready', async () => {
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      await answer?.body?.cancel();
      return answer?.status === 200;
    });
  }

  /** Waits until it has printed something that fits. */
  async says(pattern: RegExp, ms = 30_000): Promise<void> {
    await this.#until(ms, `to print ${pattern}`, () => Promise.resolve(pattern.test(this.output)));
  }

  /** As a power cut would end it. */
  async kill9(): Promise<void> {
    await end(this.child, 'SIGKILL');
  }

  /** As a virtual machine that is suspended; `thaw` wakes it, and it knows nothing of the time between. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  /** As an orderly stop does; resolves with the exit code. */
  async stop(): Promise<number | null> {
    await end(this.child, 'SIGTERM');
    return this.exited;
  }

  async #until(ms: number, what: string, holds: () => Promise<boolean>): Promise<void> {
    const giveUpAt = performance.now() + ms;
    while (!(await holds())) {
      if (this.hasEnded) throw new Error(`It ended instead ${what}:\n${this.output}`);
      if (performance.now() > giveUpAt) throw new Error(`Waited ${ms} ms for it ${what}:\n${this.output}`);
      await sleep(25);
    }
  }
}
