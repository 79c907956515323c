import { Inject, Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope } from '../database/database.ts';
import { notFound } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { type Page, type PageQuery, pageOf, toPage } from '../http/page.ts';
import { isId } from '../http/validators.ts';
import { visibleInSql } from '../requests/access.ts';
import { Message } from './reminder.entity.ts';
import { type MessageView, toMessageView } from './reminders.dto.ts';

/** The in-app list of what a person was told. */
@Injectable()
export class MessagesService {
  constructor(@Inject(Database) private readonly database: Database) {}

  list(user: User, call: Call, query: PageQuery): Promise<Page<MessageView>> {
    const { limit, after } = pageOf(query, 1);
    return this.database.read(async (scope) => {
      const found = mine(scope, user)
        .orderBy('message.id', 'DESC')
        .limit(limit + 1);
      if (after) found.andWhere('message.id < :after', { after: after[0] });
      return toPage(call, limit, await found.getMany(), (message) => [message.id], toMessageView);
    });
  }

  async read(user: User, id: string): Promise<MessageView> {
    const message = isId(id)
      ? await this.database.read((scope) => mine(scope, user).andWhere('message.id = :id', { id }).getOne())
      : null;
    if (!message) throw notFound('message');
    return toMessageView(message);
  }
}

/** A message that tells of a request which its reader may not see any more is not shown any more. */
function mine(scope: Scope, user: User): SelectQueryBuilder<Message> {
  const seen = visibleInSql(user, 'r');
  return scope.em
    .createQueryBuilder(Message, 'message')
    .where('message.recipientId = :userId', { userId: user.id })
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM reminder m JOIN request r ON r.id = m.request_id
        WHERE m.message_id = coalesce(message.copyOf, message.id) AND NOT ${seen.where})`,
      seen.parameters,
    );
}
