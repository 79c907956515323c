import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { notFound } from '../errors.ts';
import { checkVersion } from '../http/etag.ts';
import type { Call } from '../http/once.ts';
import { type Page, pageOf, toPage } from '../http/page.ts';
import { agencysOwnDay } from '../law/calendar-days.ts';
import { type Instant, Now } from '../now.ts';
import {
  type AgencyChangesDto,
  type AgencyQuery,
  type AgencyView,
  type CalendarImported,
  type ImportQuery,
  type NewAgencyDto,
  toAgencyView,
} from './agencies.dto.ts';
import { Agency, AgencyVersion } from './agency.entity.ts';
import { AgencyFollowers } from './agency-follower.ts';
import { named, weekendNotes, withDays } from './calendar-import.ts';
import type { DayList } from './day-list.ts';
import { checkContacts, checkParent, overridesOf, statuteOf } from './fitting.ts';

/** The public bodies that one asks. */
@Injectable()
export class AgenciesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(AgencyFollowers) private readonly followers: AgencyFollowers,
  ) {}

  async list(call: Call, query: AgencyQuery): Promise<Page<AgencyView>> {
    const { limit, after } = pageOf(query, 2);
    const rows = await this.database.read((scope) => {
      const agencies = scope.em.createQueryBuilder(Agency, 'agency').where('1 = 1');
      for (const [i, word] of wordsOf(query.q).entries()) {
        const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
        agencies.andWhere(`agency.search LIKE :word${i} ESCAPE '\\'`, { [`word${i}`]: like });
      }
      if (after) agencies.andWhere('(agency.search, agency.id) > (:search, :id)', { search: after[0], id: after[1] });
      return agencies
        .orderBy('agency.search')
        .addOrderBy('agency.id')
        .take(limit + 1)
        .getMany();
    });
    return toPage(call, limit, rows, (agency) => [agency.search, agency.id], toAgencyView);
  }

  async read(id: string): Promise<AgencyView> {
    const agency = await this.database.read((scope) => scope.em.findOneBy(Agency, { id }));
    if (!agency) throw notFound('agency');
    return toAgencyView(agency);
  }

  async add(tx: Tx, me: User, given: NewAgencyDto): Promise<AgencyView> {
    const statute = statuteOf(given.statute);
    const now = this.now.instant();
    const agency: Agency = {
      id: v7(),
      name: given.name,
      abbreviation: given.abbreviation ?? null,
      parentId: given.parentId ?? null,
      statuteId: statute.id,
      timeZone: given.timeZone ?? statute.timeZone,
      contacts: checkContacts(given.contacts ?? []),
      overrides: overridesOf(given.overrides ?? {}, statute),
      search: searchOf(given.name, given.abbreviation),
      createdAt: now,
      updatedAt: now,
      version: 1,
    };
    await checkParent(tx, agency);
    await tx.em.insert(Agency, agency);
    await keepVersion(tx, agency, me, now);
    return toAgencyView(agency);
  }

  async change(
    tx: Tx,
    me: User,
    id: string,
    changes: AgencyChangesDto,
    ifMatch: string | undefined,
  ): Promise<AgencyView> {
    const before = await findLocked(tx, id);
    checkVersion(ifMatch, before.version);
    const now = this.now.instant();
    const after: Agency = { ...before, ...fieldsOf(before, changes), updatedAt: now, version: before.version + 1 };
    after.search = searchOf(after.name, after.abbreviation);
    if (after.parentId !== before.parentId) await checkParent(tx, after);
    await this.#save(tx, me, before, after, null);
    return toAgencyView(after);
  }

  /** Takes days of a list into an agency's calendar. What it has already changes nothing, not even its version. */
  async importDays(
    tx: Tx,
    me: User,
    id: string,
    given: DayList & ImportQuery & { filename: string | null },
    ifMatch: string | undefined,
  ): Promise<CalendarImported> {
    const before = await findLocked(tx, id);
    checkVersion(ifMatch, before.version);
    const { mode, filename, title, url } = given;
    const cites = { label: given.cites, ...(url !== undefined && { url }) };
    const days = named(given.days, title ?? agencysOwnDay.name, cites);
    const statute = statuteOf(before.statuteId);
    const overrides = { ...before.overrides, calendar: withDays(before.overrides.calendar ?? {}, days, mode) };
    const notes = [...given.notes, ...weekendNotes(days, statute.calendar)];
    if (isDeepStrictEqual(overrides, before.overrides)) {
      const agency = toAgencyView(before);
      return { days: days.length, changed: false, notes, agency, version: agency.version };
    }
    const after: Agency = {
      ...before,
      overrides: overridesOf(overrides, statute),
      updatedAt: this.now.instant(),
      version: before.version + 1,
    };
    const source = filename ?? title;
    const from = source === null ? cites.label : `${source} [${cites.label}]`;
    await this.#save(tx, me, before, after, `the agency's calendar was imported from ${from}`);
    return { days: days.length, changed: true, notes, agency: toAgencyView(after), version: after.version };
  }

  async #save(tx: Tx, me: User, before: Agency, after: Agency, because: string | null): Promise<void> {
    await tx.em.update(Agency, { id: after.id }, after);
    if (!rulesDiffer(before, after)) return;
    await keepVersion(tx, after, me, after.updatedAt, because);
    await this.followers.rulesChanged(tx, after);
  }
}

/** Locked, so that two edits on the same version cannot both succeed. */
async function findLocked(tx: Tx, id: string): Promise<Agency> {
  const query = tx.em.createQueryBuilder(Agency, 'agency').where({ id });
  if (tx.engine === 'postgres') query.setLock('pessimistic_write');
  const agency = await query.getOne();
  if (!agency) throw notFound('agency');
  return agency;
}

function fieldsOf(before: Agency, changes: AgencyChangesDto): Partial<Agency> {
  const { statute, contacts, overrides, ...plain } = changes;
  const given = Object.entries(plain).filter(([, value]) => value !== undefined);
  const law = () => statuteOf(statute ?? before.statuteId);
  // Another law has another calendar, whose holidays the rules that stay may not know.
  const rules = overrides ?? (statute === undefined ? undefined : { ...before.overrides });
  return {
    ...(Object.fromEntries(given) as Partial<Agency>),
    ...(statute !== undefined && { statuteId: law().id }),
    ...(contacts !== undefined && { contacts: checkContacts(contacts) }),
    ...(rules !== undefined && { overrides: overridesOf(rules, law()) }),
  };
}

function rulesDiffer(before: Agency, after: Agency): boolean {
  const rules = (agency: Agency) => [agency.statuteId, agency.timeZone, agency.overrides];
  return !isDeepStrictEqual(rules(before), rules(after));
}

/** What the clock was told, and from when: standings as of an earlier moment must not use what came later. */
async function keepVersion(
  tx: Scope,
  agency: Agency,
  me: User,
  now: Instant,
  because: string | null = null,
): Promise<void> {
  await tx.em.insert(AgencyVersion, {
    agencyId: agency.id,
    version: agency.version,
    statuteId: agency.statuteId,
    timeZone: agency.timeZone,
    overrides: agency.overrides,
    recordedAt: now,
    recordedBy: me.id,
    because,
  });
}

function searchOf(name: string, abbreviation: string | null | undefined): string {
  return [name, abbreviation ?? ''].join(' ').trim().toLowerCase();
}

function wordsOf(q: string | undefined): string[] {
  return (q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 20);
}
