import { describe, expect, it } from '@jest/globals';
import { asRecorded } from './cases/case.ts';
import type { WrittenFact } from './cases/case.ts';
import { readClock } from './clock.ts';
import { compareStandings } from './compare.ts';
import { explainDifferences } from './explain.ts';
import { day } from './plain-date.ts';
import type { Standing } from './standing.ts';
import { standingOn } from './standing-on.ts';
import { usFoia } from './statutes/us-foia.ts';

const filed: readonly WrittenFact[] = [
  { on: '2026-06-01', kind: 'filed', channel: 'email' },
  { on: '2026-06-01', kind: 'received' },
];
const standing = (facts: readonly WrittenFact[]): Standing =>
  standingOn(readClock(asRecorded(facts), { statute: usFoia }), day('2026-07-10'));

describe('two standings beside each other', () => {
  it('do not differ from themselves', () => {
    expect(compareStandings(standing(filed), standing(filed))).toEqual({ deadlines: [], consequences: [] });
  });

  it('show what an extension in time would have changed', () => {
    const extended = standing([...filed, { on: '2026-06-22', kind: 'extended', ground: 'voluminous records' }]);
    const differences = compareStandings(standing(filed), extended);
    expect(differences.deadlines[0]).toEqual({
      id: 'determination:1',
      kind: 'determination',
      first: { dueOn: '2026-06-30', state: 'missed' },
      second: { dueOn: '2026-07-15', state: 'running' },
    });
    expect(differences.consequences).toEqual([
      { kind: 'may-sue', first: { from: '2026-07-01' }, second: null },
      { kind: 'fees-barred', first: { from: '2026-07-01' }, second: null },
    ]);
    expect(explainDifferences(differences)).toContain(
      'determination:1: missed, due Tue 30 Jun 2026 → running, due Wed 15 Jul 2026',
    );
  });

  it('show what an answer would have closed, and opened', () => {
    const denied = standing([...filed, { on: '2026-06-22', kind: 'determined', outcome: 'denied' }]);
    const differences = compareStandings(standing(filed), denied);
    expect(differences.status).toEqual({ first: 'processing', second: 'decided' });
    expect(differences.deadlines.find(({ id }) => id === 'appeal-filing:3')).toMatchObject({
      first: null,
      second: { dueOn: '2026-09-20', state: 'running' },
    });
    expect(explainDifferences(differences)).toContain('appeal-filing:3: none → running, due Sun 20 Sep 2026');
  });
});
