import type { DeadlineState, Status } from '../standing.ts';

/** What stands on a day of the story. Only what is named is looked at; lists are whole. */
export interface StoryDay {
  asOf: string;
  status: Status;
  outcome: string | null;
  /** Deadline id → due day, state. */
  deadlines: Record<string, [dueOn: string | null, state: DeadlineState]>;
  otherReadings?: Record<string, string>;
  consequences: string[];
  turnsOn: string | null;
}

const counted = {
  'stop-day-not-counted': '2026-07-15',
  'resume-day-counted': '2026-07-13',
  'literal-legal-holiday': '2026-07-13',
};
const extended = {
  'stop-day-not-counted': '2026-07-29',
  'resume-day-counted': '2026-07-27',
  'literal-legal-holiday': '2026-07-27',
};

/** The story, day by day. `otherReadings` are those of the determination. */
export const storyDays: readonly StoryDay[] = [
  { asOf: '2026-05-31', status: 'draft', outcome: null, deadlines: {}, consequences: [], turnsOn: '2026-06-01' },
  {
    asOf: '2026-06-01',
    status: 'processing',
    outcome: null,
    deadlines: { 'determination:1': ['2026-06-30', 'running'], 'tracking-number:1': ['2026-06-11', 'running'] },
    otherReadings: {},
    consequences: [],
    turnsOn: '2026-06-04',
  },
  {
    asOf: '2026-06-04',
    status: 'processing',
    outcome: null,
    deadlines: { 'determination:1': ['2026-06-30', 'running'], 'tracking-number:1': ['2026-06-11', 'met'] },
    consequences: [],
    turnsOn: '2026-06-08',
  },
  {
    asOf: '2026-06-08',
    status: 'paused',
    outcome: null,
    deadlines: {
      'determination:1': [null, 'paused'],
      'answer:4': ['2026-07-08', 'running'],
      'tracking-number:1': ['2026-06-11', 'met'],
    },
    consequences: [],
    turnsOn: '2026-06-22',
  },
  {
    asOf: '2026-06-22',
    status: 'processing',
    outcome: null,
    deadlines: {
      'determination:1': ['2026-07-14', 'running'],
      'answer:4': ['2026-07-08', 'met'],
      'tracking-number:1': ['2026-06-11', 'met'],
    },
    otherReadings: counted,
    consequences: [],
    turnsOn: '2026-07-10',
  },
  {
    asOf: '2026-07-10',
    status: 'processing',
    outcome: null,
    deadlines: {
      'determination:1': ['2026-07-28', 'running'],
      'answer:4': ['2026-07-08', 'met'],
      'tracking-number:1': ['2026-06-11', 'met'],
    },
    otherReadings: extended,
    consequences: [],
    turnsOn: '2026-07-29',
  },
  {
    asOf: '2026-07-28',
    status: 'processing',
    outcome: null,
    deadlines: {
      'determination:1': ['2026-07-28', 'running'],
      'answer:4': ['2026-07-08', 'met'],
      'tracking-number:1': ['2026-06-11', 'met'],
    },
    consequences: [],
    turnsOn: '2026-07-29',
  },
  {
    asOf: '2026-07-29',
    status: 'processing',
    outcome: null,
    deadlines: {
      'determination:1': ['2026-07-28', 'missed'],
      'answer:4': ['2026-07-08', 'met'],
      'suit-filing:1': ['2032-07-29', 'running'],
      'tracking-number:1': ['2026-06-11', 'met'],
    },
    consequences: ['may-sue 2026-07-29', 'fees-barred 2026-07-29'],
    turnsOn: '2026-07-30',
  },
  {
    asOf: '2026-08-05',
    status: 'decided',
    outcome: 'partly-granted',
    deadlines: {
      'determination:1': ['2026-07-28', 'missed'],
      'answer:4': ['2026-07-08', 'met'],
      'appeal-filing:7': ['2026-11-03', 'running'],
      'suit-filing:1': ['2032-07-29', 'running'],
      'tracking-number:1': ['2026-06-11', 'met'],
    },
    consequences: ['may-sue 2026-07-29/2026-08-05', 'fees-barred 2026-07-29'],
    turnsOn: '2026-10-20',
  },
  {
    asOf: '2026-10-20',
    status: 'appealing',
    outcome: 'partly-granted',
    deadlines: {
      'determination:1': ['2026-07-28', 'missed'],
      'answer:4': ['2026-07-08', 'met'],
      'appeal-filing:7': ['2026-11-03', 'met'],
      'appeal-decision:8': ['2026-11-18', 'running'],
      'suit-filing:1': ['2032-07-29', 'running'],
      'tracking-number:1': ['2026-06-11', 'met'],
    },
    consequences: ['may-sue 2026-07-29/2026-08-05', 'fees-barred 2026-07-29'],
    turnsOn: '2026-11-19',
  },
  {
    asOf: '2026-11-19',
    status: 'appealing',
    outcome: 'partly-granted',
    deadlines: {
      'determination:1': ['2026-07-28', 'missed'],
      'answer:4': ['2026-07-08', 'met'],
      'appeal-filing:7': ['2026-11-03', 'met'],
      'appeal-decision:8': ['2026-11-18', 'missed'],
      'suit-filing:1': ['2032-07-29', 'running'],
      'tracking-number:1': ['2026-06-11', 'met'],
    },
    consequences: ['may-sue 2026-07-29/2026-08-05', 'may-sue 2026-11-19', 'fees-barred 2026-07-29'],
    turnsOn: '2032-07-30',
  },
];
