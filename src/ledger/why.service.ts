import { Inject, Injectable } from '@nestjs/common';
import { User } from '../auth/user.entity.ts';
import { Database, type Scope } from '../database/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../http/validators.ts';
import { Now } from '../now.ts';
import { access } from '../requests/access.ts';
import { dayIn } from '../zone.ts';
import { aboutOthers } from './ledger.service.ts';
import { seesAll } from './who-sees.ts';
import type { WhyQuery, WhyView } from './why.dto.ts';
import { whyOn } from './why.ts';

/** Answers why somebody was told, and why not. */
@Injectable()
export class WhyService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
  ) {}

  /** About oneself; about others for whoever may know what they were told. */
  of(user: User, requestId: string, { on, person }: WhyQuery): Promise<WhyView> {
    const now = this.now.instant();
    return this.database.read(async (scope) => {
      const request = await access(scope, user, requestId, 'read');
      const isMe = person === undefined || person === user.id || person.toLowerCase() === user.email;
      if (!isMe && !(await seesAll(scope, user, request))) throw aboutOthers();
      const who = isMe ? user : await findPerson(scope, person);
      return whyOn(scope, request, who, on ?? dayIn(who.timeZone, now), now);
    });
  }
}

/** By id or e-mail address. Throws `not-found`. */
export async function findPerson(scope: Scope, person: string): Promise<User> {
  const byId = isId(person) ? await scope.em.findOneBy(User, { id: person }) : null;
  const found = byId ?? (await scope.em.findOneBy(User, { email: person.toLowerCase() }));
  if (!found) throw notFound('user');
  return found;
}
