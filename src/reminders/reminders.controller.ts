import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { type Call, Once, ThisCall } from '../http/once.ts';
import { NewReminderDto, ReminderChangesDto, ReminderList, RemindersQuery, ReminderView } from './reminders.dto.ts';
import { RemindersService } from './reminders.service.ts';

@Controller()
export class RemindersController {
  constructor(
    @Inject(RemindersService) private readonly reminders: RemindersService,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** Reminders planned, sent and cancelled, soonest first. */
  @Get('reminders')
  list(@ThisCall() call: Call, @Me() me: User, @Query() query: RemindersQuery): Promise<ReminderList> {
    return this.reminders.list(me, call, query);
  }

  /** Remind me of something on a day. */
  @Post('requests/:id/reminders')
  add(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Body() given: NewReminderDto,
  ): Promise<ReminderView> {
    return this.once.write(call, 201, (tx) => this.reminders.add(tx, me, id, given));
  }

  /** Change a reminder of my own; call off or mute one of the planner's. */
  @Patch('reminders/:id')
  change(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Body() changes: ReminderChangesDto,
  ): Promise<ReminderView> {
    return this.once.write(call, 200, (tx) => this.reminders.change(tx, me, id, changes));
  }

  /** Call off a reminder of my own. It stays on record. */
  @Delete('reminders/:id')
  @HttpCode(204)
  async remove(@ThisCall() call: Call, @Me() me: User, @Param('id') id: string): Promise<void> {
    await this.once.write(call, 204, (tx) => this.reminders.remove(tx, me, id));
  }
}
