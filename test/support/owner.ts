import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../../src/config.ts';

/** The first owner, made as `serve` makes them. */
export async function makeOwner(_app: NestFastifyApplication, _config: Config): Promise<void> {
  // Adapted as soon as src/auth has it.
  await Promise.resolve();
}
