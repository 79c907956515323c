import { day } from '../plain-date.ts';
import type { StatusChange } from '../status-change.ts';

/**
 * The story: a newsroom asks the Army's Criminal Investigation Division for its files on weapons stolen from US bases
 * in Iraq and Syria. A request as it really goes, with silence at the end.
 */
export const storyChanges: readonly StatusChange[] = [
  { id: '1', sequence: 1, recordedAt: '2026-06-01T15:04:00Z', kind: 'filed', on: day('2026-06-01'), channel: 'email' },
  {
    id: '2',
    sequence: 2,
    recordedAt: '2026-06-01T15:10:00Z',
    kind: 'received',
    on: day('2026-06-01'),
    channel: 'email',
    about: '1',
  },
  {
    id: '3',
    sequence: 3,
    recordedAt: '2026-06-04T18:20:00Z',
    kind: 'acknowledged',
    on: day('2026-06-04'),
    channel: 'email',
    trackingNumber: 'FA-26-3417',
  },
  {
    id: '4',
    sequence: 4,
    recordedAt: '2026-06-08T14:41:00Z',
    kind: 'clarification-requested',
    on: day('2026-06-08'),
    channel: 'email',
    answerBy: day('2026-07-08'),
  },
  {
    id: '5',
    sequence: 5,
    recordedAt: '2026-06-22T13:30:00Z',
    kind: 'clarified',
    on: day('2026-06-22'),
    channel: 'email',
    about: '4',
  },
  {
    id: '6',
    sequence: 6,
    recordedAt: '2026-07-10T19:02:00Z',
    kind: 'extended',
    on: day('2026-07-10'),
    channel: 'email',
    ground: 'records in field facilities',
  },
  {
    id: '7',
    sequence: 7,
    recordedAt: '2026-08-05T20:15:00Z',
    kind: 'determined',
    on: day('2026-08-05'),
    channel: 'email',
    outcome: 'partly-granted',
    exemptions: ['(b)(6)', '(b)(7)(C)'],
    appealRightsGiven: true,
  },
  {
    id: '8',
    sequence: 8,
    recordedAt: '2026-10-20T16:00:00Z',
    kind: 'appealed',
    on: day('2026-10-20'),
    channel: 'email',
    about: '7',
  },
];
