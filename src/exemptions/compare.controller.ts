import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import { Call, ThisCall } from '../http/once.ts';
import { CompareQuery, ComparisonView } from './compare.dto.ts';
import { Comparisons } from './comparisons.service.ts';

@ApiTags('exemptions')
@Controller('documents/:id/compare')
export class CompareController {
  constructor(@Inject(Comparisons) private readonly comparisons: Comparisons) {}

  @ApiOperation({
    summary: 'Two releases of the same record, page by page: what the other newly shows, and what it withholds',
  })
  @ApiOkResponse({ type: ComparisonView })
  @Get(':otherId')
  compare(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Param('otherId') otherId: string,
    @Query() query: CompareQuery,
  ): Promise<ComparisonView> {
    return this.comparisons.compare(user, call, id, otherId, query);
  }
}
