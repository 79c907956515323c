import { Module } from '@nestjs/common';
import { AgenciesController } from './agencies.controller.ts';
import { AgenciesService } from './agencies.service.ts';
import { AgencyFollowers } from './agency-follower.ts';

/** Whom one asks. */
@Module({
  controllers: [AgenciesController],
  providers: [AgenciesService, AgencyFollowers],
  exports: [AgencyFollowers, AgenciesService],
})
export class AgenciesModule {}
