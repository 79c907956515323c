import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.ts';
import { CalendarsController } from './calendars.controller.ts';
import { ClockController } from './clock.controller.ts';
import { ClosuresController } from './closures.controller.ts';
import { ClosuresService } from './closures.service.ts';
import { DeadlineLists } from './deadline-lists.service.ts';
import { Followers } from './follower.ts';
import { LegalHoldController } from './legal-hold.controller.ts';
import { LegalHolds } from './legal-holds.service.ts';
import { Members } from './members.service.ts';
import { NewLaw } from './new-law.service.ts';
import { NoteFollowers } from './note-follower.ts';
import { Notes } from './notes.service.ts';
import { PeopleController } from './people.controller.ts';
import { RequestLists } from './request-lists.service.ts';
import { RequestReader } from './request-reader.service.ts';
import { DeadlinesController, RequestsController } from './requests.controller.ts';
import { Requests } from './requests.service.ts';
import { Standings } from './standings.service.ts';
import { StatutesController } from './statutes.controller.ts';
import { Timelines } from './timeline.service.ts';
import { Turning } from './turning.service.ts';

@Module({
  imports: [AgenciesModule],
  controllers: [
    RequestsController,
    DeadlinesController,
    PeopleController,
    LegalHoldController,
    ClockController,
    StatutesController,
    CalendarsController,
    ClosuresController,
  ],
  providers: [
    Followers,
    NoteFollowers,
    Standings,
    Requests,
    RequestReader,
    RequestLists,
    DeadlineLists,
    Timelines,
    Members,
    Notes,
    LegalHolds,
    Turning,
    NewLaw,
    ClosuresService,
  ],
  exports: [Followers, NoteFollowers, Standings, Requests, Turning],
})
export class RequestsModule {}
