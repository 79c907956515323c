import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '../src/database/database.ts';
import { day } from '../src/law/plain-date.ts';
import { verifyRequests } from '../src/requests/verify.ts';
import { instantAt } from '../src/zone.ts';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, deadlineOf, type Fact, file, record } from './support/filing.ts';

/**
 * The story: a newsroom asks the Army's Criminal Investigation Division for its files on weapons stolen from US bases in
 * Iraq and Syria. Every fact is recorded at noon in New York on its day, every date is read through the API.
 */
const noon = (on: string) => instantAt('America/New_York', day(on), '12:00');

eachEngine((engine) => {
  let desk: Desk;
  let id: string;
  const facts: Record<string, string> = {};

  beforeAll(async () => {
    desk = await startDesk({ engine });
    const army = await anAgency(desk, { name: 'Department of the Army' });
    const cid = await anAgency(desk, { parentId: army });
    desk.now.set(noon('2026-06-01'));
    const request = await file(desk, cid, [], {
      subject: 'Weapons and sensitive equipment stolen from US bases in Iraq and Syria',
      description: 'All investigation files on weapons and sensitive equipment stolen from US bases in Iraq and Syria.',
      feeCategory: 'news-media',
    });
    id = request.id;
  }, 60_000);
  afterAll(async () => desk?.stop());

  /** Records one fact on its day; the request as it then stands. */
  async function happens(fact: Fact & { on: string }) {
    desk.now.set(noon(fact.on));
    const answer = await record(desk, id, fact);
    expect(answer).toMatchObject({ status: 201 });
    facts[fact.kind] = answer.body.statusChange.id;
    return answer.body.request;
  }
  async function on(date: string) {
    desk.now.set(noon(date));
    return (await desk.call('GET', `/requests/${id}`)).body;
  }
  const says = (deadline: any) => deadline.steps.map((step: any) => step.says).join('\n');
  const readings = (deadline: any) =>
    Object.fromEntries(deadline.otherReadings.map((one: any) => [one.policy, one.dueOn]));
  const consequences = (body: any) =>
    body.consequences.map(({ kind, from, until }: any) => [kind, from, ...(until ? [until] : [])]);

  it('begins as a draft', async () => {
    expect(await on('2026-06-01')).toMatchObject({ status: 'draft', deadlines: [], consequences: [] });
  });

  it('filed and received by e-mail on 1 June: 20 working days, Juneteenth skipped, are 30 June', async () => {
    await happens({ kind: 'filed', on: '2026-06-01', channel: 'email' });
    const request = await happens({ kind: 'received', on: '2026-06-01', channel: 'email' });
    const due = deadlineOf(request, 'determination');
    expect(due).toMatchObject({ dueOn: '2026-06-30', originalDueOn: '2026-06-30', state: 'running', owedBy: 'agency' });
    expect(due.assumed).toBeUndefined();
    expect(says(due)).toMatch(/Mon 1 Jun 2026[\s\S]*20 working days[\s\S]*Juneteenth[\s\S]*= Tue 30 Jun 2026/);
    expect(due.steps.some((step: any) => step.cites?.label.includes('552(a)(6)(A)(i)'))).toBe(true);
  });

  it('acknowledged with a tracking number on 4 June', async () => {
    const request = await happens({
      kind: 'acknowledged',
      on: '2026-06-04',
      channel: 'email',
      trackingNumber: 'FA-26-3417',
    });
    expect(request).toMatchObject({ status: 'processing', trackingNumbers: ['FA-26-3417'] });
  });

  it('asked what is meant on 8 June: the period stands still, and an answer is due by 8 July', async () => {
    const request = await happens({
      kind: 'clarification-requested',
      on: '2026-06-08',
      channel: 'email',
      answerBy: '2026-07-08',
    });
    expect(request.status).toBe('paused');
    expect(deadlineOf(request, 'determination')).toMatchObject({
      dueOn: null,
      state: 'paused',
      remaining: { count: 15, unit: 'working-day' },
    });
    expect(deadlineOf(request, 'answer')).toMatchObject({ dueOn: '2026-07-08', owedBy: 'requester', state: 'running' });
  });

  it('answered by e-mail on 22 June: 14 July, by other readings 15 or 13 July', async () => {
    const request = await happens({ kind: 'clarified', on: '2026-06-22', channel: 'email' });
    const due = deadlineOf(request, 'determination');
    expect(due).toMatchObject({ dueOn: '2026-07-14', originalDueOn: '2026-06-30', state: 'running' });
    expect(readings(due)).toMatchObject({ 'stop-day-not-counted': '2026-07-15', 'resume-day-counted': '2026-07-13' });
    expect(deadlineOf(request, 'answer')).toMatchObject({ state: 'met', metOn: '2026-06-22', metBy: facts.clarified });
    expect(request.status).toBe('processing');
  });

  it('extended on 10 July: ten working days more, 28 July', async () => {
    const request = await happens({
      kind: 'extended',
      on: '2026-07-10',
      channel: 'email',
      ground: 'records in field facilities',
    });
    expect(deadlineOf(request, 'determination')).toMatchObject({ dueOn: '2026-07-28', state: 'running' });
    expect(says(deadlineOf(request, 'determination'))).toMatch(
      /records in field facilities|ten working days|10 working days/i,
    );
  });

  it('silent on 28 July: not late that day, late on every reading from 30 July, and one may sue from 29 July', async () => {
    expect(deadlineOf(await on('2026-07-28'), 'determination')).toMatchObject({ state: 'running', overdue: false });
    const next = await on('2026-07-29');
    expect(deadlineOf(next, 'determination')).toMatchObject({
      state: 'missed',
      overdue: true,
      lateOnEveryReading: false,
    });
    expect(next.overdue).toBe(false);
    expect(consequences(next)).toEqual(
      expect.arrayContaining([
        ['may-sue', '2026-07-29'],
        ['fees-barred', '2026-07-29'],
      ]),
    );
    const late = await on('2026-07-30');
    expect(deadlineOf(late, 'determination').lateOnEveryReading).toBe(true);
    expect(late.overdue).toBe(true);
    const listed = (await desk.call('GET', '/requests?overdue=true')).body.items;
    expect(listed.map((item: any) => item.id)).toEqual([id]);
    expect(late.consequences.find((one: any) => one.kind === 'fees-barred').says).toMatch(/duplication/);
    expect(deadlineOf(late, 'suit-filing').dueOn).toBe('2032-07-29');
  });

  it('released in part on 5 August, six working days late', async () => {
    const request = await happens({
      kind: 'determined',
      on: '2026-08-05',
      channel: 'email',
      outcome: 'partly-granted',
      exemptions: ['(b)(6)', '(b)(7)(C)'],
      pagesReleased: 212,
    });
    expect(request).toMatchObject({ status: 'decided', outcome: 'partly-granted', anomalies: [], overdue: false });
    expect(deadlineOf(request, 'determination')).toMatchObject({
      dueOn: '2026-07-28',
      state: 'missed',
      overdue: false,
      metOn: '2026-08-05',
      metBy: facts.determined,
    });
    expect(consequences(request)).toEqual(
      expect.arrayContaining([
        ['may-sue', '2026-07-29', '2026-08-05'],
        ['fees-barred', '2026-07-29'],
      ]),
    );
    expect(deadlineOf(request, 'appeal-filing')).toMatchObject({
      dueOn: '2026-11-03',
      owedBy: 'requester',
      state: 'running',
    });
    expect(says(deadlineOf(request, 'appeal-filing'))).toMatch(/90 (calendar )?days[\s\S]*= Tue 3 Nov 2026/);
  });

  it('appealed by e-mail on 20 October: in time, and to be decided by 18 November', async () => {
    const request = await happens({ kind: 'appealed', on: '2026-10-20', channel: 'email' });
    expect(request.status).toBe('appealing');
    expect(deadlineOf(request, 'appeal-filing')).toMatchObject({
      state: 'met',
      metOn: '2026-10-20',
      metBy: facts.appealed,
    });
    const due = deadlineOf(request, 'appeal-decision');
    expect(due).toMatchObject({ dueOn: '2026-11-18', owedBy: 'agency', state: 'running' });
    expect(says(due)).toMatch(/Veterans Day/);
  });

  it('an extension on 16 November gives nothing: the ten days are spent', async () => {
    const request = await happens({ kind: 'extended', on: '2026-11-16', of: 'appeal-decision', ground: 'volume' });
    expect(deadlineOf(request, 'appeal-decision').dueOn).toBe('2026-11-18');
    expect(request.anomalies.map((one: any) => one.statusChangeId)).toContain(facts.extended);
    expect(Object.values(readings(deadlineOf(request, 'appeal-decision')))).toContain('2026-12-03');
  });

  it('the appeal unanswered: one may sue again from 19 November, until 29 July 2032', async () => {
    expect(deadlineOf(await on('2026-11-18'), 'appeal-decision').state).toBe('running');
    const request = await on('2026-11-19');
    expect(deadlineOf(request, 'appeal-decision')).toMatchObject({ state: 'missed', overdue: true });
    expect(consequences(request)).toEqual(
      expect.arrayContaining([
        ['may-sue', '2026-07-29', '2026-08-05'],
        ['may-sue', '2026-11-19'],
      ]),
    );
    expect(deadlineOf(request, 'suit-filing')).toMatchObject({
      dueOn: '2032-07-29',
      owedBy: 'requester',
      state: 'running',
    });
  });

  it('every date that moved is on record, with its reason', async () => {
    const { items } = (await desk.call('GET', `/requests/${id}/timeline`)).body;
    const moves = items.filter((item: any) => item.type === 'deadline-moved' && item.deadlineKind === 'determination');
    expect(moves.map((move: any) => [move.on, move.from, move.to, move.because])).toEqual([
      ['2026-06-08', '2026-06-30', null, 'clarification-requested of Mon 8 Jun 2026 was recorded'],
      ['2026-06-22', null, '2026-07-14', 'clarified of Mon 22 Jun 2026 was recorded'],
      ['2026-07-10', '2026-07-14', '2026-07-28', 'extended of Fri 10 Jul 2026 was recorded'],
    ]);
    expect(items.filter((item: any) => item.type === 'status-change')).toHaveLength(9);
  });

  it('each day of it can still be read as it was', async () => {
    const asOf = async (date: string) => (await desk.call('GET', `/requests/${id}?asOf=${date}`)).body;
    expect((await asOf('2026-06-10')).status).toBe('paused');
    expect(deadlineOf(await asOf('2026-07-20'), 'determination').dueOn).toBe('2026-07-28');
    expect((await asOf('2026-09-01')).status).toBe('decided');
    const known = (await desk.call('GET', `/requests/${id}?knownAt=2026-06-23T00:00:00Z&asOf=2026-07-20`)).body;
    expect(deadlineOf(known, 'determination')).toMatchObject({ dueOn: '2026-07-14', state: 'missed' });
  });

  it('the calculator reads the same from the same facts', async () => {
    const { items } = (await desk.call('GET', `/requests/${id}/timeline`)).body;
    const statusChanges = items
      .filter((item: any) => item.type === 'status-change')
      .map(({ statusChange: { sequence: _, recordedAt: __, ...fact } }: any) => fact);
    const answer = await desk.call('POST', '/clock', {
      statute: 'us-foia',
      feeCategory: 'news-media',
      asOf: '2026-11-19',
      statusChanges,
    });
    expect(answer.status).toBe(200);
    const stored = (await desk.call('GET', `/requests/${id}?asOf=2026-11-19`)).body;
    for (const field of [
      'status',
      'outcome',
      'deadlines',
      'consequences',
      'anomalies',
      'openMatters',
      'nextStatusChanges',
    ]) {
      expect(answer.body[field]).toEqual(stored[field]);
    }
  });

  it('the record verifies', async () => {
    const verified = await desk.app.get(Database).snapshot(verifyRequests);
    expect(verified).toEqual({ requests: 1, faults: [] });
  });
});
