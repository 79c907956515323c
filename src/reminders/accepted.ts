import { mkdirSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import type { Log } from '../log.ts';
import { msBetween, Now } from '../now.ts';

/** Longer than a message is tried. */
const KEEP_MS = 30 * 24 * 3600 * 1000;

/**
 * Which messages the other side has taken, noted on this machine's disk before the database knows: a file each, there
 * only in between. When the process is killed just then, whoever tries again on this machine finds the note and does
 * not send twice. It only narrows the gap: without the note (a power cut, another machine, a full disk) the message
 * goes again under its id. A fault here is logged and stops nothing.
 */
@Injectable()
export class Accepted implements OnModuleInit {
  readonly #dir: string;
  #works = true;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(LOG) private readonly log: Log,
    @Inject(Now) private readonly now: Now,
  ) {
    this.#dir = join(config.dataDir, 'accepted');
  }

  /** What earlier processes left is kept as long as it may be of use. */
  async onModuleInit(): Promise<void> {
    for (const name of await readdir(this.#dir).catch(() => [])) {
      const path = join(this.#dir, name);
      const found = await stat(path).catch(() => null);
      const age = found ? msBetween(found.mtime.toISOString(), this.now.instant()) : 0;
      if (age > KEEP_MS) await rm(path, { force: true }).catch(() => undefined);
    }
  }

  /** Synchronous on purpose: any wait would be the gap that it is to close. */
  note(messageId: string, answer: string): void {
    try {
      this.#write(messageId, answer);
      this.#works = true;
    } catch (error) {
      // Once, not for every message: a disk stays full for a while.
      if (this.#works) this.log.warn({ err: error }, 'A sent message could not be noted on disk.');
      this.#works = false;
    }
  }

  #write(messageId: string, answer: string): void {
    const path = join(this.#dir, messageId);
    try {
      writeFileSync(path, answer, { mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
      writeFileSync(path, answer, { mode: 0o600 });
    }
  }

  /** It is in the database now. */
  async recorded(messageId: string): Promise<void> {
    await unlink(join(this.#dir, messageId)).catch(() => undefined);
  }

  /** What the other side answered when it took this message; null if nobody on this machine noted that. */
  answerTo(messageId: string): Promise<string | null> {
    return readFile(join(this.#dir, messageId), 'utf8').catch(() => null);
  }
}
