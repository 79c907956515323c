import { v7 } from 'uuid';
import { Agency } from '../../src/agencies/agency.entity.ts';
import { Database } from '../../src/database/database.ts';
import { Request } from '../../src/requests/request.entity.ts';
import { User } from '../../src/auth/user.entity.ts';
import type { Desk } from './desk.ts';

/** A draft to some agency; returns its id. */
export async function newRequest(desk: Desk, fields: Record<string, unknown> = {}): Promise<string> {
  const database = desk.app.get(Database);
  return database.write(async (tx) => {
    const owner = await tx.em.findOneByOrFail(User, { role: 'owner' });
    const at = desk.now.instant();
    const agency = { id: v7(), name: 'A', abbreviation: null, parentId: null, statuteId: 'us-foia', timeZone: 'America/New_York', contacts: [], overrides: {}, search: 'a', createdAt: at, updatedAt: at, version: 1 };
    await tx.em.insert(Agency, agency as never);
    const request = { id: v7(), number: v7(), agencyId: agency.id, statuteId: 'us-foia', subject: 's', description: 'd', access: 'everyone', confidential: false, creatorId: owner.id, assigneeId: null, requester: null, feeCategory: null, feeLimit: null, trackingNumbers: [], tags: [], related: [], search: 's', createdAt: at, updatedAt: at, version: 1, chainHead: '0'.repeat(64), chainCount: 0, lastFactAt: null, status: 'draft', outcome: null, standing: {}, readOn: '2026-06-01', overdueAt: null, windowMissedAt: null, turnsAt: null, nextDueOn: null, ...fields };
    for (const column of tx.em.connection.getMetadata(Request).columns) {
      (request as Record<string, unknown>)[column.propertyName] ??= column.isNullable ? null : column.type === 'simple-json' ? {} : '';
    }
    await tx.em.insert(Request, request as never);
    return request.id;
  });
}
