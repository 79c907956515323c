import { Agency, AgencyVersion } from './agencies/agency.entity.ts';
import { ApiKey } from './auth/api-key.entity.ts';
import { User } from './auth/user.entity.ts';
import type { Entities } from './database/data-source.ts';
import { Blob, Document } from './documents/document.entity.ts';
import { IdempotencyKey } from './http/idempotency-key.entity.ts';
import { Job } from './jobs/job.entity.ts';
import { BlobPage, BlobReading } from './reading/page.entity.ts';
import { ReminderAct, ReminderPolicy, RequestWatcher } from './reminders/policy.entity.ts';
import { Message, Reminder } from './reminders/reminder.entity.ts';
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
  LawText,
  LawEvent,
  LawEventWithdrawal,
  Job,
  Reminder,
  Message,
  ReminderPolicy,
  RequestWatcher,
  ReminderAct,
  Blob,
  Document,
  BlobReading,
  BlobPage,
  IdempotencyKey,
];
