import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, write } from './write.ts';

const code = citesOf('N.D.C.C.');
const text = 'the Century Code in a public release of November 2022';
const rolls = { roll: 'next-working-day', rollCites: code('1-03-05') } as const;

/** North Dakota. No day binds the agency, two bind the requester. */
export const usNd = write({
  id: 'us-nd',
  name: 'Open Records Statute',
  jurisdiction: 'US-ND',
  cites: code('44-04-18 to 44-04-21.3'),
  timeZone: 'America/Chicago',
  version: { from: day('2017-04-12'), to: null, appliesTo: 'filed-from', cites: code('44-04-21.1'), confidence: 'low' },
  calendar: 'us-nd',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(code('44-04-18(2)'), text) },
  terms: {},
  rules: {
    prompt: {
      says: 'a copy is owed on request, within a reasonable time; no day is set',
      ...read(code('44-04-18(2)'), `${text}; "reasonable" is the Attorney General's word`),
    },
  },
  adverseActs: refusals(read(code('44-04-21.1(1), 44-04-21.2(1)'), text)),
  challenges: [
    {
      id: 'opinion',
      name: "request for the Attorney General's opinion",
      level: 'oversight',
      filing: 'complaint-filing',
      against: [{ of: 'request', when: 'adverse-act' }],
      ...read(code('44-04-21.1(1)'), text),
      window: term(
        30,
        'calendar-day',
        'date-of-act',
        read(code('44-04-21.1(1)'), `${text}: of the alleged violation`),
        rolls,
      ),
      metBy: 'received',
    },
    {
      id: 'court',
      name: 'civil action',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        // An unreasonable delay is a violation too; no day says from when.
        { of: 'request', when: 'silence' },
        {
          of: 'opinion',
          when: 'adverse-act',
          window: term(
            30,
            'calendar-day',
            'date-of-act',
            read(code('44-04-21.2(1)'), `${text}: from the issue of the opinion, if that is later than the sixty days`),
            rolls,
          ),
        },
      ],
      // Whichever way the opinion goes.
      opensWith: ['appeal-decided'],
      ...read(code('44-04-21.2(1)'), text),
      window: term(
        60,
        'calendar-day',
        'date-of-act',
        read(code('44-04-21.2(1)'), `${text}: from when one knew or should have known; taken from the letter's date`),
        rolls,
      ),
      metBy: 'sent',
    },
  ],
  duties: [
    {
      kind: 'production',
      owedBy: 'agency',
      what: 'to disclose, after an opinion that finds a violation',
      opensWith: ['appeal-decided'],
      appealOutcomes: ['reversed', 'partly-reversed'],
      metBy: ['released', 'determined'],
      ...term(7, 'calendar-day', 'date-of-act', read(code('44-04-21.1(2)'), text), rolls),
    },
  ],
  notes: [
    'After an opinion of the Attorney General there are two times to sue, sixty days from the denial and thirty from the opinion: the later one counts (44-04-21.2(1)).',
    'For an unreasonable delay both times run from the day it became unreasonable, which is a judgement.',
    'Who wants damages or fees must give the head of the agency three working days’ notice before a suit, unless the Attorney General found an earlier violation (44-04-21.2(3)).',
    'No opinion is given once a suit is filed (44-04-21.1(1)).',
    'Payment may be asked before records are located or copied; nothing says that a period waits, since there is none (44-04-18(2)).',
    'Counties in the south-west keep Mountain time; enter that for the agency.',
    'Amendments of 2023 to 2025 were not read.',
  ],
});
