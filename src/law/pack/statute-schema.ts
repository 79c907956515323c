import {
  appealLevels,
  appealOutcomes,
  channels,
  determinationOutcomes,
  extendedOf,
  feeCategories,
  parties,
  statusChangeKinds,
} from '../status-change.ts';
import type { Channel } from '../status-change.ts';
import { deadlineKinds } from '../standing.ts';
import { policyNames, ruleNames } from '../statute.ts';
import { confidences, rolls, termStarts, units } from '../terms.ts';
import type {
  AdverseAct,
  Challenge,
  DutyRule,
  ExemptionRule,
  ExtensionRule,
  FeeRule,
  OtherExtension,
  Opening,
  OtherToll,
  Policy,
  PresumedArrival,
  ReceiptRule,
  Rule,
  Silence,
  Statute,
  Suspension,
  Terms,
  Toll,
  Track,
  Version,
} from '../statute.ts';
import type { Citation, Length, OtherTerm, Provenance, Term } from '../terms.ts';
import {
  among,
  type Fields,
  hour,
  id,
  listOf,
  maybe,
  object,
  oneOf,
  orNull,
  plainDate,
  type Schema,
  the,
  whole,
  words,
  yes,
} from './schema-words.ts';

const count = whole(1, 3660);
const kinds = listOf(among(statusChangeKinds), 50);
const extendedFrom = oneOf<ExtensionRule['from']>({
  'due-date': true,
  'moved-due-date': true,
  notice: true,
  start: true,
  acknowledgement: true,
});
const ownDay = oneOf<NonNullable<ExtensionRule['ownDay']>>({ 'no-limit': true });
const effect = oneOf<Toll['effect']>({ toll: true, restart: true, none: true });
const stops = oneOf<Toll['stops']>({ 'day-after': true, 'same-day': true });
const extendedLate = oneOf<ExtensionRule['late']>({ void: true, good: true });
const tracks = maybe(listOf(id, 50, { minItems: 1 }));

/** How a rule came to be in the data. */
export const provenance: Fields<Provenance> = {
  cites: the('Citation'),
  source: words,
  confidence: among(confidences),
  checkedOn: orNull(plainDate),
};

const length: Fields<Length> = { count, unit: among(units) };

const term: Fields<Term> = {
  ...length,
  orAtMost: maybe(the('Length')),
  firstDayCounts: maybe(yes),
  from: among(termStarts),
  roll: among(rolls),
  rollCites: maybe(the('Citation')),
  otherReadings: maybe(listOf(the('OtherTerm'), 20)),
  ...provenance,
};

const statuteRule = object<Rule>({ says: words, tracks, ...provenance });
const policy = object<Policy>({ default: words, other: words, otherCites: the('Citation'), ...provenance });
const named = (names: readonly string[], schema: Schema): Schema => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, schema])),
  additionalProperties: false,
});

const terms = object<Terms>({
  determination: maybe(the('Term')),
  'start-cap': maybe(the('Term')),
  'expedition-decision': maybe(the('Term')),
  'tracking-number': maybe(the('Term')),
  'answer-to-complaint': maybe(the('Term')),
  'interest-window': maybe(the('Term')),
});

/** What a statute is made of, by name. */
export const statuteDefinitions: Record<string, Schema> = {
  Citation: object<Citation>(
    {
      label: words,
      url: maybe({
        type: 'string',
        maxLength: 2000,
        pattern: '^https?://\\S+$',
        description: 'a web address: http or https',
      }),
      unverified: maybe(yes),
    },
    { description: 'Where a rule is written. `unverified`: nobody has read the cited text.' },
  ),
  Length: object<Length>(length, {
    description: 'A number of units; the day of the event that starts it is never counted.',
  }),
  Term: object<Term>(term, { description: 'A length from an event.' }),
  OtherTerm: object<OtherTerm>(
    {
      policy: id,
      says: words,
      count: maybe(count),
      unit: maybe(among(units)),
      from: maybe(among(termStarts)),
      roll: maybe(among(rolls)),
      firstDayCounts: maybe(yes),
      cites: the('Citation'),
    },
    { description: 'The same term as others read it: what is left out stays.' },
  ),
  Version: object<Version>(
    {
      from: orNull(plainDate),
      to: orNull(plainDate),
      appliesTo: oneOf<Version['appliesTo']>({
        'filed-from': true,
        'received-from': true,
        'pending-too': true,
        'event-from': true,
      }),
      cites: the('Citation'),
      confidence: maybe(among(confidences)),
    },
    { description: 'When these terms hold, and which requests they reach.' },
  ),
  ReceiptRule: object<ReceiptRule>(
    {
      by: oneOf<ReceiptRule['by']>({ body: true, 'right-office': true }),
      onDayOff: oneOf<ReceiptRule['onDayOff']>({ 'that-day': true, 'next-working-day': true }),
      cutOff: maybe(hour),
      word: maybe(words),
      ...provenance,
    },
    { description: 'When a request counts as received.' },
  ),
  PresumedArrival: object<PresumedArrival>(
    {
      after: object<Record<Channel | 'unknown', number>>({
        email: whole(0, 60),
        portal: whole(0, 60),
        mail: whole(0, 60),
        fax: whole(0, 60),
        hand: whole(0, 60),
        phone: whole(0, 60),
        unknown: whole(0, 60),
      }),
      byLaw: maybe(listOf(among(channels), 6)),
      ...provenance,
    },
    { description: 'Working days from sending to arrival, by channel; 0 is the day sent.' },
  ),
  ExtensionRule: object<ExtensionRule>(
    {
      ground: maybe(words),
      tracks,
      of: listOf(among(extendedOf), 2, { minItems: 1 }),
      count: orNull(count),
      unit: among(units),
      from: extendedFrom,
      times: orNull(whole(1, 100)),
      late: extendedLate,
      noticeWithin: maybe(the('Length')),
      promise: maybe(yes),
      ownDay: maybe(ownDay),
      noticedBy: maybe(
        listOf(oneOf<NonNullable<ExtensionRule['noticedBy']>[number]>({ extended: true, estimated: true }), 2),
      ),
      otherReadings: maybe(listOf(the('OtherExtension'), 20)),
      shared: maybe(yes),
      ...provenance,
    },
    { description: 'What an extension gives, and when. `count` null: as long as the agency says.' },
  ),
  OtherExtension: object<OtherExtension>(
    {
      policy: id,
      says: words,
      cites: the('Citation'),
      count: maybe(count),
      unit: maybe(among(units)),
      from: maybe(extendedFrom),
      late: maybe(extendedLate),
      noticeWithin: maybe(the('Length')),
      ownDay: maybe(ownDay),
    },
    { description: 'The same extension as others read it: what is left out stays.' },
  ),
  Toll: object<Toll>(
    {
      id,
      limit: orNull(whole(1, 100)),
      tracks,
      asks: among(statusChangeKinds),
      only: maybe(oneOf<NonNullable<Toll['only']>>({ 'asks-answer': true, prepayment: true })),
      answers: listOf(among(statusChangeKinds), 50),
      effect,
      waits: maybe({ const: false }),
      stops,
      evenOnLastDay: maybe(yes),
      stopsExtensions: maybe(yes),
      askedWithin: maybe(the('Length')),
      late: maybe({ const: 'good' }),
      otherReadings: maybe(listOf(the('OtherToll'), 20)),
      lapses: maybe(object<NonNullable<Toll['lapses']>>({ ...term, metBy: maybe(kinds) })),
      ...provenance,
    },
    { description: "A question of the agency's that makes its period stand still." },
  ),
  OtherToll: object<OtherToll>(
    {
      policy: id,
      says: words,
      cites: the('Citation'),
      effect: maybe(effect),
      waits: maybe({ const: false }),
      late: maybe({ const: 'good' }),
      stops: maybe(stops),
    },
    { description: 'What a question does as others read it: what is left out stays.' },
  ),
  Silence: object<Silence>(
    {
      effect: oneOf<Silence['effect']>({
        'may-sue': true,
        'may-complain': true,
        'deemed-denied': true,
        'deemed-approved': true,
      }),
      says: words,
      tracks,
      after: maybe(the('Term')),
      unless: maybe(kinds),
      endsWithAnswer: { type: 'boolean' },
      ...provenance,
    },
    { description: 'What follows from silence.' },
  ),
  Challenge: challenge(),
  DutyRule: object<DutyRule>(
    {
      ...term,
      kind: among(deadlineKinds),
      owedBy: among(parties),
      what: words,
      tracks,
      opensWith: maybe(kinds),
      outcomes: maybe(listOf(among(determinationOutcomes), 50)),
      appealOutcomes: maybe(listOf(among(appealOutcomes), 50)),
      notAfter: maybe(kinds),
      notWhileUnpaid: maybe(yes),
      notByChannel: maybe(listOf(among(channels), 6)),
      metBy: kinds,
      endedBy: maybe(kinds),
      expected: maybe(yes),
      onlyIf: maybe(words),
    },
    { description: 'Another duty with a day: to acknowledge, to produce, to ask an overseer for a ruling.' },
  ),
  Track: object<Track>(
    { id, says: words, determination: orNull(the('Term')), ...provenance },
    { description: 'A kind of request with a period of its own.' },
  ),
  FeeRule: object<FeeRule>({
    category: among(feeCategories),
    pays: words,
    barredWhenLate: oneOf<FeeRule['barredWhenLate']>({ search: true, duplication: true }),
    ...provenance,
  }),
  ExemptionRule: object<ExemptionRule>({ code: words, summary: words }),
  AdverseAct: object<AdverseAct>(
    {
      kind: among(statusChangeKinds),
      when: oneOf<AdverseAct['when']>({
        always: true,
        'not-granted': true,
        'said-appealable': true,
        refused: true,
        disputed: true,
      }),
      concerns: oneOf<AdverseAct['concerns']>({ request: true, interim: true, fees: true, expedition: true }),
      ...provenance,
    },
    { description: 'An act of the agency that can be challenged.' },
  ),
  Suspension: object<Suspension>({ from: plainDate, to: plainDate, says: words, cites: the('Citation') }),
  Statute: statute(),
};

function challenge(): Schema {
  const decision = object<NonNullable<Challenge['decision']>>({
    ...term,
    kind: among(deadlineKinds),
    expected: maybe(yes),
    silence: maybe(the('Silence')),
    onTrack: maybe({ type: 'object', additionalProperties: object<Length & Provenance>({ ...length, ...provenance }) }),
  });
  const silent = object<NonNullable<Challenge['windowAfterSilence']>>({ ...term, expected: maybe(yes) });
  return object<Challenge>(
    {
      id,
      name: words,
      level: among(appealLevels),
      filing: among(deadlineKinds),
      against: listOf(
        object<Opening>({
          of: id,
          when: oneOf<Opening['when']>({ 'adverse-act': true, silence: true }),
          tracks,
          window: maybe(orNull(the('Term'))),
        }),
        20,
      ),
      opensWith: maybe(kinds),
      window: orNull(the('Term')),
      windowAfterSilence: maybe(orNull(silent)),
      windowWithoutNotice: maybe(the('Term')),
      metBy: oneOf<Challenge['metBy']>({ sent: true, received: true }),
      decision: maybe(decision),
      ...provenance,
    },
    { description: 'A way to challenge what the agency did, or did not do.' },
  );
}

function statute(): Schema {
  const presumedNotice = object<NonNullable<Statute['presumedNotice']>>({
    ...length,
    count: whole(0, 60),
    roll: among(rolls),
    ...provenance,
  });
  const written: Fields<Omit<Statute, 'calendarRules'>> = {
    id,
    name: words,
    jurisdiction: {
      type: 'string',
      pattern: '^[A-Z]{2}(-[A-Z0-9]{1,3})?$',
      description: 'a code like US, US-CA or EU',
    },
    cites: the('Citation'),
    timeZone: { type: 'string', minLength: 1, maxLength: 64 },
    version: the('Version'),
    earlier: maybe(listOf(the('Statute'), 50)),
    calendar: id,
    receipt: the('ReceiptRule'),
    presumedArrival: the('PresumedArrival'),
    presumedNotice: maybe(presumedNotice),
    terms,
    tracks: maybe(listOf(the('Track'), 50)),
    extensions: listOf(the('ExtensionRule'), 50),
    tolls: listOf(the('Toll'), 50),
    silence: listOf(the('Silence'), 50),
    challenges: listOf(the('Challenge'), 20),
    duties: listOf(the('DutyRule'), 100),
    determinationNeedsAppealRights: maybe(yes),
    policies: named(policyNames, policy),
    adverseActs: listOf(the('AdverseAct'), 100),
    rules: named(ruleNames, statuteRule),
    fees: listOf(the('FeeRule'), 50),
    exemptions: listOf(the('ExemptionRule'), 500),
    exclusions: listOf(the('ExemptionRule'), 500),
    suspensions: maybe(listOf(the('Suspension'), 500)),
    notes: maybe(listOf(words, 200)),
  };
  return object<Omit<Statute, 'calendarRules'>>(written, { description: 'A law as data.' });
}
