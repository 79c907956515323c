import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import { Call, Once, ThisCall } from '../http/once.ts';
import { CitationList, CitationQuery, CitationsQuery, CitationView, NewCitation } from './citations.dto.ts';
import { Citations } from './citations.service.ts';

/** Document, page and quote as a footnote that stays true. */
@ApiTags('citations')
@Controller()
export class CitationsController {
  constructor(
    @Inject(Citations) private readonly citations: Citations,
    @Inject(Once) private readonly once: Once,
  ) {}

  @ApiOperation({
    summary: 'Cites a page; a quote is checked against it, and refused with where it is when it is not there',
  })
  @ApiCreatedResponse({ type: CitationView })
  @Post('documents/:id/citations')
  async cite(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Body() input: NewCitation,
  ): Promise<CitationView> {
    const checked = await this.citations.check(user, id, input);
    // An answer that is kept for a retry must not repeat words that turn out to be hidden: it holds the id alone.
    const kept = await this.once.write(call, 201, (tx) => this.citations.keep(tx, user, id, input, checked));
    return this.citations.get(user, kept.id, input.format);
  }

  @ApiOperation({ summary: "The citations of a request's documents, oldest first" })
  @ApiOkResponse({ type: CitationList })
  @Get('requests/:id/citations')
  list(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Query() query: CitationsQuery,
  ): Promise<CitationList> {
    return this.citations.list(user, call, id, query);
  }

  @ApiOperation({ summary: 'One citation' })
  @ApiOkResponse({ type: CitationView })
  @Get('citations/:id')
  get(@Me() user: User, @Param('id') id: string, @Query() { format }: CitationQuery): Promise<CitationView> {
    return this.citations.get(user, id, format);
  }

  @ApiOperation({ summary: "Removes a citation: one's own, or any as an owner" })
  @HttpCode(204)
  @Delete('citations/:id')
  async remove(@Me() user: User, @ThisCall() call: Call, @Param('id') id: string): Promise<void> {
    await this.once.write(call, 204, (tx) => this.citations.remove(tx, user, id));
  }
}
