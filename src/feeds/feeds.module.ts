import { Module } from '@nestjs/common';
import { RequestsModule } from '../requests/requests.module.ts';
import { CalendarFollower } from './calendar.follower.ts';
import { FeedFilesController } from './feed-files.controller.ts';
import { FeedFiles } from './feed-files.service.ts';
import { FeedsController } from './feeds.controller.ts';
import { FeedsService } from './feeds.service.ts';

/** Deadlines in people's own calendars. */
@Module({
  imports: [RequestsModule],
  controllers: [FeedsController, FeedFilesController],
  providers: [CalendarFollower, FeedsService, FeedFiles],
})
export class FeedsModule {}
