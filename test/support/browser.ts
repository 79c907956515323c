import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Where a real Chromium is, if there is one. */
export const chromium = existsSync(path) ? path : null;

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // What a person would open by hand is opened here without asking.
  '--disable-popup-blocking',
  '--autoplay-policy=no-user-gesture-required',
  '--remote-debugging-pipe',
];

/** A real Chromium without a window, spoken to by the DevTools protocol over a pipe. */
export class Browser {
  #next = 1;
  #rest = '';
  readonly #waiting = new Map<number, { resolve(value: any): void; reject(error: Error): void }>();

  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {
    const from = process.stdio[4] as Readable;
    from.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
    process.once('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Chromium has ended.'));
    });
  }

  static async start(): Promise<Browser> {
    const folder = await mkdtemp(join(tmpdir(), 'chromium-'));
    const args = [...FLAGS, `--user-data-dir=${folder}`, 'about:blank'];
    const stdio: ('ignore' | 'pipe')[] = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'];
    return new Browser(spawn(chromium!, args, { stdio }), folder);
  }

  /** Opens `url` in a tab of its own for so long. */
  async open(url: string, ms: number): Promise<void> {
    const { targetId } = await this.#call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.#call('Target.attachToTarget', { targetId, flatten: true });
    // A download has no page: then there is nothing to wait for.
    await this.#call('Page.navigate', { url }, sessionId).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, ms));
    await this.#call('Target.closeTarget', { targetId }).catch(() => undefined);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await ended;
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  #call(method: string, params: object, sessionId?: string): Promise<any> {
    const id = this.#next++;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answer;
  }

  #hear(text: string): void {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop()!;
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message) as { id?: number; result?: unknown; error?: object };
      const waiting = id === undefined ? undefined : this.#waiting.get(id);
      if (!waiting) continue;
      this.#waiting.delete(id!);
      if (error) waiting.reject(new Error(JSON.stringify(error)));
      else waiting.resolve(result);
    }
  }
}
