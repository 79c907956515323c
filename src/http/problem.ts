import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { LOG } from '../core.module.ts';
import { DeskError, type ErrorCode, type FieldError } from '../errors.ts';
import type { Log } from '../log.ts';
import { shownPath } from './shown-path.ts';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** The body of every refusal (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  requestId?: string;
  errors?: FieldError[];
  accepted?: readonly string[];
  /** Only with 500: what the log calls it. */
  errorId?: string;
}

const kinds: Record<ErrorCode, [status: number, title: string]> = {
  invalid: [400, 'The input is not valid'],
  unauthenticated: [401, 'Who are you?'],
  forbidden: [403, 'Not yours to do'],
  'not-found': [404, 'Not found'],
  conflict: [409, 'Not possible now'],
  stale: [412, 'Changed meanwhile'],
  'too-large': [413, 'Too large'],
  'unsupported-media': [415, 'Not a media type for this'],
  'does-not-fit': [422, 'Well formed, but it does not fit'],
  'precondition-required': [428, 'If-Match is missing'],
  'too-many': [429, 'Too many calls'],
  internal: [500, 'Our fault'],
  unavailable: [503, 'Not available just now'],
  'out-of-space': [507, 'Out of space'],
};

/** What the framework's own refusals mean in the desk's words. */
const byStatus: Record<number, ErrorCode> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-found',
  408: 'invalid',
  411: 'invalid',
  413: 'too-large',
  414: 'invalid',
  415: 'unsupported-media',
  422: 'does-not-fit',
  429: 'too-many',
  431: 'too-large',
  503: 'unavailable',
};

export function problemOf(error: DeskError, httpRequest?: Pick<FastifyRequest, 'id' | 'url'>): Problem {
  const [status, title] = kinds[error.code];
  return {
    type: `urn:foia-desk:problem:${error.code}`,
    title,
    status,
    detail: error.message,
    instance: httpRequest && shownPath(httpRequest.url),
    requestId: httpRequest && String(httpRequest.id),
    ...(error.errors && { errors: error.errors }),
    ...(error.accepted && { accepted: error.accepted }),
  };
}

/** Any error as one of the desk's: what is not known to be the caller's fault is ours, and its words stay here. */
export function asDeskError(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message, error);
  const { statusCode, message, code } = error as { statusCode?: number; message?: string; code?: string };
  if (typeof code === 'string' && code.startsWith('FST_') && typeof statusCode === 'number') {
    return fromStatus(statusCode, message ?? '', error);
  }
  return new DeskError('internal', 'Something went wrong on our side.', { cause: error });
}

function fromStatus(status: number, message: string, cause: unknown): DeskError {
  const code = byStatus[status];
  if (code === 'not-found') return new DeskError('not-found', 'There is nothing here: see /docs for every route.');
  if (code) return new DeskError(code, message, { cause });
  return new DeskError('internal', 'Something went wrong on our side.', { cause });
}

/** Turns every error into problem+json, whoever threw it: the desk, the framework or the unexpected. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, httpRequest: FastifyRequest, reply: FastifyReply): void {
    const error = asDeskError(thrown);
    const problem = problemOf(error, httpRequest);
    if (problem.status >= 500) this.#record(error, problem, httpRequest);
    // The answer has begun (a download broke off): there is nobody left to tell.
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (error.code === 'unauthenticated') void reply.header('WWW-Authenticate', 'Bearer realm="FOIA Desk"');
    if (error.retryAfter !== undefined) void reply.header('Retry-After', String(error.retryAfter));
    void reply.status(problem.status).header('Content-Type', PROBLEM_JSON).send(JSON.stringify(problem));
  }

  #record(error: DeskError, problem: Problem, httpRequest: FastifyRequest): void {
    if (error.code === 'internal') problem.errorId = v7();
    this.log.error(
      {
        requestId: problem.requestId,
        errorId: problem.errorId,
        method: httpRequest.method,
        hint: error.hint,
        ...factsOf(error.cause ?? error),
      },
      error.code === 'internal' ? 'A call failed unexpectedly.' : error.message,
    );
  }
}

/** What may be logged of an error. Drivers hang the statement's values on theirs: those stay out. */
export function factsOf(error: unknown): { error: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { error: String(error) };
  const { code } = error as { code?: unknown };
  return {
    error: `${error.name}: ${error.message}`,
    ...(typeof code === 'string' && { code }),
    stack: error.stack?.split('\n').slice(1, 12).join('\n'),
  };
}
