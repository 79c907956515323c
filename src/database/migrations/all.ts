import { start } from './0001-start.ts';
import { track } from './0002-track.ts';
import { lawText } from './0003-law-text.ts';
import { events } from './0004-events.ts';
import { pages } from './0005-pages.ts';
import { keep } from './0006-keep.ts';
import { read } from './0007-read.ts';
import { search } from './0008-search.ts';
import { exemptions } from './0009-exemptions.ts';
import { origin } from './0010-origin.ts';
import { outgoing } from './0011-outgoing.ts';
import { policies } from './0012-policies.ts';
import { feeds } from './0013-feeds.ts';
import { ledger } from './0014-ledger.ts';
import { running } from './0015-running.ts';
import { findDocuments } from './0016-find-documents.ts';
import { readOn } from './0017-read-on.ts';
import { refusals } from './0018-refusals.ts';
import type { Migration } from './migration.ts';

/** The whole history of the schema, in order. */
export const migrations: readonly Migration[] = [
  start,
  track,
  lawText,
  events,
  pages,
  keep,
  read,
  search,
  exemptions,
  origin,
  outgoing,
  policies,
  feeds,
  ledger,
  running,
  findDocuments,
  readOn,
  refusals,
];

/** The schema's number that this release needs. */
export const latest = migrations[migrations.length - 1]!.number;
