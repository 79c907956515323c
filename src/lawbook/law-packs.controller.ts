import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Least } from '../auth/guard.ts';
import { Database } from '../database/database.ts';
import { headsInForce, type InForce, isOfPack } from '../requests/law-texts.ts';
import { type Found, LawBook } from './law-book.service.ts';
import { type LawPack, LawPackList, type PackState } from './law-packs.dto.ts';

@ApiTags('statutes')
@Controller('law-packs')
export class LawPacksController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LawBook) private readonly book: LawBook,
  ) {}

  @ApiOperation({ summary: 'The files of DATA_DIR/law: what is in force of each, and why one is refused' })
  @ApiOkResponse({ type: LawPackList })
  @Least('editor')
  @Get()
  async list(): Promise<LawPackList> {
    const heads = (await this.database.read(headsInForce)).filter(({ source }) => isOfPack(source));
    const { found } = this.book;
    const files = new Set([...(found.files ?? []).map((name) => `law/${name}`), ...heads.map(({ source }) => source)]);
    return { items: [...files].sort().map((file) => toPack(file, heads, found)), next: null };
  }
}

function toPack(file: string, heads: readonly InForce[], found: Found): LawPack {
  const inForce = heads.filter(({ source, sha256 }) => source === file && sha256 !== null);
  const ids = (kind: InForce['kind']) => inForce.filter((head) => head.kind === kind).map(({ lawId }) => lawId);
  const name = file.slice('law/'.length);
  const kept = found.kept.get(file) ?? [];
  const errors = found.errors.get(name) ?? kept.map((id) => ({ pointer: '', detail: stays(id) }));
  const state = stateOf({
    isThere: found.files?.includes(name) ?? false,
    isRefused: found.errors.has(name),
    kept,
    inForce,
  });
  const loadedAt =
    inForce
      .map(({ recordedAt }) => recordedAt)
      .sort()
      .at(-1) ?? null;
  return { file, state, errors, statutes: ids('statute'), calendars: ids('calendar'), loadedAt };
}

function stays(id: string): string {
  return `"${id}" is not in it any more and stays in force: requests or agencies need it`;
}

/** Without a folder of its own this process knows the files only by what is in force of them. */
function stateOf(of: { isThere: boolean; isRefused: boolean; kept: string[]; inForce: InForce[] }): PackState {
  if (of.isRefused) return 'refused';
  if (of.kept.length > 0) return 'kept-in-use';
  return of.isThere || of.inForce.length > 0 ? 'in-force' : 'withdrawn';
}
