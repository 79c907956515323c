import type { INestApplicationContext } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import type { Tx } from '../database/database.ts';
import type { RequestView } from '../requests/request-view.dto.ts';
import type { AddCommand } from './run.ts';

export const demo: AddCommand = (program) => {
  program
    .command('demo')
    .description('load a whole request as sample data; sends nothing, and loads once')
    .action(start);
};

async function start(): Promise<void> {
  const { readConfig } = await import('../config.ts');
  const { createContext } = await import('../app.ts');
  const { Database } = await import('../database/database.ts');
  const { waitForSchema } = await import('../database/migrate.ts');

  // Jobs of this process would be run by a clock that stands in the story.
  const config = { ...readConfig(), runJobs: false };
  await waitForSchema(config, 0);
  const now = await storyTime();
  const app = await createContext(config, { now });
  try {
    const request = await app.get(Database).write((tx) => load(app, tx, now));
    process.stdout.write(
      `Loaded ${request.number}, "${request.subject}": ${request.status}.\n` +
        `Read it: curl -H "Authorization: Bearer $KEY" ${config.publicUrl}/api/v1/requests/${request.id}\n`,
    );
  } finally {
    await app.close();
  }
}

/** The time, which the story sets to each fact's own: so the sample has a past that `knownAt` can be asked about. */
async function storyTime() {
  const { Now } = await import('../now.ts');
  return new (class extends Now {
    at: string | null = null;

    override instant(): string {
      return this.at ?? super.instant();
    }
  })();
}

/** All of it in one write: a demo that was interrupted leaves nothing. */
async function load(
  app: INestApplicationContext,
  tx: Tx,
  now: Awaited<ReturnType<typeof storyTime>>,
): Promise<RequestView> {
  const { storyChanges } = await import('../law/cases/story.ts');
  const { Requests } = await import('../requests/requests.service.ts');
  const { readStatusChanges } = await import('../requests/status-changes.pipe.ts');

  await refuseTwice(tx);
  const owner = await firstOwner(tx);
  const today = now.instant();
  const past = storyChanges.filter((change) => change.recordedAt <= today);
  now.at = storyChanges[0]!.recordedAt <= today ? storyChanges[0]!.recordedAt : today;
  const agencyId = await addAgencies(app, tx, owner);
  const requests = app.get(Requests, { strict: false });
  let view = await requests.file(tx, owner, { agencyId, ...sample }, [], true);
  const ids = new Map<string, string>();
  for (const { id, sequence: _, recordedAt, ...change } of past) {
    now.at = recordedAt;
    const fact = { ...change, ...(change.about && { about: ids.get(change.about) }) };
    const recorded = await requests.record(tx, owner, view.id, readStatusChanges(fact, ''));
    ids.set(id, recorded.statusChange.id);
    view = recorded.request;
  }
  now.at = null;
  return readToday(app, tx, owner, view);
}

const sample = {
  subject: 'Weapons and sensitive equipment stolen from US bases in Iraq and Syria',
  description:
    'All investigation files, from 1 January 2020 on, about the theft or loss of weapons, ammunition and sensitive ' +
    'equipment from United States bases in Iraq and Syria, with the base, the month and the items concerned.',
  tags: ['demo', 'weapons'],
  feeCategory: 'news-media' as const,
};

/** A row of its own decides, so that two demos at once load one. */
async function refuseTwice(tx: Tx): Promise<void> {
  const { DeskError } = await import('../errors.ts');
  const { sql } = await import('../database/sql.ts');
  const [first] = await sql(
    tx,
    `INSERT INTO setting (name, value) VALUES ('demo', 'loaded') ON CONFLICT DO NOTHING RETURNING name`,
  );
  if (!first) throw new DeskError('conflict', 'The demo is loaded already: its request has the tag "demo".');
}

async function firstOwner(tx: Tx): Promise<User> {
  const { User } = await import('../auth/user.entity.ts');
  const { DeskError } = await import('../errors.ts');
  const { IsNull } = await import('typeorm');
  const owner = await tx.em.findOne(User, { where: { role: 'owner', disabledAt: IsNull() }, order: { id: 'ASC' } });
  if (owner) return owner;
  throw new DeskError('conflict', 'The desk has no owner yet: start `serve` once, which makes one.');
}

async function addAgencies(app: INestApplicationContext, tx: Tx, owner: User): Promise<string> {
  const { AgenciesService } = await import('../agencies/agencies.service.ts');
  const agencies = app.get(AgenciesService, { strict: false });
  const common = { statute: 'us-foia', timeZone: 'America/New_York' };
  const army = await agencies.add(tx, owner, { name: 'Department of the Army', abbreviation: 'DA', ...common });
  const cid = await agencies.add(tx, owner, {
    name: 'Department of the Army Criminal Investigation Division',
    abbreviation: 'CID',
    parentId: army.id,
    ...common,
  });
  return cid.id;
}

/** Brings the sample from its last fact to today. */
async function readToday(app: INestApplicationContext, tx: Tx, owner: User, view: RequestView): Promise<RequestView> {
  const { Now } = await import('../now.ts');
  const { access } = await import('../requests/access.ts');
  const { Standings } = await import('../requests/standings.service.ts');
  const request = await access(tx, owner, view.id, 'write');
  const cause = { because: 'turned' as const, reason: 'days have passed', byUserId: null, at: app.get(Now).instant() };
  const standing = await app.get(Standings, { strict: false }).reread(tx, request, cause);
  return { ...view, status: standing.status };
}
