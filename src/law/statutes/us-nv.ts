import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const nrs = citesOf('NRS');
const text = 'the section in an undated copy of the statutes, with older copies that agree';
const remedy = 'headings of the statutes of 2026 and secondary guides; the section was not read';

/** Nevada. The days run from the person who has the record, and a spoken request counts as much as a written one. */
export const usNv = write({
  id: 'us-nv',
  name: 'Nevada Public Records Act',
  jurisdiction: 'US-NV',
  cites: nrs('239.001 to 239.340'),
  timeZone: 'America/Los_Angeles',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: nrs('239.001 to 239.340') },
  calendar: 'us-nv',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(nrs('239.0107(1)'), `${text}: received by the person who has legal custody or control of the record`),
  },
  terms: { determination: term(5, 'working-day', 'receipt', read(nrs('239.0107(1)'), text)) },
  extensions: [
    {
      of: ['determination'],
      count: null,
      unit: 'working-day',
      from: 'due-date',
      times: null,
      late: 'void',
      promise: true,
      noticedBy: ['extended', 'estimated'],
      ...read(nrs('239.0107(1)(c)'), `${text}: a notice of the earliest date and time; no most is set`),
    },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may sue over the delay',
      endsWithAnswer: true,
      ...told(nrs('239.011'), remedy),
    },
  ],
  adverseActs: refusals(told(nrs('239.011'), remedy)),
  challenges: [courtWithoutWindow('suit in the district court', told(nrs('239.011'), remedy))],
  notes: [
    'A request at the wrong desk starts nothing: record the day on which it reached the person who has the record.',
    'If the record is not ready at the time promised, a written reason with a new time is owed (239.0107(1)(c)).',
    "A date given in time is the body's own: who lets it pass breaks a promise, while the five days were kept.",
    'The body helps to focus a request that would take longer (239.0107(1)(c)(2)); the five days do not wait.',
    'No silence counts as a denial: the sentence found in one compilation is not in the statute.',
    'Records of 30 years and more have a way of their own (239.0115), not built in.',
    'The remedies in this form are of 2019; the day on which they came into force was not read.',
  ],
});
