import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HttpModule } from '../http/http.module.ts';
import { Guard } from './guard.ts';
import { Keys } from './keys.ts';

/** Who you are: users, API keys, and the guard before every route. */
@Module({
  imports: [HttpModule],
  providers: [Keys, Guard, { provide: APP_GUARD, useExisting: Guard }],
  exports: [Keys],
})
export class AuthModule {}
