import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/guard.ts';
import { DeskError } from '../errors.ts';
import { problemOf } from '../http/problem.ts';
import { RateLimits } from '../http/rate-limits.ts';
import { formOf } from './link-form.ts';
import { type LinkView, NOTHING, pageOf } from './link-html.ts';
import { LinkPages } from './link-pages.ts';
import { Links } from './links.ts';
import type { Message } from './reminder.entity.ts';

/** `form-action` alone is opened: the page's own buttons. */
const POLICY = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/**
 * The pages behind the links in messages. To look changes nothing, since mail scanners follow every link; only what is
 * sent with a button, or by a mail program's "unsubscribe", acts. Not part of the API.
 */
@ApiExcludeController()
@Controller('r')
export class LinksController {
  constructor(
    @Inject(Links) private readonly links: Links,
    @Inject(LinkPages) private readonly pages: LinkPages,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  @Get(':token')
  @Public()
  async look(
    @Req() httpRequest: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('token') token: string,
  ): Promise<void> {
    const message = await this.#open(httpRequest, reply, token);
    answer(reply, message && (await this.pages.show(message)));
  }

  @Post(':token')
  @Public()
  async act(
    @Req() httpRequest: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('token') token: string,
  ): Promise<void> {
    const message = await this.#open(httpRequest, reply, token);
    if (!message) return answer(reply, null);
    try {
      const news = await this.pages.act(message, await formOf(httpRequest));
      answer(reply, news && (await this.pages.show(message, news)));
    } catch (error) {
      if (!(error instanceof DeskError) || problemOf(error).status >= 500) throw error;
      const accepted = error.accepted ? ` (${error.accepted.join(', ')})` : '';
      answer(reply, await this.pages.show(message, [`${error.message}${accepted}`]), problemOf(error).status);
    }
  }

  /** Whoever tries links out is stopped as who tries out keys is; one link may be used so often as one key. */
  async #open(httpRequest: FastifyRequest, reply: FastifyReply, token: string): Promise<Message | null> {
    const message = await this.links.messageOf(token);
    if (message) await this.limits.spend(`link ${message.id}`, reply);
    else await this.limits.failed(httpRequest.ip);
    return message;
  }
}

function answer(reply: FastifyReply, view: LinkView | null, status = 200): void {
  void reply
    .status(view ? status : 404)
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Content-Security-Policy', POLICY)
    .header('Cache-Control', 'no-store')
    .header('Referrer-Policy', 'no-referrer')
    .header('X-Robots-Tag', 'noindex, nofollow')
    .send(pageOf(view ?? NOTHING));
}
