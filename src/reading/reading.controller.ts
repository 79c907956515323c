import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import { INERT } from '../documents/content.ts';
import { notFound } from '../errors.ts';
import { Call, Once, ThisCall } from '../http/once.ts';
import { decodeCursor, PageQuery, toPage } from '../http/page.ts';
import { HiddenTextService } from './hidden-text.service.ts';
import {
  HiddenTextDecisions,
  HiddenTextDecisionView,
  HiddenTextList,
  ImageQuery,
  NewHiddenTextDecision,
  PageList,
  PageView,
  ReadAnew,
  ReadingView,
  WordsQuery,
} from './reading.dto.ts';
import { ReadingService } from './reading.service.ts';

const png = { schema: { type: 'string' as const, format: 'binary' } };

/** What stands in released files, page by page, and what lies under their boxes. */
@ApiTags('reading')
@Controller('documents/:id')
export class ReadingController {
  constructor(
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(HiddenTextService) private readonly hiddenText: HiddenTextService,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** How far the reading of the file has come. */
  @Get('reading')
  async state(@Param('id') id: string, @Me() me: User): Promise<ReadingView> {
    return this.reading.get(me, id);
  }

  /** Has the file read once more, perhaps with another language for OCR. What was read before stays until then. 409 while it is being read with another. */
  @Post('reading')
  @HttpCode(202)
  async readAnew(@Param('id') id: string, @Body() body: ReadAnew, @ThisCall() call: Call): Promise<ReadingView> {
    return this.once.write(call, 202, (tx) => this.reading.readAnew(tx, call.user, id, body));
  }

  /** The pages, without their text. None before the reading has ended. */
  @Get('pages')
  async pages(@Param('id') id: string, @Query() query: PageQuery, @ThisCall() call: Call): Promise<PageList> {
    const rows = await this.reading.list(call.user, id, query.limit + 1, afterOf(query));
    return toPage(
      call,
      query.limit,
      rows,
      ({ number }) => [number],
      (page) => page,
    );
  }

  /** One page with its text. */
  @Get('pages/:number')
  async page(
    @Param('id') id: string,
    @Param('number') number: string,
    @Query() { words = false }: WordsQuery,
    @Me() me: User,
  ): Promise<PageView> {
    return this.reading.page(me, id, numberOf(number), words);
  }

  /** A PNG of the page as it prints. 503 while too many are being drawn. */
  @Get('pages/:number/image')
  @ApiProduces('image/png')
  @ApiOkResponse(png)
  @ApiResponse({ status: 304, description: 'As it was when it was asked for before.' })
  async image(
    @Param('id') id: string,
    @Param('number') number: string,
    @Query() { width }: ImageQuery,
    @Me() me: User,
    @Req() httpRequest: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(httpRequest, reply, await this.reading.image(me, id, numberOf(number), width));
  }

  /** A small PNG of the page. */
  @Get('pages/:number/thumbnail')
  @ApiProduces('image/png')
  @ApiOkResponse(png)
  @ApiResponse({ status: 304, description: 'As it was when it was asked for before.' })
  async thumbnail(
    @Param('id') id: string,
    @Param('number') number: string,
    @Me() me: User,
    @Req() httpRequest: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(httpRequest, reply, await this.reading.image(me, id, numberOf(number)));
  }

  /** The pages on which text lies under boxes: redactions that hide nothing. What it says is told only to those who may change the request. */
  @Get('hidden-text')
  async hidden(@Param('id') id: string, @Query() query: PageQuery, @ThisCall() call: Call): Promise<HiddenTextList> {
    const rows = await this.hiddenText.list(call.user, id, query.limit + 1, afterOf(query));
    return toPage(
      call,
      query.limit,
      rows,
      ({ number }) => [number],
      (page) => page,
    );
  }

  /** What was decided on hidden text, and by whom. */
  @Get('hidden-text/decisions')
  async decisions(@Param('id') id: string, @Me() me: User): Promise<HiddenTextDecisions> {
    return { items: await this.hiddenText.decisions(me, id) };
  }

  /** Decides whether the hidden text that is there now may be shown, searched, quoted and handed over. The newest decision counts. */
  @Post('hidden-text/decisions')
  async decide(
    @Param('id') id: string,
    @Body() body: NewHiddenTextDecision,
    @ThisCall() call: Call,
  ): Promise<HiddenTextDecisionView> {
    return this.once.write(call, 201, (tx) => this.hiddenText.decide(tx, call.user, id, body));
  }
}

function afterOf(query: PageQuery): number {
  if (query.cursor === undefined) return 0;
  const [after] = decodeCursor(query.cursor, 1);
  return typeof after === 'number' ? after : 0;
}

/** A page's number as it stands in a path. */
function numberOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound('page');
  return Number(text);
}

async function send(
  httpRequest: FastifyRequest,
  reply: FastifyReply,
  image: { etag: string; png: () => Promise<Buffer> },
): Promise<void> {
  // Asked for again each time: whoever may no longer see the document gets nothing from their own browser either.
  const headers = { ...INERT, 'Cache-Control': 'private, no-cache', ETag: image.etag };
  if (httpRequest.headers['if-none-match'] === image.etag) {
    await reply.status(304).headers(headers).send();
    return;
  }
  const bytes = await image.png();
  await reply.headers({ ...headers, 'Content-Type': 'image/png', 'Content-Disposition': 'inline' }).send(bytes);
}
