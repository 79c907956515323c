import type { Challenge, DutyRule, Statute, Version } from '../statute.ts';
import type { Term, TermStart } from '../terms.ts';
import { plainProblems } from './lint-plain.ts';
import { below, type PackError } from './pack.ts';

/**
 * What no schema can say of a law: that its parts fit each other. Pure; that a zone exists is not known here.
 */

/** Starts of a period of the request's own. */
const ofRequest: readonly TermStart[] = ['receipt', 'first-receipt', 'sending', 'acknowledgement'];
const ofAct: readonly TermStart[] = ['date-of-act', 'notice-of-act'];
/** `due-date`: some count from the end of the time to answer, whether an answer came or not. */
const ofWindow: readonly TermStart[] = [...ofAct, 'due-date'];
const ofQuestion: readonly TermStart[] = ['asking', ...ofAct];
const ofAppeal: readonly TermStart[] = ['receipt-of-appeal', 'sending-of-appeal'];
const ofSilence: readonly TermStart[] = [...ofRequest, 'due-date'];
const ofOpenedDuty: readonly TermStart[] = [...ofQuestion, ...ofAppeal, 'receipt', 'sending', 'acknowledgement'];

const startsOfTerms: Record<keyof Statute['terms'], readonly TermStart[]> = {
  determination: ofRequest,
  'start-cap': ['first-receipt', 'receipt'],
  'expedition-decision': [...ofRequest, 'asking'],
  'tracking-number': ofRequest,
  'answer-to-complaint': ['service'],
  'interest-window': ofQuestion,
};

/** Everything that is wrong with a law and its earlier versions; `knowsCalendar`: whether there is one of that id. */
export function problemsOf(statute: Statute, knowsCalendar: (id: string) => boolean): PackError[] {
  const versions: [Statute, string][] = [
    [statute, ''],
    ...(statute.earlier ?? []).map((one, i): [Statute, string] => [one, below('', 'earlier', i)]),
  ];
  // A request is on a track of the newest version, so rules of an older one may name it too.
  const tracks = ['plain', ...versions.flatMap(([one]) => (one.tracks ?? []).map(({ id }) => id))];
  return [
    ...plainProblems(statute, ''),
    ...versions.flatMap(([one, at]) => problemsOfVersion(one, at, knowsCalendar, tracks)),
    ...orderProblems(statute),
  ];
}

function problemsOfVersion(
  statute: Statute,
  at: string,
  knowsCalendar: (id: string) => boolean,
  tracks: readonly string[],
): PackError[] {
  const found: PackError[] = [];
  if (!knowsCalendar(statute.calendar))
    found.push({ pointer: below(at, 'calendar'), detail: `there is no holiday calendar "${statute.calendar}"` });
  return [
    ...found,
    ...trackProblems(statute, at, tracks),
    ...challengeProblems(statute.challenges, below(at, 'challenges')),
    ...startProblems(statute, at),
    ...circleProblems(statute, at),
    ...alike(statute.tolls, (toll) => toll.id, below(at, 'tolls'), 'id'),
    ...alike(statute.fees, (fee) => fee.category, below(at, 'fees'), 'category'),
    ...spanProblems(statute.version, below(at, 'version')),
    ...(statute.suspensions ?? []).flatMap((one, i) => spanProblems(one, below(at, 'suspensions', i))),
    ...tollProblems(statute, at),
  ];
}

/** The versions are in order, newest first, and no day has two. */
function orderProblems(statute: Statute): PackError[] {
  const found: PackError[] = [];
  let newer = statute.version;
  for (const [i, { id, version, earlier }] of (statute.earlier ?? []).entries()) {
    const at = below('', 'earlier', i);
    if (id !== statute.id) found.push({ pointer: below(at, 'id'), detail: `must be "${statute.id}", as of the law` });
    if (earlier)
      found.push({ pointer: below(at, 'earlier'), detail: 'stands in the law itself, which lists all its versions' });
    found.push(...followProblems(version, newer, at));
    newer = version;
  }
  return found;
}

function followProblems(version: Version, newer: Version, at: string): PackError[] {
  if (newer.from === null)
    return [{ pointer: at, detail: 'is an earlier version, and the one after it has no first day (version.from)' }];
  if (version.from !== null && version.from >= newer.from)
    return [{ pointer: below(at, 'version', 'from'), detail: `is not before ${newer.from}: newest first` }];
  if (version.to !== null && version.to < newer.from) return [];
  const detail = `overlaps the version after it, which begins on ${newer.from}`;
  return [{ pointer: below(at, 'version', 'to'), detail }];
}

function trackProblems(statute: Statute, at: string, known: readonly string[]): PackError[] {
  const found = alike(statute.tracks ?? [], (track) => track.id, below(at, 'tracks'), 'id');
  const tell = (rules: readonly { tracks?: string[] }[], place: string): void => {
    for (const [i, rule] of rules.entries()) tellOf(rule, below(at, place, i));
  };
  const tellOf = (rule: { tracks?: string[] } | undefined, pointer: string): void => {
    for (const [i, track] of (rule?.tracks ?? []).entries()) {
      if (known.includes(track)) continue;
      found.push({ pointer: below(pointer, 'tracks', i), detail: `there is no track "${track}"` });
    }
  };
  tell(statute.extensions, 'extensions');
  tell(statute.tolls, 'tolls');
  tell(statute.silence, 'silence');
  tell(statute.duties, 'duties');
  for (const [name, rule] of Object.entries(statute.rules)) tellOf(rule, below(at, 'rules', name));
  for (const [i, { decision }] of statute.challenges.entries())
    tellOf(decision?.silence, below(at, 'challenges', i, 'decision', 'silence'));
  return found;
}

/** Each way is against the request or one that stands before it: so no circle can be written. */
function challengeProblems(challenges: readonly Challenge[], at: string): PackError[] {
  const found = [
    ...alike(challenges, (one) => one.id, at, 'id'),
    // An appeal says at which level it was made, so each has one; a suit is a suit, whatever opens it.
    ...alike(challenges, (one) => (one.level === 'court' ? undefined : one.level), at, 'level'),
    ...challenges.flatMap((one, i) => filingProblems(one, challenges.slice(0, i), at, i)),
  ];
  for (const [i, { against }] of challenges.entries()) {
    // Against itself: the same way again, one instance higher.
    const before = ['request', ...challenges.slice(0, i + 1).map(({ id }) => id)];
    for (const [j, { of }] of against.entries()) {
      if (before.includes(of)) continue;
      const later = challenges.some(({ id }) => id === of);
      const detail = later
        ? `"${of}" does not stand before it`
        : `there is no challenge "${of}"; it has ${before.join(', ')}`;
      found.push({ pointer: below(at, i, 'against', j, 'of'), detail });
    }
  }
  return found;
}

/** A deadline is known by what is filed and what opened it: two windows for one thing would be one deadline with two days. */
function filingProblems(one: Challenge, before: readonly Challenge[], at: string, i: number): PackError[] {
  const same = before.filter(({ filing }) => filing === one.filing);
  if (same.some(({ level }) => level !== 'court' || one.level !== 'court'))
    return [{ pointer: below(at, i, 'filing'), detail: `"${one.filing}" is there already` }];
  const opened = same.flatMap(openings);
  return openings(one)
    .filter((opening) => opened.includes(opening))
    .map((opening) => ({ pointer: below(at, i, 'against'), detail: `gives a second window for ${opening}` }));
}

/** What gives time to file: where no window is set, there is no deadline. */
function openings({ against, window, windowAfterSilence }: Challenge): string[] {
  return against.flatMap((one) => {
    const usual = one.when === 'silence' && windowAfterSilence !== undefined ? windowAfterSilence : window;
    const own = one.window === undefined ? usual : one.window;
    return own ? [`the ${one.when} of "${one.of}"`] : [];
  });
}

function startProblems(statute: Statute, at: string): PackError[] {
  const found: PackError[] = [];
  const check = (term: Term | null | undefined, allowed: readonly TermStart[], ...steps: (string | number)[]): void => {
    if (!term) return;
    const pointer = below(at, ...steps);
    if (!allowed.includes(term.from)) found.push(cannotStart(below(pointer, 'from'), term.from, allowed));
    for (const [i, { from }] of (term.otherReadings ?? []).entries()) {
      if (from === undefined || allowed.includes(from)) continue;
      found.push(cannotStart(below(pointer, 'otherReadings', i, 'from'), from, allowed));
    }
  };
  for (const [name, term] of Object.entries(statute.terms))
    check(term, startsOfTerms[name as keyof Statute['terms']], 'terms', name);
  statute.tracks?.forEach((track, i) => check(track.determination, ofRequest, 'tracks', i, 'determination'));
  statute.tolls.forEach((toll, i) => check(toll.lapses, ofQuestion, 'tolls', i, 'lapses'));
  statute.silence.forEach((one, i) => check(one.after, ofSilence, 'silence', i, 'after'));
  statute.duties.forEach((duty, i) => check(duty, duty.opensWith ? ofOpenedDuty : ofRequest, 'duties', i));
  statute.challenges.forEach((challenge, i) => {
    const silenceAlone = challenge.against.length > 0 && challenge.against.every(({ when }) => when === 'silence');
    const window: readonly TermStart[] = [...ofWindow, 'accrual', ...(silenceAlone ? ofSilence : [])];
    check(challenge.window, window, 'challenges', i, 'window');
    check(challenge.windowWithoutNotice, ofAct, 'challenges', i, 'windowWithoutNotice');
    check(challenge.windowAfterSilence, [...ofSilence, ...ofAct, 'accrual'], 'challenges', i, 'windowAfterSilence');
    challenge.against.forEach((one, j) => {
      const allowed = one.when === 'silence' ? [...ofSilence, ...ofAct] : ofWindow;
      check(one.window, allowed, 'challenges', i, 'against', j, 'window');
    });
    check(challenge.decision, ofAppeal, 'challenges', i, 'decision');
    const after = challenge.decision?.silence?.after;
    check(after, [...ofAppeal, 'due-date'], 'challenges', i, 'decision', 'silence', 'after');
  });
  return found;
}

function cannotStart(pointer: string, from: TermStart, allowed: readonly TermStart[]): PackError {
  return { pointer, detail: `a term here cannot start at "${from}"; it can at ${allowed.join(', ')}` };
}

/** The acknowledgement, while it is missing, stands on the last day on which it is owed: that day cannot hang on it. */
function circleProblems(statute: Statute, at: string): PackError[] {
  const owes = (duty: DutyRule): boolean => duty.kind === 'acknowledgement' && duty.from === 'acknowledgement';
  return statute.duties.flatMap((duty, i) =>
    owes(duty)
      ? [
          {
            pointer: below(at, 'duties', i, 'from'),
            detail: 'is circular: the acknowledgement cannot be counted from itself',
          },
        ]
      : [],
  );
}

function tollProblems(statute: Statute, at: string): PackError[] {
  return statute.tolls.flatMap((toll, i) => {
    const found: PackError[] = [];
    const pointer = below(at, 'tolls', i);
    if (toll.answers.includes(toll.asks))
      found.push({ pointer: below(pointer, 'answers'), detail: `"${toll.asks}" cannot answer itself` });
    if (toll.only && toll.asks !== 'fee-estimated')
      found.push({ pointer: below(pointer, 'only'), detail: 'is a word for "fee-estimated" alone' });
    return found;
  });
}

/** A span of days that ends before it begins. */
function spanProblems({ from, to }: { from: string | null; to: string | null }, at: string): PackError[] {
  if (from === null || to === null || from <= to) return [];
  return [{ pointer: below(at, 'to'), detail: `is before ${from}, where it begins` }];
}

/** What occurs a second time in a list. */
export function alike<T>(
  list: readonly T[],
  of: (one: T) => string | undefined,
  at: string,
  field: string,
): PackError[] {
  return list.flatMap((one, i) => {
    const value = of(one);
    if (value === undefined || list.findIndex((other) => of(other) === value) === i) return [];
    return [{ pointer: below(at, i, field), detail: `"${value}" is there already` }];
  });
}
