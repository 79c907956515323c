import { day } from '../plain-date.ts';
import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const gov = citesOf('Cal. Gov. Code');
const section = (paragraph: string) => ({
  ...gov(`7922.535${paragraph}`),
  url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=GOV&sectionNum=7922.535',
});
const text = 'the text of the section, on the site of the legislature';

/** California: ten days to decide, not to produce. The last of them moves off Saturdays, Sundays and holidays. */
export const usCa = write({
  id: 'us-ca',
  name: 'Public Records Act',
  jurisdiction: 'US-CA',
  cites: gov('7920.000 to 7931.000'),
  timeZone: 'America/Los_Angeles',
  version: {
    from: day('2023-01-01'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'Cal. Gov. Code 7920.000 ff., until 2022 section 6253(c), with the same days' },
    confidence: 'medium',
  },
  calendar: 'us-ca',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(section('(a)'), `${text}: "receipt"; no rule for e-mail or for the evening was found`),
  },
  terms: {
    determination: term(10, 'calendar-day', 'receipt', read(section('(a)'), text), {
      roll: 'next-working-day',
      rollCites: { label: 'Cal. Gov. Code 6800; Code Civ. Proc. 12; for Saturdays 12a, which was not read' },
      otherReadings: [
        {
          policy: 'saturday-stays',
          says: 'a last day on a Saturday that is no holiday stays',
          roll: 'next-non-holiday',
          cites: { label: 'Cal. Gov. Code 6700, 6800: Saturdays are not in the list' },
        },
      ],
    }),
  },
  extensions: [
    {
      of: ['determination'],
      count: 14,
      unit: 'calendar-day',
      from: 'moved-due-date',
      times: 1,
      late: 'void',
      ...read(section('(b), (c)'), `${text}; that the notice has to come in time is implied`),
    },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may ask the superior court to order an answer',
      endsWithAnswer: true,
      ...told(gov('7923.000'), 'general accounts of the Act; the section was not read'),
    },
  ],
  adverseActs: refusals(told(gov('7922.540, 7923.000'), 'general accounts of the Act')),
  challenges: [
    courtWithoutWindow('suit in the superior court', told(gov('7923.000'), 'general accounts; no window was found')),
  ],
  notes: [
    'The decision is due, not the records: for these no day is set ("promptly", 7922.530).',
    'The ten days are for copies; inspection is open in office hours (7922.525).',
    'Nothing stops the days: to ask what is meant is a duty to help (7922.600), not a pause.',
    'Statements of economic interests have 2 working days under another law (81008); not built in.',
    'An office that counts what comes after hours from the next day does so by its own rule, not by the Act.',
  ],
});
