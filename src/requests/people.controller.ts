import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import { Call, Once, ThisCall } from '../http/once.ts';
import { PageQuery } from '../http/page.ts';
import { Members } from './members.service.ts';
import { Notes } from './notes.service.ts';
import { MemberList, NewNote, NoteList, NoteView } from './people.dto.ts';

/** Who belongs to a request, and what they wrote about it. */
@ApiTags('requests')
@Controller('requests/:id')
export class PeopleController {
  constructor(
    @Inject(Members) private readonly members: Members,
    @Inject(Notes) private readonly notes: Notes,
    @Inject(Once) private readonly once: Once,
  ) {}

  @ApiOperation({ summary: 'Who sees the request even when it is open to members alone, and why' })
  @ApiOkResponse({ type: MemberList })
  @Get('members')
  listMembers(@Me() user: User, @Param('id') id: string): Promise<MemberList> {
    return this.members.list(user, id);
  }

  @ApiOperation({ summary: 'Makes somebody a member' })
  @HttpCode(204)
  @Put('members/:userId')
  async addMember(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Param('userId') userId: string,
  ): Promise<void> {
    await this.once.write(call, 204, (tx) => this.members.add(tx, user, id, userId));
  }

  @ApiOperation({ summary: 'Takes a member out; owners, creator and assignee stay' })
  @HttpCode(204)
  @Delete('members/:userId')
  async removeMember(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Param('userId') userId: string,
  ): Promise<void> {
    await this.once.write(call, 204, (tx) => this.members.remove(tx, user, id, userId));
  }

  @ApiOperation({ summary: "The desk's own notes on a request, oldest first" })
  @ApiOkResponse({ type: NoteList })
  @Get('notes')
  listNotes(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<NoteList> {
    return this.notes.list(user, call, id, query);
  }

  @ApiOperation({ summary: 'Writes a note; it is no fact and moves no date' })
  @ApiCreatedResponse({ type: NoteView })
  @Post('notes')
  addNote(@Me() user: User, @ThisCall() call: Call, @Param('id') id: string, @Body() note: NewNote): Promise<NoteView> {
    return this.once.write(call, 201, (tx) => this.notes.add(tx, user, id, note.text));
  }

  @ApiOperation({ summary: "Removes a note: one's own, or any as an owner" })
  @HttpCode(204)
  @Delete('notes/:noteId')
  async removeNote(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Param('noteId') noteId: string,
  ): Promise<void> {
    await this.once.write(call, 204, (tx) => this.notes.remove(tx, user, id, noteId));
  }
}
