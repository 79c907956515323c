import type { Challenge, Silence } from '../statute.ts';
import { citesOf, courtWithoutWindow, read, term } from './write.ts';

const pia = citesOf('Tex. Gov. Code', 'https://statutes.capitol.texas.gov/Docs/GV/htm/GV.552.htm');
const text = 'the text of chapter 552, edition of 2025';

/** What follows when a Texan body neither produces, nor certifies a day, nor asks for a ruling. */
export const usTxSilence: Silence[] = [
  {
    effect: 'may-sue',
    says: 'one may ask a court for a writ of mandamus',
    endsWithAnswer: true,
    ...read(pia('552.321'), `${text}: a body that refuses to ask for a ruling or to supply public information`),
  },
  {
    effect: 'may-complain',
    says: 'one may complain to the attorney general that the body has not responded',
    endsWithAnswer: true,
    ...read(pia('552.328'), `${text}; in force since 1 September 2025`),
  },
  {
    effect: 'deemed-approved',
    says: 'what was asked for in writing is presumed public, unless there is a compelling reason to withhold it',
    after: term(10, 'working-day', 'receipt', read(pia('552.301(b)'), text)),
    // Whoever certifies a day to produce withholds nothing.
    unless: ['extended', 'estimated'],
    endsWithAnswer: false,
    ...read(pia('552.302'), text),
  },
];

/** A complaint over silence, and a court at any time. */
export const usTxChallenges: Challenge[] = [
  {
    id: 'complaint',
    name: 'complaint to the attorney general',
    level: 'oversight',
    filing: 'complaint-filing',
    against: [{ of: 'request', when: 'silence' }],
    window: null,
    metBy: 'sent',
    ...read(pia('552.328'), `${text}; in force since 1 September 2025`),
  },
  courtWithoutWindow('petition for a writ of mandamus', read(pia('552.321'), text)),
];
