import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, deadlineOf, file, filedOn, record } from './support/filing.ts';

eachEngine((engine) => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await startDesk({ engine });
  }, 60_000);
  afterAll(async () => desk?.stop());
  beforeEach(() => desk.now.set('2026-06-30T16:00:00Z'));

  const facts = [filedOn('2026-06-01'), { kind: 'received', on: '2026-06-01' }];
  const clock = (body: object, path = '/clock') =>
    desk.call('POST', path, { statute: 'us-foia', statusChanges: facts, asOf: '2026-07-10', ...body });

  describe('the laws', () => {
    it('are listed by country, parts included', async () => {
      const all = (await desk.call('GET', '/statutes')).body.items;
      const american = (await desk.call('GET', '/statutes?jurisdiction=US')).body.items;
      expect(american.map((one: any) => one.id)).toContain('us-foia');
      expect(american.length).toBeLessThanOrEqual(all.length);
      expect(american.every((one: any) => /^US(-|$)/.test(one.jurisdiction))).toBe(true);
      expect((await desk.call('GET', '/statutes?jurisdiction=XX')).body.items).toEqual([]);
      expect(await desk.call('GET', '/statutes?jurisdiction=Bavaria')).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/jurisdiction', detail: 'must be a code like US, US-CA or EU' }] },
      });
    });

    it('tell every rule with its source, and how sure we are', async () => {
      const { body } = await desk.call('GET', '/statutes/us-foia');
      expect(body.terms.determination).toMatchObject({ count: 20, unit: 'working-day', confidence: 'high' });
      expect(body.challenges[0]).toMatchObject({ id: 'appeal', window: { count: 90 } });
    });
  });

  describe('calendars', () => {
    it('list the days off of a year with their sources', async () => {
      const { body } = await desk.call('GET', '/calendars/us-federal/days?year=2026');
      expect(body.days).toHaveLength(11);
      expect(body.days[4]).toEqual({
        on: '2026-06-19',
        name: 'Juneteenth National Independence Day',
        cites: expect.objectContaining({ label: expect.stringContaining('5 U.S.C. 6103(a)') }),
      });
      expect((await desk.call('GET', '/calendars')).body.items.map((one: any) => one.id)).toContain('us-federal');
    });

    it('count working days, and say what they left out', async () => {
      const { body } = await desk.call('GET', '/calendars/us-federal/add?from=2026-06-01&days=20');
      expect(body).toMatchObject({ on: '2026-06-30', skipped: [{ on: '2026-06-19' }] });
      expect((await desk.call('GET', '/calendars/us-federal/add?from=2026-06-01&days=0')).body.on).toBe('2026-06-01');
    });

    it('say what a bad question lacks', async () => {
      const status = async (path: string) => (await desk.call('GET', path)).status;
      expect(await status('/calendars/nowhere/days?year=2026')).toBe(404);
      expect(await status('/calendars/us-federal/days?year=1800')).toBe(400);
      expect(await status('/calendars/us-federal/days')).toBe(400);
      expect(await status('/calendars/us-federal/add?from=2026-02-30&days=1')).toBe(400);
      expect(await status('/calendars/us-federal/add?from=2026-06-01&days=-1')).toBe(400);
      expect(await status('/calendars/us-federal/add?from=2199-06-01&days=3000')).toBe(422);
    });
  });

  describe('what if', () => {
    it('sets a second history beside the first, and marks what differs', async () => {
      const extended = [...facts, { kind: 'extended', on: '2026-06-22', ground: 'voluminous records' }];
      const { status, body } = await clock({ whatIf: { statusChanges: extended } });
      expect(status).toBe(200);
      expect(deadlineOf(body, 'determination')).toMatchObject({ dueOn: '2026-06-30', state: 'missed' });
      expect(deadlineOf(body.whatIf.standing, 'determination').dueOn).toBe('2026-07-15');
      expect(body.whatIf.differences.deadlines[0]).toEqual({
        id: 'determination:1',
        kind: 'determination',
        first: { dueOn: '2026-06-30', state: 'missed' },
        second: { dueOn: '2026-07-15', state: 'running' },
      });
    });

    it('takes another day, and names the second history in what is wrong with it', async () => {
      const earlier = await clock({ whatIf: { asOf: '2026-06-10' } });
      expect(earlier.body.whatIf.differences.deadlines[0].second.state).toBe('running');
      const bad = await clock({ whatIf: { statusChanges: [{ kind: 'filed', on: '2026-02-30' }] } });
      expect(bad.status).toBe(400);
      expect(bad.body.errors[0].pointer).toBe('/whatIf/statusChanges/0/on');
      expect((await clock({ whatIf: { track: 'fast' } })).status).toBe(422);
    });

    it('tells it in words', async () => {
      const { body } = await clock({ whatIf: { asOf: '2026-06-10' } }, '/clock/explanation');
      expect(body.text).toContain('determination (the agency): missed, due Tue 30 Jun 2026, still owed');
      expect(body.text).toContain('What if:');
      expect(body.text).toContain('determination:1: missed, due Tue 30 Jun 2026 → running, due Tue 30 Jun 2026');
      expect(body.lines.join('\n')).toBe(body.text);
    });
  });

  describe('a request', () => {
    it('explains itself in words, today and on another day', async () => {
      const { id } = await file(desk, await anAgency(desk), facts);
      const path = `/requests/${id}/explanation`;
      expect((await desk.call('GET', path)).body.text).toContain('determination (the agency): due Tue 30 Jun 2026');
      expect((await desk.call('GET', `${path}?asOf=2026-07-01`)).body.text).toContain('still owed');
      const before = await desk.call('GET', `${path}?knownAt=2026-06-01T00:00:00Z`);
      expect(before.body.text).toContain('draft');
      await record(desk, id, { kind: 'determined', on: '2026-06-30', outcome: 'granted' });
      expect((await desk.call('GET', path)).body.text).toContain('met, due Tue 30 Jun 2026, done Tue 30 Jun 2026');
    });

    it('cannot be on a track that its law does not know', async () => {
      const agencyId = await anAgency(desk);
      const given = { agencyId, subject: 'Logs', description: 'All logs.', track: 'fast' };
      const refused = await desk.call('POST', '/requests', given);
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/track' }] } });
      const { id } = await file(desk, agencyId, facts);
      const edit = await desk.call('PATCH', `/requests/${id}`, { track: 'fast' }, { headers: { 'if-match': '*' } });
      expect(edit.status).toBe(422);
    });
  });
});
