import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { EtagInterceptor } from './etag.ts';
import { Once } from './once.ts';
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
    { provide: APP_FILTER, useExisting: ProblemFilter },
    { provide: APP_PIPE, useClass: CheckPipe },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
  ],
  exports: [Once, RateLimits, ProblemFilter],
})
export class HttpModule {}
