import { citesOf, courtWithoutWindow, read, refusals, term, told, write } from './write.ts';

const prl = citesOf('La. R.S.');
const faq = 'the FAQ of the Legislative Auditor (2024), which quotes it';
const url = 'https://legis.la.gov/legis/Law.aspx?d=99701';

/** Louisiana. Records are due at once; the five days are the line after which one may sue. */
export const usLa = write({
  id: 'us-la',
  name: 'Louisiana Public Records Law',
  jurisdiction: 'US-LA',
  cites: prl('44:1 to 44:41'),
  timeZone: 'America/Chicago',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: prl('44:33, 44:35') },
  calendar: 'us-la',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(prl('44:35(A)'), `${faq}: five days "from the date of the request"; receipt is the cautious reading`),
  },
  terms: {
    determination: term(5, 'working-day', 'receipt', read(prl('44:35(A)'), faq), {
      otherReadings: [
        {
          policy: 'from-sending',
          says: 'the five days run from the day on which the request was sent',
          from: 'sending',
          cites: prl('44:35(A): "from the date of the … request"'),
        },
      ],
    }),
  },
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
      ...read(prl('44:35(A)'), `${faq}: a written estimate of the time reasonably needed; no most is set`),
    },
  ],
  silence: [
    {
      effect: 'may-sue',
      says: 'one may sue for the records',
      endsWithAnswer: true,
      ...read(prl('44:35(A)'), faq),
    },
  ],
  adverseActs: refusals(read(prl('44:35(A)'), faq)),
  challenges: [
    courtWithoutWindow('suit in the district court', read(prl('44:35(A)'), `${faq}; no last day was found`)),
  ],
  duties: [
    {
      kind: 'notice',
      owedBy: 'agency',
      what: 'to name a day and an hour',
      // Nobody outside knows whether it is.
      onlyIf: 'if the record is in active use',
      ...term(3, 'working-day', 'receipt', read({ ...prl('44:33(B)(1)'), url }, "the text on the legislature's site")),
      metBy: ['determined', 'extended', 'estimated', 'acknowledged', 'interim-release', 'released'],
    },
  ],
  notes: [
    'A record that is not in active use is due at once (44:33(B)(1)): no day can be missed, so none is shown.',
    "An estimate in time is the answer that the law asks for; its day is the custodian's own, and who lets it pass breaks a promise.",
    "Whether a record is public at all is to be said within five working days (44:32(D)); not verified, and the same day as the determination's.",
    "Presidents' Day is a legal holiday (1:55(A)), on which offices close only by proclamation: it is left out of the count; take it out per agency where the office worked.",
    'A penalty for each day without an answer and attorney fees (44:35(D), (E)) are not built in.',
    'Of the version it is known that 44:33 has stood since 1982; the day of the words on electronic requests in 44:35 was not read.',
  ],
});
