import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `us-pa` and `usPa`: a law's file, and what it exports. */
const constOf = (id) => id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** Files that hold a whole law, not a part of one: they name it by its file. */
function lawsIn(folder) {
  return sourcesIn(folder).filter(({ id, text }) => new RegExp(`\\bid: '${id}',`).test(text));
}

/** Files that export worked cases, each with the name of what it exports. */
function casesIn(folder) {
  return sourcesIn(folder).flatMap(({ id, text }) => {
    const found = /^export const (\w+Cases)\b/m.exec(text);
    return found ? [{ id, name: found[1] }] : [];
  });
}

function sourcesIn(folder) {
  return readdirSync(folder)
    .filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => ({ id: name.slice(0, -3), text: readFileSync(join(folder, name), 'utf8') }));
}

const made = '// Made from the files beside it: node scripts/generate.mjs';

/** `src/law/statutes/all.ts`: a law is listed by being there. */
export function statutesList(folder) {
  const laws = lawsIn(folder);
  return `${[
    made,
    `import type { Statute } from '../statute.ts';`,
    ...laws.map(({ id }) => `import { ${constOf(id)} } from './${id}.ts';`),
    '',
    '/** Every law that is shipped, by id. */',
    'export const shippedStatutes: readonly Statute[] = [',
    ...laws.map(({ id }) => `  ${constOf(id)},`),
    '];',
  ].join('\n')}\n`;
}

/** `src/law/cases/all.ts`. */
export function casesList(folder) {
  const cases = casesIn(folder);
  return `${[
    made,
    ...[
      { id: 'case', line: `import type { Case } from './case.ts';` },
      ...cases.map(({ id, name }) => ({ id, line: `import { ${name} } from './${id}.ts';` })),
    ]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ line }) => line),
    '',
    '/** Every worked case. */',
    'export const cases: readonly Case[] = [',
    ...cases.map(({ name }) => `  ...${name},`),
    '];',
  ].join('\n')}\n`;
}
