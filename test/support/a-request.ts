import type { Desk } from './desk.ts';

/** A request as the API makes it, to an agency of its own; returns its id. */
export async function newRequest(desk: Pick<Desk, 'call'>, fields: Record<string, unknown> = {}): Promise<string> {
  const agency = await desk.call('POST', '/agencies', { name: 'Army CID', statute: 'us-foia' });
  const request = await desk.call('POST', '/requests', {
    agencyId: agency.body?.id,
    subject: 'Stolen weapons',
    description: 'Investigation files on weapons stolen from US bases.',
    ...fields,
  });
  if (request.status === 201) return request.body.id as string;
  throw new Error(`No request: ${JSON.stringify([agency, request])}`);
}
