import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { User } from '../auth/user.entity.ts';
import { Database, type Tx } from '../database/database.ts';
import { DeskError, notFound } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { pageOf, type PageQuery, toPage } from '../http/page.ts';
import { type Instant, Now } from '../now.ts';
import { access } from './access.ts';
import { mustNotBeHeld } from './legal-hold.ts';
import { NoteFollowers } from './note-follower.ts';
import type { NoteList, NoteView } from './people.dto.ts';
import { Note } from './request.entity.ts';

/** The desk's own notes on a request. They are no facts: they may be deleted, and move nothing. */
@Injectable()
export class Notes {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NoteFollowers) private readonly followers: NoteFollowers,
    @Inject(Now) private readonly now: Now,
  ) {}

  /** Oldest first. */
  async list(user: User, call: Call, requestId: string, query: PageQuery): Promise<NoteList> {
    const { limit, after } = pageOf(query, 1);
    return this.database.read(async (scope) => {
      await access(scope, user, requestId, 'read');
      const rows = scope.em
        .createQueryBuilder(Note, 'note')
        .innerJoin(User, 'author', 'author.id = note.authorId')
        .select('note.id', 'id')
        .addSelect('note.text', 'text')
        .addSelect('note.createdAt', 'createdAt')
        .addSelect('author.id', 'authorId')
        .addSelect('author.name', 'authorName')
        .where('note.requestId = :requestId', { requestId })
        .orderBy('note.id')
        .limit(limit + 1);
      if (after) rows.andWhere('note.id > :after', { after: after[0] });
      const found = await rows.getRawMany<{
        id: string;
        text: string;
        createdAt: Instant;
        authorId: string;
        authorName: string;
      }>();
      return toPage(
        call,
        limit,
        found,
        (row) => [row.id],
        ({ id, text, createdAt, authorId, authorName }) => ({
          id,
          text,
          author: { id: authorId, name: authorName },
          createdAt,
        }),
      );
    });
  }

  async add(tx: Tx, user: User, requestId: string, text: string): Promise<NoteView> {
    await access(tx, user, requestId, 'write');
    const note = { id: v7(), requestId, authorId: user.id, text, createdAt: this.now.instant() };
    await tx.em.insert(Note, note);
    await this.followers.changed(tx, { because: 'added', note });
    return { id: note.id, text, author: { id: user.id, name: user.name }, createdAt: note.createdAt };
  }

  /** One's own, or any as an owner. */
  async remove(tx: Tx, user: User, requestId: string, noteId: string): Promise<void> {
    const request = await access(tx, user, requestId, 'write');
    const note = await tx.em.findOneBy(Note, { id: noteId, requestId });
    if (!note) throw notFound('note');
    if (note.authorId !== user.id && user.role !== 'owner') {
      throw new DeskError('forbidden', 'A note is removed by its author or by an owner.');
    }
    mustNotBeHeld(request, 'no note is removed');
    await tx.em.delete(Note, { id: noteId });
    await this.followers.changed(tx, { because: 'removed', note });
  }
}
