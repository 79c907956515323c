import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '../database/database.ts';
import { notFound } from '../errors.ts';
import { packSchema } from '../law/pack/schema.ts';
import type { Statute } from '../law/statute.ts';
import { findStatute, statutes } from '../law/statutes/all.ts';
import { sourceOf } from './law-texts.ts';
import { StatuteList, StatutesQuery, toStatuteItem } from './statutes.dto.ts';

@ApiTags('statutes')
@Controller('statutes')
export class StatutesController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @ApiOkResponse({
    schema: {
      type: 'object',
      properties: { items: { type: 'array', items: { type: 'object' } }, next: { type: 'null' } },
    },
  })
  @ApiOperation({ summary: 'The laws that the desk knows' })
  @Get()
  list(@Query() { jurisdiction }: StatutesQuery): StatuteList {
    // Of a country its parts too: `US` finds `US-CA`.
    const within = (one: Statute) =>
      jurisdiction === undefined ||
      one.jurisdiction === jurisdiction ||
      one.jurisdiction.startsWith(`${jurisdiction}-`);
    return { items: statutes.filter(within).map(toStatuteItem), next: null };
  }

  @ApiOperation({ summary: 'The JSON Schema (draft 2020-12) of a law pack: laws, holiday calendars and cases' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true, description: 'A JSON Schema.' } })
  @Get('schema')
  schema(): object {
    return packSchema;
  }

  @ApiOperation({ summary: 'One law as data: every rule with its citation, source and confidence' })
  @ApiOkResponse({
    schema: {
      type: 'object',
      additionalProperties: true,
      description: 'A statute as in GET /statutes/schema; `source` is the release or the law pack that it is from.',
    },
  })
  @Get(':id')
  async one(@Param('id') id: string): Promise<Statute & { source: string | null }> {
    const statute = findStatute(id);
    if (!statute) throw notFound('statute');
    return { ...statute, source: await this.database.read((scope) => sourceOf(scope, 'statute', id)) };
  }
}
