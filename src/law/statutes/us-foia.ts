import { day } from '../plain-date.ts';
import type { Statute } from '../statute.ts';
import type { Citation, Confidence, Provenance } from '../terms.ts';
import { usFoiaChallenges } from './us-foia-challenges.ts';
import { usFoiaExclusions, usFoiaExemptions } from './us-foia-exemptions.ts';
import { usFoiaPolicies } from './us-foia-policies.ts';
import { usFoiaRules } from './us-foia-rules.ts';

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

/** What nobody has read. */
const unread = (cites: Citation, source: string, confidence: Confidence = 'low'): Provenance => ({
  cites: { ...cites, unverified: true },
  source,
  confidence,
  checkedOn: null,
});

const courtRule: Citation = {
  label: 'Fed. R. Civ. P. 6(a)(1)(C)',
  url: 'https://www.law.cornell.edu/rules/frcp/rule_6',
};

/** The federal Freedom of Information Act as amended by the FOIA Improvement Act of 2016. */
export const usFoia: Statute = {
  id: 'us-foia',
  name: 'Freedom of Information Act',
  jurisdiction: 'US',
  cites: { label: '5 U.S.C. 552', url },
  timeZone: 'America/New_York',
  version: {
    // Requests "made after the date of enactment", which was 30 June 2016.
    from: day('2016-07-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'FOIA Improvement Act of 2016, Pub. L. 114-185 s. 6; note under 5 U.S.C. 552', url },
  },
  calendar: 'us-federal',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(foia('(a)(6)(A)'), 'statute; OIP, "Annual FOIA Report Q & As" (2009): the day after receipt is day 1'),
  },
  presumedArrival: {
    after: { email: 0, portal: 0, fax: 0, hand: 0, phone: 0, mail: 5, unknown: 5 },
    ...read(
      { label: 'presumed: 5 U.S.C. 552(a)(6)(A) counts from receipt, and no day of receipt is on record', url },
      'a cautious convention of this program, not a rule of law',
      'low',
    ),
  },
  terms: {
    determination: { count: 20, unit: 'working-day', from: 'receipt', roll: 'none', ...read(foia('(a)(6)(A)(i)')) },
    'start-cap': {
      count: 10,
      unit: 'working-day',
      from: 'first-receipt',
      roll: 'none',
      // The text says "ten days"; the agencies' rules and the Department of Justice read working days.
      ...read(
        { label: '5 U.S.C. 552(a)(6)(A); 32 CFR 286.8(a)', url },
        'the statute says "ten days"; 32 CFR 286.8(a), 7 CFR 1.6(a), 29 CFR 1610.9(a) and OIP guidance of 2008 say ten working days',
      ),
    },
    'expedition-decision': {
      count: 10,
      unit: 'calendar-day',
      from: 'sending',
      roll: 'none',
      ...read(foia('(a)(6)(E)(ii)(I)')),
    },
    'tracking-number': {
      count: 10,
      unit: 'calendar-day',
      from: 'receipt',
      roll: 'none',
      // Owed for requests that take longer than ten days; the text sets no day for it.
      ...read(foia('(a)(7)(A)'), `${code}, which sets no day`, 'low'),
    },
    'answer-to-complaint': {
      count: 30,
      unit: 'calendar-day',
      from: 'service',
      roll: 'next-court-day',
      rollCites: courtRule,
      ...read(foia('(a)(4)(C)')),
    },
    'interest-window': {
      count: 30,
      unit: 'working-day',
      from: 'asking',
      roll: 'none',
      ...read(
        {
          label: 'OIP guidance on "still-interested" inquiries (2015), checklist no. 5',
          url: 'https://www.justice.gov/oip/oip-guidance-7',
        },
        'the checklist of the Department of Justice; it is guidance, not law',
      ),
    },
  },
  extensions: [
    {
      of: ['determination', 'appeal-decision'],
      count: 10,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      shared: true,
      ...read(foia('(a)(6)(B)(i)')),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: 1,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'toll',
      stops: 'day-after',
      ...read(
        foia('(a)(6)(A)(ii)(I)'),
        `${code}; the opening of OIP, "New Limitations on Tolling the FOIA's Response Time" (2008)`,
      ),
    },
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'asks-answer',
      answers: ['fee-answered'],
      effect: 'toll',
      stops: 'day-after',
      ...read(
        foia('(a)(6)(A)(ii)(II)'),
        `${code}; the opening of OIP, "New Limitations on Tolling the FOIA's Response Time" (2008)`,
      ),
    },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'there is nothing left to exhaust and one may sue',
      endsWithAnswer: true,
      ...read(foia('(a)(6)(C)(i)')),
    },
  ],
  challenges: usFoiaChallenges,
  duties: [],
  determinationNeedsAppealRights: true,
  policies: usFoiaPolicies,
  adverseActs: [
    { kind: 'determined', when: 'not-granted', concerns: 'request', ...read(foia('(a)(6)(A)(i)(III)(aa)')) },
    {
      kind: 'closed-by-agency',
      when: 'always',
      concerns: 'request',
      ...read(foia('(a)(6)(A)(i)(III)(aa)'), `${code}, by analogy: it does not speak of closing`, 'medium'),
    },
    { kind: 'interim-release', when: 'said-appealable', concerns: 'interim', ...read(foia('(a)(6)(A)(i)(III)(aa)')) },
    {
      kind: 'fee-waiver-decided',
      when: 'refused',
      concerns: 'fees',
      ...read(
        {
          label: 'agency rules such as 36 CFR 1250.70(e) and 43 CFR 2.58(b)',
          url: 'https://www.ecfr.gov/current/title-36/section-1250.70',
        },
        'both, in a copy held against the eCFR in June 2026',
      ),
    },
    { kind: 'expedition-decided', when: 'refused', concerns: 'expedition', ...read(foia('(a)(6)(E)(ii)(II)')) },
    {
      kind: 'fee-category-decided',
      when: 'disputed',
      concerns: 'fees',
      ...read(
        {
          label: 'agency rules such as 36 CFR 1250.70(f)',
          url: 'https://www.ecfr.gov/current/title-36/section-1250.70',
        },
        'the rule, in a copy held against the eCFR in June 2026',
      ),
    },
    {
      kind: 'fee-estimated',
      when: 'disputed',
      concerns: 'fees',
      ...unread(
        { label: 'agency rules such as 28 CFR 16.6, on any disputed fee matter' },
        'an edition before 2015, which said so in paragraph (c); the edition in force was not read',
        'medium',
      ),
    },
  ],
  rules: usFoiaRules,
  fees: [
    {
      category: 'commercial',
      pays: 'search, review and duplication',
      barredWhenLate: 'search',
      ...read(foia('(a)(4)(A)(ii)(I)')),
    },
    {
      category: 'news-media',
      pays: 'duplication after 100 pages',
      barredWhenLate: 'duplication',
      ...read(foia('(a)(4)(A)(ii)(II)')),
    },
    {
      category: 'educational',
      pays: 'duplication after 100 pages',
      barredWhenLate: 'duplication',
      ...read(foia('(a)(4)(A)(ii)(II)')),
    },
    {
      category: 'scientific',
      pays: 'duplication after 100 pages',
      barredWhenLate: 'duplication',
      ...read(foia('(a)(4)(A)(ii)(II)')),
    },
    {
      category: 'other',
      pays: 'search after 2 hours, duplication after 100 pages',
      barredWhenLate: 'search',
      ...read(foia('(a)(4)(A)(ii)(III)')),
    },
  ],
  exemptions: usFoiaExemptions,
  exclusions: usFoiaExclusions,
};
