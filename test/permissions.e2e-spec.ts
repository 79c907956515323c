import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Desk, startDesk } from './support/desk.ts';
import { eachEngine } from './support/engines.ts';
import { documentedRoutes, type Ids, nobodysIds, routeCalls, sideDoors } from './support/routes.ts';
import { aSecret, CANARY, type Secret } from './support/secret.ts';

const routes = await documentedRoutes();

it('knows how to call every documented route, and no other', () => {
  expect(Object.keys(routeCalls).sort()).toEqual([...routes].sort());
});

eachEngine((engine) => {
  let desk: Desk;
  let secret: Secret;
  beforeAll(async () => {
    desk = await startDesk({ engine, env: { NEW_REQUESTS: 'everyone' } });
    secret = await aSecret(desk);
    // So that the secret pages can be found at all.
    await desk.sweep();
  });
  afterAll(() => desk?.stop());

  const call = (route: string, ids: Ids, key: string | null): Promise<Answer> => {
    const how = routeCalls[route]!;
    const [method] = route.split(' ') as [string];
    return desk.call(method, how.path(secret, ids), how.body?.(secret, ids), { key, headers: how.headers });
  };
  const everything = async () => {
    const paths = ['', '/timeline', '/members', '/notes', '/documents', '/citations', '/exemptions/findings'].map(
      (part) => `/requests/${secret.requestId}${part}`,
    );
    const answers = await Promise.all(
      [...paths, `/reminders?requestId=${secret.requestId}`].map((path) => desk.call('GET', path)),
    );
    return JSON.stringify(answers.map((answer) => answer.body));
  };
  const expectNothingForeign = (what: string, answer: Answer) => {
    const text = textOf(answer);
    expect([what, secret.foreign.filter((word) => text.includes(word))]).toEqual([what, []]);
  };

  describe.each(['anonymous', 'stranger', 'viewer'] as const)('To the %s', (who) => {
    const key = () => (who === 'anonymous' ? null : secret[who].key);
    let before: string;
    beforeAll(async () => void (before = await everything()));
    afterAll(async () => expect(await everything()).toBe(before));

    it.each(routes)('%s gives nothing away', async (route) => {
      const how = routeCalls[route]!;
      const answer = await call(route, secret, key());
      expectNothingForeign(route, answer);
      if (who === 'anonymous') {
        expect(answer.status).toBe(401);
        return;
      }
      const mayWrite = who === 'stranger' || how.viewersToo;
      if (how.of === 'everybody') expect([route, short(answer)]).toEqual([route, mayWrite ? 'good' : 403]);
      else if (how.of === 'owners') expect([route, answer.status]).toEqual([route, 403]);
      else {
        // What one cannot see is answered exactly as what does not exist.
        expect([route, answer.status]).toEqual([route, mayWrite ? 404 : 403]);
        expect(withoutIds(answer)).toEqual(withoutIds(await call(route, nobodysIds(), key())));
      }
    });

    it('no filter and no field tells what is there', async () => {
      for (const [i, [method, path, body]] of sideDoors(secret, secret).entries()) {
        const answer = await desk.call(method, path, body, { key: key() });
        const [, otherPath, otherBody] = sideDoors(secret, nobodysIds())[i]!;
        const other = await desk.call(method, otherPath, otherBody, { key: key() });
        const what = `${method} ${path}`;
        expectNothingForeign(what, answer);
        expect([what, answer.status]).toEqual([what, other.status]);
        if (answer.status >= 400 || (method === 'GET' && path !== otherPath)) {
          expect(withoutIds(answer)).toEqual(withoutIds(other));
        }
      }
    });

    it('HEAD says no more than GET', async () => {
      for (const route of routes.filter((one) => one.startsWith('GET'))) {
        const path = routeCalls[route]!.path(secret, secret);
        const [head, get] = await Promise.all(
          ['HEAD', 'GET'].map((verb) => desk.call(verb, path, undefined, { key: key() })),
        );
        expect([route, head!.status]).toEqual([route, get!.status]);
      }
    });
  });

  describe('To a member who is a viewer', () => {
    it.each(routes)('%s reads, and never writes', async (route) => {
      const how = routeCalls[route]!;
      const answer = await call(route, secret, secret.memberViewer.key);
      if (how.of === 'members') expect([route, answer.status]).toEqual([route, how.viewersToo ? 200 : 403]);
      if (how.of === 'recipient') expect([route, answer.status]).toEqual([route, 404]);
    });
  });

  describe.each(['member', 'owner'] as const)('To the %s', (who) => {
    const seen: string[] = [];

    it.each(routes)('%s does what it says', async (route) => {
      const how = routeCalls[route]!;
      const fresh = route.startsWith('DELETE') ? await aSecret(desk) : undefined;
      const ids = fresh ?? secret;
      const key = who === 'owner' ? desk.key : (fresh ?? secret).member.key;
      const path = how.path(fresh ?? secret, ids);
      const [method] = route.split(' ') as [string];
      const answer = await desk.call(method, path, how.body?.(fresh ?? secret, ids), { key, headers: how.headers });
      seen.push(textOf(answer));
      const may = how.of === 'everybody' || how.of === 'members' || (how.of === 'owners' ? who === 'owner' : undefined);
      if (how.of === 'recipient') expect([route, answer.status]).toEqual([route, who === 'member' ? 200 : 404]);
      else if (may !== undefined) expect([route, short(answer)]).toEqual([route, may ? 'good' : 403]);
    });

    it('the canary is where it should be, so that its absence elsewhere means something', () => {
      const sings = routes.filter((_, i) => seen[i]?.includes(CANARY));
      expect(sings).toEqual(
        expect.arrayContaining([
          'GET /api/v1/requests',
          'GET /api/v1/requests/{id}',
          'GET /api/v1/requests/{id}/timeline',
          'GET /api/v1/requests/{id}/notes',
          'GET /api/v1/requests/{id}/package',
          'GET /api/v1/requests/{id}/documents',
          'GET /api/v1/search',
          'GET /api/v1/search/suggestions',
          'GET /api/v1/deadlines',
          'GET /api/v1/documents/{id}',
          'GET /api/v1/documents/{id}/content',
          'GET /api/v1/documents/{id}/pages/{number}',
          'GET /api/v1/documents/{id}/hidden-text',
          'GET /api/v1/citations/{id}',
          'GET /api/v1/documents/{id}/exemptions',
          'GET /api/v1/requests/{id}/exemptions',
          'GET /api/v1/agencies/{id}/exemptions',
          'GET /d/{prefix}/p/{page}',
        ]),
      );
    });
  });
});

/** A success has several numbers; a refusal must be the right one. */
function short(answer: Answer): number | 'good' {
  return answer.status >= 200 && answer.status < 300 ? 'good' : answer.status;
}

/** Everything in an answer but the path that its caller sent: that comes back as `instance` and in `next`. */
function textOf(answer: Answer): string {
  const { instance: _, next: __, ...plain } = (answer.body ?? {}) as Record<string, unknown>;
  const body = Buffer.isBuffer(answer.body) ? answer.body.toString('utf8') : JSON.stringify(plain);
  return `${body}\n${JSON.stringify(answer.headers)}`;
}

/** The answer without what differs between any two calls. */
function withoutIds(answer: Answer): unknown {
  const { requestId: _, instance: __, next: ___, ...body } = (answer.body ?? {}) as Record<string, unknown>;
  return { status: answer.status, body };
}
