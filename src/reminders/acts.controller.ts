import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { Least, Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import type { Tx } from '../database/database.ts';
import { type Call, Once, ThisCall } from '../http/once.ts';
import { ActList, ActView, SnoozeDto, toActView } from './acts.dto.ts';
import { Acts, type Doing } from './acts.service.ts';

/** What one does about what one is told, by a reminder or by the deadline it is about. */
@Controller()
export class ActsController {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** Say that it is known: nobody else is alarmed. The reminders go on. */
  @Post('reminders/:id/acknowledge')
  @HttpCode(200)
  @Least('viewer')
  acknowledge(@ThisCall() call: Call, @Me() me: User, @Param('id') id: string): Promise<ActView> {
    return this.#reminder(call, me, id, (tx, doing) => this.acts.acknowledge(tx, doing));
  }

  /** Put off what its recipient is told of this until a day. */
  @Post('reminders/:id/snooze')
  @HttpCode(200)
  @Least('viewer')
  snooze(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Body() { until }: SnoozeDto,
  ): Promise<ActView> {
    return this.#reminder(call, me, id, (tx, doing) => this.acts.snooze(tx, doing, until));
  }

  /** Its recipient hears no more of this. A deadline of ours then goes to the next person, and never to nobody. */
  @Post('reminders/:id/mute')
  @HttpCode(200)
  @Least('viewer')
  mute(@ThisCall() call: Call, @Me() me: User, @Param('id') id: string): Promise<ActView> {
    return this.#reminder(call, me, id, (tx, doing) => this.acts.mute(tx, doing));
  }

  /** Always 409: only a recorded fact ends a deadline. The answer says which would. */
  @Post('reminders/:id/done')
  @HttpCode(200)
  @Least('viewer')
  done(@ThisCall() call: Call, @Me() me: User, @Param('id') id: string): Promise<ActView> {
    return this.#reminder(call, me, id, (tx, doing) => this.acts.done(tx, doing));
  }

  /** Say that a deadline is known. */
  @Post('requests/:id/deadlines/:deadlineId/acknowledge')
  @HttpCode(200)
  @Least('viewer')
  acknowledgeDeadline(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Param('deadlineId') deadlineId: string,
  ): Promise<ActView> {
    return this.#deadline(call, me, id, deadlineId, (tx, doing) => this.acts.acknowledge(tx, doing));
  }

  /** Put off what I am told of a deadline until a day. */
  @Post('requests/:id/deadlines/:deadlineId/snooze')
  @HttpCode(200)
  @Least('viewer')
  snoozeDeadline(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Param('deadlineId') deadlineId: string,
    @Body() { until }: SnoozeDto,
  ): Promise<ActView> {
    return this.#deadline(call, me, id, deadlineId, (tx, doing) => this.acts.snooze(tx, doing, until));
  }

  /** Hear no more of a deadline. */
  @Post('requests/:id/deadlines/:deadlineId/mute')
  @HttpCode(200)
  @Least('viewer')
  muteDeadline(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Param('deadlineId') deadlineId: string,
  ): Promise<ActView> {
    return this.#deadline(call, me, id, deadlineId, (tx, doing) => this.acts.mute(tx, doing));
  }

  /** Who acknowledged, put off or muted what, oldest first. */
  @Get('requests/:id/reminder-acts')
  async list(@Me() me: User, @Param('id') id: string): Promise<ActList> {
    return { items: (await this.acts.list(me, id)).map(toActView), next: null };
  }

  #reminder(call: Call, me: User, id: string, act: Act): Promise<ActView> {
    return this.once.write(call, 200, async (tx) => toActView(await act(tx, await this.acts.ofReminder(tx, me, id))));
  }

  #deadline(call: Call, me: User, id: string, deadlineId: string, act: Act): Promise<ActView> {
    return this.once.write(call, 200, async (tx) =>
      toActView(await act(tx, await this.acts.ofDeadline(tx, me, id, deadlineId))),
    );
  }
}

type Act = (tx: Tx, doing: Doing) => Promise<Parameters<typeof toActView>[0]>;
