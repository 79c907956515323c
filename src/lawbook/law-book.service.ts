import { join } from 'node:path';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { isDuplicate } from '../database/engine.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { Sweep } from '../jobs/sweep.ts';
import type { PackError } from '../law/pack/pack.ts';
import { statutes } from '../law/statutes/all.ts';
import type { Log } from '../log.ts';
import { Now, shift } from '../now.ts';
import { release } from '../release.ts';
import { LawText } from '../requests/law-text.entity.ts';
import {
  calendarsOf,
  headsInForce,
  type InForce,
  isOfPack,
  newestLawText,
  reasonOfChange,
  useLawInForce,
} from '../requests/law-texts.ts';
import { ifItStandsOtherwise, Turning } from '../requests/turning.service.ts';
import { agenciesUnder, lawsInUse } from './in-use.ts';
import { type Listed, listPacks, readListed } from './folder.ts';
import type { ReadPack } from './pack-file.ts';
import { type Addition, keyOf, type Settled, settle } from './settle.ts';

const RECOMPUTE_LAW_BOOK = 'recompute-law-book';
const LOT = 500;
const MOST_ATTEMPTS = 5;
/** Sweeps after which every process that lives has seen a change. */
const SEEN_AFTER_SWEEPS = 3;
const SEEN_AFTER_MS = 60_000;

/** What this process found in the folder when it last looked. */
export interface Found {
  /** Null: it has no folder. */
  files: string[] | null;
  errors: ReadonlyMap<string, PackError[]>;
  kept: ReadonlyMap<string, string[]>;
}

/**
 * Keeps the law in force in step with the law packs: reads `DATA_DIR/law` when it has changed, records what came into force
 * in the database, and has the requests concerned read anew. Every process, with a folder or without, follows the database.
 */
@Injectable()
export class LawBook implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  #known = -1;
  #stamp: string | null = null;
  #shippedIsKept = false;
  #found: Found = { files: null, errors: new Map(), kept: new Map() };
  #turn: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    @Inject(Now) private readonly now: Now,
    @Inject(Database) private readonly database: Database,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Turning) private readonly turning: Turning,
  ) {}

  async onModuleInit(): Promise<void> {
    this.sweep.every('law packs', () => this.look());
    const how = {
      ...ifItStandsOtherwise,
      reason: (tx: Tx, request: { statuteId: string }) => reasonOfChange(tx, request.statuteId),
    };
    this.jobs.register(RECOMPUTE_LAW_BOOK, {
      run: async (lease) => {
        // Read by the law of the change that asked for it, or by a later one.
        await this.catchUp();
        await this.turning.recompute(lease, lease.subjectId, how);
      },
    });
    await this.#lookOrSay();
  }

  onApplicationBootstrap(): void {
    // Sweeps are of processes that run jobs; the law in force concerns the others too.
    if (!this.config.runJobs) this.#timer = setInterval(() => void this.#lookOrSay(), this.config.sweepMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turn;
  }

  /** What was found when the folder was last looked at. */
  get found(): Found {
    return this.#found;
  }

  /** Looks at the folder and at the database, one look at a time. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#follow();
      await this.#readFolder();
    });
  }

  /** Takes up what other processes have put into force. */
  catchUp(): Promise<void> {
    return this.#inTurn(() => this.#follow());
  }

  #inTurn(fn: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(fn);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** A folder that cannot be read must not stop a desk whose law is in the database. */
  async #lookOrSay(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      this.log.error({ err: error }, 'The law packs could not be looked at; what was in force stays so.');
    }
  }

  async #follow(): Promise<void> {
    await this.database.read(async (scope) => {
      if ((await newestLawText(scope)) !== this.#known) this.#known = await useLawInForce(scope);
    });
  }

  async #readFolder(): Promise<void> {
    const folder = join(this.config.dataDir, 'law');
    const listed = await listPacks(folder);
    const stamp = listed && listed.map((one) => one.stamp).join('\n');
    if (this.#shippedIsKept && stamp === this.#stamp) return;
    const read = listed && (await readAll(folder, listed));
    const settled = await this.#settle(read);
    this.#tell(settled, listed);
    this.#found = { files: listed?.map(({ name }) => name) ?? null, errors: settled.errors, kept: settled.kept };
    this.#stamp = stamp;
    this.#shippedIsKept = true;
  }

  async #settle(files: ReadonlyMap<string, ReadPack> | null, attempt = 1): Promise<Settled> {
    const of = async (scope: Scope): Promise<[Settled, InForce[]]> => {
      const heads = await headsInForce(scope);
      const used = await lawsInUse(scope);
      const given = { heads, files, used, release: `release ${await release()}`, shippedToo: !this.#shippedIsKept };
      return [settle(given), heads];
    };
    const [settled] = await this.database.read(of);
    if (settled.additions.length === 0) return settled;
    try {
      const done = await this.database.write(async (tx) => {
        const [again, heads] = await of(tx);
        await this.#record(tx, again.additions, heads);
        return again;
      });
      await this.#follow();
      return done;
    } catch (error) {
      // Another process was quicker: what is left to do, if anything, is found again.
      if (isDuplicate(error) && attempt < MOST_ATTEMPTS) return this.#settle(files, attempt + 1);
      throw error;
    }
  }

  async #record(tx: Tx, additions: readonly Addition[], heads: readonly InForce[]): Promise<void> {
    const versions = new Map(heads.map((head) => [keyOf(head), head]));
    const first = (await newestLawText(tx)) + 1;
    const recordedAt = this.now.instant();
    const rows = additions.map((one, i) => ({
      ...one,
      number: first + i,
      version: (versions.get(keyOf(one))?.version ?? 0) + 1,
      recordedAt,
    }));
    for (let from = 0; from < rows.length; from += LOT) await tx.em.insert(LawText, rows.slice(from, from + LOT));
    const changed = rows.filter((row) => isOfPack(row.source) || isOfPack(versions.get(keyOf(row))?.source ?? ''));
    await this.#ask(tx, changed);
  }

  /**
   * Asks for every request to be looked at that the change may concern. Once more when every process has surely seen it:
   * until then one of them may record a fact and read it by the law of before.
   */
  async #ask(tx: Tx, changed: readonly Addition[]): Promise<void> {
    const ids = (kind: Addition['kind']) => new Set(changed.filter((row) => row.kind === kind).map((row) => row.lawId));
    const [laws, calendars] = [ids('statute'), ids('calendar')];
    for (const statute of statutes) if (calendarsOf(statute).some((id) => calendars.has(id))) laws.add(statute.id);
    const later = shift(this.now.instant(), Math.max(SEEN_AFTER_MS, SEEN_AFTER_SWEEPS * this.config.sweepMs));
    const jobs = (await agenciesUnder(tx, [...laws])).flatMap((subjectId) => [
      { kind: RECOMPUTE_LAW_BOOK, subjectId },
      { kind: RECOMPUTE_LAW_BOOK, subjectId, runAt: later },
    ]);
    await this.jobs.add(tx, ...jobs);
  }

  #tell({ additions, errors, kept }: Settled, listed: readonly Listed[] | null): void {
    const ofPacks = additions.filter(({ source }) => isOfPack(source));
    for (const { kind, lawId, source, body } of ofPacks)
      this.log.info({ kind, lawId, file: source }, body === null ? 'A law was withdrawn.' : 'A law came into force.');
    for (const { name } of listed ?? []) {
      const faults = errors.get(name);
      if (faults) this.log.warn({ file: `law/${name}`, errors: faults.slice(0, 10) }, 'A law pack is refused.');
    }
    for (const [file, ids] of kept)
      this.log.warn({ file, laws: ids }, 'A law pack no longer has what requests are under: it stays in force.');
  }
}

async function readAll(folder: string, listed: readonly Listed[]): Promise<Map<string, ReadPack>> {
  const read = new Map<string, ReadPack>();
  for (const one of listed) read.set(one.name, await readListed(folder, one));
  return read;
}
