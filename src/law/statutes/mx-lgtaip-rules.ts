import type { Statute } from '../statute.ts';
import type { Provenance } from '../terms.ts';
import { length, refusals, term, unread } from './write.ts';

/** How an article of the law of 2015 is cited, and how surely: the newer law keeps the numbers, but was not read. */
export type Cited = (article: string, seenIn?: string) => Provenance;

const general = 'general knowledge';
const pages = 'pages of authorities that cite it; the text itself was not read';

/** What the laws of 2015 and 2025 have in common, as far as anybody knows. */
export const rulesOf = (
  cited: Cited,
  complaintWindow: Provenance,
): Pick<Statute, 'receipt' | 'extensions' | 'tolls' | 'silence' | 'adverseActs' | 'challenges' | 'duties'> => ({
  receipt: {
    by: 'body',
    onDayOff: 'next-working-day',
    cutOff: '18:00',
    ...unread(
      { label: 'LGTAIP; rules of the Plataforma Nacional' },
      `${general}: on a day off or after hours, the next working day; the hour is not certain`,
    ),
  },
  extensions: [
    {
      of: ['determination'],
      count: 10,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...cited('art. 132', `${pages}: the committee agrees, and it is told before the twenty days end`),
    },
    {
      of: ['appeal-decision'],
      count: 20,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...cited('art. 146'),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: 1,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'restart',
      // The twenty days begin anew, so nothing hangs on the day itself.
      stops: 'same-day',
      askedWithin: length(5, 'working-day'),
      lapses: term(10, 'working-day', 'notice-of-act', cited('art. 128')),
      ...cited('art. 128'),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may file a recurso de revisión over the lack of an answer',
      endsWithAnswer: true,
      ...cited('art. 143 VI', pages),
    },
  ],
  adverseActs: refusals(cited('art. 143', pages)),
  challenges: [
    {
      id: 'complaint',
      name: 'recurso de revisión',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...complaintWindow,
      window: term(15, 'working-day', 'notice-of-act', complaintWindow),
      metBy: 'received',
      decision: {
        kind: 'complaint-decision',
        ...term(40, 'working-day', 'receipt-of-appeal', cited('art. 146')),
        // The law counts from the admission, of which no fact tells.
        expected: true,
      },
    },
    {
      id: 'court',
      name: 'amparo',
      level: 'court',
      filing: 'suit-filing',
      against: [{ of: 'complaint', when: 'adverse-act' }],
      ...unread({ label: 'Ley de Amparo' }, general),
      window: term(15, 'working-day', 'notice-of-act', unread({ label: 'Ley de Amparo, art. 17' }, general)),
      metBy: 'sent',
    },
  ],
  duties: [
    {
      kind: 'notice',
      owedBy: 'agency',
      what: 'to say that it is not competent',
      metBy: ['transferred', 'determined'],
      endedBy: ['closed-by-agency'],
      onlyIf: 'if it is not competent',
      ...term(3, 'working-day', 'receipt', cited('art. 136')),
    },
  ],
});
