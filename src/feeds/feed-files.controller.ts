import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/guard.ts';
import { isKnown } from '../http/etag.ts';
import { RateLimits } from '../http/rate-limits.ts';
import { FeedFiles } from './feed-files.service.ts';
import { type FeedFormat, feedFormats } from './feed-formats.ts';
import { FeedsService } from './feeds.service.ts';

const HEADERS = {
  // Kept by whoever asked, and asked for again each time: whoever loses a request loses it with the next call.
  'Cache-Control': 'private, no-cache',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** What calendar programs fetch, who send no key: the secret in the URL is one. Not part of the API. */
@ApiExcludeController()
@Controller('f')
export class FeedFilesController {
  constructor(
    @Inject(FeedsService) private readonly feeds: FeedsService,
    @Inject(FeedFiles) private readonly files: FeedFiles,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  @Get(':id/:file')
  @Public()
  async fetch(
    @Req() httpRequest: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('file') file: string,
  ): Promise<void> {
    void reply.headers(HEADERS);
    const [, secret = '', format = ''] = /^([^.]*)\.([a-z]+)$/.exec(file) ?? [];
    const found = isFormat(format) ? await this.feeds.open(id, secret) : null;
    if (!found) {
      // Whoever tries secrets out is stopped as who tries out keys is.
      await this.limits.failed(httpRequest.ip);
      return void reply.status(404).type('text/plain; charset=utf-8').send('No such feed.\n');
    }
    await this.limits.spend(`feed ${found.feed.id}`, reply);
    const { etag, write } = await this.files.open(found.feed, found.user, format as FeedFormat);
    void reply.header('ETag', etag);
    if (isKnown(httpRequest.headers['if-none-match'], etag)) return void reply.status(304).send();
    const body = await write();
    const disposition = `${format === 'csv' ? 'attachment' : 'inline'}; filename="deadlines.${format}"`;
    return void reply
      .type(feedFormats[format as FeedFormat])
      .header('Content-Disposition', disposition)
      .send(body);
  }
}

function isFormat(text: string): text is FeedFormat {
  return Object.hasOwn(feedFormats, text);
}
