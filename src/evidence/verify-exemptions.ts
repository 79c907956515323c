import { shown } from './bag-source.ts';
import type { ReadBag } from './verify-bag.ts';
import { isObject, parsed, type ReadHistory } from './verify-history.ts';
import type { ListedDocument } from './verify-package.ts';

const FILE = 'data/exemptions/exemptions.json';

/** A finding as the package tells it, not yet held to any rule. */
export type ToldFinding = Record<string, unknown>;

/** The findings in a package against its documents and facts. A package of an older release has none. */
export function readFindings(
  { texts, found }: Pick<ReadBag, 'texts' | 'found'>,
  history: ReadHistory,
  documents: readonly ListedDocument[],
): { findings: ToldFinding[]; faults: string[] } {
  if (!found.has(FILE)) return { findings: [], faults: [] };
  const whole = parsed(texts.get(FILE) ?? '');
  const findings = isObject(whole) && Array.isArray(whole.findings) ? whole.findings.filter(isObject) : null;
  if (findings === null) return { findings: [], faults: [`${shown(FILE)} cannot be read`] };
  const paths = new Map(documents.map(({ id, path }) => [id, path]));
  const facts = new Set(history.rows.map((row) => row.id));
  const faults = findings.flatMap(({ documentId, path, statusChangeId }, i) => {
    const at = `finding ${i + 1} of ${shown(FILE)}`;
    if (documentId !== null && paths.get(String(documentId)) !== path)
      return [`${at} is about no document of the package`];
    if (statusChangeId !== null && !facts.has(String(statusChangeId))) return [`${at} is about no fact of the history`];
    return [];
  });
  return { findings, faults };
}
