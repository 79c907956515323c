import { day } from '../plain-date.ts';
import type { Policy, Statute } from '../statute.ts';
import type { Citation, Confidence } from '../terms.ts';

const url = 'https://www.law.cornell.edu/uscode/text/5/552';
const toll: Citation = { label: '5 U.S.C. 552(a)(6)(A)(ii): silent on the days of asking and answering', url };

const disputed = (
  cites: Citation,
  byDefault: string,
  other: string,
  otherCites: Citation,
  source: string,
  confidence: Confidence = 'medium',
): Policy => ({
  cites,
  default: byDefault,
  other,
  otherCites,
  source,
  confidence,
  checkedOn: cites.unverified || otherCites.unverified ? null : day('2026-11-23'),
});

const stamped: Citation = {
  label: 'OIP guidance of 18 November 2025: the day stamped on arrival',
  url: 'https://www.foiaadvisor.com/foia-blog/2025/11/18/foia-news-calculating-response-times-by-doj',
};

/** Points on which the text is silent or practice differs. */
export const usFoiaPolicies: Statute['policies'] = {
  'stop-day-not-counted': disputed(
    toll,
    'the day on which the agency asks still counts',
    'the day on which the agency asks does not count',
    toll,
    'the text sets no rule; counting both ways is found in practice',
  ),
  'resume-day-counted': disputed(
    toll,
    'counting resumes on the day after the answer arrived',
    'the day on which the answer arrived counts again',
    { label: '5 U.S.C. 552(a)(6)(A)(ii): receipt of the answer "ends the tolling period"', url },
    'the text says that receipt ends the pause, not whether that day counts',
  ),
  'extension-tolls': disputed(
    { label: '5 U.S.C. 552(a)(6)(A)(ii): "toll the 20-day period"', url },
    'the added days run on while the agency waits for an answer',
    'a question stops the added days too',
    { label: '5 U.S.C. 552(a)(6)(B)(i): the time limits "may be extended"', url },
    'the pause is written for the 20-day period',
  ),
  'starts-at-perfected': disputed(
    { label: '5 U.S.C. 552(a)(6)(A)(ii)(I)', url },
    'asking what is meant stops the period for once',
    'the period starts only when the request is properly described',
    { label: '5 U.S.C. 552(a)(3)(A): a request "which reasonably describes such records"', url },
    'the text; agencies hold that only such a request starts the period, Interior in 43 CFR 2.8(a)(3) of 2012',
  ),
  'literal-legal-holiday': disputed(
    { label: '5 U.S.C. 6103(b)(1)', url: 'https://www.law.cornell.edu/uscode/text/5/6103' },
    'a holiday on a Saturday is kept on the Friday before',
    'a holiday on a Saturday stays there, and the Friday counts',
    { label: '5 U.S.C. 552(a)(6)(A)(i) "legal public holidays"; 6103(b) is for pay and leave', url },
    'the rule for Saturdays is written for pay and leave; agencies count by it all the same',
  ),
  'cap-ten-calendar-days': disputed(
    { label: '32 CFR 286.8(a); 7 CFR 1.6(a)', url: 'https://www.law.cornell.edu/cfr/text/32/286.8' },
    'at most ten working days may pass before the period starts',
    'at most ten calendar days may pass before the period starts',
    { label: '5 U.S.C. 552(a)(6)(A): "not later than ten days"', url },
    'the text says "ten days" where it says "excepting Saturdays, Sundays" elsewhere',
  ),
  'next-working-day-receipt': disputed(
    stamped,
    'a request that arrives on a day off is received that day',
    'a request that arrives on a day off is received on the next working day',
    {
      label: "agency notices such as the EEOC's, quoted by the Reporters Committee",
      url: 'https://foia.wiki/wiki/Government_Shutdowns',
    },
    'OIP as quoted by FOIA Advisor; the notice as quoted; Interior has the like for appeals after 5 p.m., 43 CFR 2.58(e)',
  ),
  'agency-receipt-date': disputed(
    { label: '5 U.S.C. 552(a)(6)(A)', url },
    'the day of receipt that we can show counts',
    'the day of receipt that the agency states counts',
    { label: "the agency's letter" },
    'a dispute of fact',
  ),
  'received-the-day-sent': disputed(
    { label: "the agency's letter" },
    'without proof of ours the day of receipt that the agency states counts',
    'a message by e-mail, portal, fax or hand is received the day it is sent',
    stamped,
    'a dispute of fact',
  ),
  'from-receipt': disputed(
    { label: '5 U.S.C. 552(a)(6)(E)(ii)(I): "after the date of the request"', url },
    'ten days from the date of the request for expedition',
    'ten days from its receipt',
    { label: 'agency rules such as 32 CFR 1700.12(b): ten calendar days from receipt of the request for it' },
    'the statute; the rule of the Director of National Intelligence, in a copy without date',
  ),
  'ten-days-each-stage': disputed(
    { label: '5 U.S.C. 552(a)(6)(B)(i): the time limits in "either clause (i) or clause (ii)"', url },
    'request and appeal share one allowance of ten days',
    'request and appeal have ten days each',
    { label: '5 U.S.C. 552(a)(6)(B)(i)', url },
    'the text, which names both stages in one clause',
  ),
  'window-without-notice': disputed(
    {
      label: 'CREW v. FEC, 711 F.3d 180 (D.C. Cir. 2013)',
      url: 'https://www.justice.gov/oip/citizens-responsibility-and-ethics-washington-v-fec-no-12-5004-2013-wl-1296289-dc-cir-apr-2-2013',
    },
    'a letter that gives no right to appeal opens no window',
    'the window runs from the letter all the same',
    { label: '5 U.S.C. 552(a)(6)(A)(i)(III)(aa)', url },
    'the summary of the Department of Justice; the safe course is to appeal in time',
  ),
  'accrues-at-appeal-decision': disputed(
    { label: 'Spannaus v. DOJ, 824 F.2d 52 (D.C. Cir. 1987)', unverified: true },
    'the six years run from the first day on which one could sue',
    'the six years run from the final decision on the appeal',
    { label: '28 U.S.C. 2401(a); 5 U.S.C. 552(a)(6)(C)(i)', url: 'https://www.law.cornell.edu/uscode/text/28/2401' },
    'summaries of the decision; its reasoning on when the right accrues was not read',
    'low',
  ),
};
