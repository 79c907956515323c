import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, unread, write } from './write.ts';

const lai = citesOf('Lei 12.527/2011', 'https://www.planalto.gov.br/ccivil_03/_ato2011-2014/2011/lei/l12527.htm');
const decree = citesOf(
  'Decreto 7.724/2012',
  'https://www.planalto.gov.br/ccivil_03/_ato2011-2014/2012/decreto/d7724.htm',
);
const cgu = 'pages of the Comptroller General (CGU) on time limits and appeals, and the law as quoted there';
const remembered = 'general knowledge; a course of 2026 and a town’s decree say the same';
const rolls = { roll: 'next-working-day', rollCites: { label: 'Lei 9.784/1999, art. 66, § 1º' } } as const;

/** Brazil, the federal executive. What comes after seven in the evening, or on a day off, comes the next working day. */
export const brLai = write({
  id: 'br-lai',
  name: 'Lei de Acesso à Informação',
  jurisdiction: 'BR',
  cites: lai('(LAI)'),
  timeZone: 'America/Sao_Paulo',
  version: { from: day('2012-05-16'), to: null, appliesTo: 'filed-from', cites: lai('art. 47') },
  calendar: 'br',
  receipt: {
    by: 'body',
    onDayOff: 'next-working-day',
    cutOff: '19:00',
    ...read(decree('art. 11, §§ 2º, 4º'), `${cgu}: after 19:00 or on a day off, the next working day`),
  },
  terms: { determination: term(20, 'calendar-day', 'receipt', read(lai('art. 11, § 1º'), cgu), rolls) },
  extensions: [
    {
      of: ['determination'],
      count: 30,
      unit: 'calendar-day',
      from: 'start',
      times: 1,
      late: 'void',
      otherReadings: [
        {
          policy: 'added-to-moved-day',
          says: 'the ten days are added to the day to which the first twenty had moved',
          count: 10,
          from: 'moved-due-date',
          cites: lai('art. 11, § 2º'),
        },
      ],
      ...read(lai('art. 11, § 2º'), `${cgu}: ten days more, thirty in all, with reasons told before the twenty end`),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may complain of the omission to the monitoring authority',
      // Thirty days from the request, extension or none; an extended answer due on a Sunday is in time on the Monday.
      after: term(30, 'calendar-day', 'receipt', unread(decree('art. 22, § 1º'), remembered), rolls),
      endsWithAnswer: true,
      ...unread(decree('art. 22; Lei 12.527/2011, art. 40'), remembered),
    },
  ],
  adverseActs: refusals(read(lai('art. 15'), cgu)),
  challenges: [
    {
      id: 'appeal',
      name: 'appeal to the superior, or complaint of omission',
      level: 'agency',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(lai('art. 15'), cgu),
      window: term(10, 'calendar-day', 'notice-of-act', read(lai('art. 15'), cgu), rolls),
      // From the thirtieth day itself, wherever the agency's own last day moved.
      windowAfterSilence: term(
        40,
        'calendar-day',
        'receipt',
        unread(decree('art. 22, § 1º'), `${remembered}: ten days, which begin thirty days after the request`),
        rolls,
      ),
      metBy: 'sent',
      decision: {
        kind: 'appeal-decision',
        ...term(5, 'calendar-day', 'receipt-of-appeal', read(lai('art. 15, parágrafo único'), cgu), rolls),
      },
    },
    {
      id: 'next-appeal',
      name: 'next appeal (to the head of the body, then the CGU, then the CMRI)',
      level: 'oversight',
      filing: 'review-filing',
      against: [
        { of: 'appeal', when: 'adverse-act' },
        { of: 'next-appeal', when: 'adverse-act' },
      ],
      ...read(decree('arts. 21, parágrafo único, 23, 24'), cgu),
      window: term(10, 'calendar-day', 'notice-of-act', read(decree('arts. 21, 23, 24'), cgu), rolls),
      metBy: 'sent',
      decision: {
        kind: 'review-decision',
        ...term(
          5,
          'calendar-day',
          'receipt-of-appeal',
          read(decree('arts. 21, 23'), `${cgu}; the CMRI decides by its third meeting, for which there is no day`),
          rolls,
        ),
        expected: true,
      },
    },
  ],
  notes: [
    'The three appeals after the first (head of the body, CGU, CMRI) have the same ten days each: record them as appeals to an oversight body. After the decision of the CMRI there is no further one, though a window is shown.',
    'Their five days to decide are shown but never missed, since the CMRI has no day.',
    'States and towns have decrees of their own, some with shorter times: enter them as the body’s own rules.',
    'Before the thirtieth day nothing can be done about silence.',
    'A request that is too general is refused, not put on hold (Decreto 7.724/2012, art. 13).',
  ],
});
