import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Least } from '../auth/guard.ts';
import { Now } from '../now.ts';
import { calculate } from './calculate.ts';
import { ClockInput } from './clock.dto.ts';
import { StandingView } from './standing.dto.ts';
import { statusChangeModels } from './status-changes.openapi.ts';

@ApiTags('clock')
@ApiExtraModels(...statusChangeModels)
@Controller('clock')
export class ClockController {
  constructor(@Inject(Now) private readonly now: Now) {}

  @ApiOperation({ summary: 'Reads a standing off facts, without storing anything: the calculator' })
  @ApiOkResponse({ type: StandingView })
  @Least('viewer')
  @HttpCode(200)
  @Post()
  read(@Body() input: ClockInput): StandingView {
    return calculate(input, this.now.instant());
  }
}
