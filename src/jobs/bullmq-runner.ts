import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import { type Execute, JobRunner, type Offer } from './job-runner.ts';
import { type Lane, lanes } from './lanes.ts';
import { LONGEST_PAUSE_MS, RedisConnections, type RedisSettings } from './redis-connections.ts';
import { Stragglers } from './stragglers.ts';
import { within } from './within.ts';

/** A queue for each lane, so that each has places of its own; the first keeps the name it had when it was the only one. */
const queueOf = (lane: Lane): string => (lane === 'desk' ? 'jobs' : `jobs-${lane}`);
/** How long a ring waits for a Redis that has not answered yet. */
export const READY_LIMIT_MS = 900;
const CLOSE_LIMIT_MS = 10_000;
const CUT_LIMIT_MS = 500;
/** A worker that idles looks for itself this often, and BullMQ gives the answer a second more. */
const LOOK_SECONDS = 5;
const ANSWER_MS = 1000;
const RETRY_MS = 1000;

/**
 * How long after Redis' return, and beyond the next sweep, due jobs may wait: for the connections to come back, and for
 * the next look of a worker whose bell was lost with its connection, once after an error.
 */
export const BACK_WITHIN_MS = LONGEST_PAUSE_MS + LOOK_SECONDS * 1000 + ANSWER_MS + RETRY_MS;

export interface BullMqSettings extends RedisSettings {
  /** Stands before all keys, so that several desks may share a Redis. */
  prefix: string;
  /** In each lane of `runs`. */
  concurrency: number;
  /** The lanes whose jobs this process runs; it rings for all. */
  runs: readonly Lane[];
  leaseMs: number;
}

/**
 * Rings through Redis, for any number of processes. Redis holds ids alone, and BullMQ's own retries, delays and
 * schedulers stay unused: they would be a second truth, in a place that may be flushed. What BullMQ holds of a job is
 * gone as soon as it has ended in any way, so that the row may be offered again under the same id.
 */
export class BullMqRunner extends JobRunner {
  readonly #connections: RedisConnections;
  readonly #stragglers: Stragglers;
  #asking: Redis | undefined;
  #answer: Promise<void> | undefined;
  #working: Redis | undefined;
  #queues: Promise<Record<Lane, Queue>> | undefined;
  #workers: Worker[] = [];
  #stopped = false;

  constructor(
    private readonly settings: BullMqSettings,
    private readonly log: Log,
  ) {
    super();
    this.#connections = new RedisConnections(settings, log);
    this.#stragglers = new Stragglers(settings.runs, log);
  }

  start(execute: Execute): Promise<void> {
    this.#stragglers.start(execute);
    const connection = (this.#working = this.#connections.waiting());
    // Not before Redis answers: a worker that never had a connection cannot be closed.
    connection.once('ready', () => {
      if (this.#stopped) return;
      this.#workers = this.settings.runs.map((lane) => this.#worker(lane, connection, execute));
    });
    return Promise.resolve();
  }

  async offer(offers: readonly Offer[]): Promise<void> {
    if (this.#stopped || offers.length === 0) return;
    this.#stragglers.take(offers);
    const queues = await this.#ready();
    const lines = lanes.map((lane) => [queues[lane], offers.filter((offer) => offer.lane === lane)] as const);
    await Promise.all(lines.filter(([, own]) => own.length > 0).map(([queue, own]) => ring(queue, own)));
  }

  async stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#stragglers.stop();
    // Without Redis there is nothing to wait for: BullMQ would wait for it to come back.
    const cut = this.#working?.status !== 'ready';
    try {
      const queues = this.#queues?.then((all) => Promise.all(lanes.map((lane) => all[lane].close())));
      const closed = Promise.all([...this.#workers.map((worker) => worker.close(cut)), queues]);
      const gone = new Promise((done) => this.#working?.once('close', done));
      await within(cut ? CUT_LIMIT_MS : CLOSE_LIMIT_MS, Promise.race([closed, gone]));
    } catch (error) {
      this.log.warn({ err: error }, 'Redis did not let go in time; the connections are cut.');
    }
    this.#connections.close();
  }

  #worker(lane: Lane, connection: Redis, execute: Execute): Worker {
    const { prefix, concurrency, leaseMs } = this.settings;
    const worker = new Worker(queueOf(lane), (job) => execute.one(job.id!), {
      connection,
      prefix,
      concurrency,
      // A job of a dead process must be out of Redis when its lease is, or the sweep's offer would be taken for a double.
      lockDuration: leaseMs / 2,
      stalledInterval: leaseMs / 2,
      maxStalledCount: 1,
      drainDelay: LOOK_SECONDS,
      runRetryDelay: RETRY_MS,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    worker.on('error', (error) => this.#connections.failed(error));
    worker.on('failed', (job, error) => {
      this.log.error({ err: error, job: job?.id }, 'A job could not be taken on; the sweep offers it again.');
    });
    return worker;
  }

  /** The queues, once Redis answers. Fails at once during an outage, and after a moment at the very start. */
  async #ready(): Promise<Record<Lane, Queue>> {
    this.#asking ??= this.#connections.asking();
    if (this.#asking.status !== 'ready') {
      // One question for all who wait: thousands of writes may ring in the same moment.
      this.#answer ??= within(READY_LIMIT_MS, firstAnswer(this.#asking)).finally(() => (this.#answer = undefined));
      await this.#answer;
    }
    // Those that could not be opened are forgotten: the next offer opens others.
    this.#queues ??= this.#openAll(this.#asking).catch((error: unknown) => {
      this.#queues = undefined;
      throw error;
    });
    return this.#queues;
  }

  async #openAll(connection: Redis): Promise<Record<Lane, Queue>> {
    const opened = await Promise.allSettled(lanes.map((lane) => this.#open(lane, connection)));
    const failed = opened.find((one) => one.status === 'rejected');
    if (!failed) {
      const pairs = opened.map((one, n) => [lanes[n], (one as PromiseFulfilledResult<Queue>).value]);
      return Object.fromEntries(pairs) as Record<Lane, Queue>;
    }
    // They must not go on listening to the connection, which stays.
    for (const one of opened) if (one.status === 'fulfilled') await one.value.close();
    throw failed.reason;
  }

  /**
   * Only one whose first words Redis has answered: BullMQ asks for the version when a queue is made, and when Redis dies
   * before it has told, that queue refuses everything for as long as the process lives.
   */
  async #open(lane: Lane, connection: Redis): Promise<Queue> {
    const queue = new Queue(queueOf(lane), {
      connection,
      prefix: this.settings.prefix,
      streams: { events: { maxLen: 100 } },
    });
    queue.on('error', (error) => this.#connections.failed(error));
    try {
      await queue.waitUntilReady();
    } catch (error) {
      await queue.close();
      throw error;
    }
    return queue;
  }
}

async function ring(queue: Queue, offers: readonly Offer[]): Promise<void> {
  await clearLost(queue, offers);
  await queue.addBulk(
    offers.map(({ id, priority }) => ({
      name: 'run',
      data: {},
      opts: { jobId: id, priority, attempts: 1, removeOnComplete: true, removeOnFail: true },
    })),
  );
}

/**
 * A Redis that evicts keys, or came back with half of its file, may know an id that stands in none of its lists: it
 * would never run, and would make every further offer look like a double.
 */
async function clearLost(queue: Queue, offers: readonly Offer[]): Promise<void> {
  const overdue = offers.filter((offer) => offer.overdue).map((offer) => offer.id);
  const states = await Promise.all(overdue.map((id) => queue.getJobState(id)));
  await Promise.all(overdue.filter((_, i) => states[i] === 'unknown').map((id) => queue.remove(id)));
}

function firstAnswer(redis: Redis): Promise<void> {
  return new Promise((done, fail) => {
    const away = () => end(() => fail(new Error('Redis cannot be reached.')));
    const here = () => end(done);
    const end = (then: () => void) => {
      redis.off('ready', here).off('close', away).off('end', away);
      then();
    };
    redis.on('ready', here).on('close', away).on('end', away);
    // Between two attempts to come back there will be no event before the next one.
    if (redis.status === 'reconnecting' || redis.status === 'end') away();
  });
}
