import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Violation {
  name: string;
  file: string;
  text: string;
  /** Something close to it that is allowed. */
  fine?: { file: string; text: string };
}

const invariants: Violation[] = [
  { name: 'no-index', file: 'src/requests/index.ts', text: '' },
  { name: 'no-deep-folders', file: 'src/requests/a/b/c.ts', text: '', fine: { file: 'src/requests/a/c.ts', text: '' } },
  { name: 'no-leftover-folders', file: 'src/utils/text.ts', text: '' },
  {
    name: 'too-long',
    file: 'src/requests/long.ts',
    text: '//\n'.repeat(401),
    fine: { file: 'src/law/statutes/long.ts', text: '//\n'.repeat(401) },
  },
  {
    name: 'law-imports-nothing',
    file: 'src/law/a.ts',
    text: `import { shift } from '../now.ts';`,
    fine: { file: 'src/law/statutes/a.ts', text: `import { shift } from '../calendar.ts';` },
  },
  { name: 'law-imports-nothing', file: 'src/law/b.ts', text: `import { DateTime } from 'luxon';` },
  { name: 'law-imports-nothing', file: 'src/law/c.ts', text: `const fs = await import('node:fs');` },
  {
    name: 'law-has-no-date',
    file: 'src/law/d.ts',
    text: 'export type T = Date;',
    fine: { file: 'src/law/e.ts', text: '// Date\nexport const PlainDate = 1;' },
  },
  { name: 'law-has-no-date', file: 'src/law/f.ts', text: 'export const r = Math.random();' },
  {
    name: 'one-door',
    file: 'src/requests/a.ts',
    text: `import { DataSource } from 'typeorm';`,
    fine: { file: 'src/database/a.ts', text: `import { DataSource } from 'typeorm';` },
  },
  { name: 'one-door', file: 'src/jobs/a.ts', text: 'export const f = (em: any) => em.getRepository(X);' },
  { name: 'one-door', file: 'src/jobs/b.ts', text: 'export const f = (em: any) => em.transaction(() => 1);' },
  {
    name: 'settings-in-one-place',
    file: 'src/jobs/c.ts',
    text: 'export const p = process.env.PORT;',
    fine: { file: 'src/config.ts', text: 'export const p = process.env.PORT;' },
  },
  {
    name: 'time-is-an-input',
    file: 'src/jobs/d.ts',
    text: 'export const d = new Date();',
    fine: { file: 'src/now.ts', text: 'export const d = new Date();' },
  },
  {
    name: 'time-is-an-input',
    file: 'src/jobs/e.ts',
    text: 'export const d = Date.now();',
    fine: { file: 'src/jobs/f.ts', text: 'export const d = performance.now();' },
  },
  { name: 'time-is-an-input', file: 'src/jobs/g.ts', text: 'export const d = DateTime.now();' },
  {
    name: 'one-error-class',
    file: 'src/jobs/h.ts',
    text: `import { NotFoundException } from '@nestjs/common';`,
    fine: { file: 'src/http/problem.ts', text: `import { HttpException } from '@nestjs/common';` },
  },
  {
    name: 'one-way-out',
    file: 'src/jobs/i.ts',
    text: `export const a = (url: string) => fetch(url);`,
    fine: { file: 'src/http/outgoing.ts', text: `import { request } from 'node:https';` },
  },
  {
    name: 'one-way-out',
    file: 'src/jobs/j.ts',
    text: `import { request } from 'node:https';`,
    fine: { file: 'src/jobs/k.ts', text: `import type { IncomingMessage } from 'node:http';` },
  },
  { name: 'one-way-out', file: 'src/jobs/l.ts', text: `export const http = () => import('http');` },
  {
    name: 'no-synchronize',
    file: 'src/database/b.ts',
    text: 'export const o = { synchronize: true };',
    fine: { file: 'src/database/c.ts', text: 'export const o = { synchronize: false };' },
  },
  {
    name: 'ask-access',
    file: 'src/documents/a.ts',
    text: 'export const f = (tx: any, id: string) => tx.em.findOneBy(Request, { id });',
    fine: {
      file: 'src/documents/b.ts',
      text: `import { access } from '../requests/access.ts';
        export const f = (tx: any, me: any, id: string) => access(tx, me, id, 'read') && tx.em.find(Document, {});`,
    },
  },
  {
    name: 'ask-access',
    file: 'src/reminders/a.ts',
    text: `export const f = (q: any) => q.createQueryBuilder(Document, 'document');`,
    fine: { file: 'src/reminders/b.ts', text: 'export const f = (q: any) => q.insert(Document, {});' },
  },
  {
    name: 'ask-access',
    file: 'src/reminders/c.ts',
    text: 'export const f = (q: any) => q.query(`SELECT subject FROM request WHERE id = 1`);',
    fine: { file: 'src/reminders/d.ts', text: 'export const f = (q: any) => q.query(`SELECT id FROM request_tag`);' },
  },
  {
    name: 'ask-access',
    file: 'src/reminders/e.ts',
    text: 'export const f = (tx: any, ids: string[]) => byIds(tx, Request, ids);',
    fine: { file: 'src/reminders/f.ts', text: 'export const f = (tx: any, ids: string[]) => byIds(tx, Agency, ids);' },
  },
];

const boundaries: Omit<Violation, 'fine'>[] = [
  { name: 'law-is-alone', file: 'src/law/a1.ts', text: `import type { X } from '../zone.ts';` },
  { name: 'machinery-knows-no-feature', file: 'src/jobs/a2.ts', text: `import { X } from '../requests/x.ts';` },
  { name: 'machinery-knows-no-feature', file: 'src/now.ts', text: `import type { X } from './reminders/x.ts';` },
  { name: 'agencies-are-low', file: 'src/agencies/a3.ts', text: `import { X } from '../requests/x.ts';` },
  { name: 'requests-are-below', file: 'src/requests/a4.ts', text: `import { X } from '../reminders/x.ts';` },
  {
    name: 'documents-and-reminders-are-strangers',
    file: 'src/documents/a5.ts',
    text: `import { X } from '../reminders/x.ts';`,
  },
  { name: 'the-planner-is-pure', file: 'src/reminders/planner.ts', text: `import { X } from '../database/x.ts';` },
  { name: 'only-main-starts-commands', file: 'src/reminders/a6.ts', text: `import { X } from '../cli/x.ts';` },
  { name: 'the-app-is-on-top', file: 'src/requests/a7.ts', text: `import { X } from '../entities.ts';` },
  { name: 'no-cycles', file: 'src/requests/y.ts', text: `import { Z } from './z.ts'; export const Y = Z;` },
  { name: 'src-needs-no-tests', file: 'src/requests/a8.ts', text: `import { X } from '../../test/x.ts';` },
  { name: 'runs-without-dev-packages', file: 'src/requests/a9.ts', text: `import { it } from '@jest/globals';` },
  { name: 'every-package-is-declared', file: 'src/requests/a10.ts', text: `import { parse } from 'acorn';` },
  { name: 'resolvable', file: 'src/requests/a11.ts', text: `import { X } from './nowhere.ts';` },
];

const lint: Omit<Violation, 'fine'>[] = [
  {
    name: '@typescript-eslint/no-floating-promises',
    file: 'src/a12.ts',
    text: `export function f(): void {\n  Promise.resolve();\n}\n`,
  },
  {
    name: '@typescript-eslint/no-misused-promises',
    file: 'src/a13.ts',
    text: `export const f = (p: Promise<boolean>) => (p ? 1 : 2);\n`,
  },
  {
    name: '@typescript-eslint/consistent-type-imports',
    file: 'src/a14.ts',
    text: `import { X } from './x.ts';\nexport const f = (x: X): X => x;\n`,
  },
  { name: 'no-restricted-syntax', file: 'src/a15.ts', text: `export enum E {\n  a,\n}\n` },
  { name: 'no-restricted-syntax', file: 'src/a16.ts', text: `export default 1;\n` },
  { name: 'no-console', file: 'src/a17.ts', text: `console.log(1);\n` },
];

describe('A planted violation is found', () => {
  let dir: string;
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: dir, encoding: 'utf8' });
  const plant = (file: string, text: string) => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  };
  const clear = () => {
    for (const folder of ['src', 'test']) rmSync(join(dir, folder), { recursive: true, force: true });
  };

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'foia-checks-'));
    for (const file of ['package.json', 'tsconfig.json', 'eslint.config.js', '.dependency-cruiser.js', 'scripts']) {
      cpSync(join(root, file), join(dir, file), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it.each(invariants)('invariant $name: $file', async ({ name, file, text, fine }) => {
    const { checkFile } = (await import(join(root, 'scripts/invariants.mjs'))) as {
      checkFile(file: string, text: string): { name: string; says: string }[];
    };
    expect(checkFile(file, text)).toContainEqual(expect.objectContaining({ name, file, level: 'error' }));
    if (fine) expect(checkFile(fine.file, fine.text).map((finding) => finding.name)).not.toContain(name);
  });

  it('the boundaries, each by its name', () => {
    clear();
    for (const folder of ['law', 'requests', 'reminders', 'database', 'cli']) {
      plant(`src/${folder}/x.ts`, 'export const X = 1;');
    }
    plant('src/entities.ts', 'export const X = 1;');
    plant('src/zone.ts', 'export type X = 1;');
    plant('src/requests/z.ts', `import { Y } from './y.ts'; export const Z = Y;`);
    plant('test/x.ts', 'export const X = 1;');
    for (const { file, text } of boundaries) plant(file, text);
    const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
    const found = run(cruiser, '--config', '.dependency-cruiser.js', 'src', 'test');
    for (const { name, file } of boundaries) expect(found.stdout).toContain(`error ${name}: ${file}`);
    expect(found.status).not.toBe(0);
  });

  it('the linter, each rule by its name', () => {
    clear();
    plant('src/x.ts', 'export interface X {\n  a: 1;\n}\n');
    for (const { file, text } of lint) plant(file, text);
    const found = run('node_modules/eslint/bin/eslint.js', '--format', 'json', 'src');
    const results = JSON.parse(found.stdout) as { filePath: string; messages: { ruleId: string }[] }[];
    for (const { name, file } of lint) {
      const result = results.find((one) => one.filePath.endsWith(file));
      expect(result?.messages.map((message) => message.ruleId)).toContain(name);
    }
    expect(found.status).toBe(1);
  });

  it('a generated file that is not what the code says', async () => {
    const { envExample, settingsIn } = (await import(join(root, 'scripts/generate/env-example.mjs'))) as {
      settingsIn(text: string): { name: string; says: string; initial: string }[];
      envExample(settings: object[]): string;
    };
    const text = `interface Config {\n  /** Where to listen. */\n  port: number;\n}\nconst c = { port: read.integer('PORT', 2 * 1_500, 0, 9) };`;
    expect(settingsIn(text)).toEqual([{ name: 'PORT', says: 'Where to listen.', allowed: [], initial: '3000' }]);
    expect(envExample(settingsIn(text))).toContain('\n# Where to listen.\n#PORT=3000\n');
  });

  it('the command: one line a step, and the exit code', () => {
    clear();
    plant('src/jobs/d.ts', 'export const d = new Date();\n');
    const failing = run('scripts/check.mjs', 'invariants');
    expect(failing.status).toBe(1);
    expect(failing.stdout).toMatch(/^FAILED invariants .*\n.*time-is-an-input/m);
    expect(failing.stdout.trim().split('\n').at(-1)).toBe('Failed: invariants.');
    clear();
    plant('src/jobs/d.ts', 'export const d = 1;\n');
    expect(run('scripts/check.mjs', 'invariants').status).toBe(0);
    expect(run('scripts/check.mjs', 'nonsense').stderr).toContain('There are: types, lint');
  });
});
