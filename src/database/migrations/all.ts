import { start } from './0001-start.ts';
import { track } from './0002-track.ts';
import { lawText } from './0003-law-text.ts';
import { events } from './0004-events.ts';
import { pages } from './0005-pages.ts';
import { policies } from './0012-policies.ts';
import type { Migration } from './migration.ts';

/** The whole history of the schema, in order. */
export const migrations: readonly Migration[] = [start, track, lawText, events, pages, policies];

/** The schema's number that this release needs. */
export const latest = migrations[migrations.length - 1]!.number;
