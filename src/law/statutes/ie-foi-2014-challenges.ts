import type { Challenge } from '../statute.ts';
import { citesOf, read, term } from './write.ts';

const act = citesOf('FOI Act 2014', 'https://www.irishstatutebook.ie/eli/2014/act/30');
const text = 'the text of the Act as it stood at the end of 2025';

/** Internal review, the Information Commissioner, the High Court. */
export const ieFoi2014Challenges: Challenge[] = [
  {
    id: 'review',
    name: 'internal review',
    level: 'agency',
    filing: 'review-filing',
    // A decision after hearing somebody else is not reviewed inside the body: s. 21(1)(a).
    against: [
      { of: 'request', when: 'adverse-act', tracks: ['plain'] },
      { of: 'request', when: 'silence' },
    ],
    ...read(act('s. 21'), text),
    window: term(4, 'working-week', 'notice-of-act', read(act('s. 21(7)'), text)),
    metBy: 'received',
    decision: {
      kind: 'review-decision',
      ...term(3, 'working-week', 'receipt-of-appeal', read(act('s. 21(4)'), text)),
      silence: {
        effect: 'deemed-denied',
        says: 'the refusal counts as affirmed, and the time to apply to the Commissioner runs',
        endsWithAnswer: true,
        ...read(act('s. 19(2)'), text),
      },
    },
  },
  {
    id: 'complaint',
    name: 'review by the Information Commissioner',
    level: 'oversight',
    filing: 'complaint-filing',
    against: [
      { of: 'review', when: 'adverse-act' },
      { of: 'review', when: 'silence' },
      {
        of: 'request',
        when: 'adverse-act',
        tracks: ['third-party'],
        window: term(2, 'working-week', 'notice-of-act', read(act('s. 22(4)(a)'), `${text}: two weeks after s. 38`)),
      },
    ],
    ...read(act('s. 22'), text),
    window: term(6, 'month', 'notice-of-act', read(act('s. 22(4)(b)'), text)),
    metBy: 'received',
    decision: {
      kind: 'complaint-decision',
      ...term(4, 'month', 'receipt-of-appeal', read(act('s. 22(3)'), `${text}: as far as practicable`)),
      expected: true,
    },
  },
  {
    id: 'court',
    name: 'appeal to the High Court, on a point of law',
    level: 'court',
    filing: 'suit-filing',
    against: [{ of: 'complaint', when: 'adverse-act' }],
    ...read(act('s. 24'), text),
    window: term(4, 'working-week', 'notice-of-act', read(act('s. 24(4)'), `${text}: eight if part was granted`)),
    metBy: 'sent',
  },
];
