import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { readConfig } from '../src/config.ts';
import { long } from './support/counts.ts';
import { copied, type Instruction, stagesOf } from './support/dockerfile.ts';
import { DeskProcess } from './support/processes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const stages = stagesOf(readFileSync(join(root, 'Dockerfile'), 'utf8'));
const image = stages.at(-1)!;

describe('The Dockerfile', () => {
  it('copies only what is there, and what .dockerignore lets in', () => {
    const letIn = readFileSync(join(root, '.dockerignore'), 'utf8')
      .match(/^!.+$/gm)!
      .map((line) => line.slice(1));
    for (const stage of stages) {
      for (const one of stage.instructions.filter(({ word, flags }) => word === 'COPY' && !flags.from)) {
        for (const source of copied(one).sources) {
          expect(existsSync(join(root, source)) ? source : `${source} is missing`).toBe(source);
          expect(letIn).toContain(source);
        }
      }
    }
  });

  it('runs only scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const lines = stages.flatMap((stage) => stage.instructions).filter(({ word }) => word === 'RUN');
    const named = lines.flatMap(({ rest }) => [...rest.matchAll(/npm run (\S+)/g)].map((match) => match[1]));
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it('ends as an ordinary user, with settings the desk knows, a health check, and nothing run as root', () => {
    const value = (word: string) => image.instructions.findLast((one) => one.word === word)?.rest;
    expect(value('USER')).toBe('node');
    expect(value('HEALTHCHECK')).toContain('scripts/healthy.mjs');
    expect(value('RUN')).toBeUndefined();
    const env = Object.fromEntries(
      value('ENV')!
        .split(' ')
        .map((pair) => pair.split('=') as [string, string]),
    );
    expect(readConfig(env)).toMatchObject({ host: '0.0.0.0', port: 3000, dataDir: '/data' });
  });

  // Minutes: installs and builds from nothing.
  (long ? it : it.skip)('leads, replayed in empty folders as another user, to a desk that serves', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'foia-image-'));
    try {
      chmodSync(dir, 0o755);
      for (const stage of stages) mkdirSync(join(dir, stage.name));
      for (const stage of stages) replay(stage.name, stage.instructions, dir);
      const app = join(dir, image.name, 'app');
      expect(existsSync(join(app, 'node_modules/typescript'))).toBe(false);
      const desk = await DeskProcess.start(['serve'], { DATA_DIR: join(dir, 'some-data') }, join(app, 'dist/main.js'));
      await desk.ready();
      const healthy = spawnSync(process.execPath, [join(app, 'scripts/healthy.mjs')], {
        env: { PORT: new URL(desk.url).port },
      });
      expect(healthy.status).toBe(0);
      expect(await desk.stop()).toBe(0);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('asks /readyz for health, and hears a no', () => {
    const healthy = spawnSync(process.execPath, [join(root, 'scripts/healthy.mjs')], {
      env: { PORT: '1' },
      encoding: 'utf8',
    });
    expect(healthy.status).toBe(1);
    expect(healthy.stderr).toContain('/readyz');
  });
});

/** Does in `dir/<stage>` what the instructions would do in `/`, without the image's own system packages. */
function replay(stage: string, instructions: Instruction[], dir: string): void {
  const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const here = join(dir, stage);
  const home = join(dir, 'home');
  mkdirSync(home, { recursive: true });
  let cwd = here;
  for (const one of instructions) {
    if (one.word === 'WORKDIR') mkdirSync((cwd = join(here, one.rest)), { recursive: true });
    if (one.word === 'COPY') {
      const { sources, target } = copied(one);
      const from = one.flags.from ? join(dir, one.flags.from) : root;
      const to = target.startsWith('/') ? join(here, target) : join(cwd, target);
      for (const source of sources) {
        const into = target.endsWith('/') || target === '.';
        cpSync(join(from, source), into ? join(to, source.split('/').at(-1)!) : to, {
          recursive: true,
          verbatimSymlinks: true,
        });
      }
    }
    if (one.word !== 'RUN' || one.rest.startsWith('apt-get')) continue;
    if (other.uid) for (const path of [home, here, ...everythingIn(here)]) chownSync(path, other.uid, other.gid);
    const env = { PATH: process.env.PATH, HOME: home, ...npmOnThisMachine() };
    const ran = spawnSync('sh', ['-c', one.rest], { cwd, env, encoding: 'utf8', ...other });
    if (ran.status !== 0) throw new Error(`RUN ${one.rest}\n${ran.stdout}\n${ran.stderr}`);
  }
}

/** Where npm finds packages and Node's headers here; the other user has no settings of their own. */
function npmOnThisMachine(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const name of ['registry', 'nodedir']) {
    const value = spawnSync('npm', ['config', 'get', name], { encoding: 'utf8' }).stdout.trim();
    if (value && value !== 'undefined') env[`npm_config_${name}`] = value;
  }
  if (process.env.NODE_EXTRA_CA_CERTS) env.NODE_EXTRA_CA_CERTS = process.env.NODE_EXTRA_CA_CERTS;
  return env;
}

function everythingIn(folder: string): string[] {
  if (existsSync(join(folder, 'node_modules'))) return [folder];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [path, ...everythingIn(path)] : [path];
  });
}

interface Service {
  image?: string;
  build?: string;
  profiles?: string[];
  command?: string[];
  environment?: Record<string, string>;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string; required?: boolean }>;
}

describe('docker-compose.yml', () => {
  const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
  const compose = load(text) as { services: Record<string, object>; volumes: object };
  const services = Object.fromEntries(
    Object.entries(compose.services).map(([name, service]) => [name, merged(service) as Service]),
  );

  it('has the desk alone by default, and the whole of it in the profile full', () => {
    const names = Object.keys(services);
    expect(names.filter((name) => !services[name]!.profiles)).toEqual(['desk']);
    expect(names.filter((name) => services[name]!.profiles?.includes('full')).sort()).toEqual([
      ...['mail', 'postgres', 'redis', 'worker'],
    ]);
    for (const service of Object.values(services)) {
      for (const other of Object.keys(service.depends_on ?? {})) expect(names).toContain(other);
      for (const volume of service.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
  });

  it('locks every service in and checks its health', () => {
    for (const [name, service] of Object.entries(services)) {
      expect([name, service.read_only, service.cap_drop]).toEqual([name, true, ['ALL']]);
      expect(service.security_opt).toContain('no-new-privileges:true');
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
      const checked =
        name === 'desk' ? image.instructions.some(({ word }) => word === 'HEALTHCHECK') : service.healthcheck;
      expect([name, Boolean(checked)]).toEqual([name, true]);
    }
  });

  it('holds no secrets, and gives the desk only settings it knows, in both profiles', () => {
    const known = new Set(
      [...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^#([A-Z_]+)=/gm)].map((m) => m[1]),
    );
    for (const service of [services.desk!, services.worker!]) {
      for (const name of Object.keys(service.environment!)) expect([name, known.has(name)]).toEqual([name, true]);
    }
    for (const service of Object.values(services)) {
      for (const [name, value] of Object.entries(service.environment ?? {})) {
        if (/PASSWORD|KEY|TOKEN|AUTH/.test(name)) expect([name, filled(value, {})]).toEqual([name, '']);
      }
    }
    expect(readConfig(filledAll(services.desk!.environment!, {}))).toMatchObject({
      databaseUrl: undefined,
      runJobs: true,
    });
    const full = filledAll(services.desk!.environment!, { POSTGRES_PASSWORD: 'p1', REDIS_PASSWORD: 'r1' });
    expect(readConfig(full)).toMatchObject({
      databaseUrl: 'postgres://desk:p1@postgres:5432/desk',
      redisUrl: 'redis://:r1@redis:6379',
      runJobs: false,
    });
    const worker = filledAll(services.worker!.environment!, {});
    expect(readConfig(worker)).toMatchObject({ smtpUrl: 'smtp://mail:1025' });
  });
});

/** YAML's `<<`, which the parser leaves to its callers. */
function merged(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { '<<': base, ...own } = value as Record<string, unknown>;
  const both = { ...(merged(base) as object | undefined), ...own };
  return Object.fromEntries(Object.entries(both).map(([key, one]) => [key, merged(one)]));
}

/** As compose fills in `${NAME}`, `${NAME:-default}` and `${NAME:+instead}`. */
function filled(text: string, env: Record<string, string>): string {
  const inner = /\$\{([A-Z_]+)(?:(:[-+])([^${}]*))?\}/;
  for (let found = inner.exec(text); found; found = inner.exec(text)) {
    const [all, name, operator, word = ''] = found;
    const value = env[name!] ?? '';
    text = text.replace(all, () =>
      operator === ':-' ? value || word : operator === ':+' ? (value ? word : '') : value,
    );
  }
  return text;
}

function filledAll(environment: Record<string, string>, env: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(value, env)]));
}
