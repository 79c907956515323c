import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Guard } from './guard.ts';
import { KeysController } from './keys.controller.ts';
import { KeysService } from './keys.service.ts';
import { Keys } from './keys.ts';
import { UsersController } from './users.controller.ts';
import { UsersService } from './users.service.ts';

/** Who you are: users, API keys, and the guard before every route. */
@Module({
  controllers: [UsersController, KeysController],
  providers: [Keys, KeysService, UsersService, Guard, { provide: APP_GUARD, useExisting: Guard }],
  exports: [Guard],
})
export class AuthModule {}
