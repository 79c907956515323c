import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Least, Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { type Call, Once, ThisCall } from '../http/once.ts';
import { JobTable } from './job-table.service.ts';
import { DropJobDto, JobCounts, JobDetailView, JobList, JobsQuery } from './jobs.dto.ts';

/** The desk's own work: what is due, what failed, what is dead. For owners. */
@Controller('jobs')
@Least('owner')
export class JobsController {
  constructor(
    @Inject(JobTable) private readonly table: JobTable,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** Jobs, newest first. Those that are done are kept for seven days, the others until they are. */
  @Get()
  list(@ThisCall() call: Call, @Query() query: JobsQuery): Promise<JobList> {
    return this.table.list(call, query);
  }

  /** How many jobs there are of each kind in each state. */
  @Get('counts')
  counts(): Promise<JobCounts> {
    return this.table.counts();
  }

  /** One job: its tries, what went wrong, who has it in hand, what it is about. */
  @Get(':id')
  read(@Param('id') id: string): Promise<JobDetailView> {
    return this.table.read(id);
  }

  /** Try a job again now, from its first try. A dead message's reminders are told anew, in the words of today. */
  @Post(':id/retry')
  @HttpCode(200)
  retry(@ThisCall() call: Call, @Me() me: User, @Param('id') id: string): Promise<JobDetailView> {
    return this.once.write(call, 200, (tx) => this.table.retry(tx, me, id));
  }

  /** Give a job up. Who did and why stays on record; a message that is not sent then says so, and so do its reminders. */
  @Post(':id/drop')
  @HttpCode(200)
  drop(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Body() { reason }: DropJobDto,
  ): Promise<JobDetailView> {
    return this.once.write(call, 200, (tx) => this.table.drop(tx, me, id, reason));
  }
}
