import { Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { codeView } from '../exemptions/codes.ts';
import { ExemptionFinding } from '../exemptions/finding.entity.ts';
import { Ledger, type LedgerFinding } from '../exemptions/ledger.ts';
import type { LedgerCounts, LedgerLine } from '../exemptions/exemptions.dto.ts';
import { withTextToWithhold } from '../reading/pages.ts';
import type { Request } from '../requests/request.entity.ts';
import type { PackageFile, PackagePart, PackedDocument, Told } from './part.ts';
import { toCsv } from '../csv.ts';

/** A finding as a package tells it: without who made it, and without the desk's own notes on it. */
export interface PackedFinding {
  about: ExemptionFinding['about'];
  documentId: string | null;
  /** The document below `data`. */
  path: string | null;
  /** The determination that claims it; for a letter, the one that it is attached to. */
  statusChangeId: string | null;
  pageFrom: number | null;
  pageTo: number | null;
  code: string;
  label: string;
  raw: string;
  withholdingStatute: string | null;
  kind: ExemptionFinding['kind'];
  withheldFrom: number | null;
  withheldTo: number | null;
  withheldCount: number | null;
  source: ExemptionFinding['source'];
  place: ExemptionFinding['place'];
  confirmedAt: string | null;
}

/** What was withheld by which exemption, as people have confirmed it. What is only suggested is no fact, and stays out. */
@Injectable()
export class ExemptionsPart implements PackagePart {
  readonly name = 'exemptions';

  async files(
    scope: Scope,
    request: Request,
    _user: User,
    documents: readonly PackedDocument[],
  ): Promise<PackageFile[]> {
    const findings = await confirmed(scope, request, documents);
    if (findings.length === 0) return [];
    const lines = ledgerOf(findings);
    const whole = { says: SAYS, ledger: lines.map(lineOf), findings };
    return [
      { path: 'exemptions.json', text: `${JSON.stringify(whole, null, 2)}\n` },
      { path: 'findings.csv', text: findingsCsv(findings) },
      { path: 'ledger.csv', text: ledgerCsv(lines) },
    ];
  }

  /** Beside each document what it lacks, and beside a determination what it claims without a document at hand. */
  async told(scope: Scope, request: Request, _user: User, documents: readonly PackedDocument[]): Promise<Told[]> {
    const bySubject = new Map<string, PackedFinding[]>();
    for (const finding of await confirmed(scope, request, documents)) {
      const of = finding.documentId ?? finding.statusChangeId!;
      bySubject.set(of, [...(bySubject.get(of) ?? []), finding]);
    }
    return [...bySubject].map(([of, findings]) => {
      const parts = ledgerOf(findings).map(({ label, confirmed: counts }) => `${label}${inWords(counts)}`);
      const document = documents.find((packed) => packed.document.id === of)?.document;
      const where = document ? ` in ${document.label ?? document.filename}` : '';
      return { of, name: `withheld${where}, as the desk confirmed`, text: parts.join('; ') };
    });
  }
}

const SAYS = 'What people of the desk have confirmed of exemptions claimed in this release. Suggestions are left out.';

/** In the order of the documents, then of pages and codes. */
async function confirmed(
  scope: Scope,
  request: Request,
  documents: readonly PackedDocument[],
): Promise<PackedFinding[]> {
  const rows = await scope.em.find(ExemptionFinding, { where: { requestId: request.id, state: 'confirmed' } });
  const places = new Map(documents.map((packed, i) => [packed.document.id, { packed, i }]));
  const told = rows.filter(({ documentId }) => documentId === null || places.has(documentId));
  const own = told.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]));
  const read = documents.filter(({ document }) => own.includes(document.id)).map(({ document }) => document);
  const veiled = await withTextToWithhold(scope, read);
  const placeOf = ({ documentId }: ExemptionFinding) => (documentId === null ? -1 : places.get(documentId)!.i);
  told.sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      (a.pageFrom ?? 0) - (b.pageFrom ?? 0) ||
      compared(a.code, b.code) ||
      compared(a.id, b.id),
  );
  return told.map((row) => {
    const packed = row.documentId === null ? null : places.get(row.documentId)!.packed;
    return packedFinding(row, packed, veiled.has(row.documentId ?? ''));
  });
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Words taken from a page on which something is hidden are not repeated: their code says the same. */
function packedFinding(row: ExemptionFinding, packed: PackedDocument | null, isVeiled: boolean): PackedFinding {
  const { label } = codeView(row.code);
  return {
    about: row.about,
    documentId: row.documentId,
    path: packed?.path ?? null,
    statusChangeId:
      row.statusChangeId ?? (row.about === 'determination' ? (packed?.document.statusChangeId ?? null) : null),
    pageFrom: row.pageFrom,
    pageTo: row.pageTo,
    code: row.code,
    label,
    raw: isVeiled ? label : row.raw.replace(/[\s\p{Cc}]+/gu, ' ').trim(),
    withholdingStatute: row.withholdingStatute,
    kind: row.kind,
    withheldFrom: row.withheldFrom,
    withheldTo: row.withheldTo,
    withheldCount: row.withheldCount,
    source: row.source,
    place: row.place,
    confirmedAt: row.decidedAt,
  };
}

function ledgerOf(findings: readonly PackedFinding[]): LedgerLine[] {
  const ledger = new Ledger();
  for (const finding of findings) {
    const determination = finding.statusChangeId ?? finding.documentId;
    ledger.add({ ...(finding as Omit<LedgerFinding, 'state' | 'determination'>), state: 'confirmed', determination });
  }
  return ledger.view().items;
}

function lineOf({ code, label, says, withholdingStatutes, confirmed: counts }: LedgerLine): object {
  return { code, label, says, withholdingStatutes, ...counts };
}

function inWords({ pagesRedacted, pagesWithheld, determinations }: LedgerCounts): string {
  const pages = (count: number, what: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? 'page' : 'pages'} ${what}`];
  const parts = [...pages(pagesRedacted, 'redacted'), ...pages(pagesWithheld, 'withheld')];
  if (parts.length === 0) return determinations > 0 ? ' claimed' : '';
  return `: ${parts.join(', ')}`;
}

function findingsCsv(findings: readonly PackedFinding[]): string {
  const head = [
    'document',
    'page_from',
    'page_to',
    'exemption',
    'as_written',
    'withholding_statute',
    'about',
    'kind',
    'withheld_from',
    'withheld_to',
    'withheld_count',
    'confirmed_at',
    'code',
    'status_change',
  ];
  const rows = findings.map((one) => [
    one.path,
    one.pageFrom,
    one.pageTo,
    one.label,
    one.raw,
    one.withholdingStatute,
    one.about,
    one.kind,
    one.withheldFrom,
    one.withheldTo,
    one.withheldCount,
    one.confirmedAt,
    one.code,
    one.statusChangeId,
  ]);
  return toCsv(head, rows);
}

function ledgerCsv(lines: readonly LedgerLine[]): string {
  const head = ['exemption', 'protects', 'statutes', 'pages_redacted', 'pages_withheld', 'determinations', 'code'];
  const rows = lines.map(({ code, label, says, withholdingStatutes, confirmed: counts }) => [
    label,
    says,
    withholdingStatutes.join('; '),
    counts.pagesRedacted,
    counts.pagesWithheld,
    counts.determinations,
    code,
  ]);
  return toCsv(head, rows);
}
