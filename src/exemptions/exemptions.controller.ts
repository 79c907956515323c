import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import { Call, Once, ThisCall } from '../http/once.ts';
import {
  Decided,
  FindingDecision,
  FindingList,
  FindingsQuery,
  FindingView,
  LedgerView,
  NewClaim,
  NewFinding,
} from './exemptions.dto.ts';
import { Findings } from './findings.service.ts';
import { Ledgers } from './ledgers.service.ts';

/** Which exemption withholds what. */
@ApiTags('exemptions')
@Controller()
export class ExemptionsController {
  constructor(
    @Inject(Findings) private readonly findings: Findings,
    @Inject(Ledgers) private readonly ledgers: Ledgers,
    @Inject(Once) private readonly once: Once,
  ) {}

  @ApiOperation({ summary: 'Exemptions on the pages of a document, suggested, confirmed and rejected, by page' })
  @ApiOkResponse({ type: FindingList })
  @Get('documents/:id/exemptions')
  ofDocument(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Query() query: FindingsQuery,
  ): Promise<FindingList> {
    return this.findings.ofDocument(user, call, id, query);
  }

  @ApiOperation({ summary: 'Enters an exemption on pages of a document by hand; it is confirmed by that' })
  @ApiCreatedResponse({ type: FindingView })
  @Post('documents/:id/exemptions')
  add(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Body() input: NewFinding,
  ): Promise<FindingView> {
    return this.once.write(call, 201, (tx) => this.findings.add(tx, user, id, input));
  }

  @ApiOperation({ summary: "Pages withheld and redacted by exemption, over a request's documents and determinations" })
  @ApiOkResponse({ type: LedgerView })
  @Get('requests/:id/exemptions')
  ledgerOfRequest(@Me() user: User, @Param('id') id: string): Promise<LedgerView> {
    return this.ledgers.ofRequest(user, id);
  }

  @ApiOperation({ summary: 'Enters an exemption that a determination claims for what it withholds as a whole' })
  @ApiCreatedResponse({ type: FindingView })
  @Post('requests/:id/exemptions')
  claim(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Body() input: NewClaim,
  ): Promise<FindingView> {
    return this.once.write(call, 201, (tx) => this.findings.claim(tx, user, id, input));
  }

  @ApiOperation({ summary: 'What the ledger of a request is made of' })
  @ApiOkResponse({ type: FindingList })
  @Get('requests/:id/exemptions/findings')
  ofRequest(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Query() query: FindingsQuery,
  ): Promise<FindingList> {
    return this.findings.ofRequest(user, call, id, query);
  }

  @ApiOperation({ summary: 'Confirms or rejects suggestions, one or many at once' })
  @ApiOkResponse({ type: Decided })
  @HttpCode(200)
  @Post('requests/:id/exemptions/decisions')
  decide(
    @Me() user: User,
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Body() input: FindingDecision,
  ): Promise<Decided> {
    return this.once.write(call, 200, (tx) => this.findings.decide(tx, user, id, input));
  }

  @ApiOperation({
    summary: 'Pages withheld and redacted by exemption, over the requests to an agency that you may see',
  })
  @ApiOkResponse({ type: LedgerView })
  @Get('agencies/:id/exemptions')
  ledgerOfAgency(@Me() user: User, @Param('id') id: string): Promise<LedgerView> {
    return this.ledgers.ofAgency(user, id);
  }

  @ApiOperation({ summary: "Removes what was entered by hand: one's own, or any as an owner" })
  @HttpCode(204)
  @Delete('exemptions/:id')
  async remove(@Me() user: User, @ThisCall() call: Call, @Param('id') id: string): Promise<void> {
    await this.once.write(call, 204, (tx) => this.findings.remove(tx, user, id));
  }
}
