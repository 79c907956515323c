import { day } from '../plain-date.ts';
import { dayOffRolls, itDlgs332013Challenges } from './it-dlgs33-2013-challenges.ts';
import { citesOf, read, refusals, term, told, write } from './write.ts';

const decree = citesOf(
  'D.lgs. 33/2013',
  'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2013-03-14;33',
);
const circular = 'the Circolare Funzione Pubblica n. 2/2017, which quotes the article';

const quoted = 'public sources that quote the paragraph from the official page; the page itself was not read';

/** Italy. Thirty days that one thing alone can stop, for ten days at most. */
export const itDlgs332013 = write({
  id: 'it-dlgs33-2013',
  name: 'Accesso civico generalizzato (d.lgs. 33/2013)',
  jurisdiction: 'IT',
  cites: decree('artt. 5, 5-bis'),
  timeZone: 'Europe/Rome',
  version: {
    from: day('2016-12-23'),
    to: null,
    appliesTo: 'filed-from',
    cites: { label: 'D.lgs. 97/2016, art. 42', unverified: true },
    confidence: 'medium',
  },
  calendar: 'it',
  receipt: {
    by: 'right-office',
    onDayOff: 'that-day',
    ...read(
      { label: 'Circolare Funzione Pubblica n. 2/2017, §§ 4.1, 5.1' },
      'the circular: the day of receipt, not that of the protocol; for an e-mail the day it was sent',
    ),
  },
  terms: { determination: term(30, 'calendar-day', 'receipt', read(decree('art. 5(6)'), circular), dayOffRolls) },
  tolls: [
    {
      id: 'third-party',
      limit: null,
      asks: 'consulted',
      answers: ['contacted'],
      effect: 'toll',
      stops: 'day-after',
      ...read(decree('art. 5(5)'), `${circular}: until the others have opposed it, ten days at most`),
    },
  ],
  extensions: [
    {
      ground: 'garante',
      of: ['appeal-decision'],
      count: 10,
      unit: 'calendar-day',
      from: 'due-date',
      times: 1,
      late: 'good',
      ...told(decree('art. 5(7), (8)'), `${quoted}: until the Garante answers, ten days at most`),
    },
  ],
  silence: [
    {
      effect: 'may-complain',
      says: 'one may ask the officer for transparency (RPCT) for a review; silence is no refusal',
      endsWithAnswer: true,
      ...read({ label: 'D.lgs. 33/2013 art. 5(7); Circolare n. 2/2017 §§ 5, 5.2' }, circular),
    },
    {
      effect: 'may-sue',
      says: 'one may go to the administrative court',
      endsWithAnswer: true,
      ...read({ label: 'D.lgs. 33/2013 art. 5(7); Circolare n. 2/2017 §§ 5, 5.2' }, circular),
    },
  ],
  adverseActs: refusals(read(decree('art. 5(7)'), circular)),
  challenges: itDlgs332013Challenges,
  duties: [
    {
      kind: 'reasons',
      owedBy: 'agency',
      what: 'to confirm its refusal, or access counts as granted',
      opensWith: ['appeal-decided'],
      appealOutcomes: ['reversed', 'partly-reversed'],
      metBy: ['determined', 'released'],
      endedBy: ['lawsuit-filed'],
      onlyIf: 'if the ombudsman found the refusal unlawful',
      ...term(30, 'calendar-day', 'notice-of-act', told(decree('art. 5(8)'), quoted), dayOffRolls),
    },
  ],
  notes: [
    'The period cannot be extended: a letter that asks for more time gives none.',
    'Others whose interests are touched have ten days from the notice to oppose, and the thirty days stand still so long, no longer (art. 5(5)). Record a contact about the hearing on the day their opposition came in or the ten days ended; otherwise it stands still here without end.',
    'Where access is granted against opposition, documents come no earlier than fifteen days after the others received the decision (art. 5(6)).',
    'Saturday is taken as an ordinary day when a last day falls on it; some move it to Monday.',
    'The law sets no day to ask for review. A circular of 2019 is said to recommend thirty days, as for the court (not read).',
    'Where access was refused to protect personal data, the officer or the ombudsman hears the Garante, and their days stand still for ten at most: record an extension of the decision for the Garante.',
    'Against regions and local bodies one may go to the ombudsman (difensore civico) of the region as well; the body must be sent a copy. Where the ombudsman finds the refusal unlawful, the body has thirty days from hearing so to confirm it; otherwise access is granted (art. 5(8)). The time to sue then runs from the day on which his answer reached you.',
    'The time to sue stands still from 1 to 31 August (l. 742/1969, not read): the last day shown may be a month early.',
    'Lateness has a price for the managers alone (art. 46); copies are charged at cost whatever the day.',
    "The decree's own consolidated text could not be read: what is said of it is what the circular quotes.",
  ],
});
