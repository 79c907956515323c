import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { type Call, Once, ThisCall } from '../http/once.ts';
import { AgencyChangesDto, AgencyList, AgencyQuery, AgencyView, NewAgencyDto } from './agencies.dto.ts';
import { AgenciesService } from './agencies.service.ts';

@Controller('agencies')
export class AgenciesController {
  constructor(
    @Inject(AgenciesService) private readonly agencies: AgenciesService,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** The agencies, by name. */
  @Get()
  list(@ThisCall() call: Call, @Query() query: AgencyQuery): Promise<AgencyList> {
    return this.agencies.list(call, query);
  }

  /** Add an agency that can be asked. */
  @Post()
  add(@ThisCall() call: Call, @Me() me: User, @Body() given: NewAgencyDto): Promise<AgencyView> {
    return this.once.write(call, 201, (tx) => this.agencies.add(tx, me, given));
  }

  /** One agency. */
  @Get(':id')
  read(@Param('id') id: string): Promise<AgencyView> {
    return this.agencies.read(id);
  }

  /** Change an agency. When its law, zone or overrides change, its requests are read anew. */
  @Patch(':id')
  change(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Body() changes: AgencyChangesDto,
  ): Promise<AgencyView> {
    return this.once.write(call, 200, (tx) => this.agencies.change(tx, me, id, changes, call.ifMatch));
  }
}
