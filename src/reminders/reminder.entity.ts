import { Column, Entity } from 'typeorm';
import { Id, NullText, Text } from '../database/columns.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import type { PutOff } from './plan-input.ts';

/** A planned message about a deadline (or a day of one's own), for one recipient by one channel. */
@Entity('reminder')
export class Reminder {
  @Id() id: string;
  @Text() requestId: string;
  @NullText() deadlineId: string | null;
  @NullText() deadlineKind: string | null;
  @NullText() dueOn: PlainDate | null;
  /** Which step of the ladder: `opened`, `30-before`, `late-1`, `missed`, `silence`, `reopened`, `own`, `moved` … */
  @Text() rung: string;
  /** What the rung is recognised by, its deadline and day included. */
  @Text() rungKey: string;
  @Text() sendAt: Instant;
  /** The day that the ladder asked for; null where none did, and of rows from before it was kept. */
  @NullText() rungOn: PlainDate | null;
  /** Why it is sent on another day than that. */
  @NullText() putOff: PutOff | null;
  /** As it was planned; by which it went, its messages say. */
  @Text() channel: string;
  @Text() recipientId: string;
  @Text() state: 'planned' | 'sending' | 'sent' | 'cancelled' | 'failed';
  @NullText() reason: string | null;
  /** A person's own words, for reminders of one's own. */
  @NullText() text: string | null;
  @NullText() createdBy: string | null;
  @Text() plannedAt: Instant;
  @NullText() sentAt: Instant | null;
  @NullText() messageId: string | null;
  /** Told on days off too, and it waits for no digest. */
  @Column('boolean', { default: false }) urgent: boolean;
}

/** What one person is told at one moment: frozen text, sent again from this row on every retry, under the same id. */
@Entity('message')
export class Message {
  @Id() id: string;
  @Text() recipientId: string;
  @Text() channel: string;
  @NullText() address: string | null;
  /** The Message-ID, with its angle brackets: settled once, so that every retry carries the same. */
  @Text() mailId: string;
  @Text() subject: string;
  @Text() text: string;
  @Text() state: 'queued' | 'sent' | 'failed';
  @Text() createdAt: Instant;
  @NullText() sentAt: Instant | null;
  @NullText() sentBy: string | null;
  @NullText() serverAnswer: string | null;
  @NullText() lastError: string | null;
  /** The one request that it is about; null when it is about several. */
  @NullText() thread: string | null;
  /** The message whose words it repeats by a further channel; the reminders hang on that one. */
  @NullText() copyOf: string | null;
  /** When owners were told that it failed, or that was found to need no telling. */
  @NullText() toldAt: Instant | null;
}
