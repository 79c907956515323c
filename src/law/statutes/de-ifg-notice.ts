import { day } from '../plain-date.ts';
import type { Statute } from '../statute.ts';
import type { Citation, Provenance, Roll } from '../terms.ts';
import { citesOf, read, told } from './write.ts';

/** When a letter of a federal authority counts as having arrived. The same for every law that follows the VwVfG. */

const vwvfg = citesOf('VwVfG', 'https://www.gesetze-im-internet.de/vwvfg/__41.html');
const older = 'the text of the Act, as it stood in 2022';

/** A last day of the authority's own terms. */
export const rollsOff = {
  roll: 'next-working-day',
  rollCites: {
    label: 'VwVfG § 31(3); BGB § 193',
    url: 'https://www.gesetze-im-internet.de/vwvfg/__31.html',
  },
} as const satisfies { roll: Roll; rollCites: Citation };

type PresumedNotice = NonNullable<Statute['presumedNotice']>;

const daysAfterPosting = (count: number, provenance: Provenance): PresumedNotice => ({
  count,
  unit: 'calendar-day',
  // Whether the presumed day itself moves off a day off is disputed; unmoved is the earlier.
  roll: 'none',
  ...provenance,
});

/** Since 2025: by post in Germany, or sent by electronic means. */
export const fourDays = daysAfterPosting(
  4,
  told(
    vwvfg('§ 41(2), in its wording since 2025 (BGBl. 2024 I Nr. 236)'),
    'a bar chamber and a legal publisher, which quotes the sentence; not the official page',
  ),
);

const threeDays = daysAfterPosting(3, read(vwvfg('§ 41(2), in its wording until 2024'), older));

/** The part of a version that says since when letters take four days. */
export const sinceFourDays = {
  from: day('2025-01-01'),
  to: null,
  appliesTo: 'event-from',
  cites: vwvfg('§ 41(2), in its wording since 2025 (BGBl. 2024 I Nr. 236)'),
  confidence: 'medium',
} as const;

/** The same law with the three days of before 2025. */
export const untilThreeDays = (law: Statute, from: string, cites: Citation): Statute => ({
  ...law,
  version: { from: day(from), to: day('2024-12-31'), appliesTo: 'filed-from', cites },
  presumedNotice: threeDays,
});
