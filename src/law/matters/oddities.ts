import type { Docket } from '../docket.ts';
import { allOf, note } from '../docket.ts';
import type { Exemption, StatusChange } from '../status-change.ts';
import { isDetermination } from './determination.ts';

/** What does not fit and belongs to no period. */
export function noteOddities(docket: Docket): void {
  const [, ...again] = allOf(docket.facts, 'filed');
  for (const filed of again)
    note(docket, 'filed-twice', filed, 'filed a second time, though the first did not come back; the first counts');
  for (const fact of docket.facts) {
    if (fact.kind === 'determined' && !isDetermination(fact, docket.law.statute)) {
      note(
        docket,
        'no-appeal-rights',
        fact,
        'the letter gives no right to appeal, so it is not yet a determination; the period runs on',
      );
    }
    if ((fact.kind === 'clarified' || fact.kind === 'fee-answered') && docket.links.targetOf(fact) === undefined) {
      note(docket, 'answer-without-question', fact, 'an answer, but no open question is on record');
    }
    if (fact.kind === 'appeal-decided' && docket.links.targetOf(fact) === undefined) {
      note(docket, 'decision-without-appeal', fact, 'a decision on an appeal, but no open appeal is on record');
    }
    const missing = missingBefore(docket, fact);
    if (missing) note(docket, ...missing);
  }
  noteUnknownExemptions(docket);
}

/** What a fact presupposes and the record lacks. */
function missingBefore(docket: Docket, fact: StatusChange): [string, StatusChange, string] | null {
  if (fact.kind === 'extended' && fact.of === 'appeal-decision' && !docket.links.targetOf(fact))
    return ['extension-without-appeal', fact, 'an extension of the time to decide an appeal, but none is open'];
  if (fact.kind === 'appeal-received' && !docket.facts.some((other) => other.kind === 'appealed'))
    return ['receipt-without-appeal', fact, 'the agency has received an appeal, but none is on record'];
  const inCourt = fact.kind === 'served' || fact.kind === 'court-ordered' || fact.kind === 'lawsuit-ended';
  if (inCourt && !docket.facts.some((other) => other.kind === 'lawsuit-filed' && other.on <= fact.on))
    return ['court-without-suit', fact, `${fact.kind}, but no suit is on record`];
  return null;
}

/** Keeps every code as the agency wrote it, and says which the law does not know. */
function noteUnknownExemptions(docket: Docket): void {
  const { exemptions, exclusions } = docket.law.statute;
  // A law whose grounds nobody has listed knows none of them, and none of them is unknown.
  if (exemptions.length === 0) return;
  for (const fact of docket.facts) {
    if (fact.kind !== 'determined' && fact.kind !== 'interim-release') continue;
    for (const claimed of fact.exemptions ?? []) {
      const code = codeOf(claimed);
      if ([...exemptions, ...exclusions].some((known) => known.code === code)) continue;
      note(docket, 'unknown-exemption', fact, `the law knows no exemption ${code}`);
    }
  }
}

/** `(b)(7)(C)`, however it was written. */
function codeOf(exemption: string | Exemption): string {
  const code = typeof exemption === 'string' ? exemption : exemption.code;
  return code.replaceAll(/\s/g, '');
}
