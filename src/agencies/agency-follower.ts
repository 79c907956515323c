import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.ts';
import type { Agency } from './agency.entity.ts';

/** Work that belongs to the same transaction as a change of an agency's law, time zone or overrides. */
export interface AgencyFollower {
  rulesChanged(tx: Tx, agency: Agency): Promise<void>;
}

/** Who must know when an agency's rules change: its requests are read anew. A failing one undoes the change. */
@Injectable()
export class AgencyFollowers {
  readonly #all: AgencyFollower[] = [];

  add(follower: AgencyFollower): void {
    this.#all.push(follower);
  }

  async rulesChanged(tx: Tx, agency: Agency): Promise<void> {
    for (const follower of this.#all) await follower.rulesChanged(tx, agency);
  }
}
