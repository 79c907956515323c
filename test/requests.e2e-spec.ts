import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { everyKind } from './support/every-kind.ts';
import { anAgency, deadlineOf, dueDates, type Fact, file, filedOn, record } from './support/filing.ts';

eachEngine((engine) => {
  let desk: Desk;
  let agencyId: string;

  beforeAll(async () => {
    desk = await startDesk({ engine });
    agencyId = await anAgency(desk);
  }, 60_000);
  afterAll(async () => desk?.stop());
  beforeEach(() => desk.now.set('2026-06-30T16:00:00Z'));

  const get = async (id: string, query = '') => (await desk.call('GET', `/requests/${id}${query}`)).body;

  describe('a new request', () => {
    it('is a draft that says what comes first', async () => {
      const answer = await desk.call('POST', '/requests', {
        agencyId,
        subject: 'Stolen weapons',
        description: 'All investigation files.\nFrom 2020 on.',
        tags: ['weapons', 'iraq'],
        requester: { name: 'The Newsroom', onBehalfOf: 'A reporter' },
        feeCategory: 'news-media',
        feeLimit: { value: 25, currency: 'USD' },
      });
      expect(answer.status).toBe(201);
      expect(answer.headers.etag).toBe('W/"1"');
      expect(answer.body).toMatchObject({
        id: expect.any(String),
        number: expect.stringMatching(/^2026-\d{4}$/),
        status: 'draft',
        outcome: null,
        agency: { id: agencyId, name: 'Department of the Army Criminal Investigation Division' },
        statute: { id: 'us-foia', name: expect.any(String) },
        deadlines: [],
        consequences: [],
        anomalies: [],
        openMatters: [],
        tags: ['weapons', 'iraq'],
        requester: { name: 'The Newsroom', onBehalfOf: 'A reporter' },
        feeCategory: 'news-media',
        feeLimit: { value: 25, currency: 'USD' },
        access: 'everyone',
        confidential: false,
        assigneeId: null,
        trackingNumbers: [],
        asOf: '2026-06-30',
      });
      expect(answer.body.nextStatusChanges[0]).toBe('filed');
      expect(await get(answer.body.id)).toEqual(answer.body);
    });

    it('takes its facts along, and gets the next number', async () => {
      const first = await file(desk, agencyId);
      const second = await file(desk, agencyId, [
        filedOn('2026-06-01'),
        { kind: 'acknowledged', on: '2026-06-04', about: '#1', trackingNumber: 'FA-26-1' },
      ]);
      expect(Number(second.number.slice(5))).toBe(Number(first.number.slice(5)) + 1);
      expect(second).toMatchObject({ status: 'processing', trackingNumbers: ['FA-26-1'] });
      expect(deadlineOf(second, 'determination').dueOn).toBe('2026-06-30');
    });

    it('is not made at all when one of its facts is impossible', async () => {
      const before = (await desk.call('GET', '/requests?limit=1')).body.items[0].number;
      const answer = await desk.call('POST', '/requests', {
        agencyId,
        subject: 's',
        description: 'd',
        statusChanges: [filedOn('2026-06-01'), { kind: 'received', on: '2026-05-01' }],
      });
      expect(answer.status).toBe(409);
      expect(answer.body.errors[0].pointer).toBe('/statusChanges/1/on');
      expect((await desk.call('GET', '/requests?limit=1')).body.items[0].number).toBe(before);
      const next = await file(desk, agencyId);
      expect(Number(next.number.slice(5))).toBe(Number(before.slice(5)) + 1);
    });

    it('is made once for one Idempotency-Key', async () => {
      const headers = { 'idempotency-key': `make ${engine}` };
      const body = { agencyId, subject: 's', description: 'd', statusChanges: [filedOn('2026-06-01')] };
      const [a, b] = await Promise.all([0, 1].map(() => desk.call('POST', '/requests', body, { headers })));
      expect([a!.status, b!.status]).toEqual([201, 201]);
      expect(a!.body).toEqual(b!.body);
      const other = await desk.call('POST', '/requests', { ...body, subject: 'another' }, { headers });
      expect(other.status).toBe(422);
    });
  });

  describe('recording', () => {
    it('answers with what was recorded and the new standing', async () => {
      const request = await file(desk, agencyId, [filedOn('2026-06-01')]);
      const answer = await record(desk, request.id, { kind: 'acknowledged', on: '2026-06-04', note: 'a letter' });
      expect(answer.status).toBe(201);
      const { statusChange, statusChanges } = answer.body;
      expect(statusChanges).toEqual([statusChange]);
      expect(statusChange).toEqual({
        id: expect.any(String),
        sequence: 2,
        kind: 'acknowledged',
        on: '2026-06-04',
        recordedAt: '2026-06-30T16:00:00.000Z',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(answer.body.request).toMatchObject({ id: request.id, status: 'processing', version: 2 });
      expect(await get(request.id)).toEqual(answer.body.request);
    });

    it('gives the same standing whatever the order in which facts of different days come', async () => {
      const facts: Fact[] = [
        { kind: 'acknowledged', on: '2026-06-02' },
        { kind: 'clarification-requested', on: '2026-06-08', answerBy: '2026-07-08' },
        { kind: 'clarified', on: '2026-06-22', channel: 'email' },
        { kind: 'extended', on: '2026-06-30', ground: 'search in the field' },
      ];
      const forth = await file(desk, agencyId, [filedOn('2026-06-01'), ...facts]);
      const back = await file(desk, agencyId, [filedOn('2026-06-01')]);
      for (const fact of facts.toReversed()) expect((await record(desk, back.id, fact)).status).toBe(201);
      const seen = await get(back.id);
      expect(dueDates(seen)).toEqual(dueDates(forth));
      expect(seen.status).toBe(forth.status);
      expect(deadlineOf(seen, 'determination').steps).toEqual(deadlineOf(forth, 'determination').steps);
    });

    it('takes a moment and finds its day in the zone of the agency', async () => {
      const request = await file(desk, agencyId, [filedOn('2026-06-01')]);
      const late = await record(desk, request.id, { kind: 'acknowledged', at: '2026-06-05T02:30:00Z' });
      expect(late.body.statusChange.on).toBe('2026-06-04');
      const same = await record(desk, request.id, {
        kind: 'contacted',
        at: '2026-06-04T22:30:00-04:00',
        on: '2026-06-04',
      });
      expect(same.status).toBe(201);
      const conflict = await record(desk, request.id, {
        kind: 'contacted',
        at: '2026-06-05T02:30:00Z',
        on: '2026-06-05',
      });
      expect(conflict.status).toBe(422);
      expect(conflict.body.errors[0].pointer).toBe('/on');
    });

    it('takes every kind with all it may carry, tells it in words, and corrects it', async () => {
      const other = await file(desk, agencyId);
      for (const [kind, payload] of Object.entries(everyKind)) {
        const own = kind === 'aggregated' ? { withRequestIds: [other.id] } : payload;
        const fact = { kind, on: '2026-06-20', notifiedOn: '2026-06-22', receivedOn: '2026-06-20', note: 'n', ...own };
        const request = await file(desk, agencyId, kind === 'filed' ? [] : [filedOn('2026-06-01')]);
        // Some answer a fact that is not there; what matters is that each is understood.
        const answer = await record(desk, request.id, fact);
        if (answer.status !== 201) {
          expect([kind, answer.status, answer.body.accepted]).toEqual([kind, 409, expect.any(Array)]);
          continue;
        }
        const { items } = (await desk.call('GET', `/requests/${request.id}/timeline`)).body;
        const item = items.find((one: any) => one.statusChange?.kind === kind);
        expect(item.says).toMatch(/^[A-Z].*\.$/);
        expect(item.says).not.toMatch(/undefined|null|\[object/);
        const out = { kind: 'corrected', on: '2026-06-30', corrects: item.statusChange.id, replacement: null };
        if (kind !== 'filed') expect((await record(desk, request.id, out)).status).toBe(201);
      }
    });

    it('keeps exemptions it does not know, with an anomaly', async () => {
      const request = await file(desk, agencyId, [
        filedOn('2026-06-01'),
        { kind: 'determined', on: '2026-06-20', outcome: 'partly-granted', exemptions: ['(b)(6)', { code: '(z)(9)' }] },
      ]);
      const { items } = (await desk.call('GET', `/requests/${request.id}/timeline`)).body;
      expect(items.at(-1).statusChange.exemptions).toEqual([{ code: '(b)(6)' }, { code: '(z)(9)' }]);
      expect(items.at(-1).anomalies).toHaveLength(1);
      expect(request.anomalies[0].says).toContain('(z)(9)');
    });

    it('reopens what was closed when the agency acts', async () => {
      const request = await file(desk, agencyId, [filedOn('2026-06-01'), { kind: 'closed', on: '2026-06-10' }]);
      expect(request.status).toBe('closed');
      const answer = await record(desk, request.id, { kind: 'determined', on: '2026-06-20', outcome: 'denied' });
      expect(answer.status).toBe(201);
      expect(answer.body.request.status).toBe('decided');
    });

    it('is done once for one Idempotency-Key', async () => {
      const request = await file(desk, agencyId, [filedOn('2026-06-01')]);
      const headers = { 'idempotency-key': 'the same call' };
      const path = `/requests/${request.id}/status-changes`;
      const fact = { kind: 'contacted', on: '2026-06-02' };
      const answers = await Promise.all([0, 1, 2].map(() => desk.call('POST', path, fact, { headers })));
      expect(new Set(answers.map((answer) => answer.body.statusChange.id)).size).toBe(1);
      expect(answers.filter((answer) => answer.headers['idempotency-replayed'] === 'true')).toHaveLength(2);
      expect((await desk.call('GET', `/requests/${request.id}/timeline`)).body.items).toHaveLength(2);
    });
  });

  describe('refuses, and changes nothing,', () => {
    const cases: [string, unknown, number, string][] = [
      ['a day that does not exist', { kind: 'received', on: '2026-02-30' }, 400, '/on'],
      ['a day with a time', { kind: 'received', on: '2026-06-02T00:00:00Z' }, 400, '/on'],
      ['no day', { kind: 'received' }, 422, '/on'],
      ['a day in the future', { kind: 'received', on: '2026-07-01' }, 422, '/on'],
      ['a day before filing', { kind: 'received', on: '2026-05-31' }, 409, '/on'],
      ['a moment without a zone', { kind: 'received', at: '2026-06-02T10:00:00' }, 400, '/at'],
      ['an unknown kind', { kind: 'lost', on: '2026-06-02' }, 400, '/kind'],
      ['no kind', { on: '2026-06-02' }, 400, '/kind'],
      ['an unknown field', { kind: 'received', on: '2026-06-02', who: 'me' }, 400, '/who'],
      ['a field of another kind', { kind: 'received', on: '2026-06-02', outcome: 'granted' }, 400, '/outcome'],
      ['an id of its own', { kind: 'received', on: '2026-06-02', id: 'x' }, 400, '/id'],
      ['an unknown outcome', { kind: 'determined', on: '2026-06-02', outcome: 'maybe' }, 400, '/outcome'],
      ['a missing field', { kind: 'determined', on: '2026-06-02' }, 400, '/outcome'],
      ['a yes that is text', { kind: 'fee-estimated', on: '2026-06-02', asksAnswer: 'true' }, 400, '/asksAnswer'],
      [
        'a wrong field deep inside',
        { kind: 'court-ordered', on: '2026-06-02', items: [{ what: 'x', owedBy: 'agency', dueOn: '2026-13-01' }] },
        400,
        '/items/0/dueOn',
      ],
      [
        'money without a currency',
        { kind: 'fee-estimated', on: '2026-06-02', asksAnswer: true, amount: { value: 1 } },
        400,
        '/amount/currency',
      ],
      ['an answer to nothing', { kind: 'clarified', on: '2026-06-02', about: '#9' }, 422, '/about'],
      [
        'a fact of nobody',
        { kind: 'clarified', on: '2026-06-02', about: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11' },
        409,
        '/about',
      ],
      [
        'a correction of nothing',
        { kind: 'corrected', on: '2026-06-02', corrects: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11', replacement: null },
        409,
        '/corrects',
      ],
      [
        'a correction by a correction',
        { kind: 'corrected', on: '2026-06-02', corrects: 'x', replacement: { kind: 'corrected', on: '2026-06-02' } },
        400,
        '/replacement/kind',
      ],
      [
        'a request of nobody',
        { kind: 'transferred', on: '2026-06-02', scope: 'part', newRequestId: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11' },
        422,
        '/newRequestId',
      ],
      ['an empty array', [], 400, ''],
      ['something that is no object', ['filed'], 400, '/0'],
      [
        'one bad change among good ones',
        [
          { kind: 'contacted', on: '2026-06-02' },
          { kind: 'contacted', on: '2026-06-31' },
        ],
        400,
        '/1/on',
      ],
      ['a text with a NUL', { kind: 'contacted', on: '2026-06-02', note: 'a\u0000b' }, 400, ''],
      ['no date from a prototype', { kind: 'constructor', on: '2026-06-02' }, 400, '/kind'],
    ];

    it.each(cases)('%s', async (_, body, status, pointer) => {
      const request = await file(desk, agencyId, [filedOn('2026-06-01')]);
      const answer = await desk.call('POST', `/requests/${request.id}/status-changes`, body);
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      if (pointer) expect(answer.body.errors.map((error: any) => error.pointer)).toContain(pointer);
      expect(await get(request.id)).toEqual(request);
    });

    it('anything before filing, and says what would be accepted', async () => {
      const request = await file(desk, agencyId);
      const answer = await record(desk, request.id, { kind: 'received', on: '2026-06-02' });
      expect(answer.status).toBe(409);
      expect(answer.body.accepted).toEqual(['filed', 'withdrawn']);
    });

    it('fields that are wrong when a request is made', async () => {
      const good = { agencyId, subject: 's', description: 'd' };
      const bad: [object, number, string][] = [
        [{ ...good, subject: '' }, 400, '/subject'],
        [{ ...good, colour: 'red' }, 400, '/colour'],
        [{ ...good, tags: ['a,b'] }, 400, '/tags'],
        [{ ...good, tags: ['a', 'a'] }, 400, '/tags'],
        [{ ...good, access: 'nobody' }, 400, '/access'],
        [{ ...good, confidential: 'true' }, 400, '/confidential'],
        [{ ...good, feeCategory: 'rich' }, 400, '/feeCategory'],
        [{ ...good, feeLimit: { value: -1, currency: 'USD' } }, 400, '/feeLimit/value'],
        [{ ...good, requester: {} }, 400, '/requester/name'],
        [{ ...good, agencyId: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11' }, 422, '/agencyId'],
        [{ ...good, assigneeId: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11' }, 422, '/assigneeId'],
        [
          { ...good, related: [{ kind: 'refiles', requestId: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11' }] },
          422,
          '/related/0/requestId',
        ],
        [
          { ...good, related: Array(2).fill({ kind: 'refiles', requestId: '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11' }) },
          400,
          '/related',
        ],
        [{ ...good, related: [{ kind: 'likes', requestId: agencyId }] }, 400, '/related/0/kind'],
        [{ ...good, statusChanges: {} }, 400, '/statusChanges'],
        [{ ...good, statusChanges: [{ kind: 'filed', on: '2026-07-01' }] }, 422, '/statusChanges/0/on'],
      ];
      for (const [body, status, pointer] of bad) {
        const answer = await desk.call('POST', '/requests', body);
        expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([status, pointer]);
      }
    });
  });

  describe('an edit', () => {
    const edit = (id: string, body: object, version?: number) =>
      desk.call(
        'PATCH',
        `/requests/${id}`,
        body,
        version === undefined ? {} : { headers: { 'if-match': `W/"${version}"` } },
      );

    it('needs the version it changes', async () => {
      const request = await file(desk, agencyId);
      expect((await edit(request.id, { subject: 'x' })).status).toBe(428);
      const done = await edit(request.id, { subject: 'x', tags: ['new'], confidential: true }, 1);
      expect(done.status).toBe(200);
      expect(done.headers.etag).toBe('W/"2"');
      expect(done.body).toMatchObject({ subject: 'x', tags: ['new'], confidential: true, version: 2 });
      expect((await edit(request.id, { subject: 'y' }, 1)).status).toBe(412);
      expect(await get(request.id)).toEqual(done.body);
    });

    it('clears with null, and leaves what is not sent', async () => {
      const request = await file(desk, agencyId, [], {
        feeCategory: 'commercial',
        requester: { name: 'N' },
        tags: ['t'],
      });
      const done = await edit(request.id, { feeCategory: null, requester: null }, 1);
      expect(done.body).toMatchObject({ feeCategory: null, requester: null, tags: ['t'], subject: 'Stolen weapons' });
      expect((await edit(request.id, { subject: null }, 2)).status).toBe(400);
      expect((await edit(request.id, { statusChanges: [] }, 2)).status).toBe(400);
      expect((await edit(request.id, { agencyId }, 2)).status).toBe(400);
    });

    it('of the fee category reads the standing anew', async () => {
      const request = await file(desk, agencyId, [filedOn('2026-05-01')], { feeCategory: 'news-media' });
      const barred = (body: any) => body.consequences.find((one: any) => one.kind === 'fees-barred').says;
      expect(barred(request)).toMatch(/duplication/);
      const done = await edit(request.id, { feeCategory: 'commercial' }, 1);
      expect(barred(done.body)).toMatch(/search/);
      expect(barred(await get(request.id))).toMatch(/search/);
    });

    it('relates requests to one another', async () => {
      const [old, next] = [await file(desk, agencyId), await file(desk, agencyId)];
      const related = [{ kind: 'refiles', requestId: old.id }];
      expect((await edit(next.id, { related }, 1)).body.related).toEqual(related);
      expect((await edit(next.id, { related: [{ kind: 'refiles', requestId: next.id }] }, 2)).status).toBe(422);
    });
  });

  describe('another day, another knowledge', () => {
    it('reads a request as of a day', async () => {
      const request = await file(desk, agencyId, [
        filedOn('2026-06-01'),
        { kind: 'determined', on: '2026-06-25', outcome: 'granted' },
      ]);
      expect(await get(request.id)).toMatchObject({ status: 'decided', outcome: 'granted', asOf: '2026-06-30' });
      expect(await get(request.id, '?asOf=2026-06-24')).toMatchObject({
        status: 'filed',
        outcome: null,
        asOf: '2026-06-24',
      });
      expect((await get(request.id, '?asOf=2026-05-24')).status).toBe('draft');
      expect((await desk.call('GET', `/requests/${request.id}?asOf=2026-02-30`)).status).toBe(400);
      expect((await desk.call('GET', `/requests/${request.id}?knownAt=yesterday`)).status).toBe(400);
    });

    it('reads it by what was known at a moment, corrections included', async () => {
      desk.now.set('2026-06-02T12:00:00Z');
      const request = await file(desk, agencyId, [filedOn('2026-06-01')]);
      const { items } = (await desk.call('GET', `/requests/${request.id}/timeline`)).body;
      desk.now.set('2026-06-10T12:00:00Z');
      const corrected = await record(desk, request.id, {
        kind: 'corrected',
        on: '2026-06-10',
        corrects: items[0].statusChange.id,
        replacement: filedOn('2026-05-29'),
      });
      expect(corrected.status).toBe(201);
      const due = (body: any) => deadlineOf(body, 'determination').dueOn;
      expect(due(corrected.body.request)).toBe('2026-06-29');
      expect(due(await get(request.id))).toBe('2026-06-29');
      expect(due(await get(request.id, '?knownAt=2026-06-09T00:00:00Z'))).toBe('2026-06-30');
      expect(await get(request.id, '?knownAt=2026-06-09T00:00:00Z&asOf=2026-05-30')).toMatchObject({ status: 'draft' });
      expect(await get(request.id, '?asOf=2026-05-30')).toMatchObject({ status: 'filed' });

      const timeline = (await desk.call('GET', `/requests/${request.id}/timeline`)).body.items;
      expect(timeline[0]).toMatchObject({
        on: '2026-06-01',
        correctedBy: { id: corrected.body.statusChange.id, takenOut: false },
      });
      expect(timeline.at(-1)).toMatchObject({
        type: 'deadline-moved',
        from: '2026-06-30',
        to: '2026-06-29',
        because: 'filed of Mon 1 Jun 2026 was corrected',
      });
    });

    it('takes a fact out, and puts it back by correcting the correction', async () => {
      const request = await file(desk, agencyId, [
        filedOn('2026-06-01'),
        { kind: 'determined', on: '2026-06-05', outcome: 'denied' },
      ]);
      const { items } = (await desk.call('GET', `/requests/${request.id}/timeline`)).body;
      const out = { kind: 'corrected', on: '2026-06-30', corrects: items[1].statusChange.id, replacement: null };
      const first = await record(desk, request.id, out);
      expect(first.body.request).toMatchObject({ status: 'filed', outcome: null });
      const back = await record(desk, request.id, { ...out, corrects: first.body.statusChange.id });
      expect(back.body.request).toMatchObject({ status: 'decided', outcome: 'denied' });
    });
  });

  describe('the timeline', () => {
    it('tells facts in legal order, each in a sentence, with moved dates between them', async () => {
      desk.now.set('2026-06-01T16:00:00Z');
      const request = await file(desk, agencyId, [filedOn('2026-06-01')]);
      desk.now.set('2026-06-30T16:00:00Z');
      await record(desk, request.id, { kind: 'extended', on: '2026-06-30', ground: 'volume' });
      await record(desk, request.id, {
        kind: 'acknowledged',
        on: '2026-06-04',
        trackingNumber: 'FA-1',
        channel: 'mail',
      });
      const { items, next } = (await desk.call('GET', `/requests/${request.id}/timeline`)).body;
      expect(next).toBeNull();
      expect(items.map((item: any) => [item.on, item.says])).toEqual([
        ['2026-06-01', 'The request was sent (by e-mail).'],
        ['2026-06-04', 'The agency acknowledged the request, tracking number FA-1 (by mail).'],
        ['2026-06-30', 'The agency extended its time.'],
        [
          '2026-06-30',
          'The deadline "determination" moved from Tue 30 Jun 2026 to Wed 15 Jul 2026, because extended of Tue 30 Jun 2026 was recorded.',
        ],
      ]);
      expect(items[0]).toMatchObject({ recordedAt: '2026-06-01T16:00:00.000Z', recordedBy: { name: 'Owner' } });
    });
  });

  describe('the calculator', () => {
    const clock = (body: object, key?: string | null) =>
      desk.call('POST', '/clock', body, key === undefined ? {} : { key });

    it('reads any day off any facts, and stores nothing', async () => {
      const answer = await clock({
        statute: 'us-foia',
        asOf: '2031-01-10',
        statusChanges: [
          { id: 'letter', ...filedOn('2030-11-01') },
          { kind: 'acknowledged', on: '2030-11-05', about: 'letter' },
          { kind: 'extended', on: '2030-11-20', ground: 'volume', about: '#1' },
        ],
      });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ statute: 'us-foia', asOf: '2031-01-10', status: 'processing' });
      expect(deadlineOf(answer.body, 'determination')).toMatchObject({ id: 'determination:letter', state: 'missed' });
      expect((await clock({ statute: 'us-foia', statusChanges: [] })).body.status).toBe('draft');
    });

    it('follows the rules of an agency', async () => {
      const statusChanges = [filedOn('2026-06-01')];
      const overrides = { calendar: { add: ['2026-06-02'] } };
      const answer = await clock({
        statute: 'us-foia',
        agency: { overrides, timeZone: 'America/Los_Angeles' },
        statusChanges,
      });
      expect(deadlineOf(answer.body, 'determination').dueOn).toBe('2026-07-01');
      const wrong = await clock({ statute: 'us-foia', agency: { overrides: { dterm: {} } }, statusChanges });
      expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/agency/overrides/dterm']);
    });

    it('refuses what recording refuses', async () => {
      const bad: [object, number, string][] = [
        [{ statute: 'us-fioa', statusChanges: [] }, 422, '/statute'],
        [{ statusChanges: [] }, 400, '/statute'],
        [{ statute: 'us-foia' }, 400, '/statusChanges'],
        [{ statute: 'us-foia', statusChanges: [{ kind: 'filed', on: '2026-02-30' }] }, 400, '/statusChanges/0/on'],
        [{ statute: 'us-foia', statusChanges: [{ kind: 'received', on: '2026-02-03' }] }, 409, '/statusChanges/0/kind'],
        [
          {
            statute: 'us-foia',
            statusChanges: [
              { id: 'a', ...filedOn('2026-06-01') },
              { id: 'a', kind: 'received', on: '2026-06-01' },
            ],
          },
          400,
          '/statusChanges/1/id',
        ],
        [{ statute: 'us-foia', statusChanges: [{ id: '#1', ...filedOn('2026-06-01') }] }, 400, '/statusChanges/0/id'],
      ];
      for (const [body, status, pointer] of bad) {
        const answer = await clock(body);
        expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([status, pointer]);
      }
      expect((await clock({ statute: 'us-foia', statusChanges: [] }, null)).status).toBe(401);
    });

    it('shows the law as data', async () => {
      const list = await desk.call('GET', '/statutes');
      expect(list.body.items.map((one: any) => one.id)).toContain('us-foia');
      const law = (await desk.call('GET', '/statutes/us-foia')).body;
      expect(law.terms.determination).toMatchObject({ count: 20, unit: 'working-day', confidence: expect.any(String) });
      expect((await desk.call('GET', '/statutes/nowhere')).status).toBe(404);
    });
  });

  describe('notes', () => {
    it('are written, listed page by page, and removed', async () => {
      const request = await file(desk, agencyId);
      const path = `/requests/${request.id}/notes`;
      for (const text of ['one', 'two', 'three']) expect((await desk.call('POST', path, { text })).status).toBe(201);
      const first = (await desk.call('GET', `${path}?limit=2`)).body;
      expect(first.items.map((note: any) => note.text)).toEqual(['one', 'two']);
      const second = (await desk.call('GET', first.next)).body;
      expect(second).toMatchObject({ items: [{ text: 'three', author: { name: 'Owner' } }], next: null });
      expect((await desk.call('DELETE', `${path}/${second.items[0].id}`)).status).toBe(204);
      expect((await desk.call('DELETE', `${path}/${second.items[0].id}`)).status).toBe(404);
      expect((await desk.call('POST', path, { text: '' })).status).toBe(400);
    });
  });
});
