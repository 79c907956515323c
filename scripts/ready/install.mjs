import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, hash, needsShell, root, run, say, seconds, Stop, tail, textOf } from './small.mjs';

const stamp = at('node_modules', '.foia-desk-ready');

function wantedInstall() {
  const lock = hash(readFileSync(at('package-lock.json')));
  return `${lock} abi-${process.versions.modules} ${process.platform}-${process.arch}`;
}

export function isInstalled() {
  return textOf(stamp) === wantedInstall();
}

export async function install() {
  if (installedByHand()) {
    writeFileSync(stamp, wantedInstall());
    return;
  }
  say('Installing what package-lock.json names (npm ci) …');
  const started = Date.now();
  // NODE_ENV=production would leave out what the build needs.
  const [command, ...args] = npm('ci', '--include=dev', '--no-audit', '--no-fund');
  const result = await run(command, args, () => {
    const addon = at('node_modules', 'better-sqlite3', 'build');
    const compiling = existsSync(addon) && !existsSync(join(addon, 'Release', 'better_sqlite3.node'));
    return compiling ? 'still installing: compiling SQLite, about two minutes' : 'still installing';
  });
  if (result.code !== 0) throw new Stop(whyInstallFailed(result.output));
  const fault = sqliteFault();
  if (fault) throw new Stop(whySqliteIsMissing(fault));
  writeFileSync(stamp, wantedInstall());
  say(`Installed in ${seconds(started)}.`);
}

/** Whether somebody ran `npm ci` or `npm install` already: every package in place, and SQLite loads under this Node. */
function installedByHand() {
  const hidden = textOf(at('node_modules', '.package-lock.json'));
  if (hidden === null) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(hidden).packages;
  const missing = Object.entries(wanted).some(([path, one]) => {
    if (path === '' || one.optional || one.devOptional) return false;
    return found[path]?.version !== one.version || found[path]?.integrity !== one.integrity;
  });
  return !missing && sqliteFault() === null;
}

/** Null when better-sqlite3 loads; else what it says. In a child: a module built for another Node may end the process. */
function sqliteFault() {
  const probe = spawnSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], {
    cwd: root,
    encoding: 'utf8',
  });
  return probe.status === 0 ? null : probe.stderr || String(probe.error ?? probe.signal);
}

function whyInstallFailed(output) {
  const native = /gyp ERR|prebuild-install|node-gyp/.test(output) && /better-sqlite3/.test(output);
  if (native) return whySqliteIsMissing(tail(output, 15));
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|network/i.test(output);
  const hint = offline ? '\nThe first install, and one after an update, needs the package registry.' : '';
  return `${tail(output, 30)}\n\nnpm ci failed; the last it said is above.${hint}`;
}

function whySqliteIsMissing(said) {
  const lines = [
    'SQLite (better-sqlite3) could not be set up. No ready-made binary fits here, so it must be compiled.',
  ];
  const missing = missingTools();
  if (missing.length > 0) lines.push(`Missing on this machine: ${missing.join(', ')}.`, ...howToInstallTools());
  else if (process.platform === 'win32') lines.push(...howToInstallTools());
  else if (npmIgnoresScripts()) {
    lines.push(
      'npm is set to ignore install scripts. Allow this one: npm rebuild better-sqlite3 --ignore-scripts=false',
    );
  }
  return `${said.trim()}\n\n${lines.join('\n')}\nThen start again.`;
}

function missingTools() {
  if (process.platform === 'win32') return [];
  const has = (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;
  const missing = [];
  if (!has('python3') && !has('python')) missing.push('python3');
  if (!has('make')) missing.push('make');
  if (!has(process.env.CXX || 'c++') && !has('g++') && !has('clang++')) missing.push('a C++ compiler');
  return missing;
}

function howToInstallTools() {
  if (process.platform === 'darwin') return ['  xcode-select --install'];
  if (process.platform === 'win32') {
    return ['Install Python 3 and "Desktop development with C++" of the Visual Studio Build Tools.'];
  }
  return [
    '  Debian, Ubuntu:  sudo apt install python3 make g++',
    '  Fedora, RHEL:    sudo dnf install python3 make gcc-c++',
    '  Arch:            sudo pacman -S python base-devel',
    '  Alpine:          sudo apk add python3 make g++',
  ];
}

function npmIgnoresScripts() {
  const [command, ...args] = npm('config', 'get', 'ignore-scripts');
  return (
    spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: needsShell(command) }).stdout?.trim() === 'true'
  );
}

/** The npm that runs us, else the one on PATH. */
function npm(...args) {
  const running = process.env.npm_execpath ?? '';
  return /npm-cli\.[cm]?js$/.test(running) ? [process.execPath, running, ...args] : ['npm', ...args];
}
