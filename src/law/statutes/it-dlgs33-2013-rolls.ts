import type { Term } from '../statute.ts';

/** A last day on a Sunday or holiday, by the civil code; nobody has checked it for these terms, so both others are told. */
export const dayOffRolls: Required<Pick<Term, 'roll' | 'rollCites' | 'otherReadings'>> = {
  roll: 'next-non-holiday',
  rollCites: { label: 'Codice civile, art. 2963', unverified: true },
  otherReadings: [
    {
      policy: 'saturday-moves-too',
      says: 'a last day on a Saturday moves to Monday, as for acts in court',
      roll: 'next-working-day',
      cites: { label: 'Codice di procedura civile, art. 155(5)', unverified: true },
    },
    {
      policy: 'last-day-stays',
      says: 'the last day stays on a holiday: the decree speaks of days alone',
      roll: 'none',
      cites: { label: 'D.lgs. 33/2013 art. 5(6)', unverified: true },
    },
  ],
};
