import { Agency } from '../agencies/agency.entity.ts';
import type { Scope } from '../database/database.ts';
import type { Law } from '../law/law.ts';
import type { StatusChange } from '../law/status-change.ts';
import { type Closures, loadClosures } from './closures.ts';
import { type Entry, factsOf, loadHistories } from './history.ts';
import { lawOf } from './reading.ts';
import type { Request } from './request.entity.ts';

/** What standings are read off, for however many requests in three queries. */
export class Sources {
  private constructor(
    private readonly agencies: ReadonlyMap<string, Agency>,
    private readonly histories: ReadonlyMap<string, Entry[]>,
    readonly closures: Closures,
  ) {}

  /** Of requests that are locked, where anything is to be written that follows from it. */
  static async of(scope: Scope, requests: readonly Pick<Request, 'id' | 'agencyId'>[]): Promise<Sources> {
    const agencies = await agenciesOf(scope, requests);
    const histories = await loadHistories(
      scope,
      requests.map(({ id }) => id),
    );
    return new Sources(agencies, histories, await loadClosures(scope));
  }

  /** Throws for a request that was not named to `of`. */
  agency({ agencyId }: Pick<Request, 'agencyId'>): Agency {
    const agency = this.agencies.get(agencyId);
    if (!agency) throw new Error(`The agency ${agencyId} was not loaded.`);
    return agency;
  }

  /** The history as the clock reads it. */
  facts({ id }: Pick<Request, 'id'>): StatusChange[] {
    const entries = this.histories.get(id);
    if (!entries) throw new Error(`The history of ${id} was not loaded.`);
    return factsOf(entries);
  }

  /** The law of today, as in `lawOf`. */
  law(request: Parameters<typeof lawOf>[0] & Pick<Request, 'agencyId'>): Law {
    return lawOf(request, this.agency(request), this.closures);
  }
}

async function agenciesOf(
  scope: Scope,
  requests: readonly Pick<Request, 'agencyId'>[],
): Promise<ReadonlyMap<string, Agency>> {
  const ids = [...new Set(requests.map(({ agencyId }) => agencyId))];
  if (ids.length === 0) return new Map();
  const query = scope.em.createQueryBuilder(Agency, 'agency').where('agency.id IN (:...ids)', { ids });
  return new Map((await query.getMany()).map((agency) => [agency.id, agency]));
}
