import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, type OnModuleInit, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Guard, isAtLeast, Public } from '../auth/guard.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { DeskError } from '../errors.ts';
import { Metrics } from './metrics.ts';
import { Ready, type Readiness } from './ready.ts';

/** For those who watch the process: not part of the API. */
@ApiExcludeController()
@Controller()
export class ProbesController implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Guard) private readonly guard: Guard,
    @Inject(Ready) private readonly ready: Ready,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    // A worker has no HTTP to measure.
    const instance = this.host.httpAdapter?.getInstance<FastifyInstance | undefined>();
    instance?.addHook?.('onResponse', (httpRequest, reply, done) => {
      const route = httpRequest.routeOptions.url ?? 'unknown';
      this.metrics.called(httpRequest.method, route, reply.statusCode, reply.elapsedTime / 1000);
      done();
    });
  }

  /** The process runs. */
  @Get('livez')
  @Public()
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('readyz')
  @Public()
  async isReady(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.ready.look();
    void reply.header('Cache-Control', 'no-store').status(readiness.status === 'not-ready' ? 503 : 200);
    return readiness;
  }

  /** Public for the guard, since METRICS_TOKEN is nobody's key: asked for here instead. */
  @Get('metrics')
  @Public()
  async measure(@Req() httpRequest: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!this.#hasToken(httpRequest)) {
      const { user } = await this.guard.identify(httpRequest);
      if (!isAtLeast(user, 'owner'))
        throw new DeskError('forbidden', "Metrics are for an owner's key or METRICS_TOKEN.");
    }
    const { type, body } = await this.metrics.text();
    void reply.header('Content-Type', type).header('Cache-Control', 'no-store');
    return body;
  }

  #hasToken(httpRequest: FastifyRequest): boolean {
    const { metricsToken } = this.config;
    if (metricsToken === undefined) return false;
    const given = (httpRequest.headers.authorization ?? '').replace(/^bearer /i, '');
    return timingSafeEqual(digest(given), digest(metricsToken));
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
