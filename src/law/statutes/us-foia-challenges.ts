import { day } from '../plain-date.ts';
import type { Challenge } from '../statute.ts';
import type { Citation, Confidence, Provenance } from '../terms.ts';

const url = 'https://www.law.cornell.edu/uscode/text/5/552';
const foia = (paragraph: string): Citation => ({ label: `5 U.S.C. 552${paragraph}`, url });

/** The United States Code as published in September 2018, read as github.com/publicdocs/uscode has it. */
const code = 'the text of the statute, United States Code of September 2018';

const read = (cites: Citation, source = code, confidence: Confidence = 'high'): Provenance => ({
  cites,
  source,
  confidence,
  checkedOn: day('2026-11-23'),
});

/** The appeal to the head of the agency, and the suit in a district court. */
export const usFoiaChallenges: Challenge[] = [
  {
    id: 'appeal',
    name: 'appeal',
    level: 'agency',
    filing: 'appeal-filing',
    against: [{ of: 'request', when: 'adverse-act' }],
    ...read(foia('(a)(6)(A)(i)(III)(aa)')),
    window: {
      count: 90,
      unit: 'calendar-day',
      from: 'date-of-act',
      roll: 'none',
      // "Not less than 90 days": an agency's rule may give more, and counts in its own way.
      ...read(foia('(a)(6)(A)(i)(III)(aa)')),
    },
    metBy: 'sent',
    decision: {
      kind: 'appeal-decision',
      count: 20,
      unit: 'working-day',
      from: 'receipt-of-appeal',
      roll: 'none',
      ...read(foia('(a)(6)(A)(ii)')),
      silence: { effect: 'may-sue', says: 'one may sue', endsWithAnswer: false, ...read(foia('(a)(6)(C)(i)')) },
    },
  },
  {
    id: 'court',
    name: 'suit in a district court',
    level: 'court',
    filing: 'suit-filing',
    against: [
      { of: 'request', when: 'silence' },
      { of: 'appeal', when: 'silence' },
      { of: 'appeal', when: 'adverse-act' },
    ],
    ...read(foia('(a)(4)(B)')),
    window: {
      count: 6,
      unit: 'year',
      from: 'accrual',
      roll: 'next-court-day',
      rollCites: { label: 'Fed. R. Civ. P. 6(a)(1)(C)', url: 'https://www.law.cornell.edu/rules/frcp/rule_6' },
      ...read(
        {
          label: '28 U.S.C. 2401(a); Spannaus v. DOJ, 824 F.2d 52 (D.C. Cir. 1987)',
          url: 'https://www.law.cornell.edu/uscode/text/28/2401',
        },
        'the text of 28 U.S.C. 2401(a), and the opening of the opinion, which applies it; when the action accrues, from summaries',
        'medium',
      ),
    },
    metBy: 'sent',
  },
];
