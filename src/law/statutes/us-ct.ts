import type { OtherTerm } from '../terms.ts';
import { citesOf, read, refusals, term, told, unread, write } from './write.ts';

const cgs = citesOf('Conn. Gen. Stat.');
const section = { ...cgs('1-206(a)'), url: 'https://portal.ct.gov/foi' };
const text = 'the section on the site of the Freedom of Information Commission';
const bridgeport = { label: 'City of Bridgeport v. FOIC, 222 Conn. App. 17 (2023)' };

const fromSending: OtherTerm = {
  policy: 'from-sending',
  says: 'the days run from the day the request was made, not from the day it came',
  from: 'sending',
  cites: { label: `${section.label}: "of such request"; left open by ${bridgeport.label}` },
};

/** Connecticut: silence is a denial after four business days, and starts the time to appeal. */
export const usCt = write({
  id: 'us-ct',
  name: 'Freedom of Information Act',
  jurisdiction: 'US-CT',
  cites: cgs('1-200 to 1-242'),
  timeZone: 'America/New_York',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: section },
  calendar: 'us-ct',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(
      bridgeport,
      'the opening of the opinion and a digest of it: sent or received was not decided; the later day is taken',
    ),
  },
  terms: {
    determination: term(4, 'working-day', 'receipt', read(section, text), { otherReadings: [fromSending] }),
  },
  tracks: [
    {
      id: 'personnel-files',
      says: 'for personnel or medical files and the like, whose subject has to be told (1-214)',
      determination: term(10, 'working-day', 'receipt', read(section, text), { otherReadings: [fromSending] }),
      ...read(section, text),
    },
  ],
  silence: [
    {
      effect: 'deemed-denied',
      says: 'the request counts as denied, and the time to appeal runs',
      endsWithAnswer: true,
      ...read(section, text),
    },
  ],
  adverseActs: refusals(read(cgs('1-206(b)(1)'), text)),
  challenges: [
    {
      id: 'appeal',
      name: 'appeal to the Freedom of Information Commission',
      level: 'oversight',
      filing: 'appeal-filing',
      against: [
        { of: 'request', when: 'adverse-act' },
        { of: 'request', when: 'silence' },
      ],
      ...read(cgs('1-206(b)(1)'), text),
      window: term(30, 'calendar-day', 'date-of-act', read(cgs('1-206(b)(1)'), text), {
        otherReadings: [
          {
            policy: 'rolled',
            says: 'a last day on which the Commission is closed moves to the next working day',
            roll: 'next-working-day',
            cites: { label: 'no rule was found in the Act', unverified: true },
          },
          {
            policy: 'from-the-day-after',
            says: 'the denial is of the day after the last day to answer',
            count: 31,
            cites: { label: 'Conn. Gen. Stat. 1-206(b)(1): "after such denial"', unverified: true },
          },
        ],
      }),
      // Filed by its postmark, if it comes later.
      metBy: 'sent',
    },
    {
      id: 'court',
      name: 'appeal to the superior court',
      level: 'court',
      filing: 'suit-filing',
      against: [{ of: 'appeal', when: 'adverse-act' }],
      ...unread(cgs('1-206(d), 4-183'), 'general knowledge'),
      window: term(
        45,
        'calendar-day',
        'date-of-act',
        unread(cgs('4-183(c)'), 'general knowledge: from the mailing of the final decision'),
      ),
      metBy: 'sent',
    },
  ],
  notes: [
    'Compliance itself is owed promptly (1-210(a), 1-212(a)); an acknowledgement is no denial in practice, but the text knows none.',
    'One who missed the window may ask again, and appeal the new denial.',
    'The times of the Commission to hear and decide were not read.',
  ],
});
