import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { anAgency, aPerson, type Fact, file, filedOn, record } from './support/filing.ts';

/** Ways in which a request's story may have gone so far, and how it then stands on 14 July 2026. */
const stories: { name: string; facts: Fact[]; status: string; overdue: boolean; windowMissed: boolean }[] = [
  { name: 'draft', facts: [], status: 'draft', overdue: false, windowMissed: false },
  { name: 'fresh', facts: [filedOn('2026-07-01')], status: 'filed', overdue: false, windowMissed: false },
  {
    name: 'late',
    facts: [filedOn('2026-06-01'), { kind: 'received', on: '2026-06-01' }],
    status: 'processing',
    overdue: true,
    windowMissed: false,
  },
  {
    name: 'asked',
    facts: [
      filedOn('2026-06-15'),
      { kind: 'clarification-requested', on: '2026-06-18', answerBy: '2026-07-10', channel: 'email' },
    ],
    status: 'paused',
    overdue: false,
    windowMissed: true,
  },
  {
    name: 'granted',
    facts: [filedOn('2026-06-01'), { kind: 'determined', on: '2026-06-20', outcome: 'granted' }],
    status: 'decided',
    overdue: false,
    windowMissed: false,
  },
  {
    name: 'denied',
    facts: [filedOn('2026-06-01'), { kind: 'determined', on: '2026-06-20', outcome: 'denied' }],
    status: 'decided',
    overdue: false,
    windowMissed: false,
  },
];
const ROUNDS = 40;

eachEngine((engine) => {
  let desk: Desk;
  let agencies: string[];
  let editor: { id: string; key: string };
  const all: { id: string; number: string; story: (typeof stories)[number]; round: number; agencyId: string }[] = [];

  beforeAll(async () => {
    desk = await startDesk({ engine });
    desk.now.set('2026-07-14T16:00:00Z');
    agencies = [await anAgency(desk), await anAgency(desk, { name: 'Other' })];
    editor = await aPerson(desk, 'editor');
    for (let round = 0; round < ROUNDS; round++) {
      for (const story of stories) {
        const agencyId = agencies[round % 2]!;
        // Lots of one moment: the order must not hang on the time alone.
        if (round % 4 === 0) desk.now.advance(1000);
        const fields = {
          subject: `Round r${round}x of ${story.name}`,
          description: `Crates 100%_sure and O'Brien's ${story.name}`,
          tags: [story.name, round % 3 === 0 ? 'third' : 'other'],
          ...(round % 5 === 0 && { assigneeId: editor.id }),
        };
        const { id, number } = await file(desk, agencyId, story.facts, fields);
        all.unshift({ id, number, story, round, agencyId });
      }
    }
  }, 120_000);
  afterAll(async () => desk?.stop());

  /** Every item of a list, page by page. */
  async function every(path: string, key?: string): Promise<any[]> {
    const items: any[] = [];
    for (let next: string | null = path; next !== null;) {
      const answer: any = await desk.call('GET', next, undefined, key === undefined ? {} : { key });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      items.push(...answer.body.items);
      next = answer.body.next;
    }
    return items;
  }
  const numbers = (items: { number: string }[]) => items.map((item) => item.number).sort();

  describe('the list of requests', () => {
    it('is newest first, whole and without doubles, whatever the page', async () => {
      for (const limit of [7, 50, 200]) {
        const items = await every(`/requests?limit=${limit}`);
        expect(items.map((item) => item.id)).toEqual(all.map((one) => one.id));
      }
    });

    it('stays whole while requests are added', async () => {
      const first = (await desk.call('GET', '/requests?limit=10&tag=late')).body;
      await file(desk, agencies[0]!, [], { tags: ['late'], subject: 'added meanwhile' });
      const rest = await every(first.next);
      const wanted = all.filter((one) => one.story.name === 'late').map((one) => one.id);
      expect([...first.items, ...rest].map((item) => item.id)).toEqual(wanted);
      const added = (await desk.call('GET', '/requests?limit=1')).body.items[0];
      all.unshift({ ...added, story: { ...stories[0]!, name: 'added' }, round: -1, agencyId: agencies[0]! });
    });

    const filters: [string, (one: (typeof all)[number]) => boolean][] = [
      ['status=draft', ({ story }) => story.status === 'draft'],
      ['status=filed,processing', ({ story }) => ['filed', 'processing'].includes(story.status)],
      ['outcome=granted,denied', ({ story }) => ['granted', 'denied'].includes(story.name)],
      ['outcome=denied', ({ story }) => story.name === 'denied'],
      ['outcome=none&status=filed', ({ story }) => story.name === 'fresh'],
      ['overdue=true', ({ story }) => story.overdue],
      ['overdue=false', ({ story }) => !story.overdue],
      ['windowMissed=true', ({ story }) => story.windowMissed],
      ['windowMissed=false&status=paused', () => false],
      ['tag=third', ({ round }) => round >= 0 && round % 3 === 0],
      [
        'tag=third,late',
        ({ round, story }) => (round >= 0 && round % 3 === 0) || ['late', 'added'].includes(story.name),
      ],
      ['dueBefore=2026-07-01', ({ story }) => story.name === 'late'],
      ['dueAfter=2026-06-30&dueBefore=2026-07-31', ({ story }) => ['fresh', 'asked'].includes(story.name)],
      ['q=round%20R12X%20of%20late', ({ story, round }) => round === 12 && story.name === 'late'],
      ['q=100%25_sure%20denied', ({ story }) => story.name === 'denied'],
      ["q=O'Brien", ({ round }) => round >= 0],
      ['q=100__sure', () => false],
      ['q=%25%25', () => false],
      ['updatedSince=2030-01-01T00:00:00Z', () => false],
      ['updatedSince=2026-01-01T00:00:00Z', () => true],
    ];

    it.each(filters)('filters by %s', async (query, fits) => {
      expect(numbers(await every(`/requests?${query}`))).toEqual(numbers(all.filter(fits)));
    });

    it('filters by agency, assignee, number, and by several things at once', async () => {
      const [a, b] = agencies;
      expect(numbers(await every(`/requests?agencyId=${a}`))).toEqual(numbers(all.filter((one) => one.agencyId === a)));
      expect(await every(`/requests?agencyId=${a},${b}`)).toHaveLength(all.length);
      const mine = all.filter((one) => one.round % 5 === 0);
      expect(numbers(await every(`/requests?assigneeId=${editor.id}`))).toEqual(numbers(mine));
      expect(await every(`/requests?assigneeId=none,${editor.id}`)).toHaveLength(all.length);
      expect(numbers(await every(`/requests?q=${all[5]!.number}`))).toEqual([all[5]!.number]);
      const both = all.filter((one) => one.story.name === 'late' && one.round % 5 === 0 && one.agencyId === b);
      expect(numbers(await every(`/requests?overdue=true&assigneeId=${editor.id}&agencyId=${b}`))).toEqual(
        numbers(both),
      );
    });

    it('shows items without description and steps', async () => {
      const [item] = await every('/requests?status=processing&limit=200');
      expect(item).toMatchObject({ status: 'processing', overdue: true, windowMissed: false, nextDueOn: '2026-06-30' });
      expect(item).not.toHaveProperty('description');
      expect(item.deadlines.find((one: any) => one.kind === 'determination')).toEqual({
        id: expect.any(String),
        kind: 'determination',
        owedBy: 'agency',
        dueOn: '2026-06-30',
        state: 'missed',
        overdue: true,
        lateOnEveryReading: true,
      });
    });

    it.each([
      'overdue=yes',
      'overdue=1',
      'status=lost',
      'outcome=good',
      'limit=0',
      'limit=201',
      'limit=x',
      'cursor=abc',
      'dueBefore=2026-02-30',
      'colour=red',
      'updatedSince=2026',
      'q=',
    ])('refuses %s', async (query) => {
      const answer = await desk.call('GET', `/requests?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].pointer).toBe(`/${query.split('=')[0]}`);
    });
  });

  describe('the list of deadlines', () => {
    it('is soonest first, what has no date last, whole whatever the page', async () => {
      const whole = await every('/deadlines?limit=200');
      const dates = whole.map((item) => item.dueOn ?? '9');
      expect(dates).toEqual(dates.toSorted());
      expect(whole.some((item) => item.dueOn === null)).toBe(true);
      const paged = await every('/deadlines?limit=33');
      expect(paged.map((item) => item.request.id + item.id)).toEqual(whole.map((item) => item.request.id + item.id));
      expect(new Set(paged.map((item) => item.request.id + item.id)).size).toBe(whole.length);
    });

    it('filters, and says whose they are', async () => {
      const missed = await every('/deadlines?state=missed&owedBy=agency&kind=determination');
      expect(missed).toHaveLength(ROUNDS);
      expect(missed[0]).toMatchObject({
        state: 'missed',
        overdue: true,
        steps: expect.any(Array),
        request: {
          id: expect.any(String),
          number: expect.any(String),
          subject: expect.stringContaining('late'),
          agency: { id: expect.any(String), name: expect.any(String) },
          trackingNumbers: [],
        },
      });
      expect(missed[0].request).toHaveProperty('assigneeId');
      const july = await every('/deadlines?from=2026-07-10&to=2026-07-30&limit=200');
      expect(july.length).toBeGreaterThan(0);
      expect(july.every((item) => item.dueOn >= '2026-07-10' && item.dueOn <= '2026-07-30')).toBe(true);
      const mine = await every(`/deadlines?assigneeId=${editor.id}&owedBy=requester`);
      expect(mine.every((item) => item.request.assigneeId === editor.id && item.owedBy === 'requester')).toBe(true);
      expect(await every('/deadlines?state=paused')).toHaveLength(ROUNDS);
      expect((await desk.call('GET', '/deadlines?state=open')).status).toBe(400);
      expect((await desk.call('GET', '/deadlines?owedBy=nobody')).status).toBe(400);
    });

    it('counts a day that has passed, sweep or no sweep', async () => {
      const [fresh] = all.filter((one) => one.story.name === 'fresh');
      const before = (await every(`/deadlines?requestId=${fresh!.id}&kind=determination`))[0];
      expect(before).toMatchObject({ state: 'running', dueOn: '2026-07-30' });
      desk.now.set('2026-07-31T03:59:00Z');
      expect(await every(`/deadlines?requestId=${fresh!.id}&state=missed`)).toHaveLength(0);
      desk.now.set('2026-07-31T04:00:00Z');
      const [after] = await every(`/deadlines?requestId=${fresh!.id}&state=missed&kind=determination`);
      expect(after).toMatchObject({ state: 'missed', overdue: true, lateOnEveryReading: true });
      const overdue = await every('/requests?overdue=true&limit=200');
      expect(overdue.map((item) => item.id)).toContain(fresh!.id);
      expect(overdue.find((item) => item.id === fresh!.id).deadlines[0]).toMatchObject({ state: 'missed' });
      expect((await desk.call('GET', `/requests/${fresh!.id}`)).body.consequences[0]).toMatchObject({
        kind: 'may-sue',
      });
      desk.now.set('2026-07-14T18:00:00Z');
    });
  });

  describe('who sees what', () => {
    let stranger: { id: string; key: string };
    let viewer: { id: string; key: string };
    let secret: { id: string; number: string };
    const CANARY = 'zz-canary-zz';

    beforeAll(async () => {
      stranger = await aPerson(desk, 'editor', 'stranger');
      viewer = await aPerson(desk, 'viewer', 'viewer');
      secret = await file(
        desk,
        agencies[0]!,
        [{ ...filedOn('2026-06-01'), note: CANARY }],
        { access: 'members', subject: CANARY, description: CANARY, tags: [CANARY] },
        editor.key,
      );
    });
    const call = (who: { key: string }, method: string, path: string, body?: unknown, headers = {}) =>
      desk.call(method, path, body, { key: who.key, headers });

    it('a request for members does not exist for anybody else', async () => {
      const missing = '0199f0c2-6f0e-7c4e-9d55-0d8f0e7f3a11';
      const fact = { kind: 'contacted', on: '2026-06-02' };
      const ifMatch = { 'if-match': '*' };
      const routes: [string, string, unknown?, object?][] = [
        ['GET', ''],
        ['GET', '?asOf=2026-06-01'],
        ['GET', '?knownAt=2026-06-01T00:00:00Z'],
        ['PATCH', '', { subject: 'x' }, ifMatch],
        ['GET', '/timeline'],
        ['POST', '/status-changes', fact],
        ['GET', '/notes'],
        ['POST', '/notes', { text: 'x' }],
        ['DELETE', `/notes/${missing}`],
        ['GET', '/members'],
        ['PUT', `/members/${stranger.id}`],
        ['DELETE', `/members/${editor.id}`],
      ];
      for (const [method, path, body, headers] of routes) {
        const hidden = await call(stranger, method, `/requests/${secret.id}${path}`, body, headers);
        const none = await call(stranger, method, `/requests/${missing}${path}`, body, headers);
        expect([method, path, hidden.status]).toEqual([method, path, 404]);
        const plain = ({ body: problem }: any) => ({ ...problem, instance: '', requestId: '' });
        expect(plain(hidden)).toEqual(plain(none));
      }
    });

    it('no list, filter, cursor or reference betrays it', async () => {
      for (const who of [stranger, viewer]) {
        for (const path of [
          `/requests?q=${CANARY}`,
          `/requests?tag=${CANARY}`,
          '/requests?limit=200',
          `/deadlines?requestId=${secret.id}`,
          '/deadlines?limit=200',
        ]) {
          expect(JSON.stringify(await every(path, who.key))).not.toContain(CANARY);
        }
      }
      const related = [{ kind: 'part-of', requestId: secret.id }];
      const answer = await call(stranger, 'POST', '/requests', {
        agencyId: agencies[0],
        subject: 's',
        description: 'd',
        related,
      });
      expect(answer.status).toBe(422);
      const own = await file(desk, agencies[0]!, [filedOn('2026-06-01')], {}, stranger.key);
      for (const fact of [
        { kind: 'aggregated', on: '2026-06-02', withRequestIds: [secret.id] },
        { kind: 'transferred', on: '2026-06-02', scope: 'all', newRequestId: secret.id },
      ]) {
        expect((await record(desk, own.id, fact, stranger.key)).status).toBe(422);
      }
    });

    it('a relation to what one cannot see is not shown', async () => {
      const related = [{ kind: 'part-of', requestId: secret.id }];
      const open = await file(desk, agencies[0]!, [], { related }, editor.key);
      expect(open.related).toEqual(related);
      const seen = await call(stranger, 'GET', `/requests/${open.id}`);
      expect(seen.body.related).toEqual([]);
      expect(JSON.stringify(seen.body)).not.toContain(secret.id);
      const newer = await file(desk, agencies[0]!, [filedOn('2026-06-01')]);
      const added = { kind: 'follow-up-to', requestId: newer.id };
      const edit = { subject: 'mine', related: [added] };
      const edited = await call(stranger, 'PATCH', `/requests/${open.id}`, edit, { 'if-match': '*' });
      expect(edited).toMatchObject({ status: 200, body: { related: [added] } });
      const recorded = await record(desk, open.id, filedOn('2026-06-01'), stranger.key);
      expect(recorded.body.request.related).toEqual([added]);
      expect((await call(editor, 'GET', `/requests/${open.id}`)).body.related).toEqual([added, ...related]);
    });

    it('a fact that names what one cannot see is shown without it', async () => {
      const open = await file(desk, agencies[0]!, [filedOn('2026-06-01')], {}, editor.key);
      const facts = [
        { kind: 'aggregated', on: '2026-06-02', withRequestIds: [secret.id] },
        { kind: 'transferred', on: '2026-06-02', scope: 'part', newRequestId: secret.id },
      ];
      expect((await record(desk, open.id, facts, editor.key)).status).toBe(201);
      const shown = (who: { key: string }) => call(who, 'GET', `/requests/${open.id}/timeline`);
      expect((await shown(editor)).body.items[2].statusChange.newRequestId).toBe(secret.id);
      const hidden = await shown(stranger);
      expect(hidden.body.items[1].statusChange.withRequestIds).toEqual([]);
      expect(JSON.stringify(hidden.body)).not.toContain(secret.id);
    });

    it('creator, assignee, members and owners see it', async () => {
      expect((await call(editor, 'GET', `/requests/${secret.id}`)).body).toMatchObject({
        subject: CANARY,
        members: [],
      });
      expect((await desk.call('GET', `/requests/${secret.id}`)).status).toBe(200);
      expect((await call(editor, 'PUT', `/requests/${secret.id}/members/${viewer.id}`)).status).toBe(204);
      expect((await call(viewer, 'GET', `/requests/${secret.id}`)).body.members).toEqual([viewer.id]);
      expect((await call(viewer, 'GET', `/requests/${secret.id}/members`)).body.items).toEqual(
        expect.arrayContaining([
          { id: editor.id, name: 'editor', role: 'editor', because: 'creator' },
          { id: viewer.id, name: 'viewer', role: 'viewer', because: 'member' },
        ]),
      );
      expect((await every(`/requests?q=${CANARY}`, viewer.key)).map((item) => item.id)).toEqual([secret.id]);
      const patch = (body: object) => call(editor, 'PATCH', `/requests/${secret.id}`, body, { 'if-match': '*' });
      expect((await patch({ assigneeId: stranger.id })).status).toBe(200);
      expect((await call(stranger, 'GET', `/requests/${secret.id}`)).status).toBe(200);
      await patch({ assigneeId: null });
      await call(editor, 'DELETE', `/requests/${secret.id}/members/${viewer.id}`);
      expect((await call(stranger, 'GET', `/requests/${secret.id}`)).status).toBe(404);
      expect((await call(viewer, 'GET', `/requests/${secret.id}`)).status).toBe(404);
    });

    it('viewers read what is open to everyone, and write nothing', async () => {
      const open = all[3]!;
      expect((await call(viewer, 'GET', `/requests/${open.id}`)).status).toBe(200);
      for (const [method, path, body] of [
        ['PATCH', '', { subject: 'x' }],
        ['POST', '/status-changes', filedOn('2026-06-01')],
        ['POST', '/notes', { text: 'x' }],
        ['PUT', `/members/${viewer.id}`],
      ] as const) {
        expect((await call(viewer, method, `/requests/${open.id}${path}`, body, { 'if-match': '*' })).status).toBe(403);
      }
      expect(
        (await call(viewer, 'POST', '/requests', { agencyId: agencies[0], subject: 's', description: 'd' })).status,
      ).toBe(403);
      expect((await call(viewer, 'POST', '/clock', { statute: 'us-foia', statusChanges: [] })).status).toBe(200);
    });

    it('whoever closes a request to others does not shut themselves out', async () => {
      const open = await file(desk, agencies[0]!);
      const closed = await call(stranger, 'PATCH', `/requests/${open.id}`, { access: 'members' }, { 'if-match': '*' });
      expect(closed.body.members).toEqual([stranger.id]);
      expect((await call(stranger, 'GET', `/requests/${open.id}`)).status).toBe(200);
      expect((await call(editor, 'GET', `/requests/${open.id}`)).status).toBe(404);
    });

    it('a note is removed by its author or by an owner, not by others', async () => {
      const open = await file(desk, agencies[0]!);
      const note = await call(editor, 'POST', `/requests/${open.id}/notes`, { text: 'mine' });
      const path = `/requests/${open.id}/notes/${note.body.id}`;
      expect((await call(stranger, 'DELETE', path)).status).toBe(403);
      expect((await call(editor, 'DELETE', `/requests/${secret.id}/notes/${note.body.id}`)).status).toBe(404);
      expect((await desk.call('DELETE', path)).status).toBe(204);
    });
  });
});
