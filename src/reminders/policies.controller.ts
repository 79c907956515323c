import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { Least, Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { type Call, Once, ThisCall } from '../http/once.ts';
import { PageQuery } from '../http/page.ts';
import { PolicyDto, PolicyList, PolicyVersionList, PolicyView, PreviewDto, PreviewView } from './policies.dto.ts';
import { PoliciesService } from './policies.service.ts';
import { PolicyPreview } from './policy-preview.ts';

/** When one is reminded of what, and who else: for the desk, a tag, a request or oneself. */
@Controller('reminder-policies')
export class PoliciesController {
  constructor(
    @Inject(PoliciesService) private readonly policies: PoliciesService,
    @Inject(PolicyPreview) private readonly previews: PolicyPreview,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** The policies that are set, as far as I may know of them, and what is built in. */
  @Get()
  list(@ThisCall() call: Call, @Me() me: User, @Query() query: PageQuery): Promise<PolicyList> {
    return this.policies.list(me, call, query);
  }

  /** What would be planned for a request if a policy were set, beside what is. Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Least('viewer')
  preview(@Me() me: User, @Body() given: PreviewDto): Promise<PreviewView> {
    return this.previews.preview(me, given);
  }

  /** One policy. `scope` is `desk` (with the subject `desk`), `tag`, `request` or `person`. */
  @Get(':scope/:subject')
  read(@Me() me: User, @Param('scope') scope: string, @Param('subject') subject: string): Promise<PolicyView> {
    return this.policies.read(me, scope, subject);
  }

  /** Every version of a policy, newest first, also of one that was taken back. */
  @Get(':scope/:subject/versions')
  versions(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('scope') scope: string,
    @Param('subject') subject: string,
    @Query() query: PageQuery,
  ): Promise<PolicyVersionList> {
    return this.policies.versions(me, call, scope, subject, query);
  }

  /** Set a policy: the desk's and a tag's for owners, a request's for who may write it, one's own. */
  @Put(':scope/:subject')
  @Least('viewer')
  set(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('scope') scope: string,
    @Param('subject') subject: string,
    @Body() given: PolicyDto,
  ): Promise<PolicyView> {
    return this.once.write(call, 200, (tx) => this.policies.set(tx, me, scope, subject, given, call.ifMatch));
  }

  /** Take a policy back. Its versions stay on record. */
  @Delete(':scope/:subject')
  @Least('viewer')
  @HttpCode(204)
  async remove(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('scope') scope: string,
    @Param('subject') subject: string,
  ): Promise<void> {
    await this.once.write(call, 204, (tx) => this.policies.remove(tx, me, scope, subject));
  }
}
