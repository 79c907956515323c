import { describe, expect, it } from '@jest/globals';
import { calendarFor } from './calendar.ts';
import { storyChanges } from './cases/story.ts';
import { storyDays } from './cases/story-days.ts';
import { readClock } from './clock.ts';
import { explainDeadline, explainStanding } from './explain.ts';
import { day } from './plain-date.ts';
import type { Deadline, Standing } from './standing.ts';
import { standingOn } from './standing-on.ts';
import type { StatusChange } from './status-change.ts';
import { usFoia } from './statutes/us-foia.ts';

const law = { statute: usFoia, feeCategory: 'news-media' } as const;
const timeline = readClock(storyChanges, law);

describe('the story', () => {
  for (const one of storyDays) {
    it(`stands as it should on ${one.asOf}`, () => {
      const standing = standingOn(timeline, day(one.asOf));
      expect(standing.status).toBe(one.status);
      expect(standing.outcome).toBe(one.outcome);
      expect(Object.fromEntries(standing.deadlines.map((d) => [d.id, [d.dueOn, d.state]]))).toEqual(one.deadlines);
      expect(standing.consequences.map((c) => `${c.kind} ${c.from}${c.until ? `/${c.until}` : ''}`)).toEqual(
        one.consequences,
      );
      expect(standing.turnsOn).toBe(one.turnsOn);
      expect(standing.anomalies).toEqual([]);
      if (one.otherReadings) expect(readingsOf(find(standing, 'determination:1'))).toEqual(one.otherReadings);
    });
  }

  it('was six working days late, on every reading', () => {
    const determination = find(standingOn(timeline, day('2026-08-05')), 'determination:1');
    expect(determination).toMatchObject({
      metBy: '7',
      metOn: '2026-08-05',
      overdue: false,
      lateOnEveryReading: true,
      latestReadingOn: '2026-07-29',
    });
    expect(calendarFor(usFoia).workingDaysBetween(determination.dueOn!, determination.metOn!)).toBe(6);
  });

  it('is not called late on every reading before the last one has passed', () => {
    expect(find(standingOn(timeline, day('2026-07-29')), 'determination:1')).toMatchObject({
      overdue: true,
      lateOnEveryReading: false,
    });
    expect(find(standingOn(timeline, day('2026-07-30')), 'determination:1')).toMatchObject({
      overdue: true,
      lateOnEveryReading: true,
    });
  });

  it('has spent its ten days: an extension of the appeal gives nothing', () => {
    const notice: StatusChange = {
      id: '9',
      sequence: 9,
      recordedAt: '2026-11-16T15:00:00Z',
      kind: 'extended',
      on: day('2026-11-16'),
      of: 'appeal-decision',
      ground: 'consultation',
    };
    const standing = standingOn(readClock([...storyChanges, notice], law), day('2026-11-19'));
    const decision = find(standing, 'appeal-decision:8');
    expect(decision).toMatchObject({ dueOn: '2026-11-18', state: 'missed', lateOnEveryReading: false });
    expect(readingsOf(decision)).toEqual({ 'ten-days-each-stage': '2026-12-03' });
    expect(standing.anomalies.map((anomaly) => anomaly.kind)).toEqual(['extension-days-spent']);
  });

  it('forbids duplication fees, as a newsroom asked', () => {
    const barred = standingOn(timeline, day('2026-08-01')).consequences.find((c) => c.kind === 'fees-barred');
    expect(barred?.says).toMatch(/no duplication fees .* 5,000 pages/);
  });

  it('explains each day, in order, with its law', () => {
    expect(explainDeadline(find(standingOn(timeline, day('2026-08-01')), 'determination:1'))).toBe(
      [
        'determination (the agency): missed, due Tue 28 Jul 2026, still owed',
        '  2026-06-01  received Mon 1 Jun 2026; the day of receipt is not counted [5 U.S.C. 552(a)(6)(A)]',
        '  2026-06-01  20 working days to decide; the first is Tue 2 Jun 2026 [5 U.S.C. 552(a)(6)(A)(i)]',
        '  2026-06-08  a question sent Mon 8 Jun 2026: the period stands still after 5 working days [5 U.S.C. 552(a)(6)(A)(ii)(I)]',
        '  2026-06-22  the answer reached the agency Mon 22 Jun 2026: counting goes on the day after, 15 working days left [5 U.S.C. 552(a)(6)(A)(ii)]',
        '  2026-07-03  Fri 3 Jul 2026 is not counted: Independence Day (observed) [5 U.S.C. 6103(b)(1)]',
        '  2026-07-10  extended Fri 10 Jul 2026 (records in field facilities): 10 working days more after Tue 14 Jul 2026 [5 U.S.C. 552(a)(6)(B)(i)]',
        '  2026-07-28  = Tue 28 Jul 2026 [5 U.S.C. 552(a)(6)(B)(i)]',
        '  another reading: Wed 29 Jul 2026, if the day on which the agency asks does not count [5 U.S.C. 552(a)(6)(A)(ii): silent on the days of asking and answering]',
        '  another reading: Mon 27 Jul 2026, if the day on which the answer arrived counts again [5 U.S.C. 552(a)(6)(A)(ii): receipt of the answer "ends the tolling period"]',
        '  another reading: Mon 27 Jul 2026, if a holiday on a Saturday stays there, and the Friday counts [5 U.S.C. 552(a)(6)(A)(i) "legal public holidays"; 6103(b) is for pay and leave]',
      ].join('\n'),
    );
  });

  it('reads in a terminal', () => {
    const text = explainStanding(standingOn(timeline, day('2026-11-19')));
    expect(text).toContain('As of Thu 19 Nov 2026: appealing, partly granted');
    expect(text).toContain('may sue from Thu 19 Nov 2026');
  });
});

function find(standing: Standing, id: string): Deadline {
  const found = standing.deadlines.find((deadline) => deadline.id === id);
  if (!found) throw new Error(`no deadline ${id}`);
  return found;
}

function readingsOf(deadline: Deadline): Record<string, string | null> {
  return Object.fromEntries(deadline.otherReadings.map((reading) => [reading.policy, reading.dueOn]));
}
