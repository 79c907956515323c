import { Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { Least, Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { type Call, Once, ThisCall } from '../http/once.ts';
import { WatcherList } from './watchers.dto.ts';
import { Watchers } from './watchers.service.ts';

@Controller('requests/:id/watchers')
export class WatchersController {
  constructor(
    @Inject(Watchers) private readonly watchers: Watchers,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** Who is told of a request beside whoever holds it. */
  @Get()
  async list(@Me() me: User, @Param('id') id: string): Promise<WatcherList> {
    return { items: await this.watchers.list(me, id), next: null };
  }

  /** Watch a request, or have somebody watch it who may see it. */
  @Put(':userId')
  @Least('viewer')
  @HttpCode(204)
  async add(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Param('userId') userId: string,
  ): Promise<void> {
    await this.once.write(call, 204, (tx) => this.watchers.add(tx, me, id, userId));
  }

  /** Watch it no more. */
  @Delete(':userId')
  @Least('viewer')
  @HttpCode(204)
  async remove(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Param('userId') userId: string,
  ): Promise<void> {
    await this.once.write(call, 204, (tx) => this.watchers.remove(tx, me, id, userId));
  }
}
