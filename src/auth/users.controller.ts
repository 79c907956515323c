import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { type Call, Once, ThisCall } from '../http/once.ts';
import { PageQuery } from '../http/page.ts';
import { Least, Me } from './guard.ts';
import { MyChangesDto, NewUserDto, toUserView, UserChangesDto, UserList, UserView } from './user.dto.ts';
import { User } from './user.entity.ts';
import { UsersService } from './users.service.ts';

@Controller()
export class UsersController {
  constructor(
    @Inject(UsersService) private readonly users: UsersService,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** Who am I? */
  @Get('me')
  me(@Me() me: User): UserView {
    return toUserView(me);
  }

  /** Change my name, address or time zone. */
  @Patch('me')
  @Least('viewer')
  changeMe(@ThisCall() call: Call, @Me() me: User, @Body() changes: MyChangesDto): Promise<UserView> {
    return this.once.write(call, 200, (tx) => this.users.change(tx, me.id, changes, call.ifMatch));
  }

  /** The people of the desk. */
  @Get('users')
  list(@ThisCall() call: Call, @Query() query: PageQuery): Promise<UserList> {
    return this.users.list(call, query);
  }

  /** Add a person. For owners. */
  @Post('users')
  @Least('owner')
  add(@ThisCall() call: Call, @Body() given: NewUserDto): Promise<UserView> {
    return this.once.write(call, 201, (tx) => this.users.add(tx, given));
  }

  /** One person. */
  @Get('users/:id')
  read(@Param('id') id: string): Promise<UserView> {
    return this.users.read(id);
  }

  /** Change a person's name, address, zone or role, or disable them. For owners. */
  @Patch('users/:id')
  @Least('owner')
  change(@ThisCall() call: Call, @Param('id') id: string, @Body() changes: UserChangesDto): Promise<UserView> {
    return this.once.write(call, 200, (tx) => this.users.change(tx, id, changes, call.ifMatch));
  }
}
