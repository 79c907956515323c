import { day } from '../plain-date.ts';
import { frCrpaChallenges } from './fr-crpa-challenges.ts';
import { citesOf, read, refusals, term, write } from './write.ts';

const crpa = citesOf('CRPA', 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000031366350/');
const text = 'the text of the code, as it stood in April 2026, in a public copy';

/** France. Two refusals that nobody writes, each the start of a time of the requester's. */
export const frCrpa = write({
  id: 'fr-crpa',
  name: "Code des relations entre le public et l'administration, livre III",
  jurisdiction: 'FR',
  cites: crpa('arts. L. 311-1 to L. 343-1, R. 311-10 to R. 343-5'),
  timeZone: 'Europe/Paris',
  version: {
    from: day('2016-01-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'Ordonnance n° 2015-1341, art. 10', unverified: true },
    confidence: 'medium',
  },
  calendar: 'fr',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(crpa('art. R. 311-13'), `${text}: received by the administration that is competent`),
  },
  terms: {
    determination: term(1, 'month', 'receipt', read(crpa('arts. R.* 311-12, R. 311-13'), text), {
      otherReadings: [
        {
          policy: 'first-administration',
          says: 'the period of an implied refusal runs from receipt by the administration that was asked first',
          from: 'first-receipt',
          cites: crpa('art. L. 114-3'),
        },
      ],
    }),
  },
  tolls: [
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'toll',
      stops: 'day-after',
      otherReadings: [
        {
          policy: 'question-stops-nothing',
          says: 'nothing was missing from the request, so the month to the implied refusal ran on',
          effect: 'none',
          cites: crpa('art. L. 114-5'),
        },
      ],
      ...read(crpa('art. L. 114-5'), `${text}: for what is missing from a request, while the time given runs`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as refused, and the time to go to the CADA runs',
      endsWithAnswer: true,
      ...read(crpa('arts. R.* 311-12, R. 311-13'), text),
    },
  ],
  adverseActs: refusals(read(crpa('arts. R. 311-15, R. 343-1'), text)),
  challenges: frCrpaChallenges,
  duties: [
    {
      kind: 'ruling-decision',
      owedBy: 'agency',
      what: 'for the CADA to give its opinion',
      opensWith: ['appealed'],
      metBy: ['ruling-given'],
      endedBy: ['appeal-decided', 'lawsuit-filed'],
      expected: true,
      ...term(
        1,
        'month',
        'receipt-of-appeal',
        read(crpa('art. R. 343-3'), `${text}; often missed, and without effect`),
      ),
    },
    {
      kind: 'notice',
      owedBy: 'agency',
      what: 'to tell the CADA what it will do',
      opensWith: ['ruling-given'],
      metBy: ['determined', 'released', 'appeal-decided'],
      endedBy: ['lawsuit-filed'],
      onlyIf: 'if the opinion is in favour of access',
      ...term(1, 'month', 'notice-of-act', read(crpa('art. R. 343-3'), text)),
    },
  ],
  notes: [
    'A refusal in writing that comes while the two months to the CADA run begins them anew; one that comes later only confirms, and gives no new time, though it is shown as if it did.',
    'An administration that is not competent passes the request on (L. 114-2). The month is counted from the competent one; a general rule (L. 114-3) counts it from the first, which is earlier.',
    'The request is to be acknowledged, with its date and the remedies (L. 112-3). Where that was not done, and no express refusal came in time, no time to challenge can be held against you (L. 112-6), but for a reasonable time of about a year (Czabaj, 2016; whether it holds for the CADA is not clear). The two months are shown all the same.',
    'Enter the day on which the CADA registered your letter as its receipt: the two months to the second refusal run from that day, whatever the CADA says or does not say.',
    "The CADA's opinion decides nothing: record it as a ruling given. Record as the decision of the referral a new refusal or grant by the administration itself; the time to go to court then runs from that.",
    'The two months to go to court are "francs": neither the first day nor the last counts, so one day more than is shown.',
    'The two months to go to the CADA are counted from the same number to the same number. Some end them a day earlier; some, as for a court, a day later.',
    'Those who live overseas have one month more for the court, those abroad two (CJA R. 421-7).',
    'A question that stops the month (L. 114-5) stops it only for the time the letter gives; here until you answer.',
    'Series of requests to several administrations have a procedure of their own at the CADA (R. 343-3-1).',
  ],
});
