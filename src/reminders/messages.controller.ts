import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { type Call, ThisCall } from '../http/once.ts';
import { PageQuery } from '../http/page.ts';
import { MessagesService } from './messages.service.ts';
import { MessageList, MessageView } from './reminders.dto.ts';

/** What one has been told, also when no mail arrived. */
@Controller('messages')
export class MessagesController {
  constructor(@Inject(MessagesService) private readonly messages: MessagesService) {}

  /** My messages, newest first. */
  @Get()
  list(@ThisCall() call: Call, @Me() me: User, @Query() query: PageQuery): Promise<MessageList> {
    return this.messages.list(me, call, query);
  }

  /** One message of mine. */
  @Get(':id')
  read(@Me() me: User, @Param('id') id: string): Promise<MessageView> {
    return this.messages.read(me, id);
  }
}
