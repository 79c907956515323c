import { ApiProperty } from '@nestjs/swagger';
import { IsWords } from '../http/validators.ts';
import type { Instant } from '../now.ts';

/** Why a hold is set or lifted. */
export class HoldReason {
  @IsWords(2000, { lines: true })
  reason: string;
}

class HoldActor {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
}

/** One setting or lifting of a hold. */
export class HoldStep {
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: Boolean, description: 'Set, or lifted.' }) held: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) at: Instant;
  @ApiProperty({ type: HoldActor }) by: HoldActor;
  @ApiProperty({ type: String }) reason: string;
}

/** Whether a request is under legal hold, and every setting and lifting there was. */
export class LegalHoldView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: it is not held.' })
  since: Instant | null;
  @ApiProperty({ type: [HoldStep], description: 'Oldest first; never changed.' }) history: HoldStep[];
}
