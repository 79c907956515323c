import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { Database } from '../database/database.ts';
import { DeskError } from '../errors.ts';
import { Now } from '../now.ts';
import { access } from '../requests/access.ts';
import type { Request } from '../requests/request.entity.ts';
import { PeopleOf } from './people-of.ts';
import type { NewReminder, PlannedRow } from './plan-input.ts';
import { loadMade, planOf } from './plan-store.ts';
import { checkPeople, floorNotes, readPolicy } from './policy-reading.ts';
import type { PreviewDto, PreviewedReminder, PreviewView } from './policies.dto.ts';
import { readSubjects } from './subjects.ts';

/** What a policy would change for one request. Writes nothing. */
@Injectable()
export class PolicyPreview {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {}

  preview(user: User, { requestId, policy, ...where }: PreviewDto): Promise<PreviewView> {
    const body = policy && readPolicy(policy, '/policy');
    return this.database.read(async (scope) => {
      const request = await access(scope, user, requestId, 'read');
      const at = subjectOf(user, request, where);
      if (body) await checkPeople(scope, body, '/policy');
      const now = this.now.instant();
      const subject = (await readSubjects(scope, [request.id], now)).get(request.id)!;
      const supposing = (policies: Parameters<NonNullable<Parameters<typeof PeopleOf.load>[3]>>[0]) =>
        body ? policies.with(at.scope, at.subject, body) : policies;
      const made = await loadMade(scope, [request]);
      const rows = made.rows.get(request.id)!.filter((row) => row.state === 'planned');
      const recipients = rows.map((row) => row.recipientId);
      const people = await PeopleOf.load(scope, [request], recipients, supposing);
      const { add, cancel } = planOf(subject, people, made, now);
      const cancelled = new Set(cancel.map((one) => one.id));
      const then = [...rows.filter((row) => !cancelled.has(row.id)), ...add.filter((one) => one.state === 'planned')];
      const shown = (all: (PlannedRow | NewReminder)[]) => all.map((one) => toView(one, people)).sort(bySendAt);
      return { now: shown(rows), then: shown(then), floor: floorNotes(body ?? {}) };
    });
  }
}

/** Where the policy would be set. */
function subjectOf(
  user: User,
  request: Request,
  { scope = 'request', subject }: Pick<PreviewDto, 'scope' | 'subject'>,
) {
  if (scope === 'desk') return { scope, subject: 'desk' };
  if (scope === 'person') return { scope, subject: user.id };
  if (scope === 'request') return { scope, subject: request.id };
  if (subject !== undefined && request.tags.includes(subject)) return { scope, subject };
  const detail = 'must be a tag of the request';
  throw new DeskError('does-not-fit', `subject ${detail}.`, {
    errors: [{ pointer: '/subject', detail }],
    accepted: request.tags,
  });
}

function toView(
  { deadlineId, dueOn, rung, sendAt, recipientId }: PlannedRow | NewReminder,
  people: PeopleOf,
): PreviewedReminder {
  return { deadlineId, dueOn, rung, sendAt, recipient: { id: recipientId, name: people.users.get(recipientId)!.name } };
}

function bySendAt(a: PreviewedReminder, b: PreviewedReminder): number {
  return a.sendAt === b.sendAt ? (a.rung < b.rung ? -1 : 1) : a.sendAt < b.sendAt ? -1 : 1;
}
