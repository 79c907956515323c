import type { Overrides } from './overrides.ts';
import type { FeeCategory } from './status-change.ts';
import type { Statute, Suspension, Track } from './statute.ts';

/** The law a history is read by. */
export interface Law {
  statute: Statute;
  /** The agency's own rules. */
  overrides?: Overrides;
  /** What the requester is when fees are set, if known. */
  feeCategory?: FeeCategory | null;
  /** Stretches on which terms stand still that are not in the statute itself: decrees a desk has entered. */
  suspensions?: readonly Suspension[];
  /** Closures on which terms run on all the same: named in explanations, since everybody asks. */
  counting?: readonly Suspension[];
  /** The id of one of the statute's tracks, if the request is on one. One that the statute does not know is ignored. */
  track?: string | null;
  /** Set by `lawInForce`: versions newer than the one that governs, newest first. */
  newer?: readonly Statute[];
  /** Set by `lawInForce`: a newer version that may govern, where nobody is sure which requests it reaches. */
  otherVersion?: Statute;
  /**
   * The hour (`17:30`) that the clocks at the agency show at an instant: for rules that set an hour of the day. Handed
   * in, since the law knows no zones; without it such rules are read as if everything came in time.
   */
  hourOf?: (instant: string) => string;
}

/** Whether a rule holds for the request's track; one that names no tracks holds for all. */
export function isOnTrack(law: Law, tracks: readonly string[] | undefined): boolean {
  return !tracks || tracks.includes(trackOf(law)?.id ?? 'plain');
}

/** The track that the request is on, if the law knows it. */
export function trackOf({ statute, track }: Law): Track | undefined {
  return track == null ? undefined : statute.tracks?.find((one) => one.id === track);
}

/** The law with only those ways to challenge things that are open on the request's track. */
export function lawOnTrack(law: Law): Law {
  const { statute } = law;
  if (!statute.challenges.some(({ against }) => against.some(({ tracks }) => tracks))) return law;
  const challenges = statute.challenges.map((challenge) => ({
    ...challenge,
    against: challenge.against.filter(({ tracks }) => isOnTrack(law, tracks)),
  }));
  return { ...law, statute: { ...statute, challenges } };
}
