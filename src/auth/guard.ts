import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeskError } from '../errors.ts';
import type { Caller } from '../http/caller.ts';
import { RateLimits } from '../http/rate-limits.ts';
import { Keys } from './keys.ts';
import { type Role, roles, type User } from './user.entity.ts';

const PUBLIC = 'desk:public';
const LEAST = 'desk:least';

/** Opens a route to everybody: no key is asked for. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The least role a route asks for. Without it: viewer for reading, editor for writing. */
export const Least = (role: Role) => SetMetadata(LEAST, role);

/** Who calls. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): User => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new DeskError('internal', 'A route that asks who calls must not be @Public().');
  return caller.user;
});

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Whether `user` has the role `least` or one above it. */
export function isAtLeast(user: Pick<User, 'role'>, least: Role): boolean {
  return roles.indexOf(user.role) <= roles.indexOf(least);
}

/** Stands before every route: who calls, how often, and whether the role allows it. What one may see is not decided here. */
@Injectable()
export class Guard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const on = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, on)) return true;
    const http = context.switchToHttp();
    const httpRequest = http.getRequest<FastifyRequest>();
    const { user } = await this.admit(httpRequest, http.getResponse<FastifyReply>());
    const writes = !READS.includes(httpRequest.method);
    const least = this.reflector.getAllAndOverride<Role>(LEAST, on) ?? (writes ? 'editor' : 'viewer');
    if (isAtLeast(user, least)) return true;
    throw new DeskError('forbidden', `This is for the role ${least} and above; yours is ${user.role}.`);
  }

  /** Who calls, counted as one call of their key: for the few routes that answer people without a key too. */
  async admit(httpRequest: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const caller = await this.identify(httpRequest);
    httpRequest.caller = caller;
    await this.limits.spend(caller.apiKeyId, reply);
    return caller;
  }

  /** Throws `unauthenticated`, or `too-many` after many failures from one address. */
  async identify(httpRequest: FastifyRequest): Promise<Caller> {
    const [scheme, token] = (httpRequest.headers.authorization ?? '').split(' ');
    const given = scheme?.toLowerCase() === 'bearer' ? token : undefined;
    const caller = given ? await this.keys.identify(given) : null;
    if (caller) return caller;
    // Counted only when it fails: somebody who guesses keys must not lock out a newsroom behind the same address.
    await this.limits.failed(httpRequest.ip);
    throw new DeskError(
      'unauthenticated',
      given
        ? 'This API key is unknown, revoked or expired, or its user is disabled.'
        : 'Send your API key along: `Authorization: Bearer fd_…`.',
    );
  }
}
