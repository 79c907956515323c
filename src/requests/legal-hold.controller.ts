import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Least, Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import { Call, Once, ThisCall } from '../http/once.ts';
import { HoldReason, LegalHoldView } from './legal-hold.dto.ts';
import { LegalHolds } from './legal-holds.service.ts';

/** What must not be destroyed, and who said so. */
@ApiTags('requests')
@Controller('requests/:id')
export class LegalHoldController {
  constructor(
    @Inject(LegalHolds) private readonly holds: LegalHolds,
    @Inject(Once) private readonly once: Once,
  ) {}

  @ApiOperation({ summary: 'Whether the request is under legal hold, and every setting and lifting there was' })
  @ApiOkResponse({ type: LegalHoldView })
  @Get('legal-hold')
  of(@Me() user: User, @Param('id') id: string): Promise<LegalHoldView> {
    return this.holds.of(user, id);
  }

  @ApiOperation({
    summary: 'Puts the request under legal hold: no document, note or text of it is removed. For owners',
  })
  @ApiOkResponse({ type: LegalHoldView })
  @Least('owner')
  @Put('legal-hold')
  set(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Body() { reason }: HoldReason,
  ): Promise<LegalHoldView> {
    return this.once.write(call, 200, (tx) => this.holds.set(tx, user, id, reason));
  }

  @ApiOperation({ summary: 'Lifts the legal hold. For owners' })
  @ApiOkResponse({ type: LegalHoldView })
  @Least('owner')
  @Delete('legal-hold')
  lift(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Body() { reason }: HoldReason,
  ): Promise<LegalHoldView> {
    return this.once.write(call, 200, (tx) => this.holds.lift(tx, user, id, reason));
  }

  @ApiOperation({ summary: 'Removes the free texts of an act (a hold, a removal) for good. For owners' })
  @HttpCode(204)
  @Least('owner')
  @Delete('acts/:actId/texts')
  async removeTexts(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Param('actId') actId: string,
  ): Promise<void> {
    await this.once.write(call, 204, (tx) => this.holds.removeTexts(tx, user, id, actId));
  }
}
