import { day } from '../plain-date.ts';
import { es192013Challenges } from './es-19-2013-challenges.ts';
import { citesOf, read, refusals, term, write } from './write.ts';

const ltaibg = citesOf('Ley 19/2013', 'https://www.boe.es/buscar/act.php?id=BOE-A-2013-12887');
const lpac = citesOf('Ley 39/2015', 'https://www.boe.es/buscar/act.php?id=BOE-A-2015-10565');
const text = 'the text of the law as published by the BOE, in a public copy';
const rolls = { roll: 'next-working-day', rollCites: lpac('art. 30.5') } as const;

/** Spain, the State. A month that stands still for questions, and silence that refuses. */
export const es192013 = write({
  id: 'es-19-2013',
  name: 'Ley 19/2013 de transparencia',
  jurisdiction: 'ES',
  cites: ltaibg('arts. 12 to 24'),
  timeZone: 'Europe/Madrid',
  version: {
    from: day('2014-12-10'),
    to: null,
    appliesTo: 'filed-from',
    cites: ltaibg('disp. final 9ª'),
    confidence: 'medium',
  },
  calendar: 'es',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(ltaibg('art. 20.1; Ley 39/2015 arts. 21.3.b, 31.2.c'), `${text}: by the body competent to decide`),
  },
  terms: { determination: term(1, 'month', 'receipt', read(ltaibg('art. 20.1'), text), rolls) },
  extensions: [
    {
      of: ['determination'],
      count: 2,
      unit: 'month',
      from: 'start',
      times: 1,
      late: 'void',
      ...read(
        ltaibg('art. 20.1; Ley 39/2015 art. 32.3'),
        `${text}: another month for volume or complexity, told before the first is over`,
      ),
    },
  ],
  tolls: [
    {
      id: 'information',
      limit: null,
      asks: 'clarification-requested',
      answers: ['clarified', 'narrowed', 'perfected'],
      effect: 'toll',
      stops: 'day-after',
      lapses: term(10, 'working-day', 'notice-of-act', read(ltaibg('art. 19.2'), text)),
      ...read(ltaibg('art. 19.2; Ley 39/2015 art. 22.1.a'), text),
    },
    {
      id: 'third-party',
      limit: null,
      asks: 'consulted',
      answers: ['contacted'],
      effect: 'toll',
      stops: 'day-after',
      ...read(ltaibg('art. 19.3'), `${text}: until their comments are in, or the fifteen days for them are over`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as rejected; the body still owes a decision',
      endsWithAnswer: true,
      ...read(ltaibg('art. 20.4'), text),
    },
  ],
  adverseActs: refusals(read(ltaibg('arts. 20.2, 20.5, 24'), text)),
  challenges: es192013Challenges,
  duties: [
    {
      kind: 'production',
      owedBy: 'agency',
      what: 'to give access, where it did not come with the decision',
      opensWith: ['determined'],
      outcomes: ['granted', 'partly-granted'],
      notAfter: ['released', 'consulted'],
      metBy: ['released'],
      endedBy: ['closed-by-agency', 'lawsuit-filed'],
      ...term(10, 'working-day', 'notice-of-act', read(ltaibg('art. 22.1'), text)),
    },
  ],
  notes: [
    'Binds the State and its bodies. The regions have laws and periods of their own.',
    'The month runs from receipt by the body that must decide: its letter on the beginning of the procedure tells the day.',
    'The decision must be notified by the last day, or be put at your disposal by electronic means (Ley 39/2015 arts. 40.4, 43, not read).',
    'The calendar has the days that are holidays in all of Spain. Days of the region and town of either side are off too (art. 30.6): enter them as days off.',
    'The pause for a question begins when it is notified to you; here with the date of the letter, which is earlier.',
    'Others who may be affected have fifteen working days to comment, and you are told (art. 19.3). The period stands still from their being asked; record a contact about it on the day their comments came in or the fifteen days ended, for otherwise it stands still here without end.',
    'Where others opposed it, access is given only when their time to sue is over, or the suit is decided (art. 22.2): after a hearing of others no day for it is shown.',
    'A complaint to the CTBG is optional; one may also sue at once (art. 20.5). Against silence neither has a last day by the criterion of the CTBG and case law (not read); the month of art. 24.2 is shown and not missed.',
    'August is left out of the time to sue (Ley 29/1998 art. 128.2, not read): the last day shown may be a month early.',
    'Until 1 October 2016 Saturdays were working days; the calendar does not know that.',
  ],
});
