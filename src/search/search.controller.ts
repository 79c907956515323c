import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import { type Call, ThisCall } from '../http/once.ts';
import { SearchPage, SearchQuery, Suggestions, SuggestionsQuery } from './search.dto.ts';
import { SearchService } from './search.service.ts';

/** Finds pages, documents, requests, status changes and notes by their words; never more than one may see. */
@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(@Inject(SearchService) private readonly search: SearchService) {}

  /** What holds the words, best first, each with the piece of its text that speaks of them. */
  @Get()
  async page(@Query() query: SearchQuery, @ThisCall() call: Call): Promise<SearchPage> {
    return this.search.page(call.user, call, query);
  }

  /** Completes the last word of `q` from what one may see. */
  @Get('suggestions')
  async suggestions(@Query() { q }: SuggestionsQuery, @Me() me: User): Promise<Suggestions> {
    return { suggestions: await this.search.suggestions(me, q) };
  }
}
