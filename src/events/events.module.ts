import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { RequestsModule } from '../requests/requests.module.ts';
import { Cursors } from './cursor.ts';
import { Endings } from './endings.ts';
import { EventsController } from './events.controller.ts';
import { EventsFollower } from './events.follower.ts';
import { EventsService } from './events.service.ts';
import { FanOut } from './fan-out.ts';
import { Publishing } from './publishing.ts';
import { Serving } from './serving.ts';
import { WebhooksController } from './webhooks.controller.ts';
import { WebhooksService } from './webhooks.service.ts';

/** What other programs are told: the stream of events, and webhooks. */
@Module({
  imports: [RequestsModule, DocumentsModule, RemindersModule],
  controllers: [EventsController, WebhooksController],
  providers: [FanOut, Publishing, Cursors, EventsFollower, EventsService, Serving, Endings, WebhooksService],
})
export class EventsModule {}
