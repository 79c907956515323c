import { citesOf, refusals, term, told, unread, write } from './write.ts';

const crs = citesOf('C.R.S.');
const summary =
  'summaries of bills of 2025 and 2026 that restate the law, and policies of agencies; not the text itself';

/** Colorado. The court is no one's next step by itself: it opens fourteen days after a notice of ours. */
export const usCo = write({
  id: 'us-co',
  name: 'Open Records Act',
  jurisdiction: 'US-CO',
  cites: crs('24-72-201 to 24-72-206'),
  timeZone: 'America/Denver',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: crs('24-72-203') },
  calendar: 'us-co',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(crs('2-4-108(1), 24-72-203(3)(b)'), 'policies of agencies: the day of the request does not count'),
  },
  terms: { determination: term(3, 'working-day', 'receipt', told(crs('24-72-203(3)(b)'), summary)) },
  extensions: [
    {
      of: ['determination'],
      count: 7,
      unit: 'working-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...told(crs('24-72-203(3)(b)'), `${summary}: additional days, found in writing within the three`),
    },
  ],
  tolls: [
    {
      id: 'fee',
      limit: null,
      asks: 'fee-estimated',
      only: 'prepayment',
      answers: ['fee-paid'],
      // A deposit asked for on the third day, and three new days after it was paid: the later reading.
      effect: 'restart',
      stops: 'same-day',
      ...unread(
        crs('24-72-205(6)'),
        'policies of agencies stand still for a deposit, the text does not say so; taken so that nobody is called late',
      ),
    },
  ],
  adverseActs: refusals(told(crs('24-72-204'), summary)),
  notes: [
    'Before a suit the requester gives the custodian written notice, and waits at least 14 days, or 3 business days if it is urgent (24-72-204(5)(a)). That is not built in, so no day to sue is shown.',
    'A single document that the request itself names lets no days be added (24-72-203(3)(c), not read).',
    'Records of criminal justice are under another law (24-72-301 ff.).',
    'Longer periods were vetoed in 2025 (SB25-077) and given up in 2026 (SB26-107).',
  ],
});
