import { Module } from '@nestjs/common';
import { RequestsModule } from '../requests/requests.module.ts';
import { LawBook } from './law-book.service.ts';
import { LawPacksController } from './law-packs.controller.ts';

/** The law in force: what is shipped, with what a newsroom's law packs add and correct. */
@Module({
  imports: [RequestsModule],
  controllers: [LawPacksController],
  providers: [LawBook],
})
export class LawBookModule {}
