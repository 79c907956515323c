import { day } from '../plain-date.ts';
import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const act = citesOf('PAIA', 'https://www.gov.za/documents/promotion-access-information-act');
const text = 'the section in a public copy of the Act';
const remembered = 'general knowledge';
const computing = { label: 'Interpretation Act 33 of 1957, s. 4' } as const;
/** Off Sundays and public holidays, not off Saturdays. */
const rolls = { roll: 'next-non-holiday', rollCites: computing } as const;
/** Reminders for one's own last days go by the day that does not move. */
const stays = {
  policy: 'last-day-stays',
  says: 'a last day on a Sunday or a public holiday stays where it is',
  roll: 'none',
  cites: computing,
} as const;

/** South Africa, public bodies: thirty days, a deemed refusal, an internal appeal, and a hundred and eighty days after it. */
export const zaPaia = write({
  id: 'za-paia',
  name: 'Promotion of Access to Information Act',
  jurisdiction: 'ZA',
  cites: act('(Act 2 of 2000)'),
  timeZone: 'Africa/Johannesburg',
  version: {
    from: day('2021-06-30'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'Protection of Personal Information Act 4 of 2013, s. 110' },
    confidence: 'medium',
  },
  calendar: 'za',
  receipt: { by: 'body', onDayOff: 'that-day', ...read(act('s. 25(1)'), text) },
  terms: {
    determination: term(30, 'calendar-day', 'receipt', read(act('s. 25(1)'), text), rolls),
  },
  extensions: [
    {
      of: ['determination'],
      count: 30,
      unit: 'calendar-day',
      from: 'due-date',
      times: 1,
      late: 'void',
      ...told(act('s. 26'), `${text}: its beginning, and the like section for private bodies in full`),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the information officer is regarded as having refused, and the time to appeal runs',
      endsWithAnswer: true,
      ...read(act('s. 27'), text),
    },
  ],
  adverseActs: refusals(told(act('s. 74(1)'), `${text}: its beginning`)),
  challenges: [
    {
      id: 'appeal',
      name: 'internal appeal',
      level: 'agency',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...told(act('ss. 74, 75'), `${text}: their beginnings`),
      window: term(60, 'calendar-day', 'notice-of-act', read(act('s. 75(1)(a)'), text), {
        ...rolls,
        otherReadings: [
          {
            policy: 'thirty-days-with-third-party',
            says: 'where a third party had to be told, thirty days',
            count: 30,
            cites: act('s. 75(1)(a)(ii)'),
          },
          stays,
        ],
      }),
      metBy: 'sent',
      decision: {
        kind: 'appeal-decision',
        ...term(30, 'calendar-day', 'receipt-of-appeal', read(act('s. 77(3)(a)'), text), rolls),
        silence: {
          effect: 'deemed-denied',
          says: 'the internal appeal is regarded as dismissed, and the time to complain and to go to court runs',
          endsWithAnswer: true,
          ...unread(act('s. 77(7)'), remembered),
        },
      },
    },
    {
      id: 'complaint',
      name: 'complaint to the Information Regulator',
      level: 'oversight',
      filing: 'complaint-filing',
      against: [
        { of: 'appeal', when: 'adverse-act' },
        { of: 'appeal', when: 'silence' },
      ],
      ...unread(act('s. 77A'), remembered),
      window: term(180, 'calendar-day', 'notice-of-act', unread(act('s. 77A(2)'), remembered), {
        ...rolls,
        otherReadings: [stays],
      }),
      metBy: 'sent',
    },
    {
      id: 'court',
      name: 'application to court',
      level: 'court',
      filing: 'suit-filing',
      against: [
        { of: 'appeal', when: 'adverse-act' },
        { of: 'appeal', when: 'silence' },
      ],
      ...told(act('s. 78'), 'the notice of one public body'),
      window: term(
        180,
        'calendar-day',
        'notice-of-act',
        unread(
          act('s. 78(2); Brümmer v. Minister for Social Development (CC 2009)'),
          'the notice of one public body: the thirty days of the first text were struck down',
        ),
        { ...rolls, otherReadings: [stays] },
      ),
      metBy: 'sent',
    },
  ],
  notes: [
    'Only departments and municipalities have an internal appeal. For other bodies the complaint and the court, 180 days each, follow the refusal at once; that is not built in.',
    'A request must be on the prescribed form, with the fee where one is prescribed.',
    'A deposit is due where the search takes more than six hours (s. 22); whether it stops the thirty days was not verified, and it does not here.',
    'Third parties are told within 21 days and have 21 to answer; the body decides within thirty days after all were told (ss. 47 to 49; not read).',
    'Private bodies (ss. 56 to 58) have the same thirty days and the same extension, and no internal appeal.',
    'The text of 2001 to 2021, without the Information Regulator, is not written down here.',
  ],
});
