import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import { Call, Once, ThisCall } from '../http/once.ts';
import { ClosureList, ClosuresQuery, ClosureView, NewClosure } from './closures.dto.ts';
import { ClosuresService } from './closures.service.ts';

/** Days on which a government is shut, or terms stand still by decree. */
@ApiTags('closures')
@Controller('closures')
export class ClosuresController {
  constructor(
    @Inject(ClosuresService) private readonly closures: ClosuresService,
    @Inject(Once) private readonly once: Once,
  ) {}

  @ApiOperation({ summary: 'The closures that hold, by their first day' })
  @ApiOkResponse({ type: ClosureList })
  @Get()
  list(@ThisCall() call: Call, @Query() query: ClosuresQuery): Promise<ClosureList> {
    return this.closures.list(call, query);
  }

  @ApiOperation({ summary: 'Enters a closure; the requests under its laws are read anew, and people told what moved' })
  @ApiCreatedResponse({ type: ClosureView })
  @Post()
  add(@ThisCall() call: Call, @Me() me: User, @Body() given: NewClosure): Promise<ClosureView> {
    return this.once.write(call, 201, (tx) => this.closures.add(tx, me, given));
  }

  @ApiOperation({ summary: 'Withdraws a closure; what was known before stays known' })
  @HttpCode(204)
  @Delete(':id')
  async withdraw(@ThisCall() call: Call, @Me() me: User, @Param('id') id: string): Promise<void> {
    await this.once.write(call, 204, (tx) => this.closures.withdraw(tx, me, id));
  }
}
