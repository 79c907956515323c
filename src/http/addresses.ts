import { BlockList, isIP, isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';

/**
 * Which addresses the desk may call of its own accord. IPv4: all but those that belong to nobody in public. IPv6: only
 * what is global unicast (2000::/3), less the parts of it in which an IPv4 address hides.
 */

const NOT_PUBLIC_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
  // Answers to every machine of one large cloud, though it looks public.
  '168.63.129.16/32',
];
const GLOBAL_V6 = '2000::/3';
/** Teredo and other protocol assignments, documentation, 6to4. */
const NOT_PUBLIC_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** Ports below 1024 are for web servers alone; above, what is known to speak another language is left alone. */
const LEAST_FREE_PORT = 1024;
const WEB_PORTS = [80, 443];
const OTHER_LANGUAGES = new Set([
  ...[1433, 1521, 1719, 1720, 1723, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 3659, 4045, 4190, 5060, 5061],
  ...[5432, 5672, 5900, 5984, 6000, 6379, 6443, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 7000, 7001, 8500],
  ...[9042, 9092, 9200, 9300, 10080, 10250, 10255, 11211, 27017, 27018],
]);

const lists = {
  notPublicV4: listOf(NOT_PUBLIC_V4),
  globalV6: listOf([GLOBAL_V6]),
  notPublicV6: listOf(NOT_PUBLIC_V6),
};

/** One entry of OUTGOING_ALLOW: a host's name, an address or a range, with or without a port. */
export interface Allowed {
  host?: string;
  range?: BlockList;
  /** Only this port, whatever it is; without it the same ports as in public. */
  port?: number;
}

/** Reads `hooks.newsroom.lan`, `10.0.0.0/8`, `127.0.0.1:8065`, `[fd00::1]:8065`; null when it is none of these. */
export function parseAllowed(entry: string): Allowed | null {
  const [, bracketed, plain, colon, port] = /^(?:\[([0-9a-fA-F:]+)\]|([^\s[\]]+?))(:(\d{1,5}))?$/.exec(entry) ?? [];
  const wholeIsAddress = isIP(entry.split('/')[0]!) !== 0;
  const name = wholeIsAddress ? entry : (bracketed ?? plain);
  if (name === undefined || (bracketed !== undefined && isIP(bracketed) === 0)) return null;
  const only = !wholeIsAddress && colon !== undefined ? { port: Number(port) } : {};
  if (only.port !== undefined && (only.port < 1 || only.port > 65_535)) return null;
  const [address, bits] = name.split('/') as [string, string?];
  const family = isIP(address);
  if (family === 0) return isHostName(name) ? { host: name.toLowerCase(), ...only } : null;
  const most = family === 4 ? 32 : 128;
  if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)) return null;
  return { range: listOf([`${address}/${bits ?? most}`]), ...only };
}

/** Whether the newsroom itself has allowed this host, which stands at `address`, on this port. */
export function isAllowed(allowed: readonly Allowed[], host: string, address: string | null, port: number): boolean {
  return allowed.some((one) => {
    if (one.port === undefined ? !isFreePort(port) : one.port !== port) return false;
    if (one.host !== undefined) return one.host === host.toLowerCase();
    return address !== null && contains(one.range!, address);
  });
}

/** Whether an address, as the resolver or the URL gives it, belongs to somebody in public, and not to this machine. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0 || ownAddresses().includes(address)) return false;
  if (isIPv4(address)) return !contains(lists.notPublicV4, address);
  return contains(lists.globalV6, address) && !contains(lists.notPublicV6, address);
}

export function isFreePort(port: number): boolean {
  return WEB_PORTS.includes(port) || (port >= LEAST_FREE_PORT && !OTHER_LANGUAGES.has(port));
}

/** What listens on a public address of this machine may still be meant for this machine alone. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map((one) => one.address));
}

function isHostName(name: string): boolean {
  return name.length <= 253 && /^[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9])?)*$/i.test(name);
}

function contains(list: BlockList, address: string): boolean {
  return list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address, bits] = range.split('/') as [string, string];
    list.addSubnet(address, Number(bits), isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return list;
}
