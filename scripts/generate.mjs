// Makes the files that follow from others: the lists of laws and cases, docs/api/openapi.json, .env.example. With --check it
// only compares.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { settingsIn, envExample } from './generate/env-example.mjs';
import { casesList, statutesList } from './generate/law-lists.mjs';
import { lawPages } from './generate/law-pages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
// `node scripts/generate.mjs laws` makes the lists alone: a new law must be listed before the code can be built.
const lawsAlone = process.argv.includes('laws');

const files = {
  'src/law/statutes/shipped.ts': () => statutesList(join(root, 'src/law/statutes')),
  'src/law/cases/all.ts': () => casesList(join(root, 'src/law/cases')),
  '.env.example': () => envExample(settingsIn(readFileSync(join(root, 'src/config.ts'), 'utf8'))),
  'docs/api/openapi.json': openApi,
  ...(lawsAlone ? {} : await pagesOfLaws()),
};

for (const [file, make] of Object.entries(files)) {
  if (lawsAlone && !file.startsWith('src/law/')) continue;
  const wanted = make();
  if (check && textOf(file) !== wanted) {
    console.log(`${file} is not what the code says. Run: node scripts/generate.mjs`);
    process.exitCode = 1;
  }
  if (check) continue;
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), wanted);
}

/** Every page of docs/law that is made from data. */
async function pagesOfLaws() {
  const of = (file) => import(pathToFileURL(join(root, 'dist/law', file)));
  const [{ statutes }, { cases }, describe, words, explain, { holidayCalendars }] = await Promise.all(
    ['statutes/all.js', 'cases/all.js', 'describe.js', 'describe-words.js', 'explain.js', 'holidays/all.js'].map(of),
  );
  const pages = lawPages({
    statutes,
    cases,
    describe: { ...describe, ...words },
    explain,
    calendars: holidayCalendars,
  });
  return Object.fromEntries(Object.entries(pages).map(([file, text]) => [file, () => text]));
}

/** What the build prints, in one stable form. */
function openApi() {
  const printed = execFileSync(process.execPath, [join(root, 'dist/main.js'), 'openapi'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
    env: { PATH: process.env.PATH },
  });
  return `${JSON.stringify(JSON.parse(printed), null, 2)}\n`;
}

function textOf(file) {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return null;
  }
}
