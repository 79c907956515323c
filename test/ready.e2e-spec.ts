import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { end } from './support/servers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A checkout of a small program, with the packages of this one. */
describe('scripts/ready.mjs', () => {
  let dir: string;
  const at = (...parts: string[]) => join(dir, ...parts);
  const main = (text: string) => writeFileSync(at('src/main.ts'), `console.log('${text}');\n`);
  const ready = (env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [at('scripts/ready.mjs')], {
      cwd: '/',
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
  const start = (): { child: ChildProcess; output: () => string; ended: Promise<number | null> } => {
    const child = spawn(process.execPath, [at('scripts/ready.mjs')], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    return { child, output: () => said, ended: new Promise((done) => child.once('close', (code) => done(code))) };
  };
  const program = () => spawnSync(process.execPath, [at('dist/main.js')], { encoding: 'utf8' }).stdout.trim();

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'foia-ready-'));
    for (const file of ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json']) {
      cpSync(join(root, file), at(file));
    }
    cpSync(join(root, 'scripts'), at('scripts'), { recursive: true });
    // The stamp of the install lies in node_modules, so each checkout has a folder of its own there.
    mkdirSync(at('node_modules'));
    for (const name of readdirSync(join(root, 'node_modules'))) {
      if (name !== '.foia-desk-ready') symlinkSync(join(root, 'node_modules', name), at('node_modules', name));
    }
    mkdirSync(at('src'));
    main('one');
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('builds once, and again only after a change', () => {
    expect(ready().stdout).toMatch(/^Building …\n/);
    expect(program()).toBe('one');
    const started = performance.now();
    expect(ready()).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(performance.now() - started).toBeLessThan(2000);
    main('two');
    writeFileSync(at('src/a.spec.ts'), 'never built');
    expect(ready().status).toBe(0);
    expect(program()).toBe('two');
    expect(readdirSync(at('dist')).filter((name) => name.includes('spec'))).toEqual([]);
    writeFileSync(at('src/a.spec.ts'), 'changed');
    expect(ready().stdout).toBe('');
  });

  it('keeps the last good build when the next one fails, and says why', () => {
    ready();
    writeFileSync(at('src/main.ts'), 'const wrong: string = 1;\n');
    const failed = ready();
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('src/main.ts');
    expect(failed.stderr).toContain('what ran before is untouched');
    expect(program()).toBe('one');
    expect(readdirSync(dir).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });

  it('lets one of several starters build and the others wait', async () => {
    const starters = [start(), start(), start()];
    expect(await Promise.all(starters.map((one) => one.ended))).toEqual([0, 0, 0]);
    expect(starters.filter((one) => /^Built in/m.test(one.output()))).toHaveLength(1);
    expect(program()).toBe('one');
    expect(existsSync(at('.ready/lock'))).toBe(false);
  });

  it('takes over from a starter that was killed in the middle', async () => {
    const killed = start();
    while (!existsSync(at('.ready/lock')) || readFileSync(at('.ready/lock'), 'utf8') === '') await sleep(10);
    await end(killed.child, 'SIGKILL');
    expect(existsSync(at('.ready/lock'))).toBe(true);
    expect(ready().status).toBe(0);
    expect(program()).toBe('one');
  });

  it('takes an install made by hand as it is', () => {
    ready();
    const stamp = at('node_modules/.foia-desk-ready');
    const good = readFileSync(stamp, 'utf8');
    expect(good).toContain(`abi-${process.versions.modules} ${process.platform}`);
    rmSync(stamp);
    expect(ready()).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(stamp, 'utf8')).toBe(good);
  });

  it('tells one who has too old a Node in one sentence', () => {
    const script = `Object.defineProperty(process.versions, 'node', { value: '20.18.3' });
      await import(${JSON.stringify(at('scripts/ready.mjs'))});`;
    const old = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(old.stderr.trim()).toBe('FOIA Desk needs Node.js 20.19 or newer; this is 20.18.3.');
    expect(old.status).toBe(1);
  });

  it('says what is missing when SQLite cannot be compiled', () => {
    // An npm that fails as a compile without tools does, on a PATH without tools.
    rmSync(at('node_modules/.package-lock.json'));
    mkdirSync(at('bin'));
    writeFileSync(
      at('bin/npm-cli.js'),
      `console.error('npm error path node_modules/better-sqlite3\\nnpm error gyp ERR! find Python'); process.exit(1);`,
    );
    const failed = ready({ PATH: at('bin'), npm_execpath: at('bin/npm-cli.js') });
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('Missing on this machine: python3, make, a C++ compiler.');
    if (process.platform === 'linux') expect(failed.stderr).toContain('sudo apt install python3 make g++');
  });
});
