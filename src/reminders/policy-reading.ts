import { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { DeskError, type FieldError } from '../errors.ts';
import { check } from '../http/validate.ts';
import {
  floorOf,
  isSame,
  type LadderKind,
  ladderKinds,
  type LadderRule,
  type PolicyBody,
  type RungRule,
} from './policy.ts';
import { type FloorView, LadderDto, type PolicyDto } from './policies.dto.ts';

/** A policy from outside as the planner takes it. Throws `invalid` or `does-not-fit`, naming every place. */
export function readPolicy({ ladders = {}, ...others }: PolicyDto, at = ''): PolicyBody {
  const read: Partial<Record<LadderKind, Partial<LadderRule>>> = {};
  for (const [kind, given] of Object.entries(ladders)) {
    const pointer = `${at}/ladders/${kind.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!isLadderKind(kind)) throw refused(pointer, `is no kind of deadline; known are ${ladderKinds.join(', ')}`);
    read[kind] = readLadder(kind, check(LadderDto, given, pointer), pointer);
  }
  return plain({ ...(Object.keys(read).length > 0 && { ladders: read }), ...others });
}

function readLadder(kind: LadderKind, rule: LadderDto, at: string): Partial<LadderRule> {
  rule.rungs?.forEach((rung, n) => {
    const twice = rule.rungs!.slice(0, n).some((other) => isSame(other, rung));
    if (twice) throw refused(`${at}/rungs/${n}`, 'is there twice');
    // Its words would say that the day has passed.
    if (kind === 'estimated' && rung.days <= 0)
      throw refused(`${at}/rungs/${n}`, "must be after the agency's own date");
  });
  if (rule.repeat?.thenEvery !== undefined && rule.repeat.times === undefined) {
    throw refused(`${at}/repeat/thenEvery`, 'is only for a repetition with `times`');
  }
  return rule;
}

/** Whoever it names must be there. */
export async function checkPeople(scope: Scope, { escalation }: PolicyBody, at = ''): Promise<void> {
  const errors: FieldError[] = [];
  for (const [n, id] of (escalation?.to ?? []).entries()) {
    if (id === 'owners' || id === 'editors' || (await scope.em.existsBy(User, { id }))) continue;
    errors.push({ pointer: `${at}/escalation/to/${n}`, detail: 'is neither `owners`, `editors` nor the id of a user' });
  }
  if (errors.length > 0)
    throw new DeskError('does-not-fit', 'The escalation names somebody who is not here.', { errors });
}

/** What of the floor a policy does not name, in words. */
export function floorNotes({ ladders = {} }: PolicyBody): FloorView[] {
  return ladderKinds.flatMap((ladder) => {
    const rule = ladders[ladder];
    if (!rule || !OURS.has(ladder)) return [];
    const missing = floorOf(ladder).filter((one) => rule.rungs && !rule.rungs.some((rung) => isSame(rung, one)));
    const says = [
      ...(missing.length > 0 ? [`These stay, whatever is set: ${missing.map(inWords).join(', ')}.`] : []),
      ...(rule.opens === 'never' ? ['It is told when it arises if a rung was over by then.'] : []),
    ];
    return says.length > 0 ? [{ ladder, says: says.join(' ') }] : [];
  });
}

/** Kinds that we owe. */
const OURS: ReadonlySet<LadderKind> = new Set([
  'answer',
  'withdrawal',
  'review-filing',
  'appeal-filing',
  'complaint-filing',
  'suit-filing',
  'our-court-production',
]);

function inWords({ days, unit }: RungRule): string {
  if (days === 0) return 'the last day';
  const many = Math.abs(days);
  return `${many} ${unit === 'working' ? 'working ' : ''}day${many === 1 ? '' : 's'} ${days < 0 ? 'before' : 'after'}`;
}

function isLadderKind(kind: string): kind is LadderKind {
  return (ladderKinds as readonly string[]).includes(kind);
}

/** Without classes and without what was not said: so it is kept, and compared. */
function plain(body: object): PolicyBody {
  return JSON.parse(JSON.stringify(body)) as PolicyBody;
}

function refused(pointer: string, detail: string): DeskError {
  return new DeskError('does-not-fit', `${pointer.slice(1)} ${detail}.`, { errors: [{ pointer, detail }] });
}
