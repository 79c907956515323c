import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import type { Log } from '../log.ts';
import { RequestsModule } from '../requests/requests.module.ts';
import { Accepted } from './accepted.ts';
import { Channel } from './channel.ts';
import { Channels } from './channels.ts';
import { ComingDue } from './coming-due.ts';
import { Delivery } from './delivery.ts';
import { MessagesController } from './messages.controller.ts';
import { MessagesService } from './messages.service.ts';
import { MyChannelsController } from './my-channels.controller.ts';
import { MyChannelsService } from './my-channels.service.ts';
import { OutboxChannel } from './outbox-channel.ts';
import { Records } from './records.ts';
import { ReminderFollowers } from './reminder-follower.ts';
import { RemindersController } from './reminders.controller.ts';
import { RemindersFollower } from './reminders.follower.ts';
import { RemindersService } from './reminders.service.ts';
import { PeopleChanged } from './replan.ts';
import { SmtpChannel } from './smtp-channel.ts';
import { Telling } from './telling.ts';
import { Unreadable } from './unreadable.ts';

/** Who is told of what, when, and in which words; and that it was. */
@Module({
  imports: [RequestsModule],
  controllers: [RemindersController, MessagesController, MyChannelsController],
  providers: [
    {
      provide: Channel,
      inject: [CONFIG, LOG],
      useFactory: (config: Config, log: Log): Channel =>
        config.smtpUrl
          ? new SmtpChannel(config.smtpUrl, config.mailFrom, config.jobConcurrency)
          : new OutboxChannel(join(config.dataDir, 'outbox'), config.mailFrom, log),
    },
    ReminderFollowers,
    RemindersFollower,
    PeopleChanged,
    Unreadable,
    ComingDue,
    Delivery,
    Records,
    Telling,
    Accepted,
    RemindersService,
    MessagesService,
    MyChannelsService,
    Channels,
  ],
  exports: [ReminderFollowers, Telling],
})
export class RemindersModule {}
