import { join } from 'node:path';
import { Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import type { Log } from '../log.ts';
import { RequestsModule } from '../requests/requests.module.ts';
import { Accepted } from './accepted.ts';
import { ActsController } from './acts.controller.ts';
import { Acts } from './acts.service.ts';
import { Channel } from './channel.ts';
import { ComingDue } from './coming-due.ts';
import { Delivery } from './delivery.ts';
import { LinkPages } from './link-pages.ts';
import { LinksController } from './links.controller.ts';
import { Links } from './links.ts';
import { MessagesController } from './messages.controller.ts';
import { MessagesService } from './messages.service.ts';
import { OutboxChannel } from './outbox-channel.ts';
import { PoliciesController } from './policies.controller.ts';
import { PoliciesService } from './policies.service.ts';
import { PolicyPreview } from './policy-preview.ts';
import { PolicyChanged } from './policy-replan.ts';
import { Records } from './records.ts';
import { RemindersController } from './reminders.controller.ts';
import { RemindersFollower } from './reminders.follower.ts';
import { RemindersService } from './reminders.service.ts';
import { PeopleChanged, Replanning } from './replan.ts';
import { SmtpChannel } from './smtp-channel.ts';
import { Unreadable } from './unreadable.ts';
import { WatchersController } from './watchers.controller.ts';
import { Watchers } from './watchers.service.ts';

/** Hangs up after the last job has ended. */
@Injectable()
class CloseChannel implements OnApplicationShutdown {
  constructor(@Inject(Channel) private readonly channel: Channel) {}

  async onApplicationShutdown(): Promise<void> {
    await this.channel.close();
  }
}

/** Who is told of what, when, and in which words; and that it was. */
@Module({
  imports: [RequestsModule],
  controllers: [
    RemindersController,
    ActsController,
    WatchersController,
    LinksController,
    MessagesController,
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
    Records,
    Accepted,
    RemindersService,
    MessagesService,
    CloseChannel,
  ],
})
export class RemindersModule {}
