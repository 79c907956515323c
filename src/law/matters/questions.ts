import { isOnTrack } from '../law.ts';
import type { Docket } from '../docket.ts';
import { about } from '../docket.ts';
import { earlierOf, laterOf } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { StatusChange } from '../status-change.ts';
import type { ExtensionRule, Toll } from '../statute.ts';
import type { ExtensionEvent, PeriodEvent, QuestionEvent } from './period.ts';
import { arrivalOfAnswer, isAskedBy } from './receipt.ts';

type Stage = ExtensionRule['of'][number];

/**
 * What bears on a period among these facts: the agency's questions, each with the day our answer reached it, and its
 * notices of extension, each with the rule that gives it.
 */
export function eventsOf(docket: Docket, of: Stage, facts: readonly StatusChange[]): PeriodEvent[] {
  const events: PeriodEvent[] = [];
  for (const fact of facts) {
    const event = extensionOf(docket, of, fact) ?? questionOf(docket, fact);
    if (event) events.push(event);
  }
  return events;
}

/** A notice of extension, in whatever form the law takes one. */
function extensionOf(docket: Docket, of: Stage, fact: StatusChange): ExtensionEvent | null {
  if (fact.kind === 'extended' && (fact.of ?? 'determination') === of) {
    const { until, ground } = fact;
    return { kind: 'extension', fact, until, ground, rule: extensionRule(docket, of, fact.kind, ground) };
  }
  if (fact.kind !== 'estimated' || of !== 'determination') return null;
  // An agency's own date binds nobody, unless the law lets it take the time it names.
  const rule = extensionRule(docket, of, fact.kind, '');
  return rule && { kind: 'extension', fact, until: fact.date, ground: "the agency's own date", rule };
}

/** The rule that gives an extension: one for its ground before one for any. */
function extensionRule(docket: Docket, of: Stage, by: 'extended' | 'estimated', ground: string): ExtensionRule | null {
  const said = ground.toLowerCase().replaceAll(/[\s_]+/g, '-');
  const could = docket.law.statute.extensions.filter(
    (rule) =>
      rule.of.includes(of) && (rule.noticedBy ?? ['extended']).includes(by) && isOnTrack(docket.law, rule.tracks),
  );
  const fitting = could.filter((rule) => rule.ground !== undefined && said.includes(rule.ground));
  const general = could.filter((rule) => rule.ground === undefined);
  // A rule for the request's own track before one for all.
  const byTrack = (rules: ExtensionRule[]): ExtensionRule | undefined => rules.find((rule) => rule.tracks) ?? rules[0];
  return byTrack(fitting) ?? byTrack(general) ?? null;
}

/** A question that waits for an answer. "Still interested?" is no question of the law's. */
function questionOf(docket: Docket, fact: StatusChange): QuestionEvent | null {
  const toll = docket.law.statute.tolls.find((one) => isOnTrack(docket.law, one.tracks) && isAskedBy(one, fact));
  return toll ? { kind: 'question', fact, toll, ...answerTo(docket, fact, toll) } : null;
}

function answerTo(
  docket: Docket,
  question: StatusChange,
  toll: Toll,
): { answeredOn: PlainDate | null; assumed: boolean } {
  let answeredOn: PlainDate | null = null;
  let assumed = false;
  for (const answer of about(docket, question.id, toll.answers)) {
    const arrival = arrivalOfAnswer(docket, answer);
    const on: PlainDate = answeredOn ? earlierOf(answeredOn, arrival.on) : arrival.on;
    assumed = on === arrival.on ? arrival.assumed : assumed;
    answeredOn = laterOf(on, question.on);
  }
  return { answeredOn, assumed };
}
