import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { type Call, ThisCall } from '../http/once.ts';
import { EventList, EventsQuery } from './events.dto.ts';
import { EventsService } from './events.service.ts';

@Controller('events')
export class EventsController {
  constructor(@Inject(EventsService) private readonly events: EventsService) {}

  /** What happened to the requests that I may see, oldest first, each once and without a gap. */
  @Get()
  list(@ThisCall() call: Call, @Me() me: User, @Query() query: EventsQuery): Promise<EventList> {
    return this.events.list(me, call, query);
  }
}
