import { setImmediate as breathe } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Agency } from '../agencies/agency.entity.ts';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import { access, visibleInSql } from '../requests/access.ts';
import type { LedgerView } from './exemptions.dto.ts';
import { Ledger, type LedgerFinding } from './ledger.ts';

const LOT = 2000;

/** What was withheld by which exemption: of one request, or of all requests to an agency that one may see. */
@Injectable()
export class Ledgers {
  constructor(@Inject(Database) private readonly database: Database) {}

  async ofRequest(user: User, requestId: string): Promise<LedgerView> {
    return this.database.read(async (scope) => {
      await access(scope, user, requestId, 'read');
      return addUp(scope, user, 'r.id = :of', requestId);
    });
  }

  async ofAgency(user: User, agencyId: string): Promise<LedgerView> {
    return this.database.read(async (scope) => {
      if (!(await scope.em.existsBy(Agency, { id: agencyId }))) throw notFound('agency');
      return addUp(scope, user, 'r.agency_id = :of', agencyId);
    });
  }
}

async function addUp(scope: Scope, user: User, where: string, of: string): Promise<LedgerView> {
  const ledger = new Ledger();
  const seen = visibleInSql(user, 'r');
  let after = '';
  for (;;) {
    const lot = await sql<LedgerFinding & { id: string }>(
      scope,
      `SELECT f.id, f.code, f.state, f.about, f.kind, f.document_id AS "documentId",
              COALESCE(f.status_change_id, d.status_change_id, f.document_id) AS determination,
              f.page_from AS "pageFrom", f.page_to AS "pageTo", f.withheld_from AS "withheldFrom",
              f.withheld_to AS "withheldTo", f.withheld_count AS "withheldCount", f.withholding_statute AS "withholdingStatute"
       FROM exemption_finding f JOIN request r ON r.id = f.request_id LEFT JOIN document d ON d.id = f.document_id
       WHERE ${where} AND f.state <> 'rejected' AND f.id > :after AND ${seen.where}
       ORDER BY f.id LIMIT ${LOT}`,
      { of, after, ...seen.parameters },
    );
    for (const finding of lot) ledger.add(finding);
    if (lot.length < LOT) return ledger.view();
    after = lot[lot.length - 1]!.id;
    await breathe();
  }
}
