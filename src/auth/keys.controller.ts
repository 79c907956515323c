import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { type Call, Once, ThisCall } from '../http/once.ts';
import { Least, Me } from './guard.ts';
import { KeyList, KeyQuery, NewKeyDto, NewKeyView, RotateKeyDto } from './key.dto.ts';
import { KeysService } from './keys.service.ts';
import { User } from './user.entity.ts';

const SHOWN_ONCE = { secrets: ['key'] };

/** Everybody looks after their own keys, viewers too; owners after anybody's. */
@Controller()
export class KeysController {
  constructor(
    @Inject(KeysService) private readonly keys: KeysService,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** My API keys; with `userId`, for owners, somebody else's. */
  @Get('keys')
  list(@ThisCall() call: Call, @Me() me: User, @Query() query: KeyQuery): Promise<KeyList> {
    return this.keys.list(call, me, query);
  }

  /** Add an API key for myself or, for owners, for anybody. The key is shown in this answer only. */
  @Post('users/:id/keys')
  @Least('viewer')
  add(@ThisCall() call: Call, @Me() me: User, @Param('id') id: string, @Body() given: NewKeyDto): Promise<NewKeyView> {
    return this.once.write(call, 201, (tx) => this.keys.add(tx, me, id, given), SHOWN_ONCE);
  }

  /** Put a new key in the place of an old one, which may work on for a while. The key is shown in this answer only. */
  @Post('keys/:id/rotate')
  @Least('viewer')
  rotate(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Body() how: RotateKeyDto,
  ): Promise<NewKeyView> {
    return this.once.write(call, 201, (tx) => this.keys.rotate(tx, me, id, how.overlapSeconds ?? 0), SHOWN_ONCE);
  }

  /** Revoke an API key: it stops at once. */
  @Delete('keys/:id')
  @HttpCode(204)
  @Least('viewer')
  async revoke(@ThisCall() call: Call, @Me() me: User, @Param('id') id: string): Promise<void> {
    await this.once.write(call, 204, (tx) => this.keys.revoke(tx, me, id));
  }
}
