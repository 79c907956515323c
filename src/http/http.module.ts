import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { EtagInterceptor } from './etag.ts';
import { Once } from './once.ts';
import { Outgoing } from './outgoing.ts';
import { ProblemFilter } from './problem.ts';
import { RateLimits } from './rate-limits.ts';
import { CheckPipe } from './validate.ts';

/** What every route has in common. */
@Global()
@Module({
  providers: [
    Once,
    RateLimits,
    ProblemFilter,
    { provide: Outgoing, useFactory: (config: Config) => new Outgoing(config.outgoingAllow), inject: [CONFIG] },
    { provide: APP_FILTER, useExisting: ProblemFilter },
    { provide: APP_PIPE, useClass: CheckPipe },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
  ],
  exports: [Once, RateLimits, ProblemFilter, Outgoing],
})
export class HttpModule {}
