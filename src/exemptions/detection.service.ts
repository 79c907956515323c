import { setImmediate as breathe } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Brackets, In } from 'typeorm';
import { v7 } from 'uuid';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { type DocumentChange, DocumentFollowers } from '../documents/document-follower.ts';
import { Document } from '../documents/document.entity.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { PRIORITY } from '../jobs/priorities.ts';
import type { Lease } from '../jobs/lease.ts';
import { Now } from '../now.ts';
import { shownPage, shownPages } from '../reading/pages.ts';
import { Request } from '../requests/request.entity.ts';
import { formsOf } from './codes.ts';
import { detect, readingOf, type Suggestion } from './detect.ts';
import { ExemptionFinding } from './finding.entity.ts';

export const DETECT_EXEMPTIONS = 'detect-exemptions';
const LOT = 50;
const INSERT_LOT = 200;

/**
 * Suggests which exemptions withhold what, whenever the pages of a document have been read. A page that is read anew is
 * looked at anew: what somebody has confirmed or rejected stays, what nobody has decided follows the text.
 */
@Injectable()
export class Detection implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DocumentFollowers) private readonly followers: DocumentFollowers,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Now) private readonly now: Now,
  ) {}

  onModuleInit(): void {
    this.followers.add({ documentChanged: (tx, change) => this.#follow(tx, change) });
    this.jobs.register(DETECT_EXEMPTIONS, { run: (lease) => this.#run(lease) });
  }

  async #follow(tx: Tx, { because, document }: DocumentChange): Promise<void> {
    if (because === 'removed') {
      await tx.em.delete(ExemptionFinding, { documentId: document.id });
      return;
    }
    // Another role, and a release becomes a letter. What has no pages yet is looked at when it has.
    const isDue = because === 'read' || (because === 'edited' && (await shownPage(tx, document, 1)) !== null);
    if (isDue) await this.jobs.add(tx, { kind: DETECT_EXEMPTIONS, subjectId: document.id, priority: PRIORITY.reading });
  }

  async #run(lease: Lease): Promise<void> {
    let after = 0;
    for (;;) {
      // Read again for each lot: it may have been removed, or be a letter by now.
      const lot = await this.database.read((scope) => this.#lot(scope, lease.subjectId, after));
      if (!lot) return;
      const { document, pages, forms } = lot;
      const found = new Map<string, Found>();
      for (const { number, text } of pages) {
        for (const suggestion of detect(text, forms, readingOf(document.role))) {
          const mark = markOf(number, suggestion);
          if (!found.has(mark)) found.set(mark, { ...suggestion, mark, page: number });
        }
      }
      const isLast = pages.length < LOT;
      const range = { from: after + 1, to: isLast ? Number.MAX_SAFE_INTEGER : pages[pages.length - 1]!.number };
      await this.#settle(lease, document, range, found);
      if (isLast) return;
      after = range.to;
      if (lease.signal.aborted) throw new Error('The job was asked to stop; it will be taken up again.');
      await breathe();
    }
  }

  async #lot(scope: Scope, documentId: string, after: number) {
    const document = await scope.em.findOneBy(Document, { id: documentId });
    if (!document) return null;
    const request = await scope.em.findOneByOrFail(Request, { id: document.requestId });
    const pages = await shownPages(scope, document, after, LOT);
    return { document, pages, forms: formsOf(request.statuteId) };
  }

  /** Brings what is suggested of these pages in step with what was found; writes nothing when it is. */
  async #settle(lease: Lease, document: Document, range: Range, found: Map<string, Found>): Promise<void> {
    const before = await this.database.read((scope) => known(scope, document, range, found));
    if (isEmpty(differences(before, range, found))) return;
    await lease.check();
    await this.database.write(async (tx) => {
      if (!(await tx.em.existsBy(Document, { id: document.id }))) return;
      const { gone, changed, fresh } = differences(await known(tx, document, range, found), range, found);
      if (gone.length > 0) await tx.em.delete(ExemptionFinding, { id: In(gone), state: 'suggested' });
      for (const { id, now } of changed) {
        await tx.em.update(ExemptionFinding, { id, state: 'suggested' }, rowOf(now));
      }
      const at = this.now.instant();
      const rows = fresh.map((one) => ({ ...unchanging(document), ...rowOf(one), id: v7(), createdAt: at }));
      for (let from = 0; from < rows.length; from += INSERT_LOT) {
        const lot = rows.slice(from, from + INSERT_LOT);
        await tx.em.createQueryBuilder().insert().into(ExemptionFinding).values(lot).orIgnore().execute();
      }
    });
  }
}

interface Found extends Suggestion {
  mark: string;
  page: number;
}

interface Range {
  from: number;
  to: number;
}

/**
 * What a finding is known by when its page is read anew. What a determination claims is one thing, on whichever pages of
 * its letter it stands.
 */
export function markOf(
  page: number,
  {
    about,
    code,
    kind,
    withheldFrom,
    withheldTo,
  }: Pick<Suggestion, 'about' | 'code' | 'kind' | 'withheldFrom' | 'withheldTo'>,
): string {
  const place = about === 'determination' ? 'determination' : `page ${page}`;
  return [place, code, kind, withheldFrom ?? '', withheldTo ?? ''].join('|');
}

async function known(
  scope: Scope,
  document: Document,
  { from, to }: Range,
  found: Map<string, Found>,
): Promise<ExemptionFinding[]> {
  const marks = [...found.keys()];
  return scope.em
    .createQueryBuilder(ExemptionFinding, 'finding')
    .where(`finding.documentId = :id AND finding.source = 'detected'`, { id: document.id })
    .andWhere(
      new Brackets((or) => {
        or.where('finding.pageFrom >= :from AND finding.pageFrom <= :to', { from, to: Math.min(to, 2 ** 31 - 1) });
        if (marks.length > 0) or.orWhere('finding.mark IN (:...marks)', { marks });
      }),
    )
    .getMany();
}

interface Differences {
  gone: string[];
  changed: { id: string; now: Found }[];
  fresh: Found[];
}

function differences(before: readonly ExemptionFinding[], range: Range, found: Map<string, Found>): Differences {
  const here = (row: ExemptionFinding) => row.pageFrom! >= range.from && row.pageFrom! <= range.to;
  const marks = new Set(before.map((row) => row.mark));
  const open = before.filter((row) => row.state === 'suggested' && here(row));
  return {
    gone: open.filter((row) => !found.has(row.mark!)).map((row) => row.id),
    changed: open.flatMap((row) => {
      const now = found.get(row.mark!);
      return now && differs(row, rowOf(now)) ? [{ id: row.id, now }] : [];
    }),
    fresh: [...found.values()].filter((one) => !marks.has(one.mark)),
  };
}

function isEmpty({ gone, changed, fresh }: Differences): boolean {
  return gone.length + changed.length + fresh.length === 0;
}

type Row = ReturnType<typeof rowOf>;

function differs(row: ExemptionFinding, now: Row): boolean {
  return (Object.keys(now) as (keyof Row)[]).some((name) => JSON.stringify(row[name]) !== JSON.stringify(now[name]));
}

function rowOf({ page, ...suggestion }: Found) {
  return { ...suggestion, pageFrom: page, pageTo: page };
}

function unchanging({ id, requestId }: Document) {
  const undecided = { state: 'suggested' as const, decidedBy: null, decidedAt: null };
  return {
    requestId,
    documentId: id,
    statusChangeId: null,
    source: 'detected' as const,
    note: null,
    createdBy: null,
    ...undecided,
  };
}
