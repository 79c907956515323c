import { Module } from '@nestjs/common';
import { JobTable } from './job-table.service.ts';
import { JobsController } from './jobs.controller.ts';

/** What owners see of the desk's work. Apart from `JobsModule`, which also runs where nothing is served. */
@Module({ controllers: [JobsController], providers: [JobTable] })
export class JobTableModule {}
