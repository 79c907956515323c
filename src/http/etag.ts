import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { DeskError } from '../errors.ts';

export function etagOf(version: number): string {
  return `W/"${version}"`;
}

/**
 * Holds an edit to the version its author has seen. Throws `precondition-required` without an `If-Match`, `invalid`
 * when that is no ETag, `stale` when the thing has changed since.
 */
export function checkVersion(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined) {
    throw new DeskError(
      'precondition-required',
      'An edit needs If-Match with the ETag of the version it changes: read it first, then send it along.',
    );
  }
  if (ifMatch.trim() === '*') return;
  const seen = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (seen.includes(`"${version}"`)) return;
  if (!seen.some((tag) => /^".*"$/.test(tag))) {
    throw new DeskError('invalid', `If-Match must be an ETag, such as ${etagOf(version)}, quotes included.`);
  }
  throw stale(version);
}

/** It has been changed since its editor read it; `version` is the one at hand, if known. */
export function stale(version?: number): DeskError {
  return new DeskError('stale', 'It has been changed since you read it. Read it again, then repeat your edit.', {
    accepted: version === undefined ? undefined : [etagOf(version)],
  });
}

/** Every answer that carries a `version` carries its ETag, so that no controller can forget it. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((body: unknown) => {
        const version = (body as { version?: unknown } | null | undefined)?.version;
        if (typeof version === 'number') {
          const reply = context.switchToHttp().getResponse<FastifyReply>();
          void reply.header('ETag', etagOf(version));
        }
        return body;
      }),
    );
  }
}

/** Whether an `If-None-Match` names this ETag: then whoever asks has it already. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  const known = (ifNoneMatch ?? '').split(',').map(bare);
  return known.includes('*') || known.includes(bare(etag));
}
