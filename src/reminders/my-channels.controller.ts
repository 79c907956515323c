import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { Least, Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { type Call, Once, ThisCall } from '../http/once.ts';
import { MyChannelList, MyChannelsDto, TestedView } from './my-channels.dto.ts';
import { MyChannelsService } from './my-channels.service.ts';

/** Everybody looks after their own, viewers too. */
@Controller('me/channels')
export class MyChannelsController {
  constructor(
    @Inject(MyChannelsService) private readonly channels: MyChannelsService,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** By which ways I am told: e-mail, and the chat services I have set up. In the app, messages are always there. */
  @Get()
  list(@Me() me: User): Promise<MyChannelList> {
    return this.channels.list(me);
  }

  /** Set up where I am told, all at once. */
  @Put()
  @Least('viewer')
  put(@ThisCall() call: Call, @Me() me: User, @Body() given: MyChannelsDto): Promise<MyChannelList> {
    return this.once.write(call, 200, (tx) => this.channels.put(tx, me, given));
  }

  /** Send me a test message. A chat service is used only once it has taken one. */
  @Post(':channel/test')
  @HttpCode(200)
  @Least('viewer')
  test(@Me() me: User, @Param('channel') channel: string): Promise<TestedView> {
    return this.channels.test(me, channel);
  }
}
