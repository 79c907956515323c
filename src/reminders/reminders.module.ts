import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import type { Log } from '../log.ts';
import { ProbesModule } from '../http/probes.module.ts';
import { RequestsModule } from '../requests/requests.module.ts';
import { Accepted } from './accepted.ts';
import { ActsController } from './acts.controller.ts';
import { Acts } from './acts.service.ts';
import { Channel } from './channel.ts';
import { Channels } from './channels.ts';
import { ComingDue } from './coming-due.ts';
import { DeadLetters } from './dead-letters.ts';
import { Delivery } from './delivery.ts';
import { LinkPages } from './link-pages.ts';
import { LinksController } from './links.controller.ts';
import { Links } from './links.ts';
import { Measuring } from './measuring.ts';
import { MessagesController } from './messages.controller.ts';
import { MessagesService } from './messages.service.ts';
import { MyChannelsController } from './my-channels.controller.ts';
import { MyChannelsService } from './my-channels.service.ts';
import { OutboxChannel } from './outbox-channel.ts';
import { PoliciesController } from './policies.controller.ts';
import { PoliciesService } from './policies.service.ts';
import { PolicyPreview } from './policy-preview.ts';
import { PolicyChanged } from './policy-replan.ts';
import { Records } from './records.ts';
import { ReminderFollowers } from './reminder-follower.ts';
import { RemindersController } from './reminders.controller.ts';
import { RemindersFollower } from './reminders.follower.ts';
import { Refusals } from './refusals.ts';
import { RemindersService } from './reminders.service.ts';
import { PeopleChanged, Replanning } from './replan.ts';
import { SmtpChannel } from './smtp-channel.ts';
import { Telling } from './telling.ts';
import { Unreadable } from './unreadable.ts';
import { WatchersController } from './watchers.controller.ts';
import { Watchers } from './watchers.service.ts';

/** Who is told of what, when, and in which words; and that it was. */
@Module({
  imports: [RequestsModule, ProbesModule],
  controllers: [
    RemindersController,
    ActsController,
    WatchersController,
    LinksController,
    MessagesController,
    MyChannelsController,
    PoliciesController,
  ],
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
    Replanning,
    Acts,
    Watchers,
    Links,
    LinkPages,
    PoliciesService,
    PolicyPreview,
    PolicyChanged,
    Unreadable,
    ComingDue,
    Delivery,
    DeadLetters,
    Refusals,
    Measuring,
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
