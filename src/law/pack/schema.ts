import type { Case, ExpectedDeadline } from '../cases/case.ts';
import { deadlineStates, statuses } from '../standing.ts';
import { determinationOutcomes, feeCategories, parties, statusChangeKinds } from '../status-change.ts';
import { confidences } from '../terms.ts';
import { calendarDefinitions } from './calendar-schema.ts';
import type { Pack } from './pack.ts';
import {
  among,
  hour,
  id,
  listOf,
  maybe,
  object,
  orNull,
  plainDate,
  type Schema,
  the,
  whole,
  words,
} from './schema-words.ts';
import { statuteDefinitions } from './statute-schema.ts';

const texts = listOf({ type: 'string', maxLength: 2000 }, 200);
const flag: Schema = { type: 'boolean' };

const expectedDeadline = object<ExpectedDeadline>({
  dueOn: maybe(orNull(plainDate)),
  originalDueOn: maybe(plainDate),
  state: maybe(among(deadlineStates)),
  remaining: maybe(whole(0, 100_000)),
  metOn: maybe(plainDate),
  overdue: maybe(flag),
  assumed: maybe(flag),
  owedBy: maybe(among(parties)),
  lateOnEveryReading: maybe(flag),
  mustArriveBy: maybe(object<{ on: string; cutOff?: string }>({ on: plainDate, cutOff: maybe(hour) })),
  otherReadings: maybe({ type: 'object', additionalProperties: orNull(plainDate) }),
  confidence: maybe(among(confidences)),
  expected: maybe(flag),
  says: maybe(texts),
});

const expected = object<Case['expect']>({
  status: maybe(among(statuses)),
  outcome: maybe(orNull(among(determinationOutcomes))),
  deadlines: maybe({ type: 'object', additionalProperties: orNull(the('ExpectedDeadline')) }),
  maySue: maybe(texts),
  feesBarred: maybe(orNull(plainDate)),
  feesSay: maybe(words),
  follows: maybe(texts),
  anomalies: maybe(texts),
  openMatters: maybe(texts),
  estimate: maybe(plainDate),
  filedOn: maybe(plainDate),
  closedOn: maybe(plainDate),
  reopened: maybe(words),
  turnsOn: maybe(orNull(plainDate)),
  next: maybe(listOf(among(statusChangeKinds), 50)),
});

const fact: Schema = {
  type: 'object',
  properties: { kind: among(statusChangeKinds), on: plainDate },
  required: ['kind', 'on'],
  description: 'A status change as POST /clock takes it; `about` names another by its number.',
};

const workedCase = object<Case>(
  {
    id: { type: 'string', maxLength: 60, pattern: '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$', description: 'a name like US-001' },
    title: words,
    statute: maybe(id),
    track: maybe(id),
    facts: listOf(fact, 200),
    feeCategory: maybe(among(feeCategories)),
    overrides: maybe({ type: 'object', description: "The agency's own rules, as on an agency." }),
    asOf: plainDate,
    expect: expected,
    because: words,
    source: words,
  },
  { description: 'Facts in, what the law makes of them out. Each is a test of the law it names.' },
);

const fileOf = object<Pack>({
  statutes: maybe(listOf(the('Statute'), 200)),
  calendars: maybe(listOf(the('HolidayCalendar'), 200)),
  cases: maybe(listOf(the('Case'), 2000)),
});

/**
 * The JSON Schema (draft 2020-12) of a law pack. Written by hand; each part is held by the compiler against the type that
 * it describes. What a schema cannot say is said by `problemsOf`.
 */
export const packSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'FOIA Desk law pack',
  description: 'Laws and holiday calendars as data. docs/law-packs.md tells how to write one.',
  ...fileOf,
  $defs: {
    ...statuteDefinitions,
    ...calendarDefinitions,
    Case: workedCase,
    ExpectedDeadline: expectedDeadline,
  },
};
