import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { Call, Once, ThisCall } from '../http/once.ts';
import { Now } from '../now.ts';
import { dayIn } from '../zone.ts';
import {
  AgencyChangesDto,
  AgencyList,
  AgencyQuery,
  AgencyView,
  CalendarImported,
  ImportQuery,
  NewAgencyDto,
} from './agencies.dto.ts';
import { AgenciesService } from './agencies.service.ts';
import { readDayList } from './day-list-body.ts';

@Controller('agencies')
export class AgenciesController {
  constructor(
    @Inject(AgenciesService) private readonly agencies: AgenciesService,
    @Inject(Once) private readonly once: Once,
    @Inject(Now) private readonly now: Now,
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

  /** Import days off from an iCalendar or a CSV (`date,name` or `from,to,name`). All of them, or none. */
  @ApiOperation({ summary: "Imports days off into the agency's calendar; its requests are read anew" })
  @ApiConsumes('text/calendar', 'text/csv', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string', description: 'At most 1 MiB and 1,000 days; as a form, the part `file`.' } })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CalendarImported })
  @HttpCode(200)
  @Post(':id/calendar/import')
  async importCalendar(
    @Req() httpRequest: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Me() me: User,
    @Param('id') id: string,
    @Query() query: ImportQuery,
  ): Promise<CalendarImported> {
    const list = await readDayList(httpRequest, dayIn('UTC', this.now.instant()));
    // Made only now: what came as a form has its digest since it was read.
    const call = Call.of(httpRequest, reply);
    return this.once.write(call, 200, (tx) =>
      this.agencies.importDays(tx, me, id, { ...list, ...query }, call.ifMatch),
    );
  }
}
