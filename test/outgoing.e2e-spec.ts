import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPublic, parseAllowed } from '../src/http/addresses.ts';
import { type Lookup, Outgoing, OutgoingRefused } from '../src/http/outgoing.ts';
import { propertyRuns } from './support/runs.ts';
import { Receiver } from './support/receiver.ts';

const post = { headers: { 'Content-Type': 'text/plain' }, body: 'hello' };
const allow = (...entries: string[]) => entries.map((entry) => parseAllowed(entry)!);
const standsFor =
  (...addresses: string[]): Lookup =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
/** First an address that may be called, though nobody listens there; from then on the one that must not be. */
function rebinding(): Lookup & { asked: number } {
  const lookup = () => standsFor(lookup.asked++ === 0 ? '127.0.0.2' : '127.0.0.1')('');
  lookup.asked = 0;
  return lookup;
}

describe('What the desk calls of its own accord', () => {
  let receiver: Receiver;
  beforeAll(async () => void (receiver = await Receiver.start()));
  afterEach(() => {
    receiver.received.length = 0;
    receiver.manner = {};
  });
  afterAll(() => receiver.stop());

  const insides = [
    ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '017700000001', '0x7f000001', '0x7f.1', '0177.0.0.1'],
    ...[
      'localhost',
      'LOCALHOST.',
      'a.localhost',
      '①②⑦.0.0.1',
      '127。0。0。1',
      '127.0.0.1.',
      '0',
      '0.0.0.0',
      '127.8.9.1',
    ],
    ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::127.0.0.1]'],
    ...['[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[fe80::1]', '[fc00::1]', '[fd00:ec2::254]'],
    ...['10.0.0.1', '172.16.0.1', '192.168.0.1', '100.64.0.1', '100.100.100.200', '169.254.169.254', '169.254.170.2'],
    ...['192.0.0.192', '168.63.129.16', '198.18.0.1', '224.0.0.1', '255.255.255.255', '240.0.0.1', '192.0.2.1'],
    ...['metadata.google.internal', 'printer.local', '[ff02::1]', '[2001:db8::1]', '[3fff::1]', '[100::1]'],
  ];

  it.each(insides)('never reaches %s, by http or by https', async (host) => {
    const outgoing = new Outgoing([], standsFor('127.0.0.1'));
    for (const url of [`http://${host}:${receiver.port}/`, `https://${host}:${receiver.port}/`, `https://${host}/`]) {
      await expect(outgoing.post(url, post)).rejects.toThrow(/must be reachable in public/);
      expect(outgoing.refusalOf(url)).toMatch(/must be reachable in public/);
    }
    expect(receiver.received).toEqual([]);
  });

  it.each([
    ['file:///etc/passwd', /must be an http or https URL/],
    ['gopher://127.0.0.1:6379/_FLUSHALL', /must be an http or https URL/],
    ['javascript:alert(1)', /must be an http or https URL/],
    ['hooks.example.org', /must be an http or https URL/],
    [`https://example.org/${'a'.repeat(2000)}`, /at most 2,000/],
    ['https://user:word@example.org/', /must not carry a user/],
    ['https://user@example.org/', /must not carry a user/],
    ['https://example.org:22/', /port/],
    ['https://example.org:6379/', /port/],
    ['https://example.org:5432/', /port/],
    ['http://example.org/', /must be https/],
  ])('refuses %s', async (url, says) => {
    const outgoing = new Outgoing([], standsFor('93.184.216.34'));
    await expect(outgoing.post(url, post)).rejects.toThrow(says);
    expect(outgoing.refusalOf(url)).toMatch(says);
  });

  it('lets public https pass: only the connection is left to fail', () => {
    const outgoing = new Outgoing([]);
    for (const url of ['https://hooks.example.org/x', 'https://1.1.1.1/', 'https://[2606:4700::1111]:8443/x?y=1'])
      expect(outgoing.refusalOf(url)).toBeNull();
  });

  it('a name that stands for an inside address, alone or among others, is not called', async () => {
    for (const addresses of [['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['::1'], ['::ffff:127.0.0.1']]) {
      const outgoing = new Outgoing([], standsFor(...addresses));
      await expect(outgoing.post(`https://evil.example:${receiver.port}/`, post)).rejects.toThrow(OutgoingRefused);
    }
    expect(receiver.received).toEqual([]);
  });

  it('a name that stands for something else the next moment is asked once, and called where it was checked', async () => {
    const lookup = rebinding();
    const outgoing = new Outgoing(allow('127.0.0.2'), lookup);
    await expect(outgoing.post(`http://evil.example:${receiver.port}/`, post)).rejects.toThrow(
      /ECONNREFUSED 127.0.0.2/,
    );
    expect([lookup.asked, receiver.received]).toEqual([1, []]);
    await expect(outgoing.post(`http://evil.example:${receiver.port}/`, post)).rejects.toThrow(OutgoingRefused);
    expect(receiver.received).toEqual([]);
  });

  it('reaches what the newsroom allows: by host and port, by range, by name', async () => {
    const { port } = receiver;
    const ways: [string[], string][] = [
      [[`127.0.0.1:${port}`], `http://127.0.0.1:${port}/a`],
      [['127.0.0.0/8'], `http://127.0.0.1:${port}/b`],
      [['hooks.newsroom.lan'], `http://hooks.newsroom.lan:${port}/c`],
      [['127.0.0.0/8'], `http://other.newsroom.lan:${port}/d`],
      [[`localhost:${port}`], `http://localhost:${port}/e?f=1`],
    ];
    for (const [entries, url] of ways) {
      const answer = await new Outgoing(allow(...entries), standsFor('127.0.0.1')).post(url, post);
      expect(answer).toEqual({ status: 200, retryAfter: null, body: 'ok' });
    }
    expect(receiver.received.map((one) => one.path)).toEqual(['/a', '/b', '/c', '/d', '/e?f=1']);
    expect(receiver.received[2]).toMatchObject({ body: 'hello', headers: { host: `hooks.newsroom.lan:${port}` } });
  });

  it('allowing one thing allows nothing beside it', async () => {
    const { port } = receiver;
    const ways: [string, string][] = [
      ['127.0.0.1:1', `http://127.0.0.1:${port}/`],
      ['10.0.0.0/8', `http://127.0.0.1:${port}/`],
      ['hooks.newsroom.lan', `http://other.newsroom.lan:${port}/`],
      ['127.0.0.1', 'http://127.0.0.1:6379/'],
      ['127.0.0.1', 'http://127.0.0.1:22/'],
    ];
    for (const [entry, url] of ways) {
      await expect(new Outgoing(allow(entry), standsFor('127.0.0.1')).post(url, post)).rejects.toThrow(OutgoingRefused);
    }
    expect(receiver.received).toEqual([]);
  });

  it('does not follow a redirect inside', async () => {
    const trap = await Receiver.start();
    receiver.manner = { status: 302, headers: { location: `${trap.url}/secret` } };
    const answer = await new Outgoing(allow(receiver.host)).post(receiver.url, post);
    expect([answer.status, trap.received]).toEqual([302, []]);
    await trap.stop();
  });

  it('keeps a bounded start of the answer, and waits for none that never ends', async () => {
    const outgoing = new Outgoing(allow(receiver.host));
    receiver.manner = { body: 'x'.repeat(1_000_000), headers: { 'retry-after': '120' } };
    expect(await outgoing.post(receiver.url, post)).toEqual({ status: 200, retryAfter: 120, body: 'x'.repeat(4096) });
    receiver.manner = { does: 'drip' };
    expect(await outgoing.post(receiver.url, { ...post, limitMs: 250 })).toMatchObject({ status: 200, body: 'so far' });
    receiver.manner = { does: 'stall' };
    await expect(outgoing.post(`${receiver.url}/s3cret`, { ...post, limitMs: 100 })).rejects.toThrow(
      `${receiver.host} did not answer within 0.1 s.`,
    );
    receiver.manner = { does: 'hang-up' };
    await expect(outgoing.post(receiver.url, post)).rejects.toThrow();
  });

  it('takes no address for public that holds an inside one in any of its spellings', () => {
    const inside = fc.constantFrom('10', '127', '192.168', '172.16', '169.254').chain((start) =>
      fc.array(fc.nat(255), { minLength: 3, maxLength: 3 }).map((rest) => {
        return [...start.split('.'), ...rest.map(String)].slice(0, 4).join('.');
      }),
    );
    const inV6 = (text: string) => {
      const [a, b, c, d] = text.split('.').map(Number) as [number, number, number, number];
      return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
    };
    fc.assert(
      fc.property(inside, (address) => {
        const v6 = inV6(address);
        const spellings = [address, `::ffff:${v6}`, `::${v6}`, `64:ff9b::${v6}`, `2002:${v6}::1`, `2001::${v6}`];
        expect(spellings.filter(isPublic)).toEqual([]);
      }),
      { numRuns: propertyRuns(200) },
    );
    expect(['1.1.1.1', '93.184.216.34', '2606:4700::1111', '172.32.0.1', '100.128.0.1'].every(isPublic)).toBe(true);
  });

  it('reads only hosts, addresses and ranges in OUTGOING_ALLOW', () => {
    for (const good of [
      'a.lan',
      'a.lan:8065',
      '10.0.0.0/8',
      '10.0.0.1',
      '10.0.0.1:80',
      'fd00::/8',
      '[fd00::1]:443',
      '[::1]',
    ])
      expect([good, parseAllowed(good)]).not.toEqual([good, null]);
    for (const bad of [
      '',
      'http://a.lan',
      '10.0.0.0/33',
      'a lan',
      'a.lan:0',
      'a.lan:99999',
      '*.lan',
      'fd00::/129',
      '[a]',
    ])
      expect([bad, parseAllowed(bad)]).toEqual([bad, null]);
  });
});
