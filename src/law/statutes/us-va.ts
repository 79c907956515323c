import { day } from '../plain-date.ts';
import type { Policy } from '../statute.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const foia = citesOf('Va. Code', 'https://law.lis.virginia.gov/vacode/title2.2/chapter37/');
const text = "the Code of Virginia in the state's own copy of February 2026";

const disputed = (byDefault: string, other: string): Policy => ({
  default: byDefault,
  other,
  otherCites: foia('2.2-3704(F), (H): silent on the days of asking and answering'),
  ...told(foia('2.2-3704(F), (H)'), `${text}: the period "shall be tolled", no more`),
});

/** Virginia. Five days and seven more, with an estimate of costs that stops them until it is answered. */
export const usVa = write({
  id: 'us-va',
  name: 'Virginia Freedom of Information Act',
  jurisdiction: 'US-VA',
  cites: foia('2.2-3700 to 2.2-3715'),
  timeZone: 'America/New_York',
  version: {
    from: day('2022-07-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: foia('2.2-3704; 2022 c. 756, 2023 c. 534'),
    confidence: 'medium',
  },
  calendar: 'us-va',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(foia('2.2-3704(B)'), text) },
  terms: { determination: term(5, 'working-day', 'receipt', read(foia('2.2-3704(B)'), text)) },
  extensions: [
    {
      ground: 'criminal',
      of: ['determination'],
      count: 60,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...read(foia('2.2-3704(B)(4), 2.2-3706.1'), `${text}: criminal investigative files`),
    },
    {
      of: ['determination'],
      count: 7,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...read(foia('2.2-3704(B)(4)'), `${text}: if the response is made within the five days`),
    },
  ],
  tolls: [
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'asks-answer',
      answers: ['fee-answered', 'fee-paid'],
      effect: 'toll',
      stops: 'day-after',
      lapses: term(30, 'calendar-day', 'asking', read(foia('2.2-3704(F)'), text)),
      ...read(foia('2.2-3704(F)'), text),
    },
    {
      id: 'deposit',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-answered', 'fee-paid'],
      effect: 'toll',
      stops: 'day-after',
      ...read(foia('2.2-3704(H)'), `${text}: charges likely above 200 dollars`),
    },
  ],
  policies: {
    'stop-day-not-counted': disputed(
      'the day on which the estimate is sent still counts',
      'the day on which the estimate is sent does not count',
    ),
    'resume-day-counted': disputed(
      'counting resumes on the day after the answer arrived',
      'the day on which the answer arrives counts again',
    ),
  },
  silence: [
    {
      effect: 'deemed-denied',
      says: 'it counts as a denial and is a violation of the chapter',
      endsWithAnswer: true,
      ...read(foia('2.2-3704(E)'), text),
    },
  ],
  adverseActs: refusals(read(foia('2.2-3713(A)'), text)),
  challenges: [courtWithoutWindow('petition for mandamus or injunction', read(foia('2.2-3713(A)'), text))],
  notes: [
    'Citizens of Virginia, and the press that circulates or broadcasts there, may ask (2.2-3704(A)).',
    'The body must have a copy of the petition three working days before it is filed; it is heard within seven days (2.2-3713(C)).',
    'In criminal files the time stands still while a victim is told (2.2-3706.1(F)); that is not built in, since the requester does not see it.',
    'Sections 2.2-3706 and 2.2-3706.1 changed on 1 July 2026; the new text was not read.',
    'The FOIA Council gives opinions that bind nobody.',
  ],
});
