import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { Least, Me } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import { type Call, Once, ThisCall } from '../http/once.ts';
import { PageQuery } from '../http/page.ts';
import {
  DeliveriesQuery,
  DeliveryList,
  DeliveryView,
  NewWebhookDto,
  NewWebhookView,
  RotateSecretDto,
  WebhookChangesDto,
  WebhookList,
  WebhookView,
} from './webhooks.dto.ts';
import { WebhooksService } from './webhooks.service.ts';

const SHOWN_ONCE = { secrets: ['secret'] };

/** Endpoints of other programs, which are told of events as Standard Webhooks describes. For owners: they are told of every request. */
@Controller('webhooks')
@Least('owner')
export class WebhooksController {
  constructor(
    @Inject(WebhooksService) private readonly webhooks: WebhooksService,
    @Inject(Once) private readonly once: Once,
  ) {}

  /** All webhooks. */
  @Get()
  list(@ThisCall() call: Call, @Query() query: PageQuery): Promise<WebhookList> {
    return this.webhooks.list(call, query);
  }

  /** Add a webhook. Its secret is shown in this answer only. */
  @Post()
  add(@ThisCall() call: Call, @Me() me: User, @Body() given: NewWebhookDto): Promise<NewWebhookView> {
    return this.once.write(call, 201, (tx) => this.webhooks.add(tx, me, given), SHOWN_ONCE);
  }

  /** One webhook. */
  @Get(':id')
  read(@Param('id') id: string): Promise<WebhookView> {
    return this.webhooks.read(id);
  }

  /** Change, disable or enable a webhook. Whoever does stands behind it from then on. */
  @Patch(':id')
  change(
    @ThisCall() call: Call,
    @Me() me: User,
    @Param('id') id: string,
    @Body() changes: WebhookChangesDto,
  ): Promise<WebhookView> {
    return this.once.write(call, 200, (tx) => this.webhooks.change(tx, me, id, changes, call.ifMatch));
  }

  /** Remove a webhook, and all that is known of its deliveries. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@ThisCall() call: Call, @Param('id') id: string): Promise<void> {
    await this.once.write(call, 204, (tx) => this.webhooks.remove(tx, id));
  }

  /** A new secret, shown in this answer only. For a while the old one signs too. */
  @Post(':id/secret')
  rotate(@ThisCall() call: Call, @Param('id') id: string, @Body() how: RotateSecretDto): Promise<NewWebhookView> {
    return this.once.write(call, 201, (tx) => this.webhooks.rotate(tx, id, how.overlapSeconds), SHOWN_ONCE);
  }

  /** Send a `ping`, to see whether it arrives. */
  @Post(':id/ping')
  ping(@ThisCall() call: Call, @Param('id') id: string): Promise<DeliveryView> {
    return this.once.write(call, 201, (tx) => this.webhooks.ping(tx, id));
  }

  /** What was sent to it, newest first, and what came of it. */
  @Get(':id/deliveries')
  deliveries(@ThisCall() call: Call, @Param('id') id: string, @Query() query: DeliveriesQuery): Promise<DeliveryList> {
    return this.webhooks.deliveries(call, id, query);
  }

  /** Send one again. It keeps its `webhook-id`, by which the other side knows it. */
  @Post(':id/deliveries/:deliveryId/replay')
  replay(
    @ThisCall() call: Call,
    @Param('id') id: string,
    @Param('deliveryId') deliveryId: string,
  ): Promise<DeliveryView> {
    return this.once.write(call, 201, (tx) => this.webhooks.replay(tx, id, deliveryId));
  }
}
