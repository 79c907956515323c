import type { Socket } from 'node:net';
import helmet from '@fastify/helmet';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import type { Config } from '../config.ts';
import { DeskError } from '../errors.ts';
import type { Log } from '../log.ts';
import { readJsonBodies } from './json-body.ts';
import { asDeskError, PROBLEM_JSON, problemOf } from './problem.ts';
import { shownPath } from './shown-path.ts';
import { isStorable } from './text.ts';
import { turnAway } from './turn-away.ts';

const HEADERS_WITHIN_MS = 10_000;
/** A connection on which nothing moves is closed; an upload may take hours as long as it moves. */
const SILENT_FOR_MS = 120_000;
const MOST_CONNECTIONS = 2000;

/** Fastify, held to what a public door must stand: slow clients, odd URLs, odd bodies. */
export function createServer(config: Config, log: Log): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    genReqId: () => v7(),
    requestIdHeader: false,
    connectionTimeout: SILENT_FOR_MS,
    // Node's own limit is for the whole request, uploads included; JSON bodies have theirs in json-body.ts.
    requestTimeout: 0,
    forceCloseConnections: 'idle',
    http: { headersTimeout: HEADERS_WITHIN_MS, connectionsCheckingInterval: 2000 },
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (error: unknown, httpRequest: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(asDeskError(error), httpRequest);
      void reply.status(problem.status).header('Content-Type', PROBLEM_JSON).send(JSON.stringify(problem));
    },
  });
  const instance = adapter.getInstance<FastifyInstance>();
  instance.server.maxConnections = MOST_CONNECTIONS;
  readJsonBodies(instance);
  secureHeaders(instance, config);
  hangUpWhenClosing(instance);
  instance.addHook('onRequest', (httpRequest, reply, done) => {
    void reply.header('X-Request-Id', httpRequest.id);
    if (httpRequest.url.startsWith('/api/')) void reply.header('Cache-Control', 'no-store');
    done(refusalOf(httpRequest.url));
  });
  instance.addHook('onResponse', (httpRequest, reply, done) => {
    turnAway(httpRequest.raw);
    logCall(log, httpRequest, reply);
    done();
  });
  return adapter;
}

/** What Node could not read as a call: there is no request to answer yet, only a socket. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, detail] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? (['431 Request Header Fields Too Large', 'The headers are too large.'] as const)
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? (['408 Request Timeout', 'The call did not arrive in time.'] as const)
        : (['400 Bad Request', 'This is no HTTP that can be read.'] as const);
  const problem = {
    type: 'urn:foia-desk:problem:invalid',
    title: status.slice(4),
    status: parseInt(status, 10),
    detail,
  };
  const body = JSON.stringify(problem);
  const head = `HTTP/1.1 ${status}\r\nContent-Type: ${PROBLEM_JSON}\r\nContent-Length: ${Buffer.byteLength(body)}`;
  socket.end(`${head}\r\nConnection: close\r\n\r\n${body}`);
}

/** Calls in flight at a stop get their answer; then their connection must not be kept, or the stop would wait for it. */
function hangUpWhenClosing(instance: FastifyInstance): void {
  instance.addHook('preClose', (done) => {
    const timer = setInterval(() => instance.server.closeIdleConnections(), 200);
    instance.server.once('close', () => clearInterval(timer));
    done();
  });
}

/** Nothing that the API answers may run, be framed or be kept; the docs page gets just what it needs. */
function secureHeaders(instance: FastifyInstance, config: Config): void {
  void instance.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:') && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  });
  instance.addHook('onSend', (httpRequest, reply, payload, done) => {
    if (/^\/docs(\/|$|\?)/.test(httpRequest.url)) void reply.header('Content-Security-Policy', DOCS_POLICY);
    done(null, payload);
  });
}

const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function refusalOf(url: string): DeskError | undefined {
  try {
    if (isStorable(decodeURIComponent(url))) return undefined;
    return new DeskError('invalid', 'The URL holds a NUL character or half of a surrogate pair.');
  } catch {
    return new DeskError('invalid', 'The URL has a percent sign that does not stand for UTF-8: write % as %25.');
  }
}

/** Who called what, when, with which result: never a header, a query or a body, which hold secrets and people's words. */
function logCall(log: Log, httpRequest: FastifyRequest, reply: FastifyReply): void {
  const path = shownPath(httpRequest.url);
  const facts = {
    requestId: httpRequest.id,
    method: httpRequest.method,
    path: path.slice(0, 300),
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    userId: httpRequest.caller?.user.id,
    apiKeyId: httpRequest.caller?.apiKeyId,
  };
  if (path === '/livez' || path === '/readyz' || path === '/metrics') log.debug(facts, 'call');
  else log.info(facts, 'call');
}
