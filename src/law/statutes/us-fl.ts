import { citesOf, courtWithoutWindow, read, refusals, told, write } from './write.ts';

const stat = citesOf('Fla. Stat.');

/** Florida sets no day for anything the agency owes. */
export const usFl = write({
  id: 'us-fl',
  name: 'Public Records Law',
  jurisdiction: 'US-FL',
  cites: stat('ch. 119'),
  timeZone: 'America/New_York',
  version: { from: null, to: null, appliesTo: 'filed-from', cites: stat('119.07') },
  calendar: 'us-fl',
  receipt: {
    by: 'body',
    onDayOff: 'that-day',
    ...told(stat('119.07(1)(c)'), 'the passage as quoted; no day hangs on it'),
  },
  terms: {},
  adverseActs: refusals(told(stat('119.11, 119.12'), 'a summary of a decision of 2023')),
  challenges: [
    courtWithoutWindow('suit in the circuit court', told(stat('119.11(1)'), 'general accounts: heard at once')),
  ],
  rules: {
    prompt: {
      says: 'the custodian acknowledges promptly and answers in good faith, within a reasonable time; unjustified delay is a refusal',
      ...read(stat('119.07(1)(c)'), 'the passage as quoted; the reasonable time is of the courts'),
    },
  },
  notes: [
    "To get attorney's fees, written notice goes to the custodian at least 5 business days before the suit (119.12(1)(b)); the request itself is no such notice (Roldan v. City of Hallandale Beach, 4th DCA 2023). Leave five clear days. Not built in.",
    'No notice is needed where the agency does not post how to reach its custodian (119.12(2)).',
    'An order to open records is to be obeyed within 48 hours unless it says otherwise (119.11(2)).',
    'West of the Apalachicola the time is that of Chicago.',
  ],
});
