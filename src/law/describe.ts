import { citationWords } from './explain.ts';
import { challengeRules, silenceRule } from './describe-challenges.ts';
import { capital, plain, sentence, termInWords, tracksInWords } from './describe-words.ts';
import { inWords, lengthInWords } from './matters/term.ts';
import type { DutyRule, ExtensionRule, Statute, Toll, Track, Version } from './statute.ts';
import type { OtherTerm, Provenance } from './terms.ts';

/** A law in words, for a lawyer to read and to correct: one line a rule, each with its citation and how sure we are. */

/** One rule in words. */
export interface RuleInWords {
  /** `Decision`, `Extension`, `Appeal`. */
  about: string;
  says: string;
  provenance: Provenance & { otherReadings?: Pick<OtherTerm, 'policy' | 'says' | 'cites'>[] };
}

/** Every rule of a version, in the order of a request's life. */
export function describeRules(statute: Statute): RuleInWords[] {
  return [
    ...receiptRules(statute),
    ...decisionRules(statute),
    ...statute.duties.map(dutyRule),
    ...statute.extensions.map(extensionRule),
    ...statute.tolls.flatMap(tollRules),
    ...statute.silence.map((silence) => silenceRule(silence, 'the request')),
    ...statute.challenges.flatMap((challenge) => challengeRules(challenge, statute)),
    ...otherTerms(statute),
    ...feeRules(statute),
  ];
}

/** When a version holds and which requests it reaches. */
export function describeVersion({ from, to, appliesTo, cites, confidence }: Version): string {
  const reaches = {
    'filed-from': 'requests filed from that day on',
    'received-from': 'requests received from that day on',
    'pending-too': 'requests filed from that day on, and those still pending then',
    'event-from': 'each term by the day of the event that starts it',
  }[appliesTo];
  const since = from ? `in force from ${from}` : 'in force since before our records';
  const until = to ? ` to ${to}` : '';
  const sure = confidence && confidence !== 'high' ? ` (which requests it reaches is ${confidence} confidence)` : '';
  return `${since}${until}; governs ${reaches}${sure} [${citationWords(cites)}]`;
}

function receiptRules(statute: Statute): RuleInWords[] {
  const { receipt, presumedArrival, presumedNotice } = statute;
  const office =
    receipt.by === 'right-office' ? 'only when the right office has it' : 'when any office of the body has it';
  const dayOff =
    receipt.onDayOff === 'next-working-day'
      ? `what comes on a day off${receipt.cutOff ? ` or after ${receipt.cutOff}` : ''} counts as received on the next working day`
      : 'a day off can be the day of receipt';
  const arrival = Object.entries(presumedArrival.after)
    .filter(([channel, days]) => days > 0 && channel !== 'unknown')
    .map(([channel, days]) => `${channel}: ${inWords(days, 'working-day')} after sending`);
  const word = receipt.word ?? 'received';
  return [
    { about: 'Receipt', says: `A request is ${word} ${office}; ${dayOff}.`, provenance: receipt },
    {
      about: 'Presumed arrival',
      says: `If no day is on record: the day sent${arrival.length ? `, but ${arrival.join(', ')}` : ''}.`,
      provenance: presumedArrival,
    },
    ...(presumedNotice
      ? [
          {
            about: 'Presumed notice',
            says: `A letter counts as having reached us ${inWords(presumedNotice.count, presumedNotice.unit)} after its date.`,
            provenance: presumedNotice,
          },
        ]
      : []),
  ];
}

function decisionRules({ terms, rules, tracks, determinationNeedsAppealRights }: Statute): RuleInWords[] {
  const prompt = rules.prompt;
  const appealRights = determinationNeedsAppealRights ? rules['appeal-rights'] : undefined;
  return [
    ...(terms.determination
      ? [{ about: 'Decision', says: `${termInWords(terms.determination)} to decide.`, provenance: terms.determination }]
      : []),
    ...(prompt ? [{ about: 'Decision', says: `${sentence(prompt.says)}`, provenance: prompt }] : []),
    ...(terms['start-cap']
      ? [
          {
            about: 'Latest start',
            says: `The period begins at the latest ${termInWords(terms['start-cap'])}.`,
            provenance: terms['start-cap'],
          },
        ]
      : []),
    ...(appealRights
      ? [{ about: 'What a decision is', says: sentence(appealRights.says), provenance: appealRights }]
      : []),
    ...(tracks ?? []).map(trackRule),
  ];
}

function trackRule(track: Track): RuleInWords {
  const period = track.determination ? `${termInWords(track.determination)} to decide` : 'no day is set';
  return {
    about: `Track \`${track.id}\``,
    says: `A request ${track.says}: ${period}.`,
    provenance: track.determination ?? track,
  };
}

function dutyRule(rule: DutyRule): RuleInWords {
  const opens = rule.opensWith ? `, after ${rule.opensWith.map(plain).join(' or ')}` : '';
  const ways = rule.notByChannel ? `, unless it was filed by ${rule.notByChannel.join(' or ')}` : '';
  const shown = rule.onlyIf ? `, ${rule.onlyIf} (shown, never missed)` : rule.expected ? ' (shown, never missed)' : '';
  return {
    about: capital(plain(rule.kind)),
    says: `${termInWords(rule)} ${rule.what}${opens}${ways}${tracksInWords(rule.tracks)}${shown}.`,
    provenance: rule,
  };
}

function extensionRule(rule: ExtensionRule): RuleInWords {
  const length =
    rule.count === null ? 'as long as the agency says' : `${inWords(rule.count, rule.unit)}${extensionFrom(rule)}`;
  const often = rule.times === null ? 'again and again' : rule.times === 1 ? 'once' : `${rule.times} times`;
  const late =
    rule.late === 'void' ? 'a notice after the period has ended gives nothing' : 'a late notice still extends';
  const ground = rule.ground ? ` on the ground \`${rule.ground}\`` : '';
  const shared = rule.shared ? '; one allowance for the request and its appeal' : '';
  const of = rule.of.includes('determination') ? '' : ' of the appeal';
  const named = rule.noticedBy?.includes('estimated') ? '; a date that the agency names in time counts as one' : '';
  const promised = rule.promise ? '; the day it names is a promise, shown and never missed' : '';
  return {
    about: `Extension${of}`,
    says: `${capital(length)}${ground}${tracksInWords(rule.tracks)}, ${often}; ${late}${named}${promised}${shared}.`,
    provenance: rule,
  };
}

function extensionFrom({ from }: ExtensionRule): string {
  if (from === 'start') return ' in all from the start of the period';
  if (from === 'acknowledgement') return ' in all from the acknowledgement';
  if (from === 'notice') return ' from the day of the notice';
  return from === 'moved-due-date' ? ' more after the last day, where it was moved to' : ' more after the last day';
}

function tollRules(toll: Toll): RuleInWords[] {
  const asks = plain(toll.asks) + (toll.only === 'prepayment' ? ' that asks for payment first' : '');
  const effect = {
    toll: 'the period stands still until the answer',
    restart:
      toll.waits === false
        ? 'the period runs on, and begins anew with the answer'
        : 'the period begins anew with the answer',
    none: 'nothing stands still',
  }[toll.effect];
  const ends = toll.stops === 'same-day' ? ', both end days left out' : '';
  const last = toll.evenOnLastDay ? '; asked on the last day it stops that day too' : '';
  const limit = toll.limit === null ? '' : `; at most ${toll.limit} of them`;
  const within = toll.askedWithin
    ? `; only if asked within ${inWords(toll.askedWithin.count, toll.askedWithin.unit)}`
    : '';
  const { lapses } = toll;
  return [
    { about: 'Pause', says: `${capital(asks)}: ${effect}${ends}${last}${limit}${within}.`, provenance: toll },
    ...(lapses
      ? [
          {
            about: 'Withdrawal by law',
            says: `${capital(asks)}: unanswered for ${lengthInWords(lapses)}, the request counts as withdrawn.`,
            provenance: lapses,
          },
        ]
      : []),
  ];
}

function otherTerms({ terms }: Statute): RuleInWords[] {
  const named = {
    'expedition-decision': 'to decide on expedited processing',
    'tracking-number': 'for a tracking number (shown, never missed)',
    'answer-to-complaint': 'to answer the complaint in court',
    'interest-window': 'at least, to say whether one is still interested',
  } as const;
  return Object.entries(named).flatMap(([key, what]) => {
    const term = terms[key as keyof typeof named];
    return term ? [{ about: capital(plain(key)), says: `${termInWords(term)} ${what}.`, provenance: term }] : [];
  });
}

function feeRules({ fees, rules }: Statute): RuleInWords[] {
  const barred = rules['fees-barred'];
  return [
    ...(barred ? [{ about: 'Fees of a late agency', says: sentence(barred.says), provenance: barred }] : []),
    ...fees.map((fee) => ({
      about: 'Fees',
      says: `A requester of the category ${fee.category} pays ${fee.pays}.`,
      provenance: fee,
    })),
  ];
}
