import { createHash } from 'node:crypto';
import { DECLARATION, MANIFEST, TAG_MANIFEST } from './bag.ts';
import { type BagSource, type Held, pathFault, shown, Unreadable } from './bag-source.ts';

/** A bag as far as it could be read: every byte of it was hashed. */
export interface ReadBag {
  /** What was found of each file, by its path below the bag's base. */
  found: ReadonlyMap<string, { size: number; sha256: string }>;
  /** The files that are read and not only hashed: those that tell what the others are. */
  texts: ReadonlyMap<string, string>;
  /** The same files, to be read once more. */
  members: ReadonlyMap<string, Held>;
  /** Labels of bag-info.txt; a label that is there twice has its first value. */
  info: ReadonlyMap<string, string>;
  faults: string[];
}

const LONGEST_TEXT_BYTES = 64 * 1024 * 1024;
/** What is more than its list of sums is not looked at. */
const READ =
  /^(bagit|bag-info|(tag)?manifest-sha256)\.txt$|^data\/(request|agency|documents|deadlines)\.json$|^data\/exemptions\/exemptions\.json$|^data\/history\//;

/** Reads a bag once, from its first byte to its last, and holds it against its own lists (RFC 8493). */
export async function readBag(source: BagSource): Promise<ReadBag> {
  const faults = [...source.faults];
  const base = baseOf(source.members);
  const found = new Map<string, { size: number; sha256: string }>();
  const texts = new Map<string, string>();
  for (const member of source.members) {
    const path = member.path.slice(base.length).normalize('NFC');
    try {
      const { text, ...sums } = await hashed(source, member, READ.test(path));
      found.set(path, sums);
      if (text !== undefined) texts.set(path, text);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      faults.push(`${shown(path)} cannot be read: ${error.message}`);
    }
  }
  const members = new Map(source.members.map((one) => [one.path.slice(base.length).normalize('NFC'), one]));
  const held = new Set(members.keys());
  const info = infoOf(texts.get('bag-info.txt') ?? '', faults);
  if (texts.get('bagit.txt') !== DECLARATION)
    faults.push('bagit.txt does not say that this is a bag of BagIt 1.0 in UTF-8');
  faults.push(...listFaults(TAG_MANIFEST, texts, found, held, (path) => !path.startsWith('data/')));
  faults.push(...listFaults(MANIFEST, texts, found, held, (path) => path.startsWith('data/')));
  faults.push(...sumFaults(info.get('Payload-Oxum'), found));
  return { found, texts, members, info, faults };
}

/** The folder in which everything lies, with its slash; empty when the bag lies open. */
function baseOf(members: readonly Held[]): string {
  const declaration = members.find(({ path }) => /^([^/]+\/)?bagit\.txt$/.test(path));
  if (!declaration) throw new Unreadable('it is no bag: it holds no bagit.txt');
  const base = declaration.path.slice(0, -'bagit.txt'.length);
  const astray = members.find(({ path }) => !path.startsWith(base));
  if (astray) throw new Unreadable(`${shown(astray.path)} does not lie in the folder ${shown(base)} with the rest`);
  return base;
}

async function hashed(source: BagSource, member: Held, keep: boolean) {
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let size = 0;
  for await (const piece of (await source.read(member)) as AsyncIterable<Buffer>) {
    hash.update(piece);
    size += piece.length;
    if (keep && size > LONGEST_TEXT_BYTES) throw new Unreadable(`it has more than ${LONGEST_TEXT_BYTES} bytes`);
    if (keep) kept.push(piece);
  }
  return { size, sha256: hash.digest('hex'), ...(keep && { text: textOf(Buffer.concat(kept)) }) };
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable('it is not UTF-8');
  }
}

function infoOf(text: string, faults: string[]): Map<string, string> {
  const info = new Map<string, string>();
  for (const line of text.split('\n').filter(Boolean)) {
    const [, label, value] = /^([^:\s]+): (.*)$/.exec(line) ?? [];
    if (label === undefined) faults.push(`bag-info.txt has a line that says nothing: ${shown(line)}`);
    else if (!info.has(label)) info.set(label, value!);
  }
  return info;
}

/** One list of sums against what is there: what is missing, what is too much, what differs. */
function listFaults(
  list: string,
  texts: ReadBag['texts'],
  found: ReadBag['found'],
  held: ReadonlySet<string>,
  isOf: (path: string) => boolean,
): string[] {
  const text = texts.get(list);
  if (text === undefined) return [`${list} is missing or cannot be read`];
  const faults: string[] = [];
  const named = new Map<string, string>();
  for (const line of text.split('\n').filter(Boolean)) {
    const [, sha256, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (sha256 === undefined) faults.push(`${list} has a line that is no sum: ${shown(line)}`);
    else if (pathFault(path!) !== null) faults.push(`${list} names ${shown(path!)}, which ${pathFault(path!)}`);
    else if (named.has(path!.normalize('NFC'))) faults.push(`${list} names ${shown(path!)} twice`);
    else named.set(path!.normalize('NFC'), sha256);
  }
  if (!text.endsWith('\n')) faults.push(`${list} ends in the middle of a line`);
  for (const [path, sha256] of named) {
    if (!held.has(path)) faults.push(`${shown(path)} is missing: ${list} names it`);
    else if (found.has(path) && found.get(path)!.sha256 !== sha256) {
      faults.push(`${shown(path)} is not what was packed: its SHA-256 differs from the one in ${list}`);
    }
  }
  for (const path of held) {
    if (isOf(path) && path !== TAG_MANIFEST && !named.has(path)) {
      faults.push(`${shown(path)} was added: ${list} does not name it`);
    }
  }
  return faults;
}

function sumFaults(oxum: string | undefined, found: ReadBag['found']): string[] {
  if (oxum === undefined) return ['bag-info.txt does not say how much there is (Payload-Oxum)'];
  const payload = [...found].filter(([path]) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, [, { size }]) => sum + size, 0);
  const is = `${bytes}.${payload.length}`;
  return oxum === is ? [] : [`bag-info.txt promises ${shown(oxum)} (bytes.files) and there is ${is}`];
}
