import type { Tx } from '../database/database.ts';
import { DeskError } from '../errors.ts';
import { isAddress } from '../http/validators.ts';
import { type Overrides, parseOverrides } from '../law/overrides.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Statute } from '../law/statute.ts';
import { findStatute, statutes } from '../law/statutes/all.ts';
import type { ContactDto } from './agencies.dto.ts';
import { Agency, type Contact } from './agency.entity.ts';

/** What is well formed but may still not fit: with the desk's other agencies, with the law, with itself. */
function doesNotFit(pointer: string, detail: string, accepted?: readonly string[]): DeskError {
  const field = pointer.slice(1);
  return new DeskError('does-not-fit', `${field} ${detail}.`, { errors: [{ pointer, detail }], accepted });
}

/** Throws `does-not-fit` with the ids there are. */
export function statuteOf(id: string): Statute {
  const statute = findStatute(id);
  if (statute) return statute;
  const accepted = statutes.map((known) => known.id);
  const such = `"${id}" is none of the ${accepted.length} that this desk knows, such as us-foia or us-ca`;
  throw doesNotFit('/statute', `must be the id of a law: ${such}`, accepted);
}

/** The track, if the statute has it; null is the ordinary one. Throws `does-not-fit` with the tracks there are. */
export function trackOf(statute: Statute, track: string | null | undefined): string | null {
  const accepted = statute.tracks?.map((one) => one.id) ?? [];
  if (track == null || accepted.includes(track)) return track ?? null;
  const known = accepted.length > 0 ? `it has ${accepted.join(', ')}` : 'it has none';
  throw doesNotFit('/track', `names no track of the ${statute.name}: ${known}`, accepted);
}

/** Throws `does-not-fit`; of optional holidays those of the law's own calendar are known. */
export function overridesOf(value: Record<string, unknown>, statute: Statute): Overrides {
  const read = parseOverrides(value, statute.calendar);
  if ('overrides' in read) return read.overrides;
  throw new DeskError('does-not-fit', 'The overrides do not fit.', {
    errors: read.errors.map(({ pointer, detail }) => ({ pointer: `/overrides${pointer}`, detail })),
  });
}

export function checkContacts(contacts: readonly ContactDto[]): Contact[] {
  return contacts.map((contact, i) => {
    if (contact.channel === 'email' && !isAddress(contact.value)) {
      throw doesNotFit(`/contacts/${i}/value`, 'must be one plain e-mail address');
    }
    if (contact.validFrom && contact.validTo && contact.validTo < contact.validFrom) {
      throw doesNotFit(`/contacts/${i}/validTo`, 'is before validFrom');
    }
    const { channel, value, role } = contact;
    const [validFrom, validTo] = [contact.validFrom, contact.validTo] as (PlainDate | undefined)[];
    return { channel, value, ...(role && { role }), ...(validFrom && { validFrom }), ...(validTo && { validTo }) };
  });
}

/** The parent exists, and going up from it never comes back to the agency itself. */
export async function checkParent(tx: Tx, agency: Agency): Promise<void> {
  let above = agency.parentId;
  while (above !== null) {
    if (above === agency.id) throw doesNotFit('/parentId', 'would make the agency a component of itself');
    // Locked on the way up: two moves at once could close a circle that neither sees.
    const query = tx.em.createQueryBuilder(Agency, 'agency').where('agency.id = :above', { above });
    if (tx.engine === 'postgres') query.setLock('pessimistic_write');
    const parent: Agency | null = await query.getOne();
    if (!parent) throw doesNotFit('/parentId', 'names no agency of this desk');
    above = parent.parentId;
  }
}
