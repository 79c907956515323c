import { ApiProperty } from '@nestjs/swagger';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';

const day = { type: String, format: 'date', nullable: true } as const;

class ImportedAgency {
  id: string;
  name: string;
  /** False: it was known here, by name and law, and keeps the rules that it has here. */
  isNew: boolean;
}

/** A deadline that falls on another day here than the package says: another release of a law, or other rules. */
export class DeadlineDifference {
  deadlineId: string;
  kind: string;
  /** In the package; null: no day, or no such deadline. */
  @ApiProperty(day) there: PlainDate | null;
  @ApiProperty(day) here: PlainDate | null;
}

/** What came of an import. */
export class Imported {
  requestId: string;
  /** Of this desk. */
  number: string;
  /** What the other desk called it. */
  numberThere: string;
  /** False: it was here already, with the same history. Nothing was changed. */
  isNew: boolean;
  facts: number;
  documents: number;
  /** Exemptions that the other desk has confirmed. */
  exemptions: number;
  agency: ImportedAgency;
  /** As of the day of the package. */
  differences: DeadlineDifference[];
}

export class OriginView {
  /** What the other desk called it. */
  number: string;
  /** How far its history went there; what follows was recorded here. */
  facts: number;
  chainHead: string;
  /** SHA-256 of the package's tagmanifest-sha256.txt. */
  packageSum: string;
  importedBy: string;
  importedAt: Instant;
}

export class Origin {
  /** Null: the request was made here. */
  @ApiProperty({ type: OriginView, nullable: true })
  imported: OriginView | null;
}
