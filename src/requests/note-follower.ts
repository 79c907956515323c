import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.ts';
import type { Note } from './request.entity.ts';

/** What has just happened to a note, told inside the transaction in which it happened. */
export interface NoteChange {
  because: 'added' | 'removed';
  /** For `removed`, as it was. */
  note: Note;
}

/** Work that belongs to the same transaction as a note. */
export interface NoteFollower {
  noteChanged(tx: Tx, change: NoteChange): Promise<void>;
}

/** The followers, in the order in which `app.module.ts` lists their modules. A failing one undoes the change. */
@Injectable()
export class NoteFollowers {
  readonly #all: NoteFollower[] = [];

  add(follower: NoteFollower): void {
    this.#all.push(follower);
  }

  async changed(tx: Tx, change: NoteChange): Promise<void> {
    for (const follower of this.#all) await follower.noteChanged(tx, change);
  }
}
