import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, told, write } from './write.ts';

const url = 'https://www.legislation.gov.uk/ukpga/2000/36';
const act = citesOf('FOIA 2000', url);
const text = 'the consolidated text of the Act';
const code = { label: 'Code of Practice under s. 45 (2018), s. 5' };
/** Section 10(6), word for word: the date of receipt is the later one, and nothing is said of when the question came. */
const lateQuestion = {
  policy: 'late-question-begins-anew',
  says: 'a question sent after the twenty days makes them begin anew too: the date of receipt is that of the answer, "if later"',
  late: 'good',
  cites: act('s. 10(6)'),
} as const;
const ico = { label: "ICO, 'Official information' complaints page", url: 'https://ico.org.uk/make-a-complaint/' };

/** The Act of England, Wales, Northern Ireland and bodies of the whole kingdom. */
export const ukFoia2000 = write({
  id: 'uk-foia-2000',
  name: 'Freedom of Information Act 2000',
  jurisdiction: 'GB',
  cites: act('(2000 c. 36)'),
  timeZone: 'Europe/London',
  version: {
    from: day('2005-01-01'),
    to: null,
    appliesTo: 'received-from',
    cites: { ...act('s. 87(3)'), unverified: true },
  },
  calendar: 'gb',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(act('s. 10(6)'), `${text}; that a day off can be the day of receipt is guidance of the ICO`),
  },
  terms: { determination: term(20, 'working-day', 'receipt', read(act('s. 10(1)'), text)) },
  extensions: [
    {
      of: ['determination'],
      // "Such time as is reasonable": the body's own day, of which section 17(2) has it tell. Forty days in all is guidance.
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      // The estimate binds nobody: beyond it, and beyond forty days in all, it is for the Commissioner to say what is reasonable.
      promise: true,
      ...read(act('ss. 10(3), 17(2)'), `${text}: to weigh the public interest, with an estimate of the day`),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'restart',
      stops: 'day-after',
      otherReadings: [lateQuestion],
      ...read(
        act('ss. 1(3), 10(6)'),
        `${text}: the date of receipt is that of the further information, if later; s. 1(3) itself was not read`,
      ),
    },
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid'],
      effect: 'toll',
      stops: 'same-day',
      lapses: {
        ...term(3, 'month', 'asking', read(act('s. 9(2)'), text)),
        firstDayCounts: true,
      },
      ...read(act('s. 10(2)'), `${text}: both the day of the notice and the day of payment are disregarded`),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may complain to the Information Commissioner that the time was not kept',
      endsWithAnswer: false,
      ...told(act('s. 50(1)'), "guidance of the ICO; the section's own words were not read"),
    },
  ],
  adverseActs: refusals(told(act('ss. 17, 50'), `${text}, s. 17; guidance of the ICO for s. 50`)),
  challenges: [
    {
      id: 'review',
      name: 'internal review',
      level: 'agency',
      filing: 'review-filing',
      against: [{ of: 'request', when: 'adverse-act' }],
      ...told(code, 'guidance of the ICO, which reports it'),
      window: term(40, 'working-day', 'notice-of-act', told(code, 'guidance of the ICO: later ones may be refused')),
      metBy: 'sent',
      decision: {
        kind: 'review-decision',
        ...term(
          20,
          'working-day',
          'receipt-of-appeal',
          told(code, 'the ICO: 20 working days, 40 in exceptional cases'),
        ),
        expected: true,
      },
    },
    {
      id: 'complaint',
      name: 'complaint to the Information Commissioner',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'review', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...told(act('s. 50'), 'guidance of the ICO'),
      window: term(
        42,
        'calendar-day',
        'notice-of-act',
        told(ico, 'the page of the ICO: within six weeks; the Act says "undue delay"'),
      ),
      // Silence leaves nothing from which the six weeks could be counted.
      windowAfterSilence: null,
      metBy: 'sent',
    },
    {
      id: 'tribunal',
      name: 'appeal to the First-tier Tribunal',
      level: 'court',
      filing: 'appeal-filing',
      against: [{ of: 'complaint', when: 'adverse-act' }],
      ...told(act('s. 57'), 'guidance'),
      window: term(
        28,
        'calendar-day',
        'date-of-act',
        told(
          {
            label:
              'Tribunal Procedure (FtT) (GRC) Rules 2009, r. 22; GOV.UK, appeal against the Information Commissioner',
            url: 'https://www.gov.uk/guidance/information-rights-appeal-against-the-commissioners-decision',
          },
          'the page of GOV.UK: 28 days after the Commissioner sends the decision; the rule itself was not read',
        ),
      ),
      metBy: 'received',
    },
  ],
  notes: [
    'The Commissioner usually wants the body chased, or an internal review asked for, before a complaint (s. 50(2)(a)).',
    'A question that the body did not reasonably need answered begins nothing anew; whether it did is not for this program to say.',
    'A question that stays unanswered for two months may be taken as the end of the request, says the Code; the Act says nothing.',
    'Where the body weighs the public interest, the Act sets no number (s. 10(3)): its own day is shown and is never missed. The Code and the ICO say forty working days in all; once they, or its own day, have passed one may complain.',
    'Maintained schools and academies: 20 school days or 60 working days, whichever is shorter; school days are not built in.',
    'Archives, the armed forces and information held abroad have longer periods (SI 2004/3364), not built in.',
  ],
});
