import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database } from '../database/database.ts';
import { BlobStore } from './blob-store.ts';
import { Blob, type WayIn } from './document.entity.ts';
import { type Arrival, type Attached, Keeping } from './keeping.service.ts';
import { MAIL, MAILBOX } from './media-type.ts';
import { Allowance, type Limits, type Member, refusedSource } from './members.ts';
import { openTo } from './open-to.ts';
import { zipMembers } from './zip-members.ts';

const MOST_MEMBERS = 1000;

type Source = (path: string, limits: Limits) => AsyncGenerator<Member>;

/** Loaded for the first mail only: it is a tenth of what starting a desk takes. */
const mails = () => import('./mail-members.ts');

/** What can be unpacked, by what its first bytes say: documents of offices are ZIPs too, and have types of their own. */
const SOURCES: Record<string, { via: WayIn; members: Source }> = {
  'application/zip': { via: 'archive', members: zipMembers },
  [MAIL]: {
    via: 'message',
    async *members(path) {
      yield* (await mails()).mailMembers(path);
    },
  },
  [MAILBOX]: {
    via: 'message',
    async *members(path, limits) {
      yield* (await mails()).mailboxMembers(path, limits);
    },
  },
};

/**
 * Takes out what archives, messages and mailboxes hold, one level deep: what is found in there is a document like every
 * other, and can be unpacked in turn. The bytes go into the waiting room first, so that no write stays open meanwhile.
 */
@Injectable()
export class Unpacking {
  readonly #limits: Limits;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(BlobStore) private readonly store: BlobStore,
    @Inject(Keeping) private readonly keeping: Keeping,
  ) {
    this.#limits = { members: MOST_MEMBERS, bytes: config.maxUploadBytes };
  }

  /** The arrivals, each followed by what was found in it. When that fails, all of them are let go. */
  async withContents(arrivals: readonly Arrival[]): Promise<Arrival[]> {
    const all: Arrival[] = [];
    try {
      const packed = arrivals.filter(({ received }) => received.mediaType in SOURCES);
      if (packed.length === 0) throw refusedSource('it is no ZIP archive, no message and no mailbox');
      const allowance = new Allowance(this.#limits);
      for (const arrival of arrivals) {
        all.push(arrival);
        const { mediaType } = arrival.received;
        if (!packed.includes(arrival)) continue;
        const path = this.store.localPath(arrival.received);
        await this.#takeOut(path, mediaType, arrival, allowance, all);
      }
      return all;
    } catch (error) {
      await this.#letGo([...new Set([...arrivals, ...all])]);
      throw error;
    }
  }

  /** Takes out what a document holds that is kept already. What it holds gets what is said of the document. */
  async unpack(user: User, id: string): Promise<Attached[]> {
    const { document, mediaType } = await this.database.read(async (scope) => {
      const found = await openTo(scope, user, id, 'read');
      const select = { sha256: true, mediaType: true };
      const blob = await scope.em.findOneOrFail(Blob, { select, where: { sha256: found.sha256 } });
      return { document: found, mediaType: blob.mediaType };
    });
    if (!(mediaType in SOURCES)) throw refusedSource('it is no ZIP archive, no message and no mailbox');
    const arrivals: Arrival[] = [];
    try {
      await this.store.withCopy(document.sha256, (path) =>
        this.#takeOut(path, mediaType, { documentId: id }, new Allowance(this.#limits), arrivals),
      );
    } catch (error) {
      await this.#letGo(arrivals);
      throw error;
    }
    const { label, role, releasedOn, receivedOn, statusChangeId } = document;
    const said = { label, role, releasedOn, receivedOn, statusChangeId };
    const fields = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
    return this.keeping.attach(user, document.requestId, arrivals, fields);
  }

  async #takeOut(
    path: string,
    mediaType: string,
    parent: Arrival | { documentId: string },
    allowance: Allowance,
    into: Arrival[],
  ): Promise<void> {
    const { via, members } = SOURCES[mediaType]!;
    for await (const member of members(path, this.#limits)) {
      const received = await this.store.receive(allowance.take(member));
      into.push({ received, filename: member.filename, via, foundIn: { parent, memberPath: member.path } });
    }
  }

  async #letGo(arrivals: readonly Arrival[]): Promise<void> {
    for (const { received } of arrivals) await this.store.discard(received);
  }
}
