// The design's invariants that neither the linter nor the import rules can hold. Usage: node scripts/invariants.mjs [ROOT]
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { fileInvariants } from './invariants/files.mjs';
import { accessInvariants } from './invariants/access.mjs';
import { codeInvariants } from './invariants/code.mjs';

/** Every finding in `root/src`, as `{ file, line, name, says }`; `level` is `error` or `note`. */
export function checkTree(root) {
  return sources(root, 'src').flatMap((file) => checkFile(file, readFileSync(join(root, file), 'utf8')));
}

/** `file` is relative to the project, with forward slashes. */
export function checkFile(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const nodes = [];
  const walk = (node) => (nodes.push(node), ts.forEachChild(node, walk));
  ts.forEachChild(source, walk);
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const context = { file, text, source, nodes, isSpec: file.endsWith('.spec.ts'), imports: importsOf(source) };
  return [...fileInvariants, ...codeInvariants, ...accessInvariants].flatMap((invariant) =>
    invariant.find(context).map((found) => ({
      file,
      line: found === true ? 1 : lineOf(found),
      name: invariant.name,
      level: invariant.level ?? 'error',
      says: invariant.says,
    })),
  );
}

/** `{ from, names, node, isType }` of each import; a default or star import has the name `default` or `*`. */
function importsOf(source) {
  return source.statements.filter(ts.isImportDeclaration).map((node) => {
    const clause = node.importClause;
    const bindings = clause?.namedBindings;
    const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    const names = named.map((one) => (one.propertyName ?? one.name).text);
    if (bindings && ts.isNamespaceImport(bindings)) names.push('*');
    if (clause?.name) names.push('default');
    const isType = clause?.isTypeOnly || (named.length > 0 && !clause?.name && named.every((one) => one.isTypeOnly));
    return { from: node.moduleSpecifier.text, names, node, isType: Boolean(isType) };
  });
}

function sources(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(root, path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = resolve(process.argv[2] ?? join(fileURLToPath(import.meta.url), '..', '..'));
  const findings = checkTree(root);
  for (const { file, line, name, level, says } of findings) {
    console.log(`${level === 'note' ? 'note  ' : 'error '}${file}:${line}  ${name}: ${says}`);
  }
  if (findings.some((finding) => finding.level === 'error')) process.exitCode = 1;
}
