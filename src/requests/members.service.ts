import { Inject, Injectable } from '@nestjs/common';
import { User } from '../auth/user.entity.ts';
import { Database, type Tx } from '../database/database.ts';
import { notFound } from '../errors.ts';
import { Now } from '../now.ts';
import { access } from './access.ts';
import { addMember, removeMember, whoBelongs } from './members.ts';
import type { MemberList } from './people.dto.ts';
import { Standings } from './standings.service.ts';

/** Who belongs to a request that is open to members alone. */
@Injectable()
export class Members {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Standings) private readonly standings: Standings,
  ) {}

  async list(user: User, requestId: string): Promise<MemberList> {
    return this.database.read(async (scope) => {
      const request = await access(scope, user, requestId, 'read');
      return { items: await whoBelongs(scope, request), next: null };
    });
  }

  async add(tx: Tx, user: User, requestId: string, userId: string): Promise<void> {
    await this.#change(tx, user, requestId, userId, () => addMember(tx, requestId, userId));
  }

  /** Owners, creator and assignee stay whatever this list says. */
  async remove(tx: Tx, user: User, requestId: string, userId: string): Promise<void> {
    await this.#change(tx, user, requestId, userId, () => removeMember(tx, requestId, userId));
  }

  async #change(tx: Tx, user: User, requestId: string, userId: string, save: () => Promise<void>): Promise<void> {
    const request = await access(tx, user, requestId, 'write');
    if (!(await tx.em.existsBy(User, { id: userId }))) throw notFound('user');
    await this.standings.reread(tx, request, {
      because: 'edited',
      reason: 'the members were changed',
      byUserId: user.id,
      at: this.now.instant(),
      save,
    });
  }
}
