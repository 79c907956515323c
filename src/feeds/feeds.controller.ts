import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Least, Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { type Call, Once, ThisCall } from '../http/once.ts';
import { FeedList, FeedsQuery, NewFeedDto, NewFeedView } from './feeds.dto.ts';
import { FeedsService } from './feeds.service.ts';

const SHOWN_ONCE = { secrets: ['url'] };

/** Everybody looks after their own feeds, viewers too; owners revoke anybody's. */
@Controller('feeds')
export class FeedsController {
  constructor(
    @Inject(FeedsService) private readonly feeds: FeedsService,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** My calendar feeds; with `userId`, for owners, somebody else's. */
  @Get()
  list(@ThisCall() call: Call, @Me() me: User, @Query() query: FeedsQuery): Promise<FeedList> {
    return this.feeds.list(call, me, query);
  }

  /** Add a feed of deadlines for a calendar program. Its URL is shown in this answer only. */
  @Post()
  @Least('viewer')
  add(@ThisCall() call: Call, @Me() me: User, @Body() given: NewFeedDto): Promise<NewFeedView> {
    return this.once.write(call, 201, (tx) => this.feeds.add(tx, me, given), SHOWN_ONCE);
  }

  /** Revoke a feed: its URL opens nothing from now on. */
  @Delete(':id')
  @HttpCode(204)
  @Least('viewer')
  async revoke(@ThisCall() call: Call, @Me() me: User, @Param('id') id: string): Promise<void> {
    await this.once.write(call, 204, (tx) => this.feeds.revoke(tx, me, id));
  }
}
