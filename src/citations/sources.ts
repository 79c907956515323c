import { Agency } from '../agencies/agency.entity.ts';
import type { Scope } from '../database/database.ts';
import type { Document } from '../documents/document.entity.ts';
import { settle } from '../law/history.ts';
import type { StatusChange } from '../law/status-change.ts';
import { findStatute } from '../law/statutes/all.ts';
import { factsOf, loadHistory } from '../requests/history.ts';
import type { Request } from '../requests/request.entity.ts';
import { writesMonthFirst } from './days.ts';
import { letterOf } from './letter.ts';
import { permalinkTo, uniquePrefix } from './permalink.ts';
import type { Source } from './source.ts';

/** A page of a document, and the words taken from it. */
export interface Cited {
  page: number;
  quote: string | null;
}

/** Makes the sources of one request's citations: what they share is read once. The caller has asked for access. */
export class Sources {
  #facts: Promise<StatusChange[]> | undefined;
  #agency: Promise<Source['agency']> | undefined;
  readonly #prefixes = new Map<string, Promise<string>>();

  constructor(
    private readonly scope: Scope,
    private readonly request: Request,
    private readonly publicUrl: string,
  ) {}

  async of(document: Document, { page, quote }: Cited): Promise<Source> {
    const monthFirst = writesMonthFirst(findStatute(this.request.statuteId)?.jurisdiction ?? '');
    const prefix = await this.#prefixOf(document.sha256);
    return {
      agency: await (this.#agency ??= agencyOf(this.scope, this.request.agencyId)),
      title: document.label ?? document.filename,
      filename: document.label === null ? null : document.filename,
      letter: letterOf(document.role, await this.#factOf(document), monthFirst),
      releasedOn: document.releasedOn,
      receivedOn: document.receivedOn,
      requestNumber: this.request.number,
      trackingNumbers: this.request.trackingNumbers,
      page,
      quote,
      prefix,
      permalink: permalinkTo(this.publicUrl, prefix, page),
      monthFirst,
    };
  }

  /** As it has come to stand: a fact that was corrected has its right day, one that was taken out is not named. */
  async #factOf({ statusChangeId }: Document): Promise<StatusChange | null> {
    if (statusChangeId === null) return null;
    this.#facts ??= loadHistory(this.scope, this.request.id).then((entries) => settle(factsOf(entries)));
    return (await this.#facts).find((fact) => fact.id === statusChangeId) ?? null;
  }

  #prefixOf(sha256: string): Promise<string> {
    const known = this.#prefixes.get(sha256) ?? uniquePrefix(this.scope, sha256);
    this.#prefixes.set(sha256, known);
    return known;
  }
}

async function agencyOf(scope: Scope, id: string): Promise<Source['agency']> {
  const agency = await scope.em.findOneByOrFail(Agency, { id });
  const parent = agency.parentId === null ? null : await scope.em.findOneBy(Agency, { id: agency.parentId });
  return { name: agency.name, parent: parent?.name ?? null };
}
