import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ensureOwner } from '../../src/auth/owner.ts';
import type { Config } from '../../src/config.ts';
import { Database } from '../../src/database/database.ts';
import { Now } from '../../src/now.ts';

/** The first owner, made as `serve` makes them. */
export async function makeOwner(app: NestFastifyApplication, config: Config): Promise<void> {
  await ensureOwner(app.get(Database), config, app.get(Now));
}
