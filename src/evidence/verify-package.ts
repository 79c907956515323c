import { stat } from 'node:fs/promises';
import { type BagSource, plainWords, shown } from './bag-source.ts';
import { openFolder } from './folder-in.ts';
import { readFindings, type ToldFinding } from './verify-exemptions.ts';
import { type ReadBag, readBag } from './verify-bag.ts';
import { isObject, parsed, readHistory, type ReadHistory } from './verify-history.ts';
import { openZip } from './zip-in.ts';

/** A document as the package's index tells it. */
export type ListedDocument = Record<string, unknown> & { path: string; id: string; sha256: string; size: number };

export interface VerifiedPackage {
  bag: ReadBag;
  history: ReadHistory;
  documents: ListedDocument[];
  /** Exemptions that were confirmed, as the package tells them. */
  findings: ToldFinding[];
  /** Everything that is wrong; empty when the package is whole. */
  faults: string[];
  /** What only looks like it. */
  notes: string[];
}

/** Opens a package in a ZIP or in the folder into which it was unpacked. Throws `Unreadable` for what is neither. */
export async function openPackage(path: string): Promise<BagSource> {
  return (await stat(path)).isDirectory() ? openFolder(path) : openZip(path);
}

/**
 * Checks a package by itself: without a database, without writing anything, in one pass, in memory that does not grow
 * with the files. Throws `Unreadable` when it is no package at all.
 */
export async function verifyPackage(source: BagSource): Promise<VerifiedPackage> {
  const bag = await readBag(source);
  const history = readHistory(bag);
  const { documents, faults } = readIndex(bag, history);
  const told = readFindings(bag, history, documents);
  faults.push(...told.faults);
  if (bag.info.get('Package-Format') !== '1') faults.unshift('this release does not know the format of this package');
  const { findings } = told;
  const all = [...bag.faults, ...history.faults, ...faults];
  return { bag, history, documents, findings, faults: all, notes: history.notes };
}

/** The index of documents against the files, both ways. */
function readIndex(bag: ReadBag, history: ReadHistory): { documents: ListedDocument[]; faults: string[] } {
  const listed = parsed(bag.texts.get('data/documents.json') ?? '');
  if (!Array.isArray(listed)) return { documents: [], faults: ['"data/documents.json" cannot be read'] };
  const documents = listed.filter(isListed);
  const faults = documents.length < listed.length ? ['data/documents.json names something that is no document'] : [];
  const facts = new Set(history.rows.map((row) => row.id));
  const named = new Set<string>();
  for (const { path, sha256, size, statusChangeId } of documents) {
    const file = bag.found.get(`data/${path}`);
    if (named.has(path)) faults.push(`data/documents.json names ${shown(path)} twice`);
    named.add(path);
    if (!file) faults.push(`${shown(path)} is missing: data/documents.json names it`);
    else if (file.sha256 !== sha256 || file.size !== size) {
      faults.push(`${shown(path)} is not the document that data/documents.json names: its SHA-256 or size differs`);
    }
    if (typeof statusChangeId === 'string' && !facts.has(statusChangeId)) {
      faults.push(`${shown(path)} is said to belong to a fact that is not in the history`);
    }
  }
  for (const path of bag.found.keys()) {
    if (path.startsWith('data/documents/') && !named.has(path.slice('data/'.length))) {
      faults.push(`${shown(path)} is in no index of documents`);
    }
  }
  return { documents, faults };
}

function isListed(value: unknown): value is ListedDocument {
  if (!isObject(value)) return false;
  const { path, id, sha256, size } = value;
  return [path, id, sha256].every((word) => typeof word === 'string') && typeof size === 'number';
}

/** The result for people: what was checked, and everything that differs. */
export function verifiedInWords({ bag, history, documents, findings, faults, notes }: VerifiedPackage): string {
  const bytes = [...bag.found.values()].reduce((sum, { size }) => sum + size, 0);
  const lines = [
    `Request ${plainWords(history.number)} (${plainWords(history.requestId)})`,
    `  ${bag.found.size} files (${bytes} bytes): the SHA-256 of each against both lists`,
    `  ${history.rows.length} facts: the hash of each, their order, head and count`,
    `  ${history.texts.length} free texts: their digests in the chain`,
    `  ${documents.length} documents: the index against the files`,
    ...(findings.length > 0 ? [`  ${findings.length} exemptions: each against the documents and facts`] : []),
    `  tagmanifest-sha256.txt: ${bag.found.get('tagmanifest-sha256.txt')?.sha256 ?? 'missing'}`,
    ...(notes.length > 0 ? ['Redacted, on the record:', ...notes.map((note) => `  ${plainWords(note)}`)] : []),
    ...(faults.length === 0
      ? ['Everything is as it was packed.']
      : [
          `${faults.length} ${faults.length === 1 ? 'thing differs' : 'things differ'}:`,
          ...faults.map((one) => `  ${plainWords(one)}`),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}
