import { Module } from '@nestjs/common';
import { LedgerController } from './ledger.controller.ts';
import { Ledger } from './ledger.service.ts';
import { WhyService } from './why.service.ts';

/** What was promised to whom and what became of it; why somebody was told, and why not. */
@Module({
  controllers: [LedgerController],
  providers: [Ledger, WhyService],
})
export class LedgerModule {}
