/** `(b)(7)(C)`, as the federal exemptions are written; their codes have no brackets: `b7C`. */
const FEDERAL = /^\(\s?([a-z])\s?\)\s?\(\s?(\d)\s?\)(?:\s?\(\s?([a-z])\s?\))?$/i;

/**
 * A condition on an entry `e`: something of it is withheld under one of these exemptions. Of a page that is so when it
 * lies in the pages that a finding is about; of a document when any of its findings fits; of a status change when its
 * determination claims it, itself or by the letter that came with it.
 */
export function askedFor(
  exemptions: readonly string[],
  states: readonly string[],
): { condition: string; parameters: Record<string, unknown> } {
  const parameters: Record<string, unknown> = { findingStates: [...states] };
  const codes = exemptions.map((typed, i) => {
    parameters[`code${i}`] = codeLike(typed);
    return `lower(f.code) LIKE :code${i} ESCAPE '\\'`;
  });
  const fits = `f.request_id = e.request_id AND f.state IN (:findingStates) AND (${codes.join(' OR ')})`;
  const condition = `(e.kind IN ('page', 'document') AND EXISTS (
      SELECT 1 FROM exemption_finding f WHERE f.document_id = e.subject_id AND ${fits}
      AND (e.page = 0 OR f.page_from IS NULL OR e.page BETWEEN f.page_from AND f.page_to))
    OR e.kind = 'status-change' AND EXISTS (
      SELECT 1 FROM exemption_finding f LEFT JOIN document letter ON letter.id = f.document_id
      WHERE ${fits} AND f.about = 'determination'
      AND COALESCE(f.status_change_id, letter.status_change_id) = e.subject_id))`;
  return { condition, parameters };
}

/** A pattern of the codes that were meant: with a law that one, without it that of every law. */
function codeLike(typed: string): string {
  const federal = FEDERAL.exec(typed.trim());
  const code = federal ? federal.slice(1).join('') : typed.replace(/\s+/gu, '');
  const literal = code.toLowerCase().replace(/[\\%_]/g, '\\$&');
  return code.includes(':') ? literal : `%:${literal}`;
}
