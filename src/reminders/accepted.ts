import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import type { Log } from '../log.ts';
import { msBetween, Now } from '../now.ts';

const DAY_MS = 24 * 3600 * 1000;
/** Longer than a message is tried. */
const KEEP_MS = 7 * DAY_MS;
const LARGEST_BYTES = 256 * 1024;

/**
 * Which messages the other side has taken, noted on this machine's disk before the database knows. When the process is
 * killed in between, whoever tries again on this machine finds the note and does not send twice. It only narrows the
 * gap: a power cut, or another machine, and the message goes again under its id. A fault here is logged and
 * stops nothing.
 */
@Injectable()
export class Accepted implements OnModuleInit, OnApplicationShutdown {
  readonly #dir: string;
  #file: { fd: number; path: string; bytes: number } | null = null;
  #unrecorded = 0;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(LOG) private readonly log: Log,
    @Inject(Now) private readonly now: Now,
  ) {
    this.#dir = join(config.dataDir, 'accepted');
  }

  /** What earlier processes left is kept as long as it may be of use. */
  async onModuleInit(): Promise<void> {
    for (const path of await this.#files()) {
      const changed = await stat(path).catch(() => null);
      const age = changed ? msBetween(changed.mtime.toISOString(), this.now.instant()) : 0;
      if (age > KEEP_MS) await rm(path, { force: true });
    }
  }

  /** Synchronous on purpose: any wait would be the gap that it is to close. */
  note(messageId: string, answer: string): void {
    this.#unrecorded += 1;
    try {
      const file = (this.#file ??= this.#open());
      file.bytes += writeSync(file.fd, `${JSON.stringify([messageId, answer])}\n`);
    } catch (error) {
      this.log.warn({ err: error }, 'A sent message could not be noted on disk.');
    }
  }

  /** It is in the database now. */
  recorded(): void {
    this.#unrecorded -= 1;
    if (this.#unrecorded > 0 || !this.#file || this.#file.bytes < LARGEST_BYTES) return;
    ftruncateSync(this.#file.fd, 0);
    this.#file.bytes = 0;
  }

  /** What the other side answered when it took this message; null if nobody on this machine noted that. */
  async answerTo(messageId: string): Promise<string | null> {
    for (const path of await this.#files()) {
      const text = await readFile(path, 'utf8').catch(() => '');
      const line = text.split('\n').find((one) => one.startsWith(`["${messageId}",`) && one.endsWith(']'));
      if (line) return (JSON.parse(line) as [string, string])[1];
    }
    return null;
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.#file) return;
    closeSync(this.#file.fd);
    if (this.#unrecorded === 0) await rm(this.#file.path, { force: true });
    this.#file = null;
  }

  #open(): { fd: number; path: string; bytes: number } {
    mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
    const path = join(this.#dir, `${v7()}.log`);
    return { fd: openSync(path, 'a', 0o600), path, bytes: 0 };
  }

  async #files(): Promise<string[]> {
    const names = await readdir(this.#dir).catch(() => []);
    return names.map((name) => join(this.#dir, name));
  }
}
