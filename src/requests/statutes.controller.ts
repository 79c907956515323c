import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { notFound } from '../errors.ts';
import type { Statute } from '../law/statute.ts';
import { findStatute, statutes } from '../law/statutes/all.ts';

export type StatuteItem = Pick<Statute, 'id' | 'name' | 'jurisdiction' | 'cites' | 'timeZone' | 'version'>;

@ApiTags('statutes')
@Controller('statutes')
export class StatutesController {
  @ApiOperation({ summary: 'The laws that the desk knows' })
  @Get()
  list(): { items: StatuteItem[]; next: null } {
    return { items: statutes.map(toStatuteItem), next: null };
  }

  @ApiOperation({ summary: 'One law as data: every rule with its citation, source and confidence' })
  @Get(':id')
  one(@Param('id') id: string): Statute {
    const statute = findStatute(id);
    if (!statute) throw notFound('statute');
    return statute;
  }
}

function toStatuteItem({ id, name, jurisdiction, cites, timeZone, version }: Statute): StatuteItem {
  return { id, name, jurisdiction, cites, timeZone, version };
}
