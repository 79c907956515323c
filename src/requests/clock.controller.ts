import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Least } from '../auth/guard.ts';
import { Now } from '../now.ts';
import { calculate, calculatedInWords } from './calculate.ts';
import { ClockInput } from './clock.dto.ts';
import { CalculatedView } from './compare.dto.ts';
import { asText, ExplanationView } from './explanation.dto.ts';
import { statusChangeModels } from './status-changes.openapi.ts';

@ApiTags('clock')
@ApiExtraModels(...statusChangeModels)
@Controller('clock')
export class ClockController {
  constructor(@Inject(Now) private readonly now: Now) {}

  @ApiOperation({ summary: 'Reads a standing off facts, without storing anything: the calculator' })
  @ApiOkResponse({ type: CalculatedView })
  @Least('viewer')
  @HttpCode(200)
  @Post()
  read(@Body() input: ClockInput): CalculatedView {
    return calculate(input, this.now.instant());
  }

  @ApiOperation({ summary: 'The same in words: every deadline with its steps, citations and other readings' })
  @ApiOkResponse({ type: ExplanationView })
  @Least('viewer')
  @HttpCode(200)
  @Post('explanation')
  explain(@Body() input: ClockInput): ExplanationView {
    return asText(calculatedInWords(calculate(input, this.now.instant())));
  }
}
