import { Agency, AgencyVersion } from './agencies/agency.entity.ts';
import { ApiKey } from './auth/api-key.entity.ts';
import { User } from './auth/user.entity.ts';
import { Citation } from './citations/citation.entity.ts';
import type { Entities } from './database/data-source.ts';
import { Blob, Document } from './documents/document.entity.ts';
import { ExemptionFinding } from './exemptions/finding.entity.ts';
import { RequestOrigin } from './evidence/origin.entity.ts';
import { Event } from './events/event.entity.ts';
import { Webhook, WebhookDelivery } from './events/webhook.entity.ts';
import { CalendarEntry, Feed } from './feeds/feed.entity.ts';
import { IdempotencyKey } from './http/idempotency-key.entity.ts';
import { Job, JobAct, SharedMoment } from './jobs/job.entity.ts';
import { HiddenTextDecision } from './reading/hidden-text.entity.ts';
import { BlobPage, BlobReading } from './reading/page.entity.ts';
import { DeliveryAttempt, MessageItem, PlanChange } from './reminders/ledger.entity.ts';
import { ReminderAct, ReminderPolicy, RequestWatcher } from './reminders/policy.entity.ts';
import { Message, Reminder } from './reminders/reminder.entity.ts';
import { UserChannel } from './reminders/user-channel.entity.ts';
import { RequestAct, RequestActText } from './requests/act.entity.ts';
import { LawText } from './requests/law-text.entity.ts';
import {
  Note,
  Request,
  RequestDeadline,
  RequestMember,
  RequestRelation,
  RequestTag,
} from './requests/request.entity.ts';
import { LawEvent, LawEventWithdrawal } from './requests/law-event.entity.ts';
import { DeadlineMove, StatusChangeRow, StatusChangeText } from './requests/status-change.entity.ts';

/** Every table with an entity. */
export const entities: Entities = [
  User,
  ApiKey,
  Agency,
  AgencyVersion,
  Request,
  RequestTag,
  RequestMember,
  RequestRelation,
  RequestDeadline,
  Note,
  StatusChangeRow,
  StatusChangeText,
  DeadlineMove,
  RequestAct,
  RequestActText,
  LawText,
  LawEvent,
  LawEventWithdrawal,
  Job,
  JobAct,
  SharedMoment,
  Reminder,
  Message,
  UserChannel,
  ReminderPolicy,
  RequestWatcher,
  ReminderAct,
  PlanChange,
  MessageItem,
  DeliveryAttempt,
  Blob,
  Document,
  BlobReading,
  BlobPage,
  HiddenTextDecision,
  Citation,
  ExemptionFinding,
  RequestOrigin,
  Event,
  Webhook,
  WebhookDelivery,
  Feed,
  CalendarEntry,
  IdempotencyKey,
];
