import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { notFound } from '../errors.ts';
import type { Statute } from '../law/statute.ts';
import { findStatute, statutes } from '../law/statutes/all.ts';
import { StatuteList, StatutesQuery, toStatuteItem } from './statutes.dto.ts';

@ApiTags('statutes')
@Controller('statutes')
export class StatutesController {
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

  @ApiOperation({ summary: 'One law as data: every rule with its citation, source and confidence' })
  @ApiOkResponse({
    schema: { type: 'object', additionalProperties: true, description: 'A statute, as in src/law/statute.ts.' },
  })
  @Get(':id')
  one(@Param('id') id: string): Statute {
    const statute = findStatute(id);
    if (!statute) throw notFound('statute');
    return statute;
  }
}
