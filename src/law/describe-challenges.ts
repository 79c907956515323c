import type { RuleInWords } from './describe.ts';
import { capital, plain, termInWords, tracksInWords } from './describe-words.ts';
import { inWords } from './matters/term.ts';
import type { Challenge, Silence, Statute } from './statute.ts';

/** What follows from silence, and how one challenges what an agency did or did not do, in words. */

export function challengeRules(challenge: Challenge, statute: Statute): RuleInWords[] {
  const nameOf = (id: string): string =>
    id === 'request' ? 'the request' : `the ${statute.challenges.find((one) => one.id === id)?.name ?? id}`;
  const opens = challenge.against.map(({ of, when, tracks }) => {
    const what =
      when === 'silence'
        ? `silence on ${nameOf(of)}`
        : of === 'request'
          ? 'a refusal'
          : `the decision on ${nameOf(of)}`;
    return `${what}${tracksInWords(tracks)}`;
  });
  const others = (challenge.opensWith ?? []).map(plain);
  const against = [...opens, ...others].join(', ');
  const met = challenge.metBy === 'received' ? '; it must have arrived by then' : '';
  const name = capital(challenge.name);
  const window = challenge.window ? `${termInWords(challenge.window)}${met}` : 'no last day is set';
  const { decision, windowAfterSilence, windowWithoutNotice } = challenge;
  return [
    { about: name, says: `Against ${against}: ${window}.`, provenance: challenge.window ?? challenge },
    ...(windowAfterSilence
      ? [{ about: name, says: `After a silence: ${termInWords(windowAfterSilence)}.`, provenance: windowAfterSilence }]
      : []),
    ...(windowAfterSilence === null
      ? [{ about: name, says: 'After a silence no last day is set.', provenance: challenge }]
      : []),
    ...(windowWithoutNotice
      ? [
          {
            about: name,
            says: `Where the letter does not tell of it: ${termInWords(windowWithoutNotice)}.`,
            provenance: windowWithoutNotice,
          },
        ]
      : []),
    ...challenge.against.flatMap(({ of, when, window: own }) =>
      own
        ? [
            {
              about: name,
              says: `Against ${when === 'silence' ? 'silence on' : 'the decision on'} ${nameOf(of)}: ${termInWords(own)}.`,
              provenance: own,
            },
          ]
        : [],
    ),
    ...(decision
      ? [
          {
            about: `${name}: decision`,
            says: `${termInWords(decision)} to decide it${decision.expected ? ' (guidance: shown, never missed)' : ''}.`,
            provenance: decision,
          },
        ]
      : []),
    ...Object.entries(decision?.onTrack ?? {}).map(([track, own]) => ({
      about: `${name}: decision`,
      says: `${inWords(own.count, own.unit)} to decide it${tracksInWords([track])}.`,
      provenance: own,
    })),
    ...(decision?.silence ? [silenceRule(decision.silence, `the ${challenge.name}`)] : []),
  ];
}

export function silenceRule(silence: Silence, of: string): RuleInWords {
  const after = silence.after
    ? `${termInWords(silence.after)} without an answer`
    : `From the day after the last day for ${of}`;
  const unless = silence.unless ? `, unless there was ${silence.unless.map(plain).join(' or ')}` : '';
  const ends = silence.endsWithAnswer ? ' A late answer ends that.' : '';
  return {
    about: `Silence (${plain(silence.effect)})`,
    says: `${capital(after)}${unless}: ${silence.says}${tracksInWords(silence.tracks)}.${ends}`,
    provenance: silence,
  };
}
