import { Column, Entity } from 'typeorm';
import { Big, Id, Json, NullText, Text } from '../database/columns.ts';
import type { Instant } from '../now.ts';
import type { EventType } from './event-types.ts';

/** Something that happened to a request, for programs that follow the desk: ids, kinds and days, nobody's words. */
@Entity('event')
export class Event {
  @Id() id: string;
  /** Its place in the stream, given once its transaction has committed; null until then. */
  @Column('bigint', {
    nullable: true,
    transformer: { to: (value: number | null) => value, from: (value: string | number | null) => asNumber(value) },
  })
  number: number | null;
  /** Its place among what is not numbered yet: of one request, the order in which things happened. */
  @Big() seq: number;
  @Text() type: EventType;
  @Text() requestId: string;
  /** Who did it; null when time or the desk did. */
  @NullText() byUserId: string | null;
  @Text() at: Instant;
  @Json() data: Record<string, string | number | null>;
}

function asNumber(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}
