import { day } from '../plain-date.ts';
import type { Rule, Statute } from '../statute.ts';
import type { Citation, Confidence } from '../terms.ts';

const url = 'https://www.law.cornell.edu/uscode/text/5/552';
const foia = (paragraph: string): Citation => ({ label: `5 U.S.C. 552${paragraph}`, url });

const rule = (
  says: string,
  cites: Citation,
  source = 'the text of the statute, United States Code of September 2018',
  confidence: Confidence = 'high',
): Rule => ({
  says,
  cites,
  source,
  confidence,
  checkedOn: day('2026-11-23'),
});

/** Rules of the Act that carry no number of their own. */
export const usFoiaRules: Statute['rules'] = {
  'receipt-by-component': rule(
    'the period starts when the right component receives the request; the day of receipt is not counted',
    foia('(a)(6)(A)'),
    'statute; OIP, "Annual FOIA Report Q & As" (2009): the day after receipt is day 1',
  ),
  'toll-span': rule(
    'it runs again once the agency has the answer',
    foia('(a)(6)(A)(ii)'),
    'statute: receipt of the answer ends the pause; what becomes of that day it does not say',
  ),
  'extension-timely': rule(
    'an extension needs a written notice before the period ends',
    { label: '5 U.S.C. 552(a)(6)(B)(i); 32 CFR 286.8(c)', url },
    'statute, and the regulation of the Department of Defense: before the 20 days end',
  ),
  'extension-shared': rule('one allowance of ten days covers the request and its appeal', foia('(a)(6)(B)(i)')),
  'appeal-rights': rule(
    'a determination says what is released and withheld, why, and that one may appeal',
    {
      label: 'CREW v. FEC, 711 F.3d 180 (D.C. Cir. 2013)',
      url: 'https://www.justice.gov/oip/citizens-responsibility-and-ethics-washington-v-fec-no-12-5004-2013-wl-1296289-dc-cir-apr-2-2013',
    },
    'the opening of the opinion, and its summary by the Department of Justice',
  ),
  'appeal-once-adverse': rule(
    'an adverse determination may be appealed to the head of the agency',
    foia('(a)(6)(A)(i)(III)(aa)'),
  ),
  silence: rule('an agency that misses a time limit leaves nothing to exhaust: one may sue', foia('(a)(6)(C)(i)')),
  'late-answer-cures': rule(
    'an answer that comes late, but before suit, must be appealed first',
    { label: "Oglesby v. Dep't of the Army, 920 F.2d 57 (D.C. Cir. 1990)" },
    'the opening of the opinion; the Department of Justice on Flaherty v. IRS (D.C. Cir. 2012), which follows it',
    'medium',
  ),
  'final-appeal-decision': rule('a decision on the appeal is subject to judicial review', foia('(a)(6)(A)(ii)')),
  'expedition-review': rule(
    'a refusal of expedition, or no decision in time, can be taken to court by itself',
    foia('(a)(6)(E)(iii)'),
  ),
  'fees-barred': rule(
    'an agency that misses a time limit may not charge for searching, or if the requester is news media, educational or scientific for duplication',
    foia('(a)(4)(A)(viii)(I)'),
  ),
  'fees-barred-after-extension': rule(
    'after a timely notice of unusual circumstances only the extended limit matters',
    foia('(a)(4)(A)(viii)(II)(aa)'),
  ),
  'fees-barred-pages': rule(
    'unless more than 5,000 pages are needed and the agency both gave timely notice of unusual circumstances ' +
      'and discussed with the requester, or tried three times in good faith to discuss, how to limit the request; or unless a court excuses the delay',
    foia('(a)(4)(A)(viii)(II)(bb), (cc)'),
  ),
  'closures-count': rule(
    'days on which the government is shut count',
    {
      label: 'OIP, "Calculating FOIA Response Times after the Government Shutdown"',
      url: 'https://www.justice.gov/oip/blog/calculating-foia-response-times-after-government-shutdown',
    },
    'the guidance of the Department of Justice, which calls it a matter of policy',
  ),
  remand: rule(
    'a remand sends the request back; the Act sets no new day',
    foia('(a)(6)(A)(ii)'),
    'the statute is silent',
    'medium',
  ),
  'court-order': rule('the day is the one the court set', foia('(a)(4)(B)')),
  'answer-by-letter': rule('the letter sets the day', { label: "the agency's letter" }, 'the letter'),
};
