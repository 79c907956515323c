import { Body, Controller, Get, Header, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import { etagOf } from '../http/etag.ts';
import { Call, Once, ThisCall } from '../http/once.ts';
import { explainStanding } from '../law/explain.ts';
import { DeadlineLists } from './deadline-lists.service.ts';
import { asText, ExplanationView } from './explanation.dto.ts';
import { RequestLists } from './request-lists.service.ts';
import { RequestReader } from './request-reader.service.ts';
import { DeadlineList, Recorded, RequestList, RequestView } from './request-view.dto.ts';
import { DeadlinesQuery, EditRequest, FileRequest, RequestsQuery, ViewQuery } from './requests.dto.ts';
import { Requests } from './requests.service.ts';
import { statusChangeModels, statusChangesSchema } from './status-changes.openapi.ts';
import { type Read, readStatusChanges, StatusChangesPipe } from './status-changes.pipe.ts';
import { Timeline } from './timeline.dto.ts';
import { Timelines } from './timeline.service.ts';

@ApiTags('requests')
@ApiExtraModels(...statusChangeModels)
@Controller('requests')
export class RequestsController {
  constructor(
    @Inject(Requests) private readonly requests: Requests,
    @Inject(RequestReader) private readonly reader: RequestReader,
    @Inject(RequestLists) private readonly lists: RequestLists,
    @Inject(Timelines) private readonly timelines: Timelines,
    @Inject(Once) private readonly once: Once,
  ) {}

  @ApiOperation({ summary: 'Makes a request, as a draft or with the facts that are known already' })
  @ApiCreatedResponse({ type: RequestView })
  @Post()
  file(@Me() user: User, @ThisCall() call: Call, @Body() input: FileRequest): Promise<RequestView> {
    const sent = input.statusChanges ?? [];
    const reads = sent.length > 0 ? readStatusChanges(sent, '/statusChanges') : [];
    return this.once.write(call, 201, (tx) => this.requests.file(tx, user, input, reads));
  }

  @ApiOperation({ summary: 'Requests, newest first' })
  @ApiOkResponse({ type: RequestList })
  @Get()
  list(@Me() user: User, @ThisCall() call: Call, @Query() query: RequestsQuery): Promise<RequestList> {
    return this.lists.page(user, call, query);
  }

  @ApiOperation({ summary: 'One request with its standing, today or on another day, by what was known at a moment' })
  @ApiOkResponse({ type: RequestView })
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Get(':id')
  async one(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Query() query: ViewQuery,
  ): Promise<string> {
    const { text, version } = await this.reader.one(user, id, query);
    call.header('ETag', etagOf(version));
    return text;
  }

  @ApiOperation({ summary: 'Changes what is not history' })
  @ApiOkResponse({ type: RequestView })
  @ApiHeader({ name: 'If-Match', required: true })
  @Patch(':id')
  edit(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Body() input: EditRequest,
  ): Promise<RequestView> {
    return this.once.write(call, 200, (tx) => this.requests.edit(tx, user, id, input, call.ifMatch));
  }

  @ApiOperation({ summary: 'Records one fact, or several: all of them, or none' })
  @ApiCreatedResponse({ type: Recorded })
  @ApiBody({ schema: statusChangesSchema })
  @Post(':id/status-changes')
  record(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Body(StatusChangesPipe) reads: Read[],
  ): Promise<Recorded> {
    return this.once.write(call, 201, (tx) => this.requests.record(tx, user, id, reads));
  }

  @ApiOperation({
    summary: 'How a request stands in words, today or on another day: every date, and why it is that day',
  })
  @ApiOkResponse({ type: ExplanationView })
  @Get(':id/explanation')
  async explain(@Me() user: User, @Param('id') id: string, @Query() query: ViewQuery): Promise<ExplanationView> {
    return asText(explainStanding(await this.reader.standing(user, id, query)));
  }

  @ApiOperation({ summary: "A request's life in the order in which it happened" })
  @ApiOkResponse({ type: Timeline })
  @Get(':id/timeline')
  timeline(@Me() user: User, @Param('id') id: string): Promise<Timeline> {
    return this.timelines.of(user, id);
  }
}

@ApiTags('requests')
@Controller('deadlines')
export class DeadlinesController {
  constructor(@Inject(DeadlineLists) private readonly lists: DeadlineLists) {}

  @ApiOperation({ summary: 'Deadlines of all requests, soonest first; what has no date comes last' })
  @ApiOkResponse({ type: DeadlineList })
  @Get()
  list(@Me() user: User, @ThisCall() call: Call, @Query() query: DeadlinesQuery): Promise<DeadlineList> {
    return this.lists.page(user, call, query);
  }
}
