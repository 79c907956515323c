import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import { Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { type Call, ThisCall } from '../http/once.ts';
import { ExportQuery, LedgerList, LedgerQuery } from './ledger.dto.ts';
import { Ledger } from './ledger.service.ts';
import { WhyQuery, WhyView } from './why.dto.ts';
import { WhyService } from './why.service.ts';

/** What the desk promised to tell whom, and what became of it. */
@ApiTags('ledger')
@Controller('requests/:id')
export class LedgerController {
  constructor(
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(WhyService) private readonly whys: WhyService,
  ) {}

  /** Every reminder of a request: planned when and why, told by which history, sent by whom, with every attempt. */
  @Get('reminder-ledger')
  list(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Query() query: LedgerQuery,
  ): Promise<LedgerList> {
    return this.ledger.list(me, call, id, query);
  }

  /** The same as a whole, as one file. */
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Get('reminder-ledger/export')
  async export(
    @Me() me: User,
    @Param('id') id: string,
    @Query() query: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { filename, mediaType, text } = await this.ledger.export(me, id, query);
    const headers = {
      'Content-Type': mediaType,
      'Content-Disposition': contentDisposition(filename),
      'Cache-Control': 'private, no-store',
    };
    await reply.headers(headers).send(text);
  }

  /** Why somebody was told something of a request on a day, and why not. */
  @Get('why')
  why(@Me() me: User, @Param('id') id: string, @Query() query: WhyQuery): Promise<WhyView> {
    return this.whys.of(me, id, query);
  }
}
