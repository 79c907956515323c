import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.ts';
import { Metrics } from './metrics.ts';
import { ProbesController } from './probes.controller.ts';
import { Ready } from './ready.ts';

/** Alive, ready, and how it fares. */
@Module({ imports: [AuthModule], controllers: [ProbesController], providers: [Metrics, Ready], exports: [Metrics] })
export class ProbesModule {}
